"""The review of a module and those of its overlays → one: nobody is shown as a reviewer of words that came later."""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce

from generator.schema.module import Person, Review

STAGES = ("retired", "draft", "in-clinical-review")
"""From the one that says the least to the one that says the most."""


def joint_review(module: Review, overlays: Sequence[Review]) -> Review:
    """The module's review as it holds with the overlays on it: the earliest stage, the earliest month, all who wrote.

    That nobody has signed these words needs no word here: with the overlays on it the module is another text.
    """
    return reduce(_joined, overlays, module)


def _joined(one: Review, other: Review) -> Review:
    return one.model_copy(
        update={
            "status": min(one.status, other.status, key=STAGES.index),
            "written_by": _both(one.written_by, other.written_by),
            "next_review": min(one.next_review, other.next_review),
        }
    )


def _both(one: Person, other: Person) -> Person:
    """Two persons as one line names them: `Ana Ruiz, LCSW; Bo Lind` with the second one's standing."""
    if other == one:
        return one
    return other.model_copy(update={"name": f"{one.name}, {one.standing}; {other.name}"})

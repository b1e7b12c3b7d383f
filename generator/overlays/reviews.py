"""The review of a module and those of its overlays → one: nobody is shown as a reviewer of words that came later."""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce

from generator.schema.module import Person, Review

STAGES = ("retired", "draft", "in-clinical-review", "approved")
"""From the one that says the least to the one that says the most."""


def joint_review(module: Review, overlays: Sequence[Review]) -> Review:
    """The module's review as it holds with the overlays on it: the earliest stage, the earliest day, all who signed."""
    return reduce(_joined, overlays, module)


def _joined(one: Review, other: Review) -> Review:
    status = min(one.status, other.status, key=STAGES.index)
    signed = status == "approved"
    names = ("clinical", "lived_experience", "plain_language")
    return one.model_copy(
        update={
            "status": status,
            "written_by": _both(one.written_by, other.written_by),
            "next_review": min(one.next_review, other.next_review),
            **{name: _both(getattr(one, name), getattr(other, name)) if signed else None for name in names},
        }
    )


def _both(one: Person, other: Person) -> Person:
    """Two persons as one line names them: `Ana Ruiz, LCSW; Bo Lind` with the second one's standing."""
    if other == one:
        return one
    return other.model_copy(update={"name": f"{one.name}, {one.standing}; {other.name}"})

"""Notes on what changed in a module, one for each revision after the first."""

from typing import Annotated, Literal

from pydantic import Field

from generator.schema.base import PlainText, Spec
from generator.schema.safety import Day

ChangeKind = Literal["safety", "answers", "worksheets", "wording", "guide", "sources"]


class Change(Spec):
    """What a revision changed: when, which parts, and one sentence for counselors who have older sheets in a drawer.

    Example:
        revision: 2
        date: 2026-11-20
        what: [answers, wording]
        note: Question 3 had the wrong answer marked as right.
    """

    revision: Annotated[int, Field(ge=2, le=10_000)]
    """The revision that the note is about: the number under `revision` at that time."""
    date: Day
    """The day of the change, as 2026-11-20."""
    what: Annotated[tuple[ChangeKind, ...], Field(min_length=1, max_length=6)]
    """Which parts changed. Counselors are told by it which sheets to throw away.

    - `safety`: what is said about safety. It stands first, and all older sheets are to be thrown away.
    - `answers`: questions of the quiz, or which answers are right.
    - `worksheets`: worksheets, or their fields.
    - `wording`: the words of the lesson, which stand on the handout, too.
    - `guide`: the guide for counselors.
    - `sources`: works that are cited.
    """
    note: PlainText
    """One sentence in plain words: what is different, and why."""


Changes = Annotated[tuple[Change, ...], Field(max_length=200)]
"""One note for each revision after the first, the newest first."""

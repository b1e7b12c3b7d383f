"""What the rest of the course needs to know of a module, kept between builds."""

from __future__ import annotations

from dataclasses import dataclass

from generator.history.noted import Noted
from generator.reviews.due import Due
from generator.reviews.standing import Signature, Status
from generator.translations.marks import Mark


@dataclass(frozen=True, slots=True)
class Reference:
    """A link to something outside the module (`term:craving`, `module:stress`) and where it is written."""

    target: str
    line: int
    column: int
    path: str = ""
    """The overlay's file; empty in the module's own."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What the rest of the course needs to know of a module; small, and kept between builds."""

    id: str
    path: str
    title: str
    main_message: str
    track: str
    minutes: int
    worksheets: tuple[tuple[str, str], ...]
    """Id and title of each worksheet."""
    terms: tuple[tuple[str, str, str, int], ...]
    """Id, term, meaning (Markdown) and line of each glossary entry."""
    references: tuple[Reference, ...]
    sources: tuple[str, ...]
    for_whom: str
    needs: tuple[str, ...]
    objectives: tuple[str, ...]
    """In plain words."""
    safety: tuple[str, ...]
    """Ids of the module's safety messages."""
    status: Status
    next_review: str
    """Year and month: what the reviewers named, or before them the authors."""
    next_review_at: tuple[int, int]
    """Line and column of the month in the module's file."""
    due: Due
    """Whether that month was past on the day of the build."""
    reviewers: tuple[Signature, ...]
    """Who checked the module, the clinician first; nobody before it is approved."""
    reading: str
    """The measured reading level, one line for people."""
    spots: tuple[tuple[str, int, int], ...]
    """Line and column of what is compared with other files: `id`, `track`, and of each term `term:its-id`, `meaning:its-id`."""
    marks: tuple[Mark, ...]
    """Of each value, to compare it with the same module in other languages; empty in a course of one language."""
    language: str
    """The language of its words."""
    revision: int
    changes: tuple[Noted, ...]
    """What its revisions changed, the newest first."""

    @property
    def checked_by(self) -> str:
        """The clinician who checked the module, with the credential; empty if nobody did."""
        return next((one.who for one in self.reviewers if one.kind == "clinical"), "")

    def spot(self, name: str) -> tuple[int, int]:
        """Line and column of one of `spots`; the whole file's where it is not there."""
        return next(((line, column) for there, line, column in self.spots if there == name), (1, 1))

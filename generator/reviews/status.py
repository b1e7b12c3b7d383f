"""A course → where each review of each module stands: signed by whom, when and until when, or unsigned since what."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Literal

from generator.reviews.desk import Released, own_modules, released
from generator.reviews.due import Due
from generator.reviews.kept_text import changes, read_text
from generator.reviews.reviewed import standing_of
from generator.reviews.standing import Standing, Status, approving
from generator.reviews.text import code_of
from generator.schema.signoffs import REVIEW_KINDS, ReviewKind, SignOff
from generator.study import Studied

State = Literal["signed", "objected", "changed", "never"]
"""Approved as it is now; read as it is now, and not approved; approved or read before the text changed; never read."""

FORMAT = 1
"""Of the JSON: raised when a key changes its meaning."""


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """One of the three reviews of a module, by the last person who decided."""

    kind: ReviewKind
    state: State
    name: str = ""
    standing: str = ""
    date: str = ""
    decision: str = ""
    next_review: str = ""
    changed: tuple[str, ...] = ()
    """The parts of the module that are others than that person read; empty where the old text is not kept."""


@dataclass(frozen=True, slots=True)
class ModuleRow:
    """A module in one language."""

    module: str
    language: str
    status: Status
    next_review: str
    due: Due
    code: str
    """Of the text of today, as a packet prints it."""
    reviews: tuple[ReviewRow, ...]

    @property
    def fine(self) -> bool:
        """Whether it is approved and nothing is past due; a retired module asks for nothing."""
        return self.status == "retired" or (self.status == "approved" and self.due == "no")


def rows_of(course: Path, studied: Sequence[Studied]) -> tuple[ModuleRow, ...]:
    """Every module of every language, in the course's order."""
    return tuple(
        _row(course, one := released(facts, language), standing_of(one.module, one.frame))
        for language in studied
        for facts in own_modules(language)
    )


def _row(course: Path, module: Released, standing: Standing) -> ModuleRow:
    reviews = tuple(_review(course, module, kind) for kind in REVIEW_KINDS)
    where = (module.module.id, module.frame.language)
    return ModuleRow(*where, standing.status, standing.next_check, standing.due, code_of(module.digest), reviews)


def _review(course: Path, module: Released, kind: ReviewKind) -> ReviewRow:
    ours = [one for one in module.sign_offs if one.kind == kind]
    if not ours:
        return ReviewRow(kind, "never")
    today = [one for one in ours if one.digest == module.digest]
    last = (today or ours)[-1]
    state: State = "changed" if not today else "signed" if approving(today, kind) else "objected"
    if state == "objected":
        last = next(one for one in reversed(today) if one.decision != "approve")
    changed = tuple(_changed(course, module, last)) if state == "changed" else ()
    return ReviewRow(kind, state, last.name, last.standing, last.date, last.decision, last.next_review, changed)


def _changed(course: Path, module: Released, last: SignOff) -> Iterator[str]:
    before = read_text(course, module.module.id, module.frame.language, last.digest)
    if before is not None:
        yield from dict.fromkeys(change.place.partition(".")[0] for change in changes(before, module.text))


def as_json(rows: Sequence[ModuleRow]) -> dict[str, Any]:
    """The rows for another program. Shape: `{"format": 1, "modules": [{…, "reviews": [{…}]}]}`."""
    return {"format": FORMAT, "modules": [asdict(row) for row in rows]}


def as_text(rows: Sequence[ModuleRow]) -> Iterator[str]:
    """The rows for people, one line a review, under its module."""
    for row in rows:
        late = {"no": "", "past": ", PAST DUE", "long": ", MORE THAN 90 DAYS PAST DUE"}[row.due]
        yield f"{row.module} ({row.language}): {row.status}; next review {row.next_review}{late}; text {row.code}"
        yield from (f"  {review.kind:18}{_told(review)}" for review in row.reviews)


def _told(review: ReviewRow) -> str:
    who = f"{review.name}, {review.standing}"
    match review.state:
        case "never":
            return "never signed"
        case "signed":
            return f"signed by {who}, {review.date}; next {review.next_review}"
        case "objected":
            return f"not approved by {who}, {review.date}: {review.decision.replace('-', ' ')}"
        case "changed":
            what = f": {', '.join(review.changed)}" if review.changed else ""
            return f"unsigned since the text changed after {who}, {review.date} ({review.decision.replace('-', ' ')}){what}"

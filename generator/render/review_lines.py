"""Where a module stands → what its pages and sheets say of it: the mark at the head, a notice, who wrote and checked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import assert_never

from generator.course import Frame
from generator.language.dates import day, month
from generator.reviews.reviewed import standing_of
from generator.reviews.standing import Signature, Standing
from generator.schema.module import Module, Person


@dataclass(frozen=True, slots=True)
class ReviewLines:
    """The sentences of a module's review, in the language of the frame."""

    mark: str
    """What stands in a box at the head while somebody has still to look at the words; empty if all is well."""
    checked: str
    """Who checked the module, for the head of an approved one; else empty."""
    notice: str
    """That its check is past due, that it is no longer used, or that its source is newer; else empty."""
    authors: tuple[str, ...]
    """Who wrote it, and who translated it."""
    reviewers: tuple[str, ...]
    """A sentence for each who checked it."""
    next_check: str
    """When it should be looked at next, as a phrase."""


def review_lines(module: Module, frame: Frame) -> ReviewLines:
    """What pages and sheets of the module say."""
    standing, t = standing_of(module, frame), frame.strings
    when = month(standing.next_check, frame.language)
    return ReviewLines(
        mark=_mark(standing, frame),
        checked=_checked(standing.checked_by, frame),
        notice=" ".join(_notices(standing, module, frame)),
        authors=tuple(_authors(module, frame)),
        reviewers=tuple(reviewers(standing.reviewers, frame)),
        next_check=t["next_check" if standing.due == "no" else "check_was_due"].format(when=when),
    )


def draft_words(frame: Frame) -> str:
    """What marks words that nobody has reviewed; of a translation it says that it is one."""
    return frame.strings["draft" if frame.language == frame.spec.languages[0] else "draft_translation"]


def course_mark(frame: Frame) -> str:
    """What marks the pages and sheets of the course itself: its words are as reviewed as its modules are."""
    match frame.reviewed:
        case "all":
            return ""
        case "some":
            return frame.strings["draft_some"]
        case "none":
            return draft_words(frame)
        case _:
            assert_never(frame.reviewed)


def course_note(frame: Frame) -> str:
    """What stands at the end of a page of the course itself."""
    name = {"none": "draft_note", "some": "draft_some_note", "all": "print_education"}[frame.reviewed]
    return frame.strings[name]


def _mark(standing: Standing, frame: Frame) -> str:
    t = frame.strings
    if standing.status == "retired":
        return t["retired"]
    if standing.approved:
        return (
            t["check_was_due"].format(when=month(standing.next_check, frame.language)) if standing.due != "no" else ""
        )
    return t["draft_unfinished"] if standing.signed else draft_words(frame)


def _notices(standing: Standing, module: Module, frame: Frame) -> Iterator[str]:
    t = frame.strings
    if standing.status == "retired":
        yield t["retired_note"]
    elif standing.due != "no":
        yield t["check_was_due_note"].format(when=month(standing.next_check, frame.language))
    if module.id in frame.outdated:
        yield t["translation_is_older_note"]


def _checked(clinician: Signature | None, frame: Frame) -> str:
    if clinician is None:
        return ""
    return frame.strings["checked_by"].format(who=clinician.who, when=day(clinician.date, frame.language))


def _authors(module: Module, frame: Frame) -> Iterator[str]:
    review, t = module.review, frame.strings
    yield t["written_by"].format(who=_named(review.written_by))
    if review.translated_by:
        yield t["translated_by"].format(who=_named(review.translated_by))


def _named(person: Person) -> str:
    return ", ".join(part for part in (person.name, person.role, person.credential) if part)


def reviewers(signed: Sequence[Signature], frame: Frame) -> Iterator[str]:
    """A sentence for each who checked a module."""
    for one in signed:
        name = "checked_by" if one.kind == "clinical" else f"checked_by_{one.kind.replace('-', '_')}"
        yield frame.strings[name].format(who=one.who, when=day(one.date, frame.language))

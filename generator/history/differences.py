"""What differs between two versions of the course, as values. Nothing here is about layout."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from generator.schema.changes import ChangeKind


@dataclass(frozen=True, slots=True)
class Reworded:
    """A text that changed: where it stands in plain words, and its words before and after; empty where there are none."""

    where: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class AnswersChanged:
    """A question whose right answers changed."""

    ask: str
    before: tuple[str, ...]
    after: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class QuizChanges:
    """What changed in a quiz."""

    answers: tuple[AnswersChanged, ...] = ()
    letters: tuple[str, ...] = ()
    """Questions whose choices have other letters or places now: an older key does not fit a newer quiz."""
    new: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    wording: tuple[Reworded, ...] = ()


@dataclass(frozen=True, slots=True)
class KeptAnswers:
    """A field of a worksheet that holds no more what people kept in it, or has it under a new id."""

    worksheet: str
    field: str
    how: Literal["lost", "partly", "moved"]


@dataclass(frozen=True, slots=True)
class WorksheetChanges:
    """What changed in the worksheets."""

    new: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    new_fields: tuple[tuple[str, str], ...] = ()
    """Worksheet and field."""
    kept: tuple[KeptAnswers, ...] = ()
    wording: tuple[tuple[str, Reworded], ...] = ()
    """Worksheet and text."""

    @property
    def touched(self) -> tuple[str, ...]:
        """The worksheets of which older sheets are out of date."""
        named = (*(sheet for sheet, _ in self.new_fields), *(one.worksheet for one in self.kept if one.how != "moved"))
        return tuple(dict.fromkeys((*self.gone, *named, *(sheet for sheet, _ in self.wording))))


@dataclass(frozen=True, slots=True)
class Moved:
    """What came into a list and what went out of it, in words for people."""

    new: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ModuleChanges:
    """What changed in a module that both versions have."""

    id: str
    title: str
    title_before: str
    """The same where it did not change."""
    revisions: tuple[int, int]
    retired: bool
    """Whether it is marked as no longer in use, and was not."""
    safety: Moved
    """Titles of the safety messages that it shows."""
    changed_messages: tuple[str, ...]
    """Titles of messages on its sheets whose words or numbers changed; without those that stand on all sheets."""
    quiz: QuizChanges
    worksheets: WorksheetChanges
    lesson: tuple[Reworded, ...]
    guide: tuple[Reworded, ...]
    sources: Moved
    notes: tuple[tuple[int, str], ...]
    """Revision and note of what its authors wrote of the revisions between, the newest first."""
    other: bool
    """Whether something that is no text changed: the order of parts, a picture, how a field is filled in."""

    @property
    def kinds(self) -> tuple[ChangeKind, ...]:
        """What changed, the gravest first."""
        quiz = self.quiz
        there: dict[ChangeKind, bool] = {
            "safety": bool(self.safety.new or self.safety.gone or self.changed_messages),
            "answers": quiz != QuizChanges(),
            "worksheets": bool(self.worksheets.touched or self.worksheets.new),
            "wording": bool(self.lesson or self.title != self.title_before),
            "guide": bool(self.guide),
            "sources": bool(self.sources.new or self.sources.gone),
        }
        return tuple(kind for kind, is_there in there.items() if is_there)

    @property
    def changed(self) -> bool:
        """Whether there is anything to tell."""
        return bool(self.kinds or self.other or self.retired or self.worksheets.kept or self.notes)


@dataclass(frozen=True, slots=True)
class NumberChanged:
    """A phone number: whose it is, and how it was and is shown; empty where it was or is not there."""

    of: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class LanguageChanges:
    """What changed in one language of the course."""

    language: str
    whole: bool
    """Whether guides and answers could be compared; False where a version holds the patients' pages alone."""
    title: Reworded | None
    new: tuple[str, ...]
    """Titles of modules that were not there."""
    gone: tuple[tuple[str, int], ...]
    """Titles and revisions of modules that are no longer there."""
    messages: tuple[Reworded, ...]
    """Safety messages whose words changed, that came, or that went; `where` is the title."""
    everywhere: tuple[str, ...]
    """Titles of changed messages that stand on every sheet, or on every worksheet."""
    numbers: tuple[NumberChanged, ...]
    works: tuple[Reworded, ...]
    """Works whose data changed."""
    modules: tuple[ModuleChanges, ...]
    """Those with changes, in the course's order: safety first."""

    @property
    def changed(self) -> bool:
        """Whether there is anything to tell."""
        return bool(self.title or self.new or self.gone or self.messages or self.numbers or self.works or self.modules)


@dataclass(frozen=True, slots=True)
class Differences:
    """What changed between two versions. `new` is empty for the course's files of today."""

    old: str
    new: str
    languages: tuple[LanguageChanges, ...]
    new_languages: tuple[str, ...] = ()
    gone_languages: tuple[str, ...] = ()

    @property
    def changed(self) -> bool:
        """Whether there is anything to tell."""
        return bool(self.new_languages or self.gone_languages or any(one.changed for one in self.languages))

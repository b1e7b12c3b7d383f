"""What `course.json` holds, as models: its shape is printed as JSON Schema by `psychoed schema course-json`.

A new key does not raise `FORMAT`; readers leave aside what they do not know. A key that goes, or means something else,
raises it.
"""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from generator.order import Tree
from generator.reviews.due import Due
from generator.reviews.standing import Status
from generator.schema.changes import ChangeKind

FORMAT = 1
NAME = "course.json"
"""What the file is called in each tree's folder."""


class Shape(BaseModel):
    """A part of the file; keys that are not known are left aside."""

    model_config = ConfigDict(frozen=True, extra="ignore", strict=True, defer_build=True)


class Text(Shape):
    """A text that people read."""

    key: str
    """Where it stands in the module, in all languages alike: `lesson/0/heading`, `worksheets/my-log/title`."""
    text: str
    """The words without markup; a line end stands between paragraphs and list items."""
    html: str | None = None
    """The same with its markup, where it has any. Links are as the author wrote them: `term:craving`, `module:stress`,
    `worksheet:my-log`, `tel:988`, `sms:988`, or `https:` addresses."""


class Named(Shape):
    """An id and its words."""

    id: str
    text: str


class Answer(Shape):
    """What a choice of a question is worth, and what it teaches."""

    text: str
    """The choice; for a matching question both sides with a dash between them; a step of an ordering has its number."""
    verdict: Literal["yes", "no", "depends"]
    feedback: str


class Question(Shape):
    """A question of the quiz."""

    id: str
    kind: str
    objective: str | None = None
    """The id of the objective that it asks about."""
    ask: str
    choices: tuple[str, ...] = ()
    """As pages and sheets show them; the first is A."""
    matches: tuple[str, ...] = ()
    """What the choices are put together with, as it is shown."""
    answers: tuple[Answer, ...] | None = None
    """In the author's order. Only in the counselors' file; `null` in the patients'."""


class WorksheetField(Shape):
    """A field of a worksheet."""

    id: str | None
    """`null` for a note, which holds nothing."""
    kind: str
    label: str
    keeps: tuple[str, ...] = ()
    """What answers are kept by: the field's id, and with a `/` those of its items, rows and columns."""


class Worksheet(Shape):
    """A worksheet and its fields."""

    id: str
    title: str
    purpose: str
    minutes: int
    fields: tuple[WorksheetField, ...]
    renamed: dict[str, str]
    """Ids that fields had before → today's."""


class Change(Shape):
    """A note on what a revision changed."""

    revision: int
    date: str
    what: tuple[ChangeKind, ...]
    note: str


class Reviewer(Shape):
    """Somebody who approved the text as it is."""

    kind: str
    name: str
    standing: str
    """The credential, or the role of somebody without one."""
    date: str


class Review(Shape):
    """Where the module stands."""

    status: Status
    next_review: str
    """Year and month."""
    due: Due
    """Whether that month was past on the day of the build: `no`, `past`, or `long` (more than 90 days)."""
    written_by: str
    translated_by: str | None = None
    reviewers: tuple[Reviewer, ...] = ()


class Digests(Shape):
    """SHA-256 digests (64 hex digits): equal ones say that nothing changed."""

    here: str
    """Of all that this file holds of the module's text."""
    file: str
    """Of the whole text of the module's own file, guide and answers with it, without overlays. It tells when the
    revision has to rise."""
    reviewed: str
    """Of what a reviewer signs: the text as it is read, with the safety messages and works that it shows."""


class ModuleEntry(Shape):
    """A module as readers of the tree see it, overlays of the clinic with it."""

    id: str
    language: str
    """Another one than the file's where the module is not translated and the first language's stands in for it."""
    title: str
    revision: int
    track: str
    minutes: int
    main_message: str
    for_whom: str
    needs: tuple[str, ...] = ()
    """How counselors look for it; only in their file."""
    today: str
    objectives: tuple[Named, ...]
    safety: tuple[str, ...]
    """Ids of the safety messages that it shows beside the one that stands everywhere."""
    sources: tuple[str, ...]
    """Ids of the works that it cites."""
    terms: tuple[Named, ...]
    """The words that it explains."""
    questions: tuple[Question, ...]
    worksheets: tuple[Worksheet, ...]
    texts: tuple[Text, ...]
    """Every text in the order of the file. The quiz and the guide stand here in the counselors' file alone."""
    review: Review
    changes: tuple[Change, ...]
    """What its revisions changed, the newest first; only in the counselors' file, for a note may name a right answer."""
    digests: Digests


class Message(Shape):
    """A safety message."""

    id: str
    language: str
    title: str
    text: str
    html: str
    """With its numbers as links that a phone dials: `tel:`, `sms:`."""
    sheet_line: str
    """The short form for the foot of a sheet; the whole text where there is none."""
    numbers: tuple[str, ...]
    """Ids of the phone numbers in it."""


class Number(Shape):
    """A phone number."""

    id: str
    shown: str
    dial: str
    text: bool
    """Whether people send a text message to it."""
    of: str
    verified_on: str
    verified_how: str
    recheck_by: str


class Work(Shape):
    """A work that modules cite."""

    id: str
    authors: str
    title: str
    year: int
    publication: str
    identifiers: str | None = None
    evidence: str


class Planned(Shape):
    """A module that is not written yet."""

    id: str
    title: str


class CourseEntry(Shape):
    """The course itself."""

    id: str
    title: str
    tagline: str
    version: str
    language: str
    languages: tuple[str, ...]
    """All that the version has, the first one in front."""
    pages: str
    """The web address of this tree's pages, as the QR codes name it."""


class CourseFile(Shape):
    """One version of the course in one language, as one of its trees shows it."""

    format: Literal[1] = Field(description="The shape of this file; another number is another shape.")
    tree: Tree
    """`patients`: without guides, answers and feedback. `counselors`: all of it."""
    course: CourseEntry
    everywhere: str
    """The id of the safety message on every page and sheet."""
    on_worksheets: str
    """The id of the safety message wherever people write."""
    safety: tuple[Message, ...]
    numbers: tuple[Number, ...]
    sources: tuple[Work, ...]
    planned: tuple[Planned, ...]
    """Modules that pathways and programs name, and that nobody has written yet; in the counselors' file alone."""
    modules: tuple[ModuleEntry, ...]
    """In the course's order."""

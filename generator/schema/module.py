"""The module: everything one file of `modules/<language>/` holds."""

from collections.abc import Mapping
from typing import Annotated, ClassVar, Literal

from pydantic import Field as Shape

from generator.schema.base import Minutes, PlainText, RichLine, RichText, SafetyId, Slug, Spec
from generator.schema.blocks import Block
from generator.schema.changes import Changes
from generator.schema.exceptions import Exceptions
from generator.schema.fields import Field
from generator.schema.guide import Guide
from generator.schema.pictures import Picture
from generator.schema.questions import Question


class Objective(Spec):
    """What a person can do after the module.

    Example:
        id: rate-a-craving
        text: Rate a craving from 0 to 10.
    """

    id: Slug
    text: RichLine
    """What the person can do, starting with a verb: “Name …”, “Practice …”."""


class Section(Spec):
    """A short part of the lesson. Its heading says the point; the parts come in the order what, why, how, practice.

    Example:
        part: what
        heading: A craving is a strong want
        blocks:
          - kind: text
            text: It can be a thought, a body feeling, or both.
    """

    part: Literal["what", "why", "how", "practice"]
    """Which part of the lesson it belongs to.

    - `what`: what this is.
    - `why`: why it matters.
    - `how`: what helps.
    - `practice`: doing it, and taking it home.
    """
    heading: PlainText
    """A short sentence that says the point, as “A craving is a strong want”."""
    blocks: Annotated[tuple[Block, ...], Shape(min_length=1)]
    """Texts, stories, steps, pictures and other blocks, in order."""


class Worksheet(Spec):
    """A sheet to fill in on paper or on screen.

    A field whose id has to change is listed in `renamed`, old id first, so that answers which people kept on their
    device find it again. Entries stay there for good; after a second change they name the newest id.

    Example:
        id: urge-log
        title: My urge log
        purpose: See your own pattern, and what helps you.
        minutes: 10
        fields:
          - kind: long_text
            id: what-i-learned
            label: What I learned
            lines: 4
        renamed:
          learned: what-i-learned
    """

    id: Slug
    title: PlainText
    """The title of the sheet."""
    purpose: RichLine
    """One sentence on what the sheet is good for."""
    minutes: Minutes
    """How many minutes it takes to fill in."""
    fields: Annotated[tuple[Field, ...], Shape(min_length=1)]
    """What people fill in, from top to bottom."""
    renamed: Annotated[
        dict[Slug, Slug],
        Shape(
            default_factory=dict,
            max_length=40,
            description="Ids that fields had before: the old id, then the id of today.",
        ),
    ]
    """Ids that fields had before: the old id, then the id of today. Answers that people kept are found by it."""


class Term(Spec):
    """A glossary entry: the term, what it means, and other forms of the word.

    Example:
        id: craving
        term: craving
        meaning: A strong want to use.
    """

    id: Slug
    term: PlainText
    """The word as it stands in the glossary."""
    meaning: RichLine
    """What it means, in one or two short sentences."""


Month = Annotated[str, Shape(pattern=r"^20\d\d-(0[1-9]|1[0-2])$", description="Year and month, as 2027-11.")]


class Person(Spec):
    """Who wrote or reviewed: a name, a role, and a credential if there is one.

    Example:
        name: The Psychoed course team
        role: authors
    """

    name: PlainText
    """The name, of a person or a team."""
    role: PlainText
    """What they did here, as “author”."""
    credential: PlainText | None = None
    """A license or degree, if there is one."""

    @property
    def standing(self) -> str:
        """The credential, or the role of somebody without one."""
        return self.credential or self.role


_BY_COMMAND = "who reviewed a module is written by `psychoed review sign`; take this out"


class Review(Spec):
    """Where the module stands. Nobody is named here who did not do the work.

    Who reviewed it stands in files of its own, which `psychoed review sign` writes; whether a module is approved is
    computed from them. `next_review` holds until the reviewers have named a month. A module that is `retired` says on
    each page and sheet that it should not be used any more.

    Example:
        status: draft
        written_by:
          name: The Psychoed course team
          role: authors
        next_review: 2027-11
    """

    GONE: ClassVar[Mapping[str, str]] = dict.fromkeys(("clinical", "lived_experience", "plain_language"), _BY_COMMAND)

    status: Literal["draft", "in-clinical-review", "retired"]
    """Where the module stands. That it is approved is computed from what its reviewers signed.

    - `draft`: nobody has reviewed it.
    - `in-clinical-review`: a clinician is reading it.
    - `retired`: it is no longer used.
    """
    written_by: Person
    """Who wrote the module."""
    translated_by: Person | None = None
    """Who put the module into this language, in the files of a translation alone."""
    next_review: Month
    """When somebody should look at it again: year and month, as 2027-11. Reviewers name a month of their own."""


class Module(Spec):
    """One topic: lesson, pictures, worksheets, quiz and facilitator guide."""

    id: Slug
    """The name of the module, the same as its file's name without `.yml`. Never change it after a release."""
    title: PlainText
    """The title, as people see it."""
    revision: Annotated[int, Shape(ge=1)]
    """1 for a new module; one more each time its content changes after a release."""
    changes: Changes = ()
    """What changed, a note for each revision after the first, the newest first."""
    track: Slug
    """The id of one of the `tracks` in course.yml."""
    minutes: Minutes
    """How long reading the lesson takes."""
    main_message: RichLine
    """The one sentence that people should remember."""
    for_whom: RichLine
    """Whom it is for, in one or two welcoming sentences."""
    needs: Annotated[
        tuple[PlainText, ...],
        Shape(max_length=12, description="What it helps with, in a few plain words each: how counselors look for it."),
    ] = ()
    """What it helps with, in a few plain words each: how counselors look for it."""
    objectives: Annotated[tuple[Objective, ...], Shape(min_length=2, max_length=5)]
    """Two to five things that a person can do afterwards."""
    today: RichLine
    """One small thing to do today. It costs nothing."""
    safety: Annotated[tuple[SafetyId, ...], Shape(min_length=1)]
    """The ids of the safety messages that this topic needs. The check names those that its words call for."""
    lesson: Annotated[tuple[Section, ...], Shape(min_length=1)]
    """The lesson: short sections in the order what, why, how, practice; 700 to 1,100 words in all."""
    pictures: Annotated[tuple[Picture, ...], Shape(min_length=1)]
    """The pictures that blocks of the lesson show. The program draws them from your words."""
    worksheets: Annotated[tuple[Worksheet, ...], Shape(min_length=1)]
    """Sheets to fill in, on paper and on screen."""
    quiz: Annotated[tuple[Question, ...], Shape(min_length=4, max_length=6)]
    """Four to six questions for learning. They are never scored."""
    guide: Guide
    """What a counselor needs to run a group on this topic. Patients never see it."""
    glossary: tuple[Term, ...] = ()
    """Words that are explained: a text links to one by `[craving](term:craving)`."""
    sources: Annotated[tuple[Slug, ...], Shape(min_length=1)]
    """The ids of all sources that the module cites, from `sources.yml`."""
    review: Review
    """Who wrote it, and when it should be looked at next."""
    exceptions: Exceptions = ()
    """Places where a rule of the check is wrong about this file, each with the reason."""
    note: RichText | None = None
    """A note to readers at the end of the lesson, if there is one."""

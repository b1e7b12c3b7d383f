"""The module: everything one file of `modules/<language>/` holds."""

from typing import Annotated, Literal

from pydantic import Field as Shape

from generator.schema.base import Minutes, PlainText, RichLine, RichText, SafetyId, Slug, Spec
from generator.schema.blocks import Block
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
    heading: PlainText
    blocks: Annotated[tuple[Block, ...], Shape(min_length=1)]


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
    purpose: RichLine
    minutes: Minutes
    fields: Annotated[tuple[Field, ...], Shape(min_length=1)]
    renamed: Annotated[
        dict[Slug, Slug],
        Shape(
            default_factory=dict,
            max_length=40,
            description="Ids that fields had before: the old id, then the id of today.",
        ),
    ]


class Term(Spec):
    """A glossary entry: the term, what it means, and other forms of the word.

    Example:
        id: craving
        term: craving
        meaning: A strong want to use.
    """

    id: Slug
    term: PlainText
    meaning: RichLine


class Person(Spec):
    """Who wrote or reviewed: a name, a role, and a credential if there is one.

    Example:
        name: The Psychoed course team
        role: authors
    """

    name: PlainText
    role: PlainText
    credential: PlainText | None = None

    @property
    def standing(self) -> str:
        """The credential, or the role of somebody without one."""
        return self.credential or self.role


class Review(Spec):
    """Where the module stands. Nobody is named here who did not do the work.

    Example:
        status: draft
        written_by:
          name: The Psychoed course team
          role: authors
        next_review: 2027-11
    """

    status: Literal["draft", "in-clinical-review", "approved", "retired"]
    written_by: Person
    translated_by: Person | None = None
    clinical: Person | None = None
    lived_experience: Person | None = None
    plain_language: Person | None = None

    @property
    def checked_by(self) -> Person | None:
        """The clinician who checked the module; nobody before the module is approved."""
        return self.clinical if self.status == "approved" else None

    next_review: Annotated[str, Shape(pattern=r"^20\d\d-(0[1-9]|1[0-2])$", description="Year and month, as 2027-11.")]


class Module(Spec):
    """One topic: lesson, pictures, worksheets, quiz and facilitator guide."""

    id: Slug
    title: PlainText
    revision: Annotated[int, Shape(ge=1)]
    track: Slug
    minutes: Minutes
    main_message: RichLine
    for_whom: RichLine
    needs: Annotated[
        tuple[PlainText, ...],
        Shape(max_length=12, description="What it helps with, in a few plain words each: how counselors look for it."),
    ] = ()
    objectives: Annotated[tuple[Objective, ...], Shape(min_length=2, max_length=5)]
    today: RichLine
    safety: Annotated[tuple[SafetyId, ...], Shape(min_length=1)]
    lesson: Annotated[tuple[Section, ...], Shape(min_length=1)]
    pictures: Annotated[tuple[Picture, ...], Shape(min_length=1)]
    worksheets: Annotated[tuple[Worksheet, ...], Shape(min_length=1)]
    quiz: Annotated[tuple[Question, ...], Shape(min_length=4, max_length=6)]
    guide: Guide
    glossary: tuple[Term, ...] = ()
    sources: Annotated[tuple[Slug, ...], Shape(min_length=1)]
    review: Review
    note: RichText | None = None

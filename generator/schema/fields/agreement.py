"""Agreement: what a person, or two people, choose to try; ticked, never signed."""

from typing import Annotated, Literal

from pydantic import Field

from generator.schema.base import PlainText, RichLine, Slug, Spec


class Agreement(Spec):
    """Statements to tick and the words that close them. No name, no signature, no date of birth.

    Example:
        kind: agreement
        id: our-talk
        label: What we agree to
        statements:
          one-at-a-time: One person speaks at a time.
          stop: Either of us can stop the talk.
        closing: We can change this any time.
    """

    kind: Literal["agreement"]
    id: Slug
    label: PlainText
    """The words in front of what people fill in: what to write or choose here."""
    hint: RichLine | None = None
    """A short line of help under the label, such as an example of an answer."""
    statements: Annotated[dict[Slug, PlainText], Field(min_length=1, max_length=10)]
    """What people agree to: an id of your own for each, then its words."""
    closing: RichLine | None = None
    """One sentence under the statements, as “We can change this any time.”"""

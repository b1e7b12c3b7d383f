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
    hint: RichLine | None = None
    statements: Annotated[dict[Slug, PlainText], Field(min_length=1, max_length=10)]
    closing: RichLine | None = None

"""Plan: when this happens, then I will do that."""

from typing import Annotated, Literal

from pydantic import Field

from generator.schema.base import PlainText, RichLine, Slug, Spec


class Plan(Spec):
    """When/then rows; `starts` may give the first words of some rows.

    Example:
        kind: plan
        id: my-plan
        label: My plan
        when: When my number is at
        then: I will
        rows: 3
    """

    kind: Literal["plan"]
    id: Slug
    label: PlainText
    """The words in front of what people fill in: what to write or choose here."""
    hint: RichLine | None = None
    """A short line of help under the label, such as an example of an answer."""
    when: PlainText
    """The words that begin the left side of each row, as “When my number is at”."""
    then: PlainText
    """The words that begin the right side of each row, as “I will”."""
    starts: tuple[PlainText, ...] = ()
    """First words for some of the rows, if you want to give them."""
    rows: Annotated[int, Field(ge=1, le=10)]
    """How many rows, 1 to 10."""

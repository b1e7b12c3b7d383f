"""Rating grid: several things, each rated on the same few words."""

from typing import Annotated, Literal

from pydantic import Field

from generator.schema.base import PlainText, RichLine, Slug, Spec


class RatingGrid(Spec):
    """Rows to rate, and two to six words or numbers to rate them with.

    Example:
        kind: rating_grid
        id: triggers
        label: How strong is each trigger for me?
        items:
          payday: Payday
          alone: Being alone
        ratings:
          never: Never
          some: Sometimes
          often: Often
    """

    kind: Literal["rating_grid"]
    id: Slug
    label: PlainText
    """The words in front of what people fill in: what to write or choose here."""
    hint: RichLine | None = None
    """A short line of help under the label, such as an example of an answer."""
    items: Annotated[dict[Slug, PlainText], Field(min_length=1, max_length=30)]
    """The rows to rate: an id of your own for each, then its words."""
    ratings: Annotated[dict[Slug, PlainText], Field(min_length=2, max_length=6)]
    """The words or numbers to rate with: an id of your own for each, then its words."""

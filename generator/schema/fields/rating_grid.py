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
    hint: RichLine | None = None
    items: Annotated[dict[Slug, PlainText], Field(min_length=1, max_length=30)]
    ratings: Annotated[dict[Slug, PlainText], Field(min_length=2, max_length=6)]

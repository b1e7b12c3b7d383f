"""Checklist: tick all that fit."""

from typing import Annotated, Literal

from pydantic import Field

from generator.schema.base import PlainText, RichLine, Slug, Spec


class Checklist(Spec):
    """Boxes to tick, each with a permanent id, and a line for something else if `other` is true.

    Example:
        kind: checklist
        id: body-cues
        label: Body cues I notice
        items:
          tight-chest: Tight chest
          hot-face: Hot face
        other: true
    """

    kind: Literal["checklist"]
    id: Slug
    label: PlainText
    """The words in front of what people fill in: what to write or choose here."""
    hint: RichLine | None = None
    """A short line of help under the label, such as an example of an answer."""
    items: Annotated[dict[Slug, PlainText], Field(min_length=2, max_length=40)]
    """The boxes: an id of your own for each, then its words."""
    other: bool = False
    """`true` adds a line for something else."""

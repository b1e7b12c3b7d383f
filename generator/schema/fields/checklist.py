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
    hint: RichLine | None = None
    items: Annotated[dict[Slug, PlainText], Field(min_length=2, max_length=40)]
    other: bool = False

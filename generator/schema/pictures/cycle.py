"""Cycle: steps that lead round to the first one, and perhaps a way out."""

from typing import Annotated, Literal

from pydantic import Field

from generator.schema.base import PlainText
from generator.schema.pictures.part import Part, PictureSpec


class Cycle(PictureSpec):
    """Three to five parts in a ring; `way_out` is written in the middle.

    Example:
        kind: cycle
        id: stress-cycle
        title: Stress and craving feed each other
        caption: You can step out at any point.
        alt: Four boxes in a ring with arrows from each to the next.
        parts:
          - label: Stress
          - label: Craving
          - label: Use
        way_out: A calming skill is a way out
    """

    kind: Literal["cycle"]
    parts: Annotated[tuple[Part, ...], Field(min_length=3, max_length=5)]
    """Three to five parts, in the direction of the arrows."""
    way_out: PlainText | None = None
    """Words in the middle: how to step out."""

"""Ladder: steps that go up, the first at the bottom."""

from typing import Annotated, Literal

from pydantic import Field

from generator.schema.pictures.part import Part, PictureSpec


class Ladder(PictureSpec):
    """Three to six steps from the bottom to the top.

    Example:
        kind: ladder
        id: time-out-ladder
        title: The steps of a time-out
        caption: Start at the bottom. Take one step at a time.
        alt: Three steps going up.
        parts:
          - label: Say you need a break
          - label: Leave in a safe way
          - label: Come back to talk
    """

    kind: Literal["ladder"]
    parts: Annotated[tuple[Part, ...], Field(min_length=3, max_length=6)]
    """Three to six steps, the lowest first."""

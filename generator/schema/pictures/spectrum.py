"""Spectrum: ways of doing a thing along a line from one end to the other."""

from typing import Annotated, Literal

from pydantic import Field

from generator.schema.pictures.part import Part, PictureSpec


class Spectrum(PictureSpec):
    """Three to five places on a line; the one numbered `best` (from 1) is drawn strongest.

    Example:
        kind: spectrum
        id: ways-to-talk
        title: Three ways to talk
        caption: The middle way is clear and kind.
        alt: A line with passive at the left, assertive in the middle, aggressive at the right.
        parts:
          - label: Passive
          - label: Assertive
          - label: Aggressive
        best: 2
    """

    kind: Literal["spectrum"]
    parts: Annotated[tuple[Part, ...], Field(min_length=3, max_length=5)]
    """Three to five places on the line, from left to right."""
    best: Annotated[int, Field(ge=1, le=5)]
    """Which of them is drawn strongest, counted from 1."""

"""Wave: something that rises, peaks and fades over time."""

from typing import Annotated, Literal

from pydantic import Field

from generator.schema.base import PlainText
from generator.schema.pictures.part import Part, PictureSpec


class Wave(PictureSpec):
    """Two to five points along a wave, the axis words under and beside it.

    Example:
        kind: wave
        id: craving-wave
        title: A craving is like a wave
        caption: Most urges rise, peak, and fade.
        alt: A curved line rises to a peak in the middle and falls again.
        up: How strong
        along: Time
        parts:
          - label: It starts
          - label: It peaks
          - label: It fades
    """

    kind: Literal["wave"]
    up: PlainText
    """The words along the side: what rises."""
    along: PlainText
    """The words under the wave, most often “Time”."""
    parts: Annotated[tuple[Part, ...], Field(min_length=2, max_length=5)]
    """Two to five labels along the wave, from left to right."""

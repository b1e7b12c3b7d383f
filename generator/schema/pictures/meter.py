"""Meter: a thermometer from 0 to 10 with words at some of its numbers."""

from typing import Annotated, Literal

from pydantic import Field

from generator.schema.base import PlainText, Spec
from generator.schema.pictures.part import PictureSpec


class Mark(Spec):
    """A number on the meter and the words that stand beside it.

    Example:
        at: 7
        label: Hot
        detail: Take a time-out
    """

    at: Annotated[int, Field(ge=0, le=10)]
    """A number on the meter, 0 to 10."""
    label: PlainText
    """A word or two beside the number."""
    detail: PlainText | None = None
    """What to do at this number."""


class Meter(PictureSpec):
    """Two to six marks on a scale of 0 to 10, lowest first.

    Example:
        kind: meter
        id: anger-meter
        title: The anger meter
        caption: Catch anger while the number is low.
        alt: A thermometer from 0, calm, to 10, as angry as you get.
        parts:
          - at: 0
            label: Calm
          - at: 10
            label: As angry as I get
    """

    kind: Literal["meter"]
    parts: Annotated[tuple[Mark, ...], Field(min_length=2, max_length=6)]
    """Two to six marks, the lowest number first."""

"""Piles: two boxes that things are sorted into."""

from typing import Annotated, Literal

from pydantic import Field

from generator.schema.base import PlainText, Spec
from generator.schema.pictures.part import PictureSpec


class Pile(Spec):
    """A box: its label, what to do with what is in it, and one to four examples.

    Example:
        label: I can change it
        detail: Make a small plan
        items:
          - A late bill
    """

    label: PlainText
    """What goes into this box, as “I can change it”."""
    detail: PlainText
    """What to do with what is in it."""
    items: Annotated[tuple[PlainText, ...], Field(min_length=1, max_length=4)]
    """One to four examples."""


class Piles(PictureSpec):
    """Two boxes side by side.

    Example:
        kind: piles
        id: two-piles
        title: Sort stress into two piles
        caption: Solve the first. Cope with the second.
        alt: Two boxes side by side, what I can change and what I cannot change.
        parts:
          - label: I can change it
            detail: Make a small plan
            items:
              - A late bill
          - label: I cannot change it
            detail: Care for yourself
            items:
              - The weather
    """

    kind: Literal["piles"]
    parts: Annotated[tuple[Pile, ...], Field(min_length=2, max_length=2)]
    """The two boxes, left and right."""

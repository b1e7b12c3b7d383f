"""A picture → the face it shows: with its names, with numbers, or with numbers in place of names."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Face:
    """Which of its words and numbers a picture shows.

    Example:
        Face(hide_labels=True, numbered=True)  # a worksheet where people write the names in
    """

    hide_labels: bool = False
    numbered: bool = False

    def number(self, place: int) -> int | None:
        """The number shown at the part at `place` (from 1), if numbers are shown."""
        return place if self.numbered else None


WITH_NAMES = Face()

"""A part, its number and a width → the tag that names it: number, label and detail, laid out and measured."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, Protocol

from generator.pictures.face import Face
from generator.pictures.letters import DETAIL, LABEL, SMALL_LABEL, Style, text_width, words_fit, wrap
from generator.pictures.svg import BADGE, Point, badge, text

GAP = 4
BESIDE = BADGE + 10
BELOW = BADGE + 4
TO_WRITE = 36


class Named(Protocol):
    """What every part of a picture has."""

    @property
    def label(self) -> str:
        """Its name."""

    @property
    def detail(self) -> str | None:
        """A line about it."""


@dataclass(frozen=True, slots=True)
class Words:
    """Wrapped lines of one style after another, or room to write them in."""

    runs: tuple[tuple[tuple[str, ...], Style], ...]
    room: float = 0

    @property
    def height(self) -> float:
        """Height of all lines together."""
        lines = sum(len(lines) * style.step for lines, style in self.runs)
        return self.room + lines + GAP * max(0, len(self.runs) - 1)

    @property
    def width(self) -> float:
        """Width of the longest line."""
        return max((text_width(line, style) for lines, style in self.runs for line in lines), default=0)

    def draw(self, at: Point, anchor: str) -> str:
        """The lines, with their top at `at`."""
        drawn, (x, y) = "", at
        for lines, style in self.runs:
            drawn += text(lines, (x, y), style, anchor)
            y += len(lines) * style.step + GAP
        return drawn


@dataclass(frozen=True, slots=True)
class Tag:
    """A part's number and words; the number stands left of the words, or above them in the middle."""

    number: int | None
    words: Words
    side: Literal["left", "above"]

    @property
    def height(self) -> float:
        """Height of number and words together."""
        if self.number is None:
            return self.words.height
        if self.side == "left":
            return max(BADGE, self.words.height)
        return BELOW + self.words.height

    @property
    def first(self) -> float:
        """How far below the top a lone line, or the first of several, has its middle."""
        return BADGE / 2 if self.number and self.words.height <= TO_WRITE else LABEL.step / 2

    def draw(self, at: Point) -> str:
        """The tag, with its top left corner (number left) or the middle of its top (number above) at `at`."""
        x, y = at
        anchor = "start" if self.side == "left" else "middle"
        if self.number is None:
            return self.words.draw(at, anchor)
        if self.side == "above":
            return badge(self.number, (x, y + BADGE / 2)) + self.words.draw((x, y + BELOW), anchor)
        top = y + self.first - LABEL.step / 2
        return badge(self.number, (x + BADGE / 2, y + self.first)) + self.words.draw((x + BESIDE, top), anchor)


def words(part: Named, face: Face, width: float) -> Words:
    """The words of a part that `face` shows."""
    if face.hide_labels:
        return Words((), TO_WRITE)
    style = LABEL if words_fit(part.label, width, LABEL) else SMALL_LABEL
    label = (wrap(part.label, width, style), style)
    return Words((label, (wrap(part.detail, width, DETAIL), DETAIL)) if part.detail else (label,))


def tag_left(part: Named, number: int | None, face: Face, width: float) -> Tag:
    """A tag with its number left of its words, `width` over all."""
    return Tag(number, words(part, face, width - (BESIDE if number else 0)), "left")


def tag_above(part: Named, number: int | None, face: Face, width: float) -> Tag:
    """A tag with its number above its words."""
    return Tag(number, words(part, face, width), "above")


def stands_well(part: Named, width: float, lines: int) -> bool:
    """Say whether a part's words stand unbroken in `width` on at most so many `lines`."""
    detail = part.detail or ""
    whole = words_fit(part.label, width, LABEL) and words_fit(detail, width, DETAIL)
    return whole and len(wrap(part.label, width, LABEL)) + len(wrap(detail, width, DETAIL)) <= lines

"""Places and sizes → the SVG bricks every picture is built from.

Plain enough for both a browser and Typst's SVG engine; all ink is `currentColor`, so dark pages need nothing more.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

from generator.pictures.letters import Style

WIDTH = 480
EDGE = 8
BADGE = 32
TINT = 'fill="currentColor" fill-opacity="0.08"'

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle by its top left corner and its size."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Where the right side stands."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """Where the lower side stands."""
        return self.y + self.height

    @property
    def middle(self) -> Point:
        """The point in the middle."""
        return self.x + self.width / 2, self.y + self.height / 2

    def inside(self, gap: float) -> Box:
        """The box that is `gap` smaller on every side."""
        return Box(self.x + gap, self.y + gap, self.width - 2 * gap, self.height - 2 * gap)


def short(value: float) -> str:
    """A number with at most one decimal."""
    text = f"{value:.1f}".removesuffix(".0")
    return "0" if text == "-0" else text


def svg(height: float, pieces: Iterable[str]) -> str:
    """The whole picture, `height` units tall."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {math.ceil(height)}" class="ps-picture"'
        ' aria-hidden="true" focusable="false" fill="none" stroke="currentColor" stroke-width="2.5"'
        ' stroke-linecap="round" stroke-linejoin="round" font-family="Atkinson Hyperlegible, system-ui, sans-serif">'
        f"{''.join(pieces)}</svg>"
    )


def text(lines: Iterable[str], at: Point, style: Style, anchor: str = "start") -> str:
    """Lines of words, the first line's top at `at`."""
    x, top = at
    first = top + style.step * 0.77
    spans = (
        f'<tspan x="{short(x)}" y="{short(first + place * style.step)}">{escape(line, quote=False)}</tspan>'
        for place, line in enumerate(lines)
    )
    return (
        f'<text font-size="{style.size}" font-weight="{style.weight}" text-anchor="{anchor}"'
        f' fill="currentColor" stroke="none">{"".join(spans)}</text>'
    )


def rect(box: Box, stroke: float = 2.5, more: str = "") -> str:
    """A rectangle with round corners."""
    return (
        f'<rect x="{short(box.x)}" y="{short(box.y)}" width="{short(box.width)}" height="{short(box.height)}"'
        f' rx="{short(min(12, box.width / 2))}" stroke-width="{short(stroke)}"{more and " " + more}/>'
    )


def dashed(box: Box) -> str:
    """A rectangle in dashes."""
    return rect(box, 2.5, 'stroke-dasharray="8 7"')


def doubled(box: Box) -> str:
    """A rectangle with a thick outline and a thinner one inside it."""
    return rect(box.inside(1), 4.5) + rect(box.inside(7), 2)


def line(*points: Point, stroke: float = 2.5, more: str = "") -> str:
    """A line from point to point."""
    joined = " ".join(f"{short(x)},{short(y)}" for x, y in points)
    return f'<polyline points="{joined}" stroke-width="{short(stroke)}"{more and " " + more}/>'


def path(d: str, stroke: float = 2.5) -> str:
    """A path; `d` as in SVG."""
    return f'<path d="{d}" stroke-width="{short(stroke)}"/>'


def dot(at: Point, radius: float) -> str:
    """A solid round dot."""
    return f'<circle cx="{short(at[0])}" cy="{short(at[1])}" r="{short(radius)}" fill="currentColor" stroke="none"/>'


def ring(at: Point, radius: float, stroke: float = 2.5) -> str:
    """An empty circle."""
    return f'<circle cx="{short(at[0])}" cy="{short(at[1])}" r="{short(radius)}" stroke-width="{short(stroke)}"/>'


def badge(number: int, middle: Point) -> str:
    """A number in a circle, `BADGE` units across."""
    style = Style(18, 700, 18)
    return ring(middle, BADGE / 2 - 1.5) + text((str(number),), (middle[0], middle[1] - 7.5), style, "middle")


def arrow(start: Point, end: Point) -> str:
    """A straight arrow whose tip is at `end`."""
    return line(start, _back(start, end, 9), stroke=3) + _head(start, end)


def curved_arrow(start: Point, bend: Point, end: Point) -> str:
    """An arrow that leaves towards `bend` and comes from there to `end`."""
    (x, y), (bx, by), (ex, ey) = start, bend, _back(bend, end, 9)
    return path(f"M{short(x)} {short(y)}Q{short(bx)} {short(by)} {short(ex)} {short(ey)}", 3) + _head(bend, end)


def _back(start: Point, end: Point, distance: float) -> Point:
    """The point `distance` before `end` on the way from `start`."""
    share = distance / math.dist(start, end)
    return end[0] + (start[0] - end[0]) * share, end[1] + (start[1] - end[1]) * share


def _head(start: Point, tip: Point) -> str:
    """The solid triangle at the tip of an arrow."""
    bx, by = _back(start, tip, 14)
    aside_x, aside_y = (by - tip[1]) / 2, (tip[0] - bx) / 2
    corners = (tip, (bx + aside_x, by + aside_y), (bx - aside_x, by - aside_y))
    joined = " ".join(f"{short(x)},{short(y)}" for x, y in corners)
    return f'<polygon points="{joined}" fill="currentColor" stroke-width="2"/>'

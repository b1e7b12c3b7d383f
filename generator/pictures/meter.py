"""Meter → a thermometer from 0 to 10 with words beside it."""

from __future__ import annotations

from dataclasses import dataclass

from generator.pictures.face import Face
from generator.pictures.letters import DETAIL
from generator.pictures.svg import EDGE, TINT, WIDTH, Box, dot, line, path, short, svg, text
from generator.pictures.tag import Tag, tag_left
from generator.schema.pictures.meter import Meter

TUBE = Box(64, 0, 30, 0)
WORDS = 158.0
SPACE = 16.0
HEIGHT = 340.0
ABOVE = EDGE + 22.0
BULB = 30.0


def draw(meter: Meter, face: Face) -> str:
    """Draw a meter; marks that stand close together are pushed apart."""
    marks = sorted(enumerate(meter.parts, 1), key=lambda mark: -mark[1].at)
    tags = [tag_left(mark, face.number(place), face, WIDTH - EDGE - WORDS) for place, mark in marks]
    heights = [tag.height + SPACE for tag in tags]
    height = max(HEIGHT, sum(heights) - BULB)
    levels = [ABOVE + height * (10 - mark.at) / 10 for _, mark in marks]
    wanted = [level - tag.first for level, tag in zip(levels, tags, strict=True)]
    tops = spread(wanted, heights, (ABOVE - 16, ABOVE + height + 2 * BULB))
    beside = [_mark(*place) for place in zip(tags, levels, tops, strict=True)]
    return svg(ABOVE + height + 2 * BULB + 20, [_thermometer(height), *_ticks(height), *beside])


def _thermometer(height: float) -> str:
    """A tube open into a bulb at its foot."""
    left, right, foot = TUBE.x, TUBE.right, ABOVE + height + 16
    top = ABOVE - 4
    outline = f"M{short(left)} {short(foot)}V{short(top)}A15 15 0 0 1 {short(right)} {short(top)}V{short(foot)}"
    bulb = f"A{short(BULB)} {short(BULB)} 0 1 1 {short(left)} {short(foot)}Z"
    middle = (TUBE.x + TUBE.width / 2, foot + 26)
    filled = f'<circle cx="{short(middle[0])}" cy="{short(middle[1])}" r="20" {TINT} stroke="none"/>'
    return path(outline + bulb, 3) + filled


def _ticks(height: float) -> list[str]:
    """The numbers 0 to 10 and their ticks."""
    pieces = []
    for number in range(11):
        y = ABOVE + height * (10 - number) / 10
        pieces.append(line((TUBE.x, y), (TUBE.x + 12, y), stroke=2))
        pieces.append(text((str(number),), (TUBE.x - 10, y - 10), DETAIL, "end"))
    return pieces


def _mark(tag: Tag, level: float, top: float) -> str:
    """A tag with its top at `top` and the line that leads from its first line to its level on the tube."""
    first = top + tag.first
    # A bend of a few units would look like a slip of the pen.
    middle = level if abs(first - level) < 6 else first
    lead = line((TUBE.right, level), (TUBE.right + 16, level), (WORDS - 24, middle), (WORDS - 10, middle), stroke=2)
    return dot((TUBE.right, level), 6) + lead + tag.draw((WORDS, top))


@dataclass(frozen=True, slots=True)
class Group:
    """Marks that stand one under the other without room between them."""

    top: float
    heights: tuple[float, ...]

    @property
    def bottom(self) -> float:
        """Where the last one ends."""
        return self.top + sum(self.heights)

    @property
    def tops(self) -> list[float]:
        """Where each one begins."""
        return [self.top + sum(self.heights[:place]) for place in range(len(self.heights))]

    def joined(self, below: Group) -> Group:
        """Both groups as one, each moved by its share of the overlap."""
        heights = self.heights + below.heights
        push = (self.bottom - below.top) * len(below.heights) / len(heights)
        return Group(self.top - push, heights)

    def kept(self, limits: tuple[float, float]) -> Group:
        """The group, moved into `limits`."""
        return Group(max(limits[0], min(self.top, limits[1] - sum(self.heights))), self.heights)


def spread(wanted: list[float], heights: list[float], limits: tuple[float, float]) -> list[float]:
    """Tops near the `wanted` ones, in the same order, that keep `heights` apart and in `limits`."""
    groups: list[Group] = []
    for top, height in zip(wanted, heights, strict=True):
        group = Group(top, (height,)).kept(limits)
        while groups and groups[-1].bottom > group.top:
            group = groups.pop().joined(group).kept(limits)
        groups.append(group)
    return [top for group in groups for top in group.tops]

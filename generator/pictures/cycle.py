"""Cycle → boxes in a ring, an arrow from each to the next, perhaps a way out in the middle."""

from __future__ import annotations

from itertools import pairwise

from generator.pictures.face import Face
from generator.pictures.letters import LABEL, wrap
from generator.pictures.svg import EDGE, WIDTH, Box, Point, arrow, curved_arrow, dashed, rect, svg, text
from generator.pictures.tag import Tag, tag_above
from generator.schema.pictures.cycle import Cycle

SIDE = 206.0
TOP_BOX = 248.0
PAD = 12.0
GAP = 58.0
WAY_OUT = Box(104, 0, 272, 0)
LANES = (62.0, WIDTH - 62.0)
CLEAR = 5.0


def draw(cycle: Cycle, face: Face) -> str:
    """Draw a cycle: an odd box on top, the others in pairs below it, all read clockwise."""
    alone = len(cycle.parts) % 2 == 1
    tags = [
        tag_above(part, face.number(place), face, (TOP_BOX if alone and place == 1 else SIDE) - 2 * PAD)
        for place, part in enumerate(cycle.parts, 1)
    ]
    way_out = wrap(cycle.way_out, WAY_OUT.width - 2 * PAD, LABEL) if cycle.way_out else ()
    rows = _rows(len(tags))
    boxes, middle = _boxes(tags, rows, len(way_out) * LABEL.step)
    drawn = [rect(box) + _inside(tag, box) for tag, box in zip(tags, boxes, strict=True)]
    height = max(box.bottom for box in boxes) + EDGE
    return svg(height, [*drawn, *_arrows(boxes), *_way_out(way_out, middle)])


def _rows(count: int) -> tuple[tuple[int, ...], ...]:
    """Which parts stand in which row, left to right; read clockwise from the top."""
    return {3: ((0,), (2, 1)), 4: ((0, 1), (3, 2)), 5: ((0,), (4, 1), (3, 2))}[count]


def _boxes(tags: list[Tag], rows: tuple[tuple[int, ...], ...], way_out: float) -> tuple[list[Box], float]:
    """The boxes in the parts' order, and the height at which the way out has its middle."""
    placed: dict[int, Box] = {}
    y, middle = float(EDGE), 0.0
    for row in rows:
        height = max(56.0, *(tags[place].height + 2 * PAD for place in row))
        placed |= {place: _box(row, place, y, height) for place in row}
        last_gap = max(GAP, way_out + 2 * PAD + 2 * 20) if row == rows[-2] and way_out else GAP
        middle = y + height + last_gap / 2 if row == rows[-2] else middle
        y += height + last_gap
    return [placed[place] for place in range(len(tags))], middle


def _box(row: tuple[int, ...], place: int, y: float, height: float) -> Box:
    """The box of one part in its row."""
    if len(row) == 1:
        return Box((WIDTH - TOP_BOX) / 2, y, TOP_BOX, height)
    return Box(EDGE if place == row[0] else WIDTH - EDGE - SIDE, y, SIDE, height)


def _inside(tag: Tag, box: Box) -> str:
    """A tag in the middle of its box."""
    x, y = box.middle
    return tag.draw((x, y - tag.height / 2))


def _arrows(boxes: list[Box]) -> list[str]:
    """An arrow from each box to the next and from the last to the first."""
    return [_arrow(*pair) for pair in pairwise([*boxes, boxes[0]])]


def _arrow(start: Box, end: Box) -> str:
    """An arrow in the open space between two boxes."""
    if start.y == end.y:
        return _level(start, end)
    lane = LANES[1] if start.middle[0] + end.middle[0] > WIDTH else LANES[0]
    going_down = start.y < end.y
    above, below = (start, end) if going_down else (end, start)
    low: Point = (lane, below.y - CLEAR)
    if above.x > EDGE and above.right < WIDTH - EDGE:
        return _round(above, low, going_down)
    high: Point = (lane, above.bottom + CLEAR)
    return arrow(high, low) if going_down else arrow(low, high)


def _level(start: Box, end: Box) -> str:
    """An arrow between two boxes of one row."""
    y = start.middle[1]
    if start.x < end.x:
        return arrow((start.right + CLEAR, y), (end.x - CLEAR, y))
    return arrow((start.x - CLEAR, y), (end.right + CLEAR, y))


def _round(top: Box, low: Point, going_down: bool) -> str:
    """A bent arrow between the side of the box on top and a box below it."""
    y = top.middle[1]
    side: Point = (top.x - CLEAR, y) if low[0] < top.x else (top.right + CLEAR, y)
    bend: Point = (low[0], y)
    return curved_arrow(side, bend, low) if going_down else curved_arrow(low, bend, side)


def _way_out(lines: tuple[str, ...], middle: float) -> list[str]:
    """The way out, in a dashed outline."""
    if not lines:
        return []
    height = len(lines) * LABEL.step
    box = Box(WAY_OUT.x, middle - height / 2 - PAD, WAY_OUT.width, height + 2 * PAD)
    return [dashed(box), text(lines, (WIDTH / 2, middle - height / 2), LABEL, "middle")]

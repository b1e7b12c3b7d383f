"""Systems → panels, each with a sign, a name and what it does."""

from __future__ import annotations

from generator.pictures.face import Face
from generator.pictures.signs import SIZE, sign
from generator.pictures.svg import EDGE, WIDTH, Box, rect, svg
from generator.pictures.tag import Tag, stands_well, tag_above, tag_left
from generator.schema.pictures.systems import Systems

GAP = 14.0
PAD = 14.0
TIGHT = 8.0


def draw(systems: Systems, face: Face) -> str:
    """Draw the panels side by side; two to a row or one under the other where the words need room."""
    for across in _ways(len(systems.parts)):
        room = _width(across) - 2 * TIGHT
        if all(stands_well(part, room, 9) for part in systems.parts):
            return _draw_columns(systems, face, across)
    return _draw_stack(systems, face)


def _ways(count: int) -> tuple[int, ...]:
    """How many panels may stand in a row, best first; a lone panel in a last row looks forgotten."""
    return {2: (2,), 3: (3,), 4: (2,)}[count]


def _width(across: int) -> float:
    """Width of one panel in a row of `across`."""
    return (WIDTH - 2 * EDGE - GAP * (across - 1)) / across


def _draw_columns(systems: Systems, face: Face, across: int) -> str:
    """Panels in rows of `across`, all equally tall, the sign on top."""
    width = _width(across)
    tags = [tag_above(part, face.number(place), face, width - 2 * TIGHT) for place, part in enumerate(systems.parts, 1)]
    height = SIZE + 2 * PAD + 10 + max(tag.height for tag in tags)
    pieces = []
    for place, (part, tag) in enumerate(zip(systems.parts, tags, strict=True)):
        row, column = divmod(place, across)
        box = Box(EDGE + column * (width + GAP), EDGE + row * (height + GAP), width, height)
        pieces.append(rect(box) + sign(part.sign, (box.middle[0], box.y + PAD + SIZE / 2)))
        pieces.append(tag.draw((box.middle[0], box.y + PAD + SIZE + 10)))
    rows = len(tags) // across
    return svg(2 * EDGE + rows * height + (rows - 1) * GAP, pieces)


def _draw_stack(systems: Systems, face: Face) -> str:
    """Panels one under the other, the sign at the left."""
    left = EDGE + PAD + SIZE + 18
    tags = [
        tag_left(part, face.number(place), face, WIDTH - EDGE - PAD - left)
        for place, part in enumerate(systems.parts, 1)
    ]
    pieces, y = [], float(EDGE)
    for part, tag in zip(systems.parts, tags, strict=True):
        box = Box(EDGE, y, WIDTH - 2 * EDGE, max(SIZE, tag.height) + 2 * PAD)
        pieces.append(rect(box) + sign(part.sign, (EDGE + PAD + SIZE / 2, box.middle[1])) + _beside(tag, box, left))
        y = box.bottom + GAP
    return svg(y - GAP + EDGE, pieces)


def _beside(tag: Tag, box: Box, left: float) -> str:
    """A tag in the middle of its panel's height."""
    return tag.draw((left, box.middle[1] - tag.height / 2))

"""Ladder → stairs that go up from the bottom left to the top right."""

from __future__ import annotations

from itertools import pairwise

from generator.pictures.face import Face
from generator.pictures.svg import EDGE, WIDTH, Box, arrow, rect, svg
from generator.pictures.tag import Tag, tag_left
from generator.schema.pictures.ladder import Ladder

TREAD = 38.0
PAD = 12.0
LOWEST = 60.0
HEAD_ROOM = 6.0


def draw(ladder: Ladder, face: Face) -> str:
    """Draw stairs, each step a slab with its number and name; small arrows lead from step to step."""
    shows_numbers = face.numbered or not face.hide_labels
    tags = [
        tag_left(part, place + 1 if shows_numbers else None, face, _left(place, WIDTH - EDGE - 2 * PAD))
        for place, part in enumerate(ladder.parts)
    ]
    boxes = _boxes(tags)
    steps = [
        rect(box) + tag.draw((box.x + PAD, box.middle[1] - tag.height / 2))
        for tag, box in zip(tags, boxes, strict=True)
    ]
    arrows = [_step_up(low, high) for low, high in pairwise(boxes)]
    return svg(boxes[0].bottom + EDGE, [*steps, *arrows])


def _left(place: int, right: float) -> float:
    """How much of the way to `right` the step at `place` (from 0) leaves."""
    return right - EDGE - place * TREAD


def _boxes(tags: list[Tag]) -> list[Box]:
    """The slabs, lowest first, resting on each other."""
    boxes: list[Box] = []
    y = EDGE + HEAD_ROOM
    for place in reversed(range(len(tags))):
        height = max(LOWEST, tags[place].height + 2 * PAD)
        boxes.insert(0, Box(EDGE + place * TREAD, y, _left(place, WIDTH - EDGE), height))
        y += height
    return boxes


def _step_up(low: Box, high: Box) -> str:
    """A small arrow over the open part of a step, up to the next."""
    x = low.x + TREAD / 2
    return arrow((x, low.y - 8), (x, high.y + 4))

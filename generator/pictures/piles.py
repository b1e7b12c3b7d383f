"""Piles → two boxes, each with a heading, what to do, and examples."""

from __future__ import annotations

from generator.pictures.face import Face
from generator.pictures.letters import DETAIL, words_fit, wrap
from generator.pictures.svg import EDGE, WIDTH, Box, dot, line, rect, svg, text
from generator.pictures.tag import Tag, stands_well, tag_above
from generator.schema.pictures.piles import Pile, Piles

GAP = 16.0
PAD = 10.0
BULLET = 18.0
BETWEEN = 6.0


def draw(piles: Piles, face: Face) -> str:
    """Draw two boxes side by side, or one under the other where a word is too wide; the examples always show."""
    half = (WIDTH - 2 * EDGE - GAP) / 2
    if all(_stands(pile, half - 2 * PAD) for pile in piles.parts):
        return _draw_beside(piles, face, half)
    return _draw_stack(piles, face)


def _stands(pile: Pile, width: float) -> bool:
    """Say whether no word of a pile has to be broken in `width`."""
    return stands_well(pile, width, 12) and all(words_fit(item, width - BULLET, DETAIL) for item in pile.items)


def _draw_beside(piles: Piles, face: Face, width: float) -> str:
    """Both boxes equally tall, their headings too."""
    heads = [tag_above(pile, face.number(place), face, width - 2 * PAD) for place, pile in enumerate(piles.parts, 1)]
    head = max(tag.height for tag in heads)
    height = head + max(_items_height(pile, width) for pile in piles.parts)
    boxes = [Box(EDGE + place * (width + GAP), EDGE, width, height) for place in range(2)]
    return svg(height + 2 * EDGE, [_pile(*each, head) for each in zip(piles.parts, heads, boxes, strict=True)])


def _draw_stack(piles: Piles, face: Face) -> str:
    """One box under the other."""
    width = WIDTH - 2.0 * EDGE
    pieces, y = [], float(EDGE)
    for place, pile in enumerate(piles.parts, 1):
        tag = tag_above(pile, face.number(place), face, width - 2 * PAD)
        box = Box(EDGE, y, width, tag.height + _items_height(pile, width))
        pieces.append(_pile(pile, tag, box, tag.height))
        y = box.bottom + GAP
    return svg(y - GAP + EDGE, pieces)


def _lines(pile: Pile, width: float) -> list[tuple[str, ...]]:
    """The examples, wrapped for a box of `width`."""
    return [wrap(item, width - 2 * PAD - BULLET, DETAIL) for item in pile.items]


def _items_height(pile: Pile, width: float) -> float:
    """What a box needs beside its heading: the examples, the rule above them and the air around."""
    return sum(len(lines) * DETAIL.step + BETWEEN for lines in _lines(pile, width)) - BETWEEN + 4 * PAD


def _pile(pile: Pile, tag: Tag, box: Box, head: float) -> str:
    """A box with its heading, a rule and its bulleted examples."""
    rule = box.y + head + 2 * PAD
    pieces = [rect(box), tag.draw((box.middle[0], box.y + PAD)), line((box.x, rule), (box.right, rule), stroke=2)]
    y = rule + PAD
    for lines in _lines(pile, box.width):
        pieces.append(dot((box.x + PAD + 5, y + DETAIL.step / 2), 4))
        pieces.append(text(lines, (box.x + PAD + BULLET, y), DETAIL))
        y += len(lines) * DETAIL.step + BETWEEN
    return "".join(pieces)

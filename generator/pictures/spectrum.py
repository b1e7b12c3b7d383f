"""Spectrum → a line from one end to the other, the places on it, the best one drawn strongest."""

from __future__ import annotations

from itertools import pairwise

from generator.pictures.face import Face
from generator.pictures.svg import BADGE, EDGE, WIDTH, Box, arrow, badge, dot, doubled, line, rect, ring, svg
from generator.pictures.tag import Tag, stands_well, tag_above, tag_left
from generator.schema.pictures.spectrum import Spectrum

PAD = 14.0
GAP = 8.0
Y = EDGE + 24.0
STEM = 26.0


def draw(spectrum: Spectrum, face: Face) -> str:
    """Draw the places under the line where their words fit, otherwise as a list under a numbered line."""
    width = _width(spectrum)
    fits = all(stands_well(part, width - 2 * PAD, 9) for part in spectrum.parts)
    return _draw_columns(spectrum, face) if fits else _draw_listed(spectrum, face)


def _width(spectrum: Spectrum) -> float:
    """Width of one place under the line."""
    count = len(spectrum.parts)
    return (WIDTH - 2 * EDGE - GAP * (count - 1)) / count


def _draw_columns(spectrum: Spectrum, face: Face) -> str:
    """A box under the line for each place."""
    width = _width(spectrum)
    tags = [tag_above(part, face.number(place), face, width - 2 * PAD) for place, part in enumerate(spectrum.parts, 1)]
    height = max(tag.height for tag in tags) + 2 * PAD
    pieces = [arrow((WIDTH / 2, Y), (EDGE, Y)), arrow((WIDTH / 2, Y), (WIDTH - EDGE, Y))]
    for place, tag in enumerate(tags):
        box = Box(EDGE + place * (width + GAP), Y + STEM, width, height)
        pieces.append(_column(tag, box, place + 1 == spectrum.best))
    return svg(Y + STEM + height + EDGE, pieces)


def _column(tag: Tag, box: Box, best: bool) -> str:
    """One place: its dot on the line, its stem and its box."""
    x = box.middle[0]
    mark = dot((x, Y), 8) + (ring((x, Y), 15, 3) if best else "")
    stem = line((x, Y + (17 if best else 10)), (x, box.y))
    return mark + stem + _outline(box, best) + tag.draw((x, box.y + PAD))


def _outline(box: Box, best: bool) -> str:
    """The outline of a place, strong for the best one."""
    return doubled(box) if best else rect(box, 2)


def _draw_listed(spectrum: Spectrum, face: Face) -> str:
    """Numbered places on the line and a list of boxes below it."""
    shows_numbers = face.numbered or not face.hide_labels
    pieces, y = [_numbered_line(spectrum, shows_numbers)], Y + BADGE / 2 + 22
    if face.hide_labels:
        return svg(y, pieces)
    for place, part in enumerate(spectrum.parts, 1):
        tag = tag_left(part, place, face, WIDTH - 2 * EDGE - 2 * PAD)
        box = Box(EDGE, y, WIDTH - 2 * EDGE, tag.height + 2 * PAD)
        pieces.append(_outline(box, place == spectrum.best) + tag.draw((box.x + PAD, box.y + PAD)))
        y = box.bottom + GAP
    return svg(y - GAP + EDGE, pieces)


def _numbered_line(spectrum: Spectrum, shows_numbers: bool) -> str:
    """The line, open where its places stand on it."""
    width = _width(spectrum) + GAP
    xs = [EDGE - GAP / 2 + width * (place + 0.5) for place in range(len(spectrum.parts))]
    reach = [BADGE / 2 + (6 if place == spectrum.best else 0) for place in range(1, len(xs) + 1)]
    ends = arrow((xs[0] - reach[0], Y), (EDGE, Y)) + arrow((xs[-1] + reach[-1], Y), (WIDTH - EDGE, Y))
    gaps = pairwise(zip(xs, reach, strict=True))
    between = [line((left + near, Y), (right - far, Y), stroke=3) for (left, near), (right, far) in gaps]
    marks = [badge(place, (x, Y)) if shows_numbers else ring((x, Y), BADGE / 2 - 1.5) for place, x in enumerate(xs, 1)]
    return ends + "".join(between) + "".join(marks) + ring((xs[spectrum.best - 1], Y), BADGE / 2 + 4, 4)

"""Wave → a curve that rises, peaks and falls between two axes."""

from __future__ import annotations

from generator.pictures.face import Face
from generator.pictures.letters import DETAIL, wrap
from generator.pictures.svg import BADGE, EDGE, WIDTH, Point, arrow, badge, dot, path, short, svg, text
from generator.pictures.tag import Tag, stands_well, tag_above, tag_left
from generator.schema.pictures.wave import Wave

LEFT, PEAK, RIGHT = 56.0, 240.0, 424.0
RISE = 150.0
HALF = 194.0
FRAME = 28.0
START, UP, TOP, DOWN, END = range(5)
PLACES = {2: (START, END), 3: (START, TOP, END), 4: (START, UP, TOP, END), 5: (START, UP, TOP, DOWN, END)}


def draw(wave: Wave, face: Face) -> str:
    """Draw a wave; up to three short names stand at their points, more or longer ones in a numbered list below."""
    at_points = len(wave.parts) <= 3 and not face.hide_labels and all(stands_well(part, HALF, 6) for part in wave.parts)
    return _draw_named(wave, face) if at_points else _draw_listed(wave, face)


def _draw_named(wave: Wave, face: Face) -> str:
    """The wave with its names at the points: the peak's above the curve, the ends' below it."""
    tags = [tag_above(part, face.number(place), face, HALF) for place, part in enumerate(wave.parts, 1)]
    up = wrap(wave.up, WIDTH - 2 * EDGE, DETAIL)
    peak = tags[1].height if len(tags) == 3 else 0
    top = EDGE + len(up) * DETAIL.step + peak + 26
    floor = top + RISE + 16 + max(tags[0].height, tags[-1].height) + 14
    names = [_name(tag, place, top) for tag, place in zip(tags, PLACES[len(tags)], strict=True)]
    return _frame(wave, (top, floor), names)


def _name(tag: Tag, place: int, top: float) -> str:
    """One name near its point."""
    if place == TOP:
        return tag.draw((PEAK, top - 16 - tag.height))
    half = max(BADGE, tag.words.width) / 2
    middle = max(LEFT, FRAME + half) if place == START else min(RIGHT, WIDTH - EDGE - half)
    return tag.draw((middle, top + RISE + 16))


def _draw_listed(wave: Wave, face: Face) -> str:
    """The wave with numbers at its points and the names in a list below."""
    up = wrap(wave.up, WIDTH - 2 * EDGE, DETAIL)
    top = EDGE + len(up) * DETAIL.step + BADGE + 26
    floor = top + RISE + 30
    numbers = (
        []
        if face.hide_labels and not face.numbered
        else [_number(wave, place, top) for place in range(len(wave.parts))]
    )
    return _frame(wave, (top, floor), numbers, () if face.hide_labels else _list(wave, face))


def _list(wave: Wave, face: Face) -> tuple[Tag, ...]:
    """The numbered names."""
    return tuple(tag_left(part, place, face, WIDTH - 4 * EDGE) for place, part in enumerate(wave.parts, 1))


def _number(wave: Wave, place: int, top: float) -> str:
    """The number of a point, outside the curve."""
    spot = PLACES[len(wave.parts)][place]
    x, y = _points(top)[spot]
    aside = {START: (0, -26), UP: (-24, -14), TOP: (0, -26), DOWN: (24, -14), END: (0, -26)}[spot]
    return badge(place + 1, (x + aside[0], y + aside[1]))


def _points(top: float) -> tuple[Point, ...]:
    """Start, rise, peak, fall and end of the curve."""
    low, half = top + RISE, top + RISE / 2
    return (LEFT, low), ((LEFT + PEAK) / 2, half), (PEAK, top), ((PEAK + RIGHT) / 2, half), (RIGHT, low)


def _frame(wave: Wave, reach: tuple[float, float], inside: list[str], below: tuple[Tag, ...] = ()) -> str:
    """Axes, axis words, curve and points; `reach` is where the curve peaks and where the axis lies."""
    top, floor = reach
    up, along = (wrap(words, WIDTH - 2 * EDGE, DETAIL) for words in (wave.up, wave.along))
    ceiling = EDGE + len(up) * DETAIL.step + 4
    corner = (EDGE + 8, floor)
    pieces = [
        text(up, (EDGE, EDGE), DETAIL),
        arrow(corner, (EDGE + 8, ceiling)),
        arrow(corner, (WIDTH - EDGE, floor)),
        text(along, (WIDTH - EDGE, floor + 10), DETAIL, "end"),
        _curve(top),
        *(dot(_points(top)[spot], 7) for spot in PLACES[len(wave.parts)]),
        *inside,
    ]
    y = floor + 10 + len(along) * DETAIL.step + EDGE
    for tag in below:
        pieces.append(tag.draw((2 * EDGE, y + 6)))
        y += tag.height + 14
    return svg(y, pieces)


def _curve(top: float) -> str:
    """The curve itself: level at both ends and at the peak."""
    low, bend_up, bend_down = top + RISE, (LEFT + PEAK) / 2, (PEAK + RIGHT) / 2
    rise = f"M{short(LEFT)} {short(low)}C{short(bend_up)} {short(low)} {short(bend_up)} {short(top)} {short(PEAK)} {short(top)}"
    return path(f"{rise}S{short(bend_down)} {short(low)} {short(RIGHT)} {short(low)}", 5)

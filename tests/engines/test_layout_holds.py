"""Much more than a sheet is made for, and still nothing past the margins, nothing over something else, nothing lost."""

from __future__ import annotations

import json
import re
import sys
from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "render"))
from crowded import LONG, PLACES, with_columns, with_words
from printed import TINY, frame_in, letters, named, pages_of, part_of, sheets_of
from rendered import POINTS_AN_INCH, Box, Page, both_courses, drawn_with, pages_seen

from generator.compile import read_module
from generator.load import Source
from generator.problems import errors
from generator.render.outputs import Sheet

every_place = pytest.mark.parametrize("place", PLACES)


class Fault(NamedTuple):
    """What does not hold on a page."""

    page: str
    what: str


def faults(sheet: Sheet) -> list[Fault]:
    """Everything on a sheet that stands over something else, or past its margins."""
    room = MARGINS.get(part_of(sheet)["layout"], PAGE)
    return [
        Fault(page.name, what)
        for page in pages_seen(sheet)
        for what in (*past(page, room), *over(page), *crossed(page))
    ]


def past(page: Page, room: Box) -> Iterator[str]:
    """Ink that is nearer to an edge than it may be."""
    dark = page.picture(POINTS_AN_INCH).point(lambda light: 255 if light < 128 else 0)
    left, top, right, bottom = dark.getbbox() or (0, 0, 0, 0)
    for side, found in zip(Box._fields, (left, top, dark.width - right, dark.height - bottom), strict=True):
        if found < getattr(room, side) - LINE:
            yield f"ink {found} pt from the {side} edge"


# An inch at the side of the binding, three quarters elsewhere; the mark of a draft stands above the words beside it.
PAGE = Box(72, 42, 54, 52)
MARGINS = {"cards": Box(12, 12, 12, 12), "poster": Box(36, 36, 36, 36)}
"""Nobody binds these. Most printers reach to 4.2 mm from an edge."""
LINE = 2
"""Half the width of a line, and what rounding to dots adds."""
HAIR = 1.5


def over(page: Page) -> Iterator[str]:
    """Words that stand on other words."""
    runs = sorted(page.runs(), key=lambda run: run.box.top)
    for place, run in enumerate(runs):
        for other in runs[place + 1 :]:
            if other.box.top > run.box.bottom - HAIR:
                break
            if min(run.box.common(other.box)) > HAIR:
                yield f"“{run.words[:40]}” on “{other.words[:40]}”"


def crossed(page: Page) -> Iterator[str]:
    """Words with a drawn line through them."""
    points = sorted((y, x) for stroke in page.strokes() for x, y in stroke.points)
    for run in page.runs():
        box = run.box.grown(-HAIR)
        inside = points[bisect_left(points, (box.top, 0)) : bisect_left(points, (box.bottom, 0))]
        if any(box.left < x < box.right for _, x in inside):
            yield f"a line through “{run.words[:40]}”"


def made_from(text: str) -> tuple[Sheet, ...]:
    """The sheets of a module's text that has no errors, in standard and large print on letter paper."""
    case, problems = read_module(Source("tiny/en/one-thing.yml", text, ""), frame_in(TINY))
    # An option may be long where its author says why.
    assert case is not None and {problem.rule for problem in errors(problems)} <= {"option-is-short"}
    return tuple(sheet for sheet in sheets_of(case.module) if re.search(r"-letter(-large)?\.pdf$", sheet.address))


def tells(sheet: Sheet, word: str) -> bool:
    """Whether the word has to be on the sheet; inside a picture it may be broken into lines."""
    part = part_of(sheet)
    told = {key: part[key] for key in ("body", "head", "pictures")}
    if part["layout"] == "handout":  # It leaves out what does not fit its two pages.
        told["body"] = {key: part["body"][key] for key in ("main_message", "today")}
    if part["layout"] == "poster":  # It shows a picture without its words.
        told["pictures"] = [picture["named"] for picture in part["pictures"].values()]
    return word in re.sub(r"<[^>]*>|\s", "", json.dumps(told, ensure_ascii=False))


def is_there(sheet: Sheet, word: str) -> bool:
    """Whether a word is on the sheet as a whole, or goes on over the end of a page."""
    pages = [letters(page) for page in pages_of(sheet)]
    ends = range(len(word))
    return any(word in page for page in pages) or any(
        any(word[:end] in page and word[end:] in after for end in ends) for page, after in pairwise(pages)
    )


@every_place
def test_a_word_of_three_hundred_letters_holds(place: str) -> None:
    made = [sheet for sheet in made_from(with_words(place, LONG)) if tells(sheet, LONG)]
    assert made
    for sheet in made:
        assert faults(sheet) == [], sheet.address
        assert is_there(sheet, LONG), sheet.address


@pytest.mark.parametrize("place", ["title", "heading", "title of a worksheet", "option to tick", "head of a column"])
def test_a_line_of_three_hundred_letters_holds(place: str) -> None:
    words = "Some people need a very long line " * 8 + "and here it comes to an end"
    made = [sheet for sheet in made_from(with_words(place, words)) if tells(sheet, letters(words))]
    assert made
    for sheet in made:
        assert faults(sheet) == [], sheet.address
        assert is_there(sheet, letters(words)), sheet.address


@pytest.mark.parametrize("place", ["option of a question", "thing to match", "question", "step", "guide line"])
def test_a_text_of_two_hundred_words_holds(place: str) -> None:
    words = "One two three four five six seven eight nine ten. " * 20
    made = [sheet for sheet in made_from(with_words(place, words.strip())) if tells(sheet, letters(words))]
    assert made
    for sheet in made:
        assert faults(sheet) == [], sheet.address
        assert is_there(sheet, letters(words)), sheet.address


def test_the_widest_table_that_is_let_through_holds() -> None:
    for more in ("            holds: number\n", "            holds: check\n"):
        made = made_from(
            with_columns(5, more).replace(
                "            label: Plan\n            wide: true\n",
                "            label: Plan\n            holds: time\n",
            )
        )
        for name in ("worksheet-1-letter", "worksheet-1-letter-large"):
            sheet = named(name, made)
            assert faults(sheet) == []
            assert all(is_there(sheet, f"More{number}") for number in range(5))


@pytest.mark.parametrize("sheet", both_courses(), ids=lambda sheet: sheet.address)
def test_nothing_stands_past_the_margins_or_over_something_else(sheet: Sheet) -> None:
    assert faults(sheet) == []


BAD = {
    "words past the edge": "#set page(margin: 72pt)\n#box(width: 150%, fill: black, height: 5mm)",
    "words on words": "#set page(margin: 72pt)\nRest now#place(dx: 9pt, dy: -4pt)[Breathe]",
    "a line through words": "#set page(margin: 72pt)\nRest now#place(dy: -4pt, line(length: 50mm))",
}


@pytest.mark.parametrize("name", BAD)
def test_each_fault_is_found_on_a_page_that_has_it(name: str) -> None:
    (page,) = drawn_with(BAD[name])
    assert [*past(page, PAGE), *over(page), *crossed(page)]


def test_a_good_page_has_no_fault() -> None:
    (page,) = drawn_with(
        "#set page(margin: 72pt)\nRest now.\n#line(length: 50mm)\nBreathe. #box(width: 5mm, height: 5mm, stroke: 1pt)"
    )
    assert [*past(page, PAGE), *over(page), *crossed(page)] == []

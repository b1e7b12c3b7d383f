"""Black on white by construction: every word stands out in grey, and a copy of a copy still holds it.

Each check also runs on a page that is made to fail it.
"""

from __future__ import annotations

import itertools
import json
import sys
from functools import lru_cache
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageFilter

sys.path.insert(0, str(Path(__file__).parents[1] / "render"))
from printed import named, tiny_sheets
from rendered import POINTS_AN_INCH, Page, Run, both_courses, copied, crop, drawn_with, packets, pages_seen

from generator.render.outputs import Sheet

SHARP, COPIER, COARSE = 150, 200, 50
"""Dots per inch: to read thin letters, to copy as a copier does, to look at areas."""
CONTRAST = 7.0
THINNEST = 0.5
ANY_INK = 250
"""Lighter than this is paper, with a hair of rounding."""


def pale(page: Page) -> list[tuple[str, float]]:
    """Words whose ink stands out too little from what is behind it, with their contrast."""
    picture = page.picture(SHARP)
    found = [(run.words, round(contrast_of(picture, run), 1)) for run in page.runs()]
    return [(words, contrast) for words, contrast in found if contrast < CONTRAST]


def contrast_of(picture: Image.Image, run: Run) -> float:
    """The contrast between the strongest ink of a run and the paper around it."""
    paper = share_of(crop(picture, run.box.grown(2), SHARP), 0.5)
    inside = crop(picture, run.box, SHARP)
    return max(contrast(share_of(inside, share), paper) for share in (0.03, 0.97))


def share_of(picture: Image.Image, share: float) -> int:
    """The light that this share of the pixels does not exceed."""
    counts = itertools.accumulate(picture.histogram())
    return next(light for light, count in enumerate(counts) if count >= share * picture.width * picture.height)


def contrast(one: int, other: int) -> float:
    """The contrast of two greys by WCAG 2.2."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def luminance(grey: int) -> float:
    """The relative luminance of a grey by WCAG 2.2."""
    part = grey / 255
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


def lost_words(page: Page) -> list[tuple[str, float]]:
    """Words that a copy of a copy has nearly no ink of, or nearly no paper between; with their share of ink."""
    copy = copy_of(page)
    found = [(run.words, round(1 - mean(crop(copy, run.box.grown(1), COPIER)), 2)) for run in page.runs()]
    return [(words, ink) for words, ink in found if not 0.04 < ink < 0.7]


@lru_cache(maxsize=4)
def copy_of(page: Page) -> Image.Image:
    """The page after the copier, and after it again."""
    return copied(page.picture(COPIER), COPIER)


def mean(picture: Image.Image) -> float:
    """The light of an area, from 0 to 1."""
    counts = picture.histogram()
    return sum(light * count for light, count in enumerate(counts)) / (255 * sum(counts))


def lost_lines(page: Page) -> list[tuple[float, float]]:
    """Where a drawn line starts that can be seen on the page and is not on a copy of a copy."""
    picture, copy = page.picture(COPIER), darkened(copy_of(page))
    lost = []
    for stroke in page.strokes():
        points = [(int(x * COPIER / POINTS_AN_INCH), int(y * COPIER / POINTS_AN_INCH)) for x, y in stroke.points]
        # Between two dashes there is nothing to copy.
        shown = [point for point in points if inside(point, picture) and light_at(point, picture) < ANY_INK]
        if sum(not copy.getpixel(point) for point in shown) < 0.9 * len(shown):
            lost.append(stroke.points[0])
    return lost


def thin_lines(page: Page) -> list[tuple[float, float]]:
    """Where a line starts that is too thin for a printer; on a screen it would still be a dot wide."""
    return [stroke.points[0] for stroke in page.strokes() if stroke.width < THINNEST]


def inside(point: tuple[int, int], picture: Image.Image) -> bool:
    """Whether the point is on the page."""
    return 0 <= point[0] < picture.width and 0 <= point[1] < picture.height


def light_at(point: tuple[int, int], picture: Image.Image) -> int:
    """The light of one dot."""
    light = picture.getpixel(point)
    assert isinstance(light, int)
    return light


def darkened(picture: Image.Image) -> Image.Image:
    """Each dot grown to its neighbours, so that a line is met where it lies between two dots."""
    for step in ((1, 0), (-1, 0), (0, 1), (0, -1)):
        picture = ImageChops.darker(picture, ImageChops.offset(picture, *step))
    return picture


def dark_fill(page: Page) -> bool:
    """Whether three fifths of a square of 20 by 20 mm are dark; a QR code has half of it."""
    return fullest_window(page.picture(COARSE).point(lambda light: 255 if light < 128 else 0), 20, COARSE) > 0.6


def has_grey_area(page: Page) -> bool:
    """Whether a square of 2 by 2 mm has neither paper nor full ink in it."""
    grey = page.picture(COPIER).point(lambda light: 255 if 5 < light < ANY_INK else 0)
    return fullest_window(grey, 2, COPIER) == 1


def fullest_window(marks: Image.Image, side: float, dpi: int) -> float:
    """The largest share of white dots in any square of `side` millimetres."""
    dots = int(side / 25.4 * dpi / 2)
    _, lightest = marks.filter(ImageFilter.BoxBlur(dots)).getextrema()
    assert isinstance(lightest, int)
    return lightest / 255


@pytest.fixture(params=(*both_courses(), *packets()), ids=lambda sheet: sheet.address)
def sheet(request: pytest.FixtureRequest) -> Sheet:
    made: Sheet = request.param
    return made


@pytest.fixture(
    params=[sheet for sheet in tiny_sheets() if "-letter" in sheet.address], ids=lambda sheet: sheet.address
)
def on_letter(request: pytest.FixtureRequest) -> Sheet:
    made: Sheet = request.param
    return made


def test_every_word_has_a_contrast_of_seven_to_one(sheet: Sheet) -> None:
    for page in pages_seen(sheet):
        assert pale(page) == [], page.name


def test_a_copy_of_a_copy_keeps_every_word_and_every_line(on_letter: Sheet) -> None:
    for page in pages_seen(on_letter):
        assert lost_words(page) == [], page.name
        assert lost_lines(page) == [], page.name


@pytest.mark.parametrize("name", ["worksheet-1-letter", "quiz-letter-copy", "worksheet-2-letter-large"])
def test_lines_to_write_on_and_boxes_to_tick_are_looked_at(name: str) -> None:
    page = pages_seen(named(name, tiny_sheets()))[0]
    assert sum(len(stroke.points) > 90 for stroke in page.strokes()) >= 3
    assert sum(len(stroke.points) in (3, 4, 5, 6) for stroke in page.strokes()) >= 12


def test_no_line_is_thinner_than_half_a_point(sheet: Sheet) -> None:
    for page in pages_seen(sheet):
        assert thin_lines(page) == [], page.name


def test_nothing_is_filled_dark(sheet: Sheet) -> None:
    for page in pages_seen(sheet):
        assert not dark_fill(page), page.name


@pytest.mark.parametrize("sheet", [sheet for sheet in tiny_sheets() if "-copy" in sheet.address], indirect=True)
def test_an_easy_copy_has_no_grey_area(sheet: Sheet) -> None:
    for page in pages_seen(sheet):
        assert not has_grey_area(page), page.name


def test_every_sheet_without_tints_is_looked_at() -> None:
    for sheet in tiny_sheets():
        assert json.loads(sheet.payload)["edition"]["tinted"] != ("-copy" in sheet.address)


BAD = {
    "grey on white": (pale, "#text(fill: luma(55%))[Pale]"),
    "black on grey": (pale, "#block(fill: luma(35%), inset: 9mm)[Dark]"),
    "words that a copier drops": (lost_words, "#text(fill: luma(70%))[Gone]"),
    "words that a copier fills": (lost_words, "#block(fill: luma(45%), inset: 9mm)[Gone]"),
    "a line that a copier drops": (lost_lines, "#line(length: 90mm, stroke: 0.6pt + luma(75%))"),
    "a line too thin": (thin_lines, "#line(length: 90mm, stroke: 0.1pt)"),
    "a box that a copier drops": (lost_lines, "#box(width: 5mm, height: 5mm, stroke: 0.6pt + luma(75%))"),
    "a dark fill": (dark_fill, "#rect(width: 30mm, height: 30mm, fill: black)"),
    "dark stripes": (
        dark_fill,
        "#stack(..range(8).map(it => rect(width: 40mm, height: 4mm, fill: black)), spacing: 1mm)",
    ),
    "a tint": (has_grey_area, "#rect(width: 9mm, height: 4mm, fill: luma(94%))"),
}


@pytest.mark.parametrize("name", BAD)
def test_each_check_finds_the_page_that_is_made_to_fail_it(name: str) -> None:
    check, drawn = BAD[name]
    assert check(page_with(drawn))
    for good in ("Black on white", "#line(length: 90mm, stroke: 0.6pt)", "#box(width: 5mm, height: 5mm, stroke: 1pt)"):
        assert not check(page_with(good))


def test_a_tint_of_a_standard_sheet_is_found() -> None:
    """The picture of a wave has a light fill in every edition but the easy copy."""
    assert any(has_grey_area(page) for page in pages_seen(named("lesson-letter", tiny_sheets())))


def page_with(drawn: str) -> Page:
    """A page with something drawn on it."""
    return drawn_with(f"#set text(size: 13pt)\n{drawn}")[0]

"""The sheets that are read, in every edition: the same words, the fills and sizes of the edition, pages that are filled."""

from __future__ import annotations

import dataclasses
import io
import json
import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import Any, NamedTuple

import pikepdf
import pypdfium2
import pypdfium2.raw as raw
import pytest
from measured import MM, text_of
from printed import BUILD, letters, letters_of, named, part_of, pdf_of, sheets_of, shipped, tiny_frame, tiny_sheets
from printed import tiny_module as module_with_every_kind

from generator.course import Frame
from generator.render.outputs import Sheet
from generator.schema.module import Module
from tests.reviews.signed import signed

KINDS = ("handout", "lesson", "quiz", "guide")
TINT = 0.94
LEAST, LEAST_BODY = 12, 16
LONGEST_LINE = 75
"""Letters a line."""
HEAD = {False: 28 * MM, True: 30 * MM}
FOOT = {False: 37 * MM, True: 52 * MM}
"""The margins that head and foot stand in, in standard and in large print."""

every_paper = pytest.mark.parametrize("paper", BUILD.papers)
every_kind = pytest.mark.parametrize("kind", KINDS)


class Line(NamedTuple):
    """Words side by side: from where to where on the page, from its lower left corner."""

    words: str
    left: float
    bottom: float
    right: float
    top: float


def made_of(kind: str, paper: str, edition: str = "") -> list[Sheet]:
    """This sheet of the tiny module and of each module of the course."""
    made = (tiny_sheets(), *(made for made, _, _ in shipped()))
    return [named(f"{kind}-{paper}{edition}", sheets) for sheets in made]


@cache
def pages_in(sheet: Sheet) -> tuple[pypdfium2.PdfPage, ...]:
    return tuple(pypdfium2.PdfDocument(pdf_of(sheet)))


def words_on(page: pypdfium2.PdfPage) -> str:
    return str(page.get_textpage().get_text_range())


def runs_on(page: pypdfium2.PdfPage) -> list[Line]:
    """Words in one line and one font, from the top to the bottom of the page."""
    text = page.get_textpage()
    boxes = [text.get_rect(place) for place in range(text.count_rects())]
    runs = [Line(text.get_text_bounded(*box).strip(), *box) for box in boxes]
    return sorted((run for run in runs if run.words), key=lambda run: (-run.top, run.left))


def body_runs(page: pypdfium2.PdfPage, large: bool) -> list[Line]:
    """Those between head and foot; tails of letters reach a little into the margin."""
    low, high = FOOT[large] - 4, page.get_height() - HEAD[large] + 4
    return [run for run in runs_on(page) if low < run.bottom and run.top < high]


def lines_on(page: pypdfium2.PdfPage, large: bool = False) -> Iterator[Line]:
    """Whole lines: runs are joined where a word in bold begins, and not from one column to the next."""
    left = body_runs(page, large)
    while left:
        line = left.pop(0)
        while beside := next((run for run in left if _goes_on(line, run)), None):
            left.remove(beside)
            line = Line(
                f"{line.words} {beside.words}", line.left, min(line.bottom, beside.bottom), beside.right, line.top
            )
        yield line


def _goes_on(line: Line, run: Line) -> bool:
    return 0 <= run.left - line.right < 6 and min(line.top, run.top) - max(line.bottom, run.bottom) > 3


@every_paper
@every_kind
def test_an_easy_copy_has_the_same_words_on_the_same_pages(kind: str, paper: str) -> None:
    for standard, copy in zip(made_of(kind, paper), made_of(kind, paper, "-copy"), strict=True):
        assert [words_on(page) for page in pages_in(copy)] == [words_on(page) for page in pages_in(standard)]


def inks_of(sheet: Sheet) -> set[tuple[float, float]]:
    """Each ink that something is filled with or written in: how light it is, and how much it covers."""
    return {ink for page in pikepdf.open(io.BytesIO(pdf_of(sheet))).pages for ink in _inks(page, page.Resources)}


def _inks(stream: Any, resources: Any) -> Iterator[tuple[float, float]]:
    """Goes into pictures as well; a picture starts with the ink of the page, and gives it back."""
    ink, kept = (0.0, 1.0), []
    for operands, operator in pikepdf.parse_content_stream(stream):
        match str(operator):
            case "q":
                kept.append(ink)
            case "Q":
                ink = kept.pop()
            case "sc" | "scn" | "g":
                ink = (round(float(operands[0]), 2), ink[1])
            case "rg" | "k":
                raise AssertionError("a color that is no grey")
            case "gs":
                ink = (ink[0], round(float(resources.ExtGState[operands[0]].get("/ca", ink[1])), 2))
            case "Do" if resources.XObject[operands[0]].Subtype == "/Form":
                inner = resources.XObject[operands[0]]
                yield from _inks(inner, inner.get("/Resources", resources))
            case "f" | "f*" | "B" | "B*" | "b" | "b*" | "Tj" | "TJ" | "Do" | "sh":
                yield ink


@every_kind
def test_standard_has_black_and_one_light_tint_and_an_easy_copy_has_black_alone(kind: str) -> None:
    black = (0.0, 1.0)
    for standard, copy in zip(made_of(kind, "letter"), made_of(kind, "letter", "-copy"), strict=True):
        assert inks_of(copy) == {black}, copy.address
        # Pictures are drawn for the web too: their tint is black that covers a little.
        assert inks_of(standard) <= {black, (TINT, 1.0), (0.0, 0.08)}, standard.address
        assert ((TINT, 1.0) in inks_of(standard)) == (kind != "quiz")


def sizes_of(page: pypdfium2.PdfPage) -> Iterator[tuple[float, bool]]:
    """The size of each letter on paper, and whether it stands between head and foot."""
    text, matrix = page.get_textpage(), raw.FS_MATRIX()
    x, y, top = raw.c_double(), raw.c_double(), page.get_height() - HEAD[True]
    for place in range(text.count_chars()):
        if not chr(raw.FPDFText_GetUnicode(text, place)).isspace() and not raw.FPDFText_IsGenerated(text, place):
            assert raw.FPDFText_GetMatrix(text, place, matrix) and raw.FPDFText_GetCharOrigin(text, place, x, y)
            scale = abs(matrix.a * matrix.d - matrix.b * matrix.c) ** 0.5
            yield round(raw.FPDFText_GetFontSize(text, place) * scale, 1), FOOT[True] < y.value < top


def small_print(sheet: Sheet) -> int:
    """Letters that may be small: where a sheet comes from, who made it, where it is on the web."""
    part = part_of(sheet)
    body, strings = part["body"], json.loads(sheet.payload)["strings"]
    sources = "".join(f"{it['authors']}{it['title']}{it['year']}...•" for it in body.get("sources", []))
    review = "".join(body.get("review", {}).get("authors", ()))
    address = strings["print_on_the_web"] + part["head"]["address"]
    return len(letters(sources + review + strings["report_mistake"] + strings["print_education"] + address))


@every_paper
@every_kind
def test_large_print_is_large(kind: str, paper: str) -> None:
    for sheet in made_of(kind, paper, "-large"):
        sizes = [found for page in pages_in(sheet) for found in sizes_of(page)]
        assert min(size for size, _ in sizes) >= LEAST, sheet.address
        body = [size for size, between in sizes if between]
        small = sum(size < LEAST_BODY for size in body) - small_print(sheet)
        assert small <= 0.05 * len(body), sheet.address
        if kind in ("lesson", "quiz"):
            assert sum(size >= 18 for size in body) > 0.5 * len(body), sheet.address


@every_paper
def test_a_handout_in_large_print_is_two_sheets_of_paper_with_every_safety_message(paper: str) -> None:
    modules: list[tuple[Module, Frame]] = [
        (module_with_every_kind(), tiny_frame()), *((module, frame) for _, module, frame in shipped())
    ]  # fmt: skip
    for sheet, (module, frame) in zip(made_of("handout", paper, "-large"), modules, strict=True):
        assert len(pages_in(sheet)) <= 4, sheet.address
        for message in (frame.crisis, *frame.safety_of(module)):
            assert letters(message.words) in letters_of(sheet), message.id


@every_paper
@pytest.mark.parametrize(
    ("language", "edition"),
    # In large print the Spanish safety messages leave no page for a picture of 12 pt.
    [("en", ""), ("en", "-copy"), ("en", "-large"), ("es", ""), ("es", "-copy")],
)
def test_a_handout_of_the_course_keeps_its_picture(language: str, paper: str, edition: str) -> None:
    for made, module, _ in shipped(language):
        (first, *_) = (block for section in module.lesson for block in section.blocks if block.kind == "picture")
        shown = next(picture for picture in module.pictures if picture.id == first.picture)
        assert letters(shown.title) in letters_of(named(f"handout-{paper}{edition}", made)), module.id


@every_kind
def test_lines_are_not_longer_than_the_eye_goes_back(kind: str) -> None:
    # A handout that is full has longer lines in its few short boxes, and keeps its picture and its card for it.
    longest = 100 if kind == "handout" else LONGEST_LINE
    for sheet in made_of(kind, "letter"):
        for page in pages_in(sheet):
            long = [line.words for line in lines_on(page) if len(line.words) > longest]
            assert long == [], sheet.address


def test_long_lines_and_columns_are_told_apart() -> None:
    (page, *_) = pages_in(named("handout-letter", shipped()[2][0]))
    lines = {line.words for line in lines_on(page)}
    assert "Coping with cravings and urges" in lines
    assert "Surf an urge" in lines  # beside the picture


@every_paper
@pytest.mark.parametrize("edition", ["", "-copy", "-large"])
def test_the_answer_key_starts_on_a_page_of_its_own_and_nothing_before_it_tells(paper: str, edition: str) -> None:
    for sheet in made_of("guide", paper, edition):
        name = json.loads(sheet.payload)["strings"]["answer_key"]
        before = [[run.words for run in body_runs(page, sheet.large)] for page in pages_in(sheet)]
        (start,) = (place for place, words in enumerate(before) if name in words)
        assert before[start][0] == name, sheet.address
        told = letters("".join(words_on(page) for page in pages_in(sheet)[:start]))
        assert not any(letters(words) in told for words in feedback_of(part_of(sheet)["body"]["questions"]))


def feedback_of(value: Any) -> Iterator[str]:
    """What the key says of each answer."""
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for name, item in items:
        if name in ("feedback", "if_true", "if_false"):
            yield text_of(item["rich"])
        else:
            yield from feedback_of(item)


def empty_share(page: pypdfium2.PdfPage, large: bool) -> float:
    """How much of the room between head and foot has no ink, in bands of a line's height."""
    picture = page.render(scale=0.5, grayscale=True).to_pil().point(lambda light: 255 if light < 160 else 0)
    top, bottom = int(HEAD[large] / 2), int((page.get_height() - FOOT[large]) / 2)
    bands = [picture.crop((0, at, picture.width, min(at + 12, bottom))).getbbox() for at in range(top, bottom, 12)]
    return bands.count(None) / len(bands)


@every_paper
@pytest.mark.parametrize("edition", ["", "-large"])
@every_kind
def test_no_page_but_the_last_is_mostly_empty(kind: str, edition: str, paper: str) -> None:
    for sheet in made_of(kind, paper, edition)[1:]:
        shares = [empty_share(page, sheet.large) for page in pages_in(sheet)[:-1]]
        assert max(shares, default=0) <= 0.6, sheet.address


def test_an_empty_page_is_found() -> None:
    blank = pypdfium2.PdfDocument.new().new_page(595, 842)
    assert empty_share(blank, large=False) == 1
    assert empty_share(pages_in(named("lesson-a4", tiny_sheets()))[0], large=False) < 0.6


@every_paper
@pytest.mark.parametrize("edition", ["", "-large"])
@every_kind
def test_a_heading_stays_with_what_follows(kind: str, edition: str, paper: str) -> None:
    for sheet in made_of(kind, paper, edition):
        for page, after in pairwise(pages_in(sheet)):
            *_, above, lowest = ("", *(line.words for line in lines_on(page, sheet.large)))
            assert body_runs(after, sheet.large)
            assert not headings_of(sheet) & {letters(lowest), letters(above + lowest)}, lowest


@cache
def headings_of(sheet: Sheet) -> frozenset[str]:
    """The words of each heading, as the bookmarks have them."""
    with pikepdf.open(io.BytesIO(pdf_of(sheet))).open_outline() as outline:
        waiting, found = list(outline.root), set()
        while waiting:
            item = waiting.pop()
            found.add(letters(item.title))
            waiting.extend(item.children)
    return frozenset(found)


@every_kind
def test_every_page_of_every_edition_says_who_checked_it(kind: str) -> None:
    module = module_with_every_kind()
    made = sheets_of(module, signed(tiny_frame(), [module]))
    for edition in ("", "-copy", "-large"):
        for page in pages_in(named(f"{kind}-letter{edition}", made)):
            assert "CheckedbyAnaRuiz" in letters(words_on(page))


@pytest.mark.parametrize("height", [700, 4000])
@pytest.mark.parametrize("kind", ["handout", "lesson"])
def test_a_very_tall_picture_stays_on_the_page(kind: str, height: int) -> None:
    for edition in ("", "-large"):
        sheet = named(f"{kind}-letter{edition}", tiny_sheets())
        payload = re.sub(r'viewBox=\\"0 0 480 \d+\\"', f'viewBox=\\\\"0 0 480 {height}\\\\"', sheet.payload)
        tall = dataclasses.replace(sheet, payload=payload)
        assert payload != sheet.payload
        assert "Itpeaks" in letters_of(tall)
        for page in pages_in(tall):
            assert all(50 < run.bottom and run.top < page.get_height() - 40 for run in runs_on(page))

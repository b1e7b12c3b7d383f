"""Wall calendars and week sheets of the shipped programs, as a reader of PDFs sees them: every paper, every edition."""

from __future__ import annotations

import io
import re
import sys
from functools import cache
from pathlib import Path

import page as page_validation
import pypdf
import pypdfium2
import pytest

sys.path.insert(0, str(Path(__file__).parent))
from printed import BUILD, COURSE, TINY, frame_in, letters, pages_of, pdf_of, shipped

from generator import addresses
from generator.facts import Facts
from generator.render.outputs import Sheet
from generator.render.print.sheets import course_sheets
from generator.text import plain

SIZES = {"letter": (612.0, 792.0), "a4": (595.3, 841.9)}


@cache
def made(course: Path = COURSE) -> tuple[Sheet, ...]:
    found = course_sheets(_facts(course), frame_in(course), BUILD)
    return tuple(sheet for sheet in found if re.match(r"print/(calendar|weeks)-\d", sheet.address))


def _facts(course: Path) -> tuple[Facts, ...]:
    if course != COURSE:
        return ()
    empty = dict.fromkeys(Facts.__dataclass_fields__, "")
    return tuple(Facts(**{**empty, "id": module.id, "title": module.title}) for _, module, _ in shipped())  # type: ignore[arg-type]


def by_address() -> dict[str, Sheet]:
    return {sheet.address: sheet for sheet in made()}


SHEETS = made()
MOST = [sheet for sheet in SHEETS if sheet.address.endswith(("-letter-large.pdf", "-a4.pdf"))]
"""The fullest pages, and the other paper; for an old copier only the tint is left out."""
WALLS = [sheet for sheet in MOST if "calendar" in sheet.address]
WEEKS = [sheet for sheet in MOST if "weeks" in sheet.address]
FEW = [
    sheet
    for sheet in SHEETS
    if re.search(r"(weeks-2-letter|calendar-3-letter)(-large)?\.pdf|calendar-1-a4", sheet.address)
]
"""Fullest and emptiest pages on both papers: what takes long is asked of these."""


def _id(sheet: Sheet) -> str:
    return sheet.address


def test_each_program_has_two_files_on_each_paper_and_in_each_edition() -> None:
    names = {
        addresses.course_sheet(f"{sheet}-{number}", paper, edition)
        for sheet in ("calendar", "weeks")
        for number in (1, 2, 3)
        for paper in ("letter", "a4")
        for edition in ("standard", "large", "copy")
    }
    assert set(by_address()) == names
    assert {sheet.tree for sheet in SHEETS} == {"counselors"}


@pytest.mark.parametrize("sheet", MOST, ids=_id)
def test_every_page_has_the_lines_it_must_have(sheet: Sheet) -> None:
    frame, pages = frame_in(COURSE), pages_of(sheet)
    for number, words in enumerate(map(letters, pages), 1):
        assert letters(frame.strings["draft"]) in words
        assert letters(plain(frame.crisis.sheet_line)) in words
        assert letters(f"Page {number} of {len(pages)}") in words
        assert "Versiondev" in words or f"Version{BUILD.version}" in words


@pytest.mark.parametrize("sheet", WEEKS, ids=_id)
def test_each_week_has_one_page_in_every_print(sheet: Sheet) -> None:
    pages = pages_of(sheet)
    assert len(pages) == (16 if "weeks-2" in sheet.address else 12)
    for number, words in enumerate(pages, 1):
        assert re.findall(r"Week (\d+)", words)[0] == str(number)


@pytest.mark.parametrize("sheet", WALLS, ids=_id)
def test_a_wall_calendar_lies_and_has_each_week_once_in_order(sheet: Sheet) -> None:
    pages = pypdf.PdfReader(io.BytesIO(pdf_of(sheet))).pages
    for page in pages:
        width, height = sorted((float(page.mediabox.width), float(page.mediabox.height)))
        assert page.mediabox.width > page.mediabox.height
        assert (width, height) == pytest.approx(SIZES["a4" if "-a4" in sheet.address else "letter"], abs=0.5)
    weeks = [int(number) for words in pages_of(sheet) for number in re.findall(r"Week (\d+)", words)]
    assert weeks == list(range(1, (16 if "calendar-2" in sheet.address else 12) + 1))
    # Of a few weeks each: two or three, in large print one or two.
    assert len(pages) <= len(weeks) / (1 if "-large" in sheet.address else 2)


@pytest.mark.parametrize("sheet", WALLS, ids=_id)
def test_topics_on_the_wall_can_be_read_from_two_meters(sheet: Sheet) -> None:
    sizes: dict[str, float] = {}

    def seen(text: str, _matrix: object, _text_matrix: object, _font: object, size: float) -> None:
        if "Coping" in text or "cravings" in text:
            sizes[text] = size

    for page in pypdf.PdfReader(io.BytesIO(pdf_of(sheet))).pages:
        page.extract_text(visitor_text=seen)
    assert sizes and min(sizes.values()) >= 18


@pytest.mark.parametrize("sheet", WALLS, ids=_id)
def test_the_title_of_the_first_page_is_as_large_as_that_of_the_others(sheet: Sheet) -> None:
    found: list[float] = []

    def seen(text: str, _matrix: object, _text_matrix: object, _font: object, size: float) -> None:
        if "weeks, " in text and len(text) > 20:
            found.append(size)

    for page in pypdf.PdfReader(io.BytesIO(pdf_of(sheet))).pages[:2]:
        page.extract_text(visitor_text=seen)
    assert len(found) == 2 and found[0] == found[1]


@pytest.mark.parametrize("sheet", MOST, ids=_id)
def test_every_page_has_the_on_call_line_for_each_is_handed_out_or_hangs_by_itself(sheet: Sheet) -> None:
    told = [letters(page).count(letters("On-call line:")) for page in pages_of(sheet)]
    assert told == [1] * len(told)


@pytest.mark.parametrize("sheet", [sheet for sheet in SHEETS if "-letter.pdf" in sheet.address], ids=_id)
def test_outsiders_learn_nothing_from_the_title(sheet: Sheet) -> None:
    title = pypdf.PdfReader(io.BytesIO(pdf_of(sheet))).metadata.title  # type: ignore[union-attr]
    number = re.search(r"-(\d)-", sheet.address)[1]  # type: ignore[index]
    assert title == f"Steps: {'Calendar' if 'calendar' in sheet.address else 'Week sheets'} {number}"


@pytest.mark.parametrize("sheet", MOST, ids=_id)
def test_what_is_done_one_to_one_is_not_printed_and_what_is_not_written_has_a_star(sheet: Sheet) -> None:
    words = letters("".join(pages_of(sheet)))
    assert letters("Getting through dark moments") not in words
    assert letters("Preventing overdose and using naloxone*") in words
    assert letters("Coping with cravings and urges") in words
    assert letters("Coping with cravings and urges*") not in words
    assert letters("There are no sheets for this yet") in words


@pytest.mark.parametrize("sheet", MOST, ids=_id)
def test_ink_stays_on_the_paper(sheet: Sheet) -> None:
    # 8 mm is what every printer can do; sheets to be bound have the usual margins.
    edge = 8 / 25.4 * 72
    document = pypdfium2.PdfDocument(pdf_of(sheet))
    for page in document:
        boxes = [one.get_bounds() for one in page.get_objects()]
        left, bottom = min(box[0] for box in boxes), min(box[1] for box in boxes)
        right, top = max(box[2] for box in boxes), max(box[3] for box in boxes)
        assert left >= edge and bottom >= edge, sheet.address
        assert right <= page.get_width() - edge and top <= page.get_height() - edge, sheet.address


@pytest.mark.parametrize("sheet", FEW, ids=_id)
def test_an_independent_checker_finds_no_fault_with_pdf_ua(sheet: Sheet) -> None:
    report = page_validation.validate_pdf_bytes(pdf_of(sheet), profile=page_validation.ValidationProfile.PDF_UA_1)
    assert report.is_compliant, [failure.message for failure in report.failures]


def test_the_tiny_program_is_printed_on_two_pages_of_weeks() -> None:
    weeks = next(sheet for sheet in made(TINY) if sheet.address == "print/weeks-1-letter.pdf")
    first, second = pages_of(weeks)
    assert "Monday" in first and "Open hour" in first and "By appointment" in first
    assert "Tuesday" in second and "Monday" not in second

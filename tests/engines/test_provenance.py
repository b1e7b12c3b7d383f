"""What every sheet says of itself: which version it is, who checked it, where to call, where it stands on the web.

And what it does not say: a file's name and a PDF's title tell nobody outside what the course is about.
"""

from __future__ import annotations

import io
import json
import re
import sys
from functools import cache
from importlib.metadata import distribution
from pathlib import Path
from typing import Any

import pypdf
import pytest
import zxingcpp
from fontTools.pens.recordingPen import RecordingPen
from fontTools.ttLib import TTFont
from PIL import Image

sys.path.insert(0, str(Path(__file__).parents[1] / "render"))
from printed import BUILD, letters, pages_of, part_of, pdf_of, shipped, tiny_frame, tiny_module, tiny_sheets
from rendered import both_courses, copied, packets, pages_seen

from generator.course import Frame
from generator.engines.pdf import FONTS
from generator.language.dates import month
from generator.render.outputs import Sheet, path_of
from generator.render.print.sheets import SHEETS, sheets
from generator.schema.course import Outside
from generator.schema.module import Module
from generator.text import plain
from tests.reviews.signed import signed

SUBSTANCE_USE = [
    "addict",
    "alcohol",
    "drug",
    "opioid",
    "heroin",
    "crav",
    "relapse",
    "sober",
    "recover",
    "substance",
    "overdose",
]
ON_SCREEN, IN_PRINT = 150, 300
"""Dots per inch of a camera's view of a sheet, and of a copier."""


@pytest.fixture(params=both_courses(), ids=lambda sheet: sheet.address)
def sheet(request: pytest.FixtureRequest) -> Sheet:
    made: Sheet = request.param
    return made


@cache
def origins() -> dict[str, tuple[Module, Frame]]:
    """Id of each module → the module and its frame."""
    found = {module.id: (module, frame) for _, module, frame in shipped()}
    return {**found, tiny_module().id: (tiny_module(), tiny_frame())}


def origin(sheet: Sheet) -> tuple[Module, Frame]:
    return origins()[sheet.address.partition("/")[0]]


def test_every_page_says_where_it_comes_from(sheet: Sheet) -> None:
    module, frame = origin(sheet)
    pages = pages_of(sheet)
    for number, page in enumerate(pages, 1):
        wanted = {
            "title": module.title,
            "version": f"Version {BUILD.version}",
            "revision": f"revision {module.revision}",
            "review": frame.strings["draft"],
            "next check": f"next check {month(module.review.next_review, frame.language, short=True)}",
            "number": f"Page {number} of {len(pages)}",
            "crisis line": plain(frame.crisis.sheet_line),
        }
        assert [name for name, words in wanted.items() if letters(words) not in letters(page)] == [], number


@cache
def reviewed() -> tuple[Sheet, ...]:
    """The tiny module as a clinician has approved it, on letter paper."""
    frame = signed(tiny_frame(), [tiny_module()], name="Nora Example")
    made = sheets(tiny_module(), frame, BUILD)
    return tuple(sheet for sheet in made if sheet.address.endswith(("-letter.pdf", "-letter-large.pdf")))


@pytest.mark.parametrize("approved", reviewed(), ids=lambda sheet: sheet.address)
def test_every_page_of_a_reviewed_module_says_who_checked_it(approved: Sheet) -> None:
    for page in map(letters, pages_of(approved)):
        assert "NoraExample" in page and "LCSW" in page
        assert letters(tiny_frame().strings["draft"]) not in page


def address_of(sheet: Sheet) -> str:
    """The web page with the same content, in this version."""
    module, frame = origin(sheet)
    name = part_of(sheet)["body"].get("worksheet", {}).get("id", "index")
    page = path_of(sheet.tree, f"{module.id}/{name}.html")
    return f"{BUILD.site_url}{BUILD.version}/{frame.language}/{page}"


def codes(picture: Image.Image) -> list[zxingcpp.Barcode]:
    """The QR codes that a camera finds on a page."""
    return list(zxingcpp.read_barcodes(picture, formats=zxingcpp.BarcodeFormat.QRCode))


def around(code: zxingcpp.Barcode, picture: Image.Image) -> Image.Image:
    """The page about a code that was found in a coarser picture, as somebody holds a camera over it."""
    place = code.position
    corners = (place.top_left, place.top_right, place.bottom_left, place.bottom_right)
    across, down = (
        [corner.x * IN_PRINT // ON_SCREEN for corner in corners],
        [corner.y * IN_PRINT // ON_SCREEN for corner in corners],
    )
    white = IN_PRINT // 4
    return picture.crop((min(across) - white, min(down) - white, max(across) + white, max(down) + white))


def test_the_code_leads_to_this_version_of_the_page_from_paper_and_from_a_copy_of_a_copy(sheet: Sheet) -> None:
    first, *others = pages_seen(sheet)
    found = codes(first.picture(ON_SCREEN))
    assert [code.text for code in found] == [address_of(sheet)]
    copy = copied(around(found[0], first.picture(IN_PRINT)), IN_PRINT)
    assert [code.text for code in codes(copy)] == [address_of(sheet)]
    assert {code.text for page in others for code in codes(page.picture(ON_SCREEN))} <= {address_of(sheet)}


def test_a_code_that_is_too_small_does_not_survive() -> None:
    """The treatment is one that a code can fail."""
    first = pages_seen(tiny_sheets()[0])[0]
    (found,) = codes(first.picture(ON_SCREEN))
    assert codes(copied(around(found, first.picture(IN_PRINT)).reduce(6), IN_PRINT)) == []


def seen_outside(sheet: Sheet) -> tuple[str, str]:
    """A file's own name and its PDF title: what a print queue and a list of downloads show."""
    told = pypdf.PdfReader(io.BytesIO(pdf_of(sheet))).metadata
    assert told is not None
    return sheet.address.rpartition("/")[2], str(told.title)


def test_names_and_titles_tell_nobody_outside_what_the_course_is_about(sheet: Sheet) -> None:
    module, _ = origin(sheet)
    for words in seen_outside(sheet):
        assert [word for word in SUBSTANCE_USE if word in words.lower()] == []
        assert letters(module.title).lower() not in letters(words).lower()
        assert module.id not in words
        assert not {worksheet.title for worksheet in module.worksheets if worksheet.title in words}


@pytest.mark.parametrize("packet", packets(), ids=lambda packet: packet.address)
def test_names_and_titles_of_packets_tell_nobody_outside_either(packet: Sheet) -> None:
    for words in seen_outside(packet):
        assert [word for word in SUBSTANCE_USE if word in words.lower()] == []
        assert tiny_module().id not in words
        assert tiny_module().title not in words


def test_a_pdf_holds_no_other_telling_name(sheet: Sheet) -> None:
    told = pypdf.PdfReader(io.BytesIO(pdf_of(sheet)))
    assert told.metadata is not None
    assert set(told.metadata) <= {"/Title", "/Creator", "/Producer"}


def with_topics(frame: Frame) -> Frame:
    """The same course, which lets strangers see its topics."""
    spec = frame.spec.model_copy(update={"outside": Outside(title="Steps", topics=True)})
    return Frame(**{name: spec if name == "spec" else getattr(frame, name) for name in Frame.__dataclass_fields__})


def test_with_topics_names_and_titles_say_what_a_sheet_is_about() -> None:
    _, module, frame = next(one for one in shipped() if one[1].id == "coping-with-cravings")
    made = [sheet for sheet in sheets(module, with_topics(frame), BUILD) if sheet.address.endswith("-letter.pdf")]
    assert len(made) >= len(SHEETS)
    for sheet in made:
        name, title = seen_outside(sheet)
        assert name.startswith("coping-with-cravings-")
        assert title.startswith(f"{module.title}: ")


def test_the_title_for_outside_takes_the_place_of_the_course_s_own() -> None:
    spec = tiny_frame().spec.model_copy(update={"outside": Outside(title="Evening class")})
    frame: Any = tiny_frame()
    neutral = Frame(**{name: spec if name == "spec" else getattr(frame, name) for name in Frame.__dataclass_fields__})
    for sheet in sheets(tiny_module(), neutral, BUILD):
        assert json.loads(sheet.payload)["document"]["title"].startswith("Evening class 1: ")


@pytest.mark.parametrize("package", FONTS, ids=lambda package: package.__name__)
def test_the_fonts_may_be_passed_on(package: Any) -> None:
    """Each sheet carries a part of its fonts, and clinics may print and copy it without asking."""
    told = distribution(package.__name__.replace("_", "-"))
    files = [file for file in told.files or () if re.search(r"OFL|LICEN[CS]E", file.name)]
    assert any("SIL OPEN FONT LICENSE Version 1.1" in file.read_text("utf-8") for file in files)


@pytest.mark.parametrize("style", ["Regular", "Bold"])
def test_capital_i_small_l_and_one_do_not_look_alike(style: str) -> None:
    outlines = {letter: outline(style, letter) for letter in "Il1|"}
    assert len(set(outlines.values())) == len(outlines)
    assert len({outline(style, letter) for letter in "O0o"}) == 3


def outline(style: str, letter: str) -> str:
    """How a letter is drawn, wherever it stands on its line."""
    font = TTFont(Path(FONTS[0].ROOT) / "files" / f"AtkinsonHyperlegible-{style}.ttf")
    pen = RecordingPen()
    font.getGlyphSet()[font.getBestCmap()[ord(letter)]].draw(pen)
    left = min(x for _, points in pen.value for x, _ in points)
    return str([(step, [(x - left, y) for x, y in points]) for step, points in pen.value])

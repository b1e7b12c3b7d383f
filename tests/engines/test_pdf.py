"""What Typst makes of the sheets: the same bytes, the required lines on every page, nothing past the edge."""

from __future__ import annotations

import dataclasses
import io
import json
import pickle
import sys
from dataclasses import replace
from pathlib import Path

import page as page_validation
import pypdf
import pypdfium2
import pytest
import zxingcpp
from pypdf.generic import ContentStream, NameObject

sys.path.insert(0, str(Path(__file__).parents[1] / "render"))
from printed import (
    BUILD,
    digest_elsewhere,
    digest_of,
    letters,
    letters_of,
    named,
    pages_of,
    part_of,
    pdf_of,
    sheets_of,
    shipped,
    tiny_frame,
    tiny_module,
    tiny_sheets,
)

from generator.engines.pdf import PrintError, set_sheets
from generator.language.dates import month
from generator.render.outputs import Sheet, path_of
from generator.schema.fields.table import Table
from generator.schema.module import Module
from generator.text import plain
from tests.reviews.signed import signed

SIZES = {"letter": (612.0, 792.0), "a4": (595.3, 841.9)}
LONG = "Pneumono" + "ultramicroscopic" * 18


def _ids(sheets: tuple[Sheet, ...]) -> list[str]:
    return [sheet.address for sheet in sheets]


@pytest.fixture(params=tiny_sheets(), ids=_ids(tiny_sheets()))
def sheet(request: pytest.FixtureRequest) -> Sheet:
    made: Sheet = request.param
    return made


def test_files_stand_where_the_trees_say() -> None:
    files = set_sheets(tiny_sheets()[-2:])
    assert [file.path for file in files] == [path_of(sheet.tree, sheet.address) for sheet in tiny_sheets()[-2:]]
    assert all(file.path.startswith("counselors/") for file in files)


def test_the_same_sheet_is_the_same_bytes(sheet: Sheet) -> None:
    assert set_sheets([sheet])[0].content == pdf_of(sheet)


def test_another_process_makes_the_same_bytes() -> None:
    assert digest_elsewhere("tiny_sheets()") == digest_of(tiny_sheets())


def test_every_page_has_the_lines_it_must_have(sheet: Sheet) -> None:
    module, frame, pages = tiny_module(), tiny_frame(), pages_of(sheet)
    crisis = plain(frame.crisis.sheet_line)
    for number, page in enumerate(pages, 1):
        words = letters(page)
        assert letters(frame.strings["draft"]) in words
        assert letters(crisis) in words
        assert letters(f"Version {BUILD.version}, revision {module.revision}") in words
        assert letters(month(module.review.next_review, frame.language, short=True)) in words
        assert letters(f"Page {number} of {len(pages)}") in words
        assert letters(module.title) in words


def test_the_crisis_line_and_the_draft_mark_are_read_out_once_on_page_one(sheet: Sheet) -> None:
    first, *others = _read_out(sheet)
    draft = letters(tiny_frame().strings["draft"])
    assert first.count(draft) == 1
    assert all(draft not in page for page in others)
    assert letters(plain(tiny_frame().crisis.sheet_line)) in first


def _read_out(sheet: Sheet) -> list[str]:
    """The words of each page without its artifacts, which a screen reader skips."""
    return [
        letters(_without_artifacts(page).extract_text()) for page in pypdf.PdfReader(io.BytesIO(pdf_of(sheet))).pages
    ]


def _without_artifacts(page: pypdf.PageObject) -> pypdf.PageObject:
    content = ContentStream(page["/Contents"], page.pdf, "bytes")
    kept, marks = [], [False]
    for operands, operator in content.operations:
        if operator in (b"BDC", b"BMC"):
            marks.append(marks[-1] or operands[0] == "/Artifact")
        elif operator == b"EMC":
            marks.pop()
        elif not marks[-1]:
            kept.append((operands, operator))
    content.operations = kept
    page[NameObject("/Contents")] = content
    return page


def test_every_page_to_write_on_asks_to_be_kept_private(sheet: Sheet) -> None:
    private = letters(plain(tiny_frame().privacy.sheet_line))
    written_on = part_of(sheet)["layout"] in ("worksheet", "quiz")
    assert all((private in letters(page)) == written_on for page in pages_of(sheet))


def test_the_draft_mark_goes_when_all_three_have_signed() -> None:
    made = sheets_of(tiny_module(), signed(tiny_frame(), [tiny_module()]))
    assert letters(tiny_frame().strings["draft"]) not in letters_of(named("handout-letter", made))
    words = letters_of(named("handout-letter", made))
    assert all(name in words for name in ("CheckedbyAnaRuiz,LCSW", "J.M.,personinrecovery", "BoLind,editor"))


def test_a_clinician_alone_does_not_take_the_draft_mark_away() -> None:
    frame = signed(tiny_frame(), [tiny_module()])
    alone = {id_: some[:1] for id_, some in frame.sign_offs.items()}
    words = letters_of(named("handout-letter", sheets_of(tiny_module(), replace(frame, sign_offs=alone))))
    assert letters(tiny_frame().strings["draft_unfinished"]) in words
    assert "Checkedby" not in words


def test_the_paper_title_and_language_are_set(sheet: Sheet) -> None:
    reader = pypdf.PdfReader(io.BytesIO(pdf_of(sheet)))
    width, height = SIZES[json.loads(sheet.payload)["paper"]]
    for page in reader.pages:
        assert sorted((float(page.mediabox.width), float(page.mediabox.height))) == pytest.approx(
            sorted((width, height)), abs=0.2
        )
    assert reader.metadata is not None
    assert str(reader.metadata.title).startswith("Course 1: ")
    assert reader.metadata.creation_date is None
    assert reader.trailer["/Root"]["/Lang"] == "en"
    assert "/StructTreeRoot" in reader.trailer["/Root"]


def test_only_the_two_fonts_are_used(sheet: Sheet) -> None:
    names = set()
    for page in pypdf.PdfReader(io.BytesIO(pdf_of(sheet))).pages:
        fonts = page["/Resources"].get_object().get("/Font", {})
        names |= {str(font.get_object()["/BaseFont"]).partition("+")[2] for font in fonts.values()}
    assert names
    assert all(name.startswith(("AtkinsonHyperlegible", "NotoSans")) for name in names)


@pytest.mark.parametrize("name", ["handout-letter", "lesson-a4", "quiz-a4", "guide-letter"])
def test_the_code_scans_to_the_page(name: str, tmp_path: Path) -> None:
    picture = pypdfium2.PdfDocument(pdf_of(named(name, tiny_sheets())))[0].render(scale=2).to_pil()
    tree = "counselors/" if name.startswith("guide") else ""
    assert [code.text for code in zxingcpp.read_barcodes(picture)] == [
        f"https://course.example/1.2/en/{tree}{tiny_module().id}/index.html"
    ]


def test_an_independent_checker_finds_no_fault_with_pdf_ua(sheet: Sheet) -> None:
    report = page_validation.validate_pdf_bytes(pdf_of(sheet), profile=page_validation.ValidationProfile.PDF_UA_1)
    assert report.is_compliant, [failure.message for failure in report.failures]


def _crowded() -> Module:
    """Words of 300 letters, eight columns, thirty-one rows."""
    module = tiny_module()
    table = next(field for sheet in module.worksheets for field in sheet.fields if isinstance(field, Table))
    columns = tuple(
        table.columns[0].model_copy(update={"id": f"c{place}", "label": f"Uncontrollable {place}"})
        for place in range(8)
    )
    wide = table.model_copy(update={"columns": columns, "rows": 31, "row_labels": None})
    long = wide.model_copy(
        update={"columns": (columns[0].model_copy(update={"label": LONG}), *columns[1:3]), "label": LONG, "rows": 2}
    )
    worksheet = module.worksheets[0].model_copy(update={"title": LONG, "fields": (wide, long)})
    return module.model_copy(
        update={"worksheets": (worksheet,), "title": LONG, "main_message": type(module.main_message)(LONG)}
    )


AN_INCH_AND_THREE_QUARTERS = (70, 52, 50)
"""From the left, where sheets are bound, the right and the bottom; in points, less a line's width."""
OTHER_EDGES = {
    # Ten of 85 × 54 mm leave 4.7 mm of a letter page; what is cut apart is not bound.
    "cards": (12, 19, 12),
    # A wall needs no room for a binding.
    "poster": (36, 36, 36),
}


@pytest.mark.parametrize("paper", ["letter", "a4"])
def test_no_ink_comes_nearer_to_the_edge_than_three_quarters_of_an_inch(paper: str) -> None:
    for made in (*tiny_sheets(), *sheets_of(_crowded())):
        if made.address.endswith(f"-{paper}.pdf"):
            least = OTHER_EDGES.get(part_of(made)["layout"], AN_INCH_AND_THREE_QUARTERS)
            for page in pypdfium2.PdfDocument(pdf_of(made)):
                picture = page.render(scale=1, grayscale=True).to_pil().point(lambda light: 255 if light < 128 else 0)
                left, _, right, bottom = picture.getbbox()
                assert left >= least[0], made.address
                assert picture.width - right >= least[1], made.address
                assert picture.height - bottom >= least[2], made.address


@pytest.mark.parametrize("paper", BUILD.papers)
def test_a_handout_is_one_sheet_of_paper(paper: str) -> None:
    for made in (tiny_sheets(), *(made for made, _, _ in shipped())):
        handout = named(f"handout-{paper}", made)
        assert len(pages_of(handout)) <= 2, handout.address


@pytest.mark.parametrize("paper", BUILD.papers)
def test_a_worksheet_of_the_course_is_one_page(paper: str) -> None:
    for made, module, _ in shipped():
        for number, worksheet in enumerate(module.worksheets, 1):
            assert len(pages_of(named(f"worksheet-{number}-{paper}", made))) == 1, worksheet.id


def test_a_table_repeats_its_head_and_keeps_every_row() -> None:
    made = next(sheet for sheet in sheets_of(_crowded()) if part_of(sheet)["layout"] == "worksheet")
    with_table = [page for page in pages_of(made) if "able0" in letters(page)]
    assert len(with_table) >= 2


def test_a_template_that_fails_names_the_sheet_and_what_typst_said() -> None:
    good = tiny_sheets()[0]
    bad = dataclasses.replace(good, payload=good.payload.replace('"paper":"letter"', '"paper":"stone"'))
    with pytest.raises(PrintError, match=r"print/01-handout-letter\.pdf: .*stone"):
        set_sheets([bad])


def test_an_error_comes_back_whole_from_another_process() -> None:
    again = pickle.loads(pickle.dumps(PrintError(tiny_sheets()[0], "no such font")))
    assert str(again) == f"{tiny_sheets()[0].address}: no such font"


def test_a_letter_that_no_font_has_is_an_error() -> None:
    good = tiny_sheets()[0]
    bad = dataclasses.replace(good, payload=good.payload.replace('"draft":"Draft', '"draft":"\U0001f600 Draft', 1))
    assert bad.payload != good.payload
    with pytest.raises(PrintError, match=r"glyph|font|character"):
        set_sheets([bad])

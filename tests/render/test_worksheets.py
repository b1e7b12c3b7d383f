"""How worksheets share their pages: filled to the foot, never split within a row, readable in large print."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pypdf
import pypdfium2
import pytest
from PIL import Image

sys.path.insert(0, str(Path(__file__).parent))
from printed import (
    BUILD,
    frame_in,
    letters,
    letters_of,
    module_in,
    named,
    pages_of,
    part_of,
    pdf_of,
    sheets_of,
    shipped,
    tiny_module,
    with_fields,
)

from generator.render.outputs import Sheet
from generator.render.print.sheets import sheets
from generator.schema.fields import Field
from generator.schema.fields.checklist import Checklist
from generator.schema.fields.one_of import OneOf
from generator.schema.fields.table import Column, Table
from tests.tags import elements

MM = 72 / 25.4
WORKBOOKS = Path(__file__).parents[1] / "courses" / "workbooks"
LONG = "Pneumono" + "ultramicroscopic" * 18 + "1234"
WORDS = "some more words of an option that goes on and on " * 20
SCALE = 2


def _worksheets(made: tuple[Sheet, ...]) -> list[Sheet]:
    return [sheet for sheet in made if part_of(sheet)["layout"] == "worksheet"]


@cache
def _workbooks() -> list[Sheet]:
    frame = frame_in(WORKBOOKS)
    modules = (module_in(WORKBOOKS, file.stem) for file in sorted((WORKBOOKS / "en").glob("*.yml")))
    return [sheet for module in modules for sheet in _worksheets(sheets(module, frame, BUILD))]


def _in(edition: str, made: list[Sheet]) -> list[Sheet]:
    return [sheet for sheet in made if sheet.address.endswith(f"{edition}.pdf")]


def _field(kind: type[Field]) -> Any:
    worksheets = tiny_module().worksheets
    return next(field for worksheet in worksheets for field in worksheet.fields if isinstance(field, kind))  # type: ignore[arg-type]


def _table(*labels: str, rows: int = 2) -> Table:
    columns = tuple(Column(id=f"c{place}", label=label) for place, label in enumerate(labels))
    table: Table = _field(Table).model_copy(update={"columns": columns, "rows": rows, "row_labels": None})
    return table


# Where the ink ends --------------------------------------------------------------------------------------------------


def _pictures(sheet: Sheet) -> Iterator[Image.Image]:
    for page in pypdfium2.PdfDocument(pdf_of(sheet)):
        yield page.render(scale=SCALE, grayscale=True).to_pil()


def _above_the_foot(picture: Image.Image) -> float:
    """Millimetres from the last ink of the page to the line over its foot."""
    # Head and foot have lines as wide as the page leaves.
    left, right = int(27 * MM * SCALE), picture.width - int(21 * MM * SCALE)
    rows = [picture.crop((left, y, right, y + 1)).getextrema() for y in range(picture.height)]
    foot = max(y for y, (_, lightest) in enumerate(rows) if lightest < 140)
    while rows[foot][0] < 140:
        foot -= 1
    last = max(y for y in range(foot) if rows[y][0] < 140)
    return (foot - last) / SCALE / MM


@pytest.mark.parametrize("edition", [f"{paper}{kind}" for paper in BUILD.papers for kind in ("", "-copy", "-form")])
def test_a_worksheet_of_one_page_is_filled_to_its_foot(edition: str) -> None:
    found = [sheet for made, _, _ in shipped() for sheet in _in(f"-{edition}", _worksheets(made))]
    assert len(found) == sum(len(module.worksheets) for _, module, _ in shipped())
    for sheet in found:
        (picture,) = _pictures(sheet)
        assert 2 < _above_the_foot(picture) < 12, sheet.address


@pytest.mark.parametrize("edition", ["letter", "a4", "letter-large", "a4-large"])
def test_no_sheet_of_several_pages_starts_with_a_nearly_empty_one(edition: str) -> None:
    several = [sheet for sheet in _in(f"-{edition}", _workbooks()) if len(pages_of(sheet)) > 1]
    assert several
    for sheet in several:
        first = next(_pictures(sheet))
        assert _above_the_foot(first) < 0.3 * first.height / SCALE / MM, sheet.address


@pytest.mark.parametrize("edition", ["letter", "letter-copy"])
def test_a_light_tint_marks_the_head_of_a_table_but_in_no_copy_for_a_worn_copier(edition: str) -> None:
    (picture,) = _pictures(named(f"worksheet-1-{edition}", with_fields(_table("One", "Two"))))
    tinted = picture.histogram()[240]
    assert (tinted > 10_000) == (edition == "letter")
    assert (tinted < 500) == (edition == "letter-copy")


# Rows ----------------------------------------------------------------------------------------------------------------


def _pages_under(node: Any) -> set[int]:
    """The pages on which an element has something, by the number of their objects."""
    node = node.get_object()
    if isinstance(node, list):
        return {page for child in node for page in _pages_under(child)}
    if not isinstance(node, dict):
        return set()
    here = {node.raw_get("/Pg").idnum} if "/Pg" in node else set()
    return here | (_pages_under(node["/K"]) if "/K" in node else set())


def _rows(sheet: Sheet) -> list[Any]:
    return list(elements(pypdf.PdfReader(io.BytesIO(pdf_of(sheet))).root_object["/StructTreeRoot"], "TR"))


@pytest.mark.parametrize("edition", ["letter", "a4", "letter-large", "a4-large", "letter-form", "a4-large-form"])
def test_no_row_is_split_over_pages(edition: str) -> None:
    for sheet in (*_in(f"-{edition}", _workbooks()), *_in(f"-{edition}", list(_crowded()))):
        assert [row for row in _rows(sheet) if len(_pages_under(row)) > 1] == [], sheet.address


def test_a_long_table_takes_its_label_along_and_keeps_every_row() -> None:
    for edition in ("letter", "letter-large"):
        sheet = named(f"worksheet-1-{edition}", with_fields(_table("When", "Where", "What", rows=31)))
        assert len(_rows(sheet)) == 32
        first = letters(pages_of(sheet)[0])
        assert "Mylog" in first and "When" in first.partition("Mylog")[2]
        assert all("Where" in page for page in pages_of(sheet))


# Large print ---------------------------------------------------------------------------------------------------------


def _is_turned(sheet: Sheet) -> bool:
    box = pypdf.PdfReader(io.BytesIO(pdf_of(sheet))).pages[0].mediabox
    return bool(box.width > box.height)


def _tables(sheet: Sheet) -> int:
    return len(list(elements(pypdf.PdfReader(io.BytesIO(pdf_of(sheet))).root_object["/StructTreeRoot"], "Table")))


@pytest.mark.parametrize(
    ("labels", "turned", "tables"),
    [
        (("When", "What happened", "What I did"), False, 1),
        (("Circumstances", "Uncomfortable", "Consequences", "Alternatives"), True, 1),
        (tuple(f"Responsibilities {letter}" for letter in "abcdefgh"), False, 0),
    ],
)
def test_large_letters_are_never_crushed_into_columns(labels: tuple[str, ...], turned: bool, tables: int) -> None:
    for edition in ("letter-large", "a4-large", "letter-large-form"):
        sheet = named(f"worksheet-1-{edition}", with_fields(_table(*labels)))
        assert (_is_turned(sheet), _tables(sheet)) == (turned, tables)
        # A word that broke would not be found in one piece.
        said = " ".join(pages_of(sheet)).replace("\u200b", "")
        for word in {word for label in labels for word in label.split()}:
            assert word in said


def test_large_print_is_large_in_cells_and_labels() -> None:
    sheet = named("worksheet-1-letter-large", with_fields(_table("Circumstances", "Consequences")))
    sizes = {"Mylog": 18, "Circumstances": 16, "Consequences": 16}
    assert {word: _size_of(sheet, word) for word in sizes} == sizes


def _size_of(sheet: Sheet, word: str) -> int:
    found: list[float] = []

    def visit(text: str, _: Any, matrix: list[float], __: Any, size: float) -> None:
        if word in letters(text):
            found.append(size * abs(matrix[3]))

    for page in pypdf.PdfReader(io.BytesIO(pdf_of(sheet))).pages:
        page.extract_text(visitor_text=visit)
    return round(min(found))


def test_large_print_has_one_column_of_choices() -> None:
    checklist = _field(Checklist).model_copy(update={"items": {f"i{n}": f"Choice {n}" for n in range(9)}})
    across = {}
    for edition in ("letter-form", "letter-large-form"):
        reader = pypdf.PdfReader(io.BytesIO(pdf_of(named(f"worksheet-1-{edition}", with_fields(checklist)))))
        fields = [field.get_object() for page in reader.pages for field in page["/Annots"]]
        across[edition] = len({round(float(field["/Rect"][0])) for field in fields if field["/FT"] == "/Btn"})
    assert across == {"letter-form": 3, "letter-large-form": 1}


# What no author should write -----------------------------------------------------------------------------------------


@cache
def _crowded() -> tuple[Sheet, ...]:
    """Words of 300 letters, options of 200 words, eight columns, thirty-one rows."""
    fields = [field for worksheet in tiny_module().worksheets for field in worksheet.fields]
    labelled = [field.model_copy(update={"label": LONG}) for field in fields if field.kind != "note"]
    choice = Column(id="which", label="Which", holds="choice", options={"a": LONG[:120], "b": "Short"})
    crowds: tuple[tuple[Field, ...], ...] = (
        tuple(labelled),
        (
            _field(Checklist).model_copy(update={"items": {"a": LONG, "b": WORDS, "c": "Short"}}),
            _field(OneOf).model_copy(update={"options": {"a": WORDS, "b": LONG}}),
        ),
        (_table(*(f"Uncontrollable {number}" for number in range(8)), rows=31),),
        (_table("When").model_copy(update={"columns": (choice, *_table("When", LONG).columns)}),),
    )
    worksheet = tiny_module().worksheets[0]
    worksheets = tuple(
        worksheet.model_copy(update={"id": f"crowd-{place}", "fields": fields}) for place, fields in enumerate(crowds)
    )
    return tuple(_worksheets(sheets_of(tiny_module().model_copy(update={"worksheets": worksheets}))))


@pytest.mark.parametrize("edition", ["letter", "a4-copy", "letter-form", "letter-large", "a4-large-form"])
def test_long_words_and_many_of_them_are_all_there_and_stay_within_the_margins(edition: str) -> None:
    for sheet in _in(f"-{edition}", list(_crowded())):
        worksheet = part_of(sheet)["body"]["worksheet"]
        said = letters_of(sheet)
        for field in worksheet["fields"]:
            items = field.get("items") or field.get("options") or []
            for words in (field["label"], *(item["text"] for item in items)):
                # A page may end within them.
                assert letters(words)[:60] in said and letters(words)[-60:] in said, sheet.address
        for picture in _pictures(sheet):
            left, _, right, bottom = picture.point(lambda light: 255 if light < 128 else 0).getbbox()
            assert left >= 70 * SCALE and picture.width - right >= 52 * SCALE, sheet.address
            assert picture.height - bottom >= 50 * SCALE, sheet.address

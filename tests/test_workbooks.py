"""The test of the language: forms that programs really use can be written as worksheets without loss.

What each form holds is written down in tests/cases/workbook_forms.py, and looked for in the module, on the web page and on
paper.
"""

from __future__ import annotations

import io
import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

import pypdf
import pytest

from generator import addresses
from generator.build import Order, check_course
from generator.compile import compile_module, read_module
from generator.course import Build, Frame
from generator.engines.pdf import set_sheets
from generator.frame import frame_of, read_shared
from generator.load import Source, read_source
from generator.problems import errors
from generator.render.outputs import Page, Sheet
from generator.schema.fields import Field
from generator.schema.fields.checklist import Checklist
from generator.schema.fields.long_text import LongText
from generator.schema.fields.note import Note
from generator.schema.fields.one_of import OneOf
from generator.schema.fields.rating_grid import RatingGrid
from generator.schema.fields.scale import Scale
from generator.schema.fields.short_text import ShortText
from generator.schema.fields.table import Table
from generator.schema.module import Module
from generator.study import Place
from tests.cases.workbook_forms import (
    ANGER,
    FEELINGS,
    FORMS,
    HOURS,
    MATRIX,
    PLACES,
    Form,
    Part,
    chooses,
    circles,
    fills,
    marks,
    says,
    writes,
)
from tests.tags import elements

WORKBOOKS = Path(__file__).parent / "courses" / "workbooks"
BUILD = Build("1.2", "https://workbooks.example/", ("letter", "a4"))
every_form = pytest.mark.parametrize("form", FORMS, ids=lambda form: form.sheet)

# The course ----------------------------------------------------------------------------------------------------------


@cache
def workbook_frame() -> Frame:
    """The frame of the course in English."""
    shared, problems = read_shared(WORKBOOKS)
    assert shared is not None, problems
    return frame_of(shared, "en")


@cache
def source_of(module: str) -> Source:
    """The module's file."""
    source, problems = read_source(WORKBOOKS, f"en/{module}.yml")
    assert source is not None, problems
    return source


@cache
def module_named(name: str) -> Module:
    """The module, read and checked."""
    case, problems = read_module(source_of(name), workbook_frame())
    assert case is not None and not errors(problems), problems
    return case.module


@cache
def outputs_of(module: str) -> tuple[tuple[Page, ...], tuple[Sheet, ...]]:
    """The module's pages and payloads."""
    compiled = compile_module(source_of(module), workbook_frame(), BUILD)
    assert not errors(compiled.problems), compiled.problems
    return compiled.pages, compiled.sheets


# A form in the module ------------------------------------------------------------------------------------------------


def held(there: Field) -> Part:
    """What a field of the module holds."""
    match there:
        case Note():
            return says(*((there.title,) if there.title else ()), there.text.words)
        case ShortText():
            return writes(there.label, hint=_hint(there))
        case LongText():
            return writes(there.label, there.lines, _hint(there))
        case Checklist():
            return chooses(there.label, *there.items.values(), hint=_hint(there))
        case OneOf():
            return chooses(there.label, *there.options.values(), hint=_hint(there))
        case Scale():
            return circles(there.label, there.low_label, there.high_label, len(there.numbers))
        case RatingGrid():
            return marks(there.label, tuple(there.ratings.values()), tuple(there.items.values()), _hint(there))
        case Table():
            columns = tuple(column.label for column in there.columns)
            rows = tuple(there.row_labels.values()) if there.row_labels else there.rows or 0
            return fills(there.label, columns, rows, there.row_heading or "", _hint(there))
        case _:
            raise AssertionError(f"no form here needs a {there.kind}")


def _hint(there: ShortText | LongText | Checklist | OneOf | RatingGrid | Table) -> str:
    return there.hint.words if there.hint else ""


def in_order(words: Sequence[str], text: str) -> bool:
    """Whether the text says all words one after another, spaces and line ends apart."""
    place, text = 0, letters(text)
    for word in words:
        place = text.find(letters(word), place)
        if place < 0:
            return False
        place += len(letters(word))
    return True


def letters(text: str) -> str:
    """The text without spaces, line ends and the marks of places where a word may break."""
    return "".join(text.replace("\u200b", "").split())


@every_form
def test_the_module_holds_what_the_original_holds(form: Form) -> None:
    sheet = next(sheet for sheet in module_named(form.module).worksheets if sheet.id == form.sheet)
    for part, there in zip(form.parts, sheet.fields, strict=True):
        if isinstance(there, Note):
            assert in_order(part.words, " ".join(held(there).words))
        else:
            assert held(there) == part


# A form on the web ---------------------------------------------------------------------------------------------------

CONTROLS = ("input", "textarea", "select")


@dataclass
class Shown:
    """What a browser shows of one field."""

    text: str = ""
    controls: list[dict[str, str]] = field(default_factory=list)
    column_heads: list[str] = field(default_factory=list)
    row_heads: list[str] = field(default_factory=list)
    legends: list[str] = field(default_factory=list)
    rows: int = 0
    """Rows of a table's body."""


class FieldReader(HTMLParser):
    """Reads a page into what it shows of each field."""

    def __init__(self) -> None:
        super().__init__()
        self.fields: list[Shown] = []
        self._depth = 0
        """How many <div> are open within the field; 0 outside of fields."""
        self._listen: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        have = {name: value or "" for name, value in attrs}
        if tag == "div":
            self._enter(have.get("class", "").split())
        if not self._depth:
            return
        shown = self.fields[-1]
        if tag in CONTROLS:
            shown.controls.append({**have, "tag": tag})
        shown.rows += tag == "tr"
        self._listen_to({"col": shown.column_heads, "row": shown.row_heads}.get(have.get("scope", "")), tag == "th")
        self._listen_to(shown.legends, tag == "legend")

    def _enter(self, classes: list[str]) -> None:
        if not self._depth and "ps-field" not in classes:
            return
        if not self._depth:
            self.fields.append(Shown())
        self._depth += 1

    def _listen_to(self, heads: list[str] | None, starts: bool) -> None:
        if starts and heads is not None:
            heads.append("")
            self._listen = heads

    def handle_endtag(self, tag: str) -> None:
        if tag == "div" and self._depth:
            self._depth -= 1
        if tag in ("th", "legend"):
            self._listen = None

    def handle_data(self, data: str) -> None:
        if self._depth:
            self.fields[-1].text += data
        if self._depth and self._listen is not None:
            self._listen[-1] += data


def shown_fields(form: Form) -> list[Shown]:
    """What the form's page shows, field by field."""
    address = addresses.worksheet(form.module, form.sheet)
    reader = FieldReader()
    reader.feed(next(page.body for page in outputs_of(form.module)[0] if page.address == address))
    return reader.fields


@every_form
def test_the_page_shows_what_the_original_holds(form: Form) -> None:
    for part, shown in zip(form.parts, shown_fields(form), strict=True):
        assert in_order(part.words, shown.text), part.words
        assert len(shown.controls) == part.blanks
        assert len({control["id"] for control in shown.controls}) == part.blanks


@every_form
def test_the_page_has_the_original_rows_and_columns(form: Form) -> None:
    for part, shown in zip(form.parts, shown_fields(form), strict=True):
        if not part.rows:
            assert shown.rows == 0
        elif shown.rows:
            assert shown.column_heads == list(part.columns)
            assert shown.row_heads == [label for label in part.rows if label]
            assert shown.rows == 1 + len(part.rows)
        else:
            # A rating grid is a list of small groups on screen: each row's legend, then the marks.
            assert tuple(shown.legends) == part.rows
            assert in_order([word for row in part.rows for word in (row, *part.columns)], shown.text)


@every_form
def test_the_page_gives_long_answers_their_lines(form: Form) -> None:
    for part, shown in zip(form.parts, shown_fields(form), strict=True):
        if part.lines:
            assert [(control["tag"], control["rows"]) for control in shown.controls] == [("textarea", str(part.lines))]


# A form on paper -----------------------------------------------------------------------------------------------------


@cache
def reader_of(form: Form, paper: str) -> pypdf.PdfReader:
    """The form as a PDF."""
    sheet = next(
        sheet
        for sheet in outputs_of(form.module)[1]
        if sheet.address.endswith(f"-{paper}.pdf") and f'"id":"{form.sheet}"' in sheet.payload
        if json.loads(sheet.payload)["parts"][0]["body"].get("worksheet", {}).get("id") == form.sheet
    )
    return pypdf.PdfReader(io.BytesIO(set_sheets([sheet])[0].content))


every_paper = pytest.mark.parametrize("paper", BUILD.papers)


@every_paper
@every_form
def test_the_print_says_what_the_original_says(form: Form, paper: str) -> None:
    text = letters("".join(page.extract_text() for page in reader_of(form, paper).pages))
    for part in form.parts:
        for words in (*part.words, *part.columns, *part.rows):
            assert letters(words) in text, words


@every_paper
@every_form
def test_the_print_has_the_original_rows_and_columns(form: Form, paper: str) -> None:
    """The tags of the PDF know each table's rows and cells, so they are counted and not guessed from lines."""
    tables = list(elements(reader_of(form, paper).root_object["/StructTreeRoot"], "Table"))
    printed = [[len([*elements(row, "TH"), *elements(row, "TD")]) for row in elements(table, "TR")] for table in tables]
    assert printed == [[cells_across(part)] * (1 + len(part.rows)) for part in form.parts if part.rows]


def cells_across(part: Part) -> int:
    """Cells in a row of the part's table, the one with its label included."""
    return part.blanks // len(part.rows) + any(part.rows)


# The whole -----------------------------------------------------------------------------------------------------------


def test_the_course_has_no_errors(tmp_path: Path) -> None:
    result = check_course(Place(WORKBOOKS, Path("mkdocs.yml"), tmp_path / "site"), Order(jobs=1))
    assert {problem.rule for problem in result.problems} == {"lesson-length-is-right"}
    assert result.good


def test_every_worksheet_is_a_form_and_every_form_a_worksheet() -> None:
    sheets = [(name, sheet.id) for name in (ANGER, MATRIX) for sheet in module_named(name).worksheets]
    assert [(form.module, form.sheet) for form in FORMS] == sheets


def test_the_lists_of_the_questionnaires_are_whole() -> None:
    assert (len(PLACES), len(FEELINGS), len(HOURS)) == (39, 36, 17)
    assert len({*PLACES}) == len(PLACES) and len({*FEELINGS}) == len(FEELINGS)

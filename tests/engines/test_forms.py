"""Fillable worksheets: real form fields with labels, in reading order, that any reader fills in and prints."""

from __future__ import annotations

import hashlib
import sys
from collections import Counter
from itertools import combinations
from pathlib import Path

import page as page_validation
import pypdfium2
import pytest
from pypdf.generic import DictionaryObject

sys.path.insert(0, str(Path(__file__).parents[1] / "render"))
from filled import every_field, filled, marks_of, name_of, reader_of, widgets_in
from printed import (
    digest_elsewhere,
    digest_of,
    letters,
    named,
    part_of,
    pdf_of,
    shipped,
    tiny_module,
    tiny_sheets,
    with_fields,
)

from generator.engines.pdf import set_sheets
from generator.render.outputs import Sheet
from generator.schema.fields import FIELDS
from generator.schema.fields.long_text import LongText
from tests.tags import elements

MM = 72 / 25.4
RADIO, NO_TOGGLE_TO_OFF, MULTILINE = 1 << 15, 1 << 14, 1 << 12
HOSTILE = (
    "a \"quoted\" 'label' with \\back\\slashes \\u{41} and \\n",
    "</Form> <</Type /Annot>> (un(balanced endobj %%EOF",
    'Größe, año, điều này, настроение, {page} #read("x")',
    "Pneumono" + "ultramicroscopic" * 18 + "1234",
    "many short words and " * 14,
)


TINY = [sheet for sheet in tiny_sheets() if sheet.form]
COURSE = [sheet for made, _, _ in shipped() for sheet in made if sheet.address.endswith("-letter-form.pdf")]


@pytest.fixture(params=[*TINY, *COURSE], ids=lambda sheet: sheet.address)
def form(request: pytest.FixtureRequest) -> Sheet:
    sheet: Sheet = request.param
    return sheet


# What is there -------------------------------------------------------------------------------------------------------


def test_every_kind_of_field_can_be_filled_in_and_a_note_has_nothing_to_fill_in() -> None:
    fields = every_field(tiny_module())
    assert {type(field) for field in fields} == set(FIELDS)
    found = reader_of(pdf_of(named("worksheet-1-letter-form", with_fields(*fields)))).get_fields() or {}
    owners = Counter(name.partition("/")[0] for name in found)
    assert set(owners) == {field.id for field in fields if field.kind != "note"}


def test_fields_have_lasting_names_and_say_their_row_and_column() -> None:
    fields = reader_of(pdf_of(named("worksheet-1-letter-form", tiny_sheets()))).get_fields() or {}
    assert {name: (field["/FT"], field["/TU"]) for name, field in fields.items()} == {
        "short": ("/Tx", "One thing"),
        "long": ("/Tx", "More about it"),
        "checks/yes": ("/Btn", "What fits: Yes"),
        "checks/no": ("/Btn", "What fits: No"),
        "checks/other_box": ("/Btn", "What fits: Something else:"),
        "checks/other_line": ("/Tx", "What fits: Something else:"),
        "one": ("/Btn", "Choose one"),
        "number": ("/Btn", "My number"),
        **{
            f"log/{row}/{column}": (kind, f"My log: Row {row}, {label}")
            for row in (1, 2)
            for column, kind, label in (
                ("when", "/Tx", "When"),
                ("strong", "/Tx", "How strong"),
                ("done", "/Btn", "Done"),
                ("which", "/Btn", "Which"),
            )
        },
        **{
            f"week/{row}/{column}": ("/Tx", f"My week: {day}, {label}")
            for row, day in (("mon", "Monday"), ("tue", "Tuesday"))
            for column, label in (("plan", "Plan"), ("hours", "Hours"), ("time", "Time"))
        },
    }


def test_names_are_the_same_on_every_paper_and_in_large_print() -> None:
    first, *others = (
        set(reader_of(pdf_of(named(f"worksheet-2-{edition}", tiny_sheets()))).get_fields() or {})
        for edition in ("letter-form", "letter-large-form", "a4-form", "a4-large-form")
    )
    assert first and all(names == first for names in others)


def test_a_choice_says_its_group_and_its_words() -> None:
    widgets = [widget for _, widget in widgets_in(pdf_of(named("worksheet-2-letter-form", tiny_sheets())))]
    rated = [widget for widget in widgets if name_of(widget) == "ratings/payday"]
    assert [(widget["/TU"], *marks_of(widget)) for widget in rated] == [
        ("How often: Payday, Never", "/never"),
        ("How often: Payday, Often", "/often"),
    ]
    assert rated[0]["/Parent"].get_object()["/TU"] == "How often: Payday"


@pytest.mark.parametrize("words", HOSTILE)
def test_a_label_comes_through_whole(words: str) -> None:
    label = words.strip()
    fields = [field.model_copy(update={"label": label}) for field in every_field(tiny_module()) if field.kind != "note"]
    pdf = pdf_of(named("worksheet-1-letter-form", with_fields(*fields)))
    told = {name_of(widget).partition("/")[0]: str(widget["/TU"]) for _, widget in widgets_in(pdf)}
    assert set(told) == {field.id for field in fields}
    assert [name for name, said in told.items() if not said.startswith(label)] == []
    assert _is_accessible(pdf)


def test_a_field_that_is_told_twice_is_an_error() -> None:
    field = next(field for field in every_field(tiny_module()) if isinstance(field, LongText))
    twice = named("worksheet-1-letter-form", with_fields(field, field))
    with pytest.raises(ValueError, match="called 'long'"):
        set_sheets([twice])


# How it behaves ------------------------------------------------------------------------------------------------------


def _is_accessible(pdf: bytes) -> bool:
    report = page_validation.validate_pdf_bytes(pdf, profile=page_validation.ValidationProfile.PDF_UA_1)
    assert report.is_compliant, [failure.message for failure in report.failures]
    return True


def test_an_independent_checker_finds_no_fault_empty_or_filled(form: Sheet) -> None:
    assert _is_accessible(pdf_of(form))
    assert _is_accessible(filled(form)[0])


def test_what_is_filled_in_can_be_read_back(form: Sheet) -> None:
    pdf, values = filled(form)
    fields = reader_of(pdf).get_fields() or {}
    assert values
    assert {name: str(field.value) for name, field in fields.items()} == values


def test_what_is_filled_in_is_there_in_ink(form: Sheet) -> None:
    empty, full = _ink(pdf_of(form)), _ink(filled(form)[0])
    assert len(full) == len(empty)
    picked = [full[place] > empty[place] for place in range(len(full))]
    # Of the choices of a group only the last one is made.
    names = [(name_of(widget), widget.get("/FT")) for _, widget in widgets_in(pdf_of(form))]
    assert all(picked[place] for place, (_, kind) in enumerate(names) if kind is not None)
    assert {name for name, _ in names} == {name for place, (name, _) in enumerate(names) if picked[place]}


def _ink(pdf: bytes) -> list[int]:
    """How dark each field is, as a reader draws it."""
    document = pypdfium2.PdfDocument(pdf)
    document.init_forms()
    scale, found = 2, []
    pictures = [page.render(scale=scale, grayscale=True, may_draw_forms=True).to_pil() for page in document]
    for number, widget in widgets_in(pdf):
        left, bottom, right, top = (float(edge) * scale for edge in widget["/Rect"])
        picture = pictures[number]
        cut = picture.crop((int(left), int(picture.height - top), int(right), int(picture.height - bottom)))
        found.append(sum(255 - light for light in cut.tobytes()))
    return found


def test_choices_can_be_taken_back(form: Sheet) -> None:
    for name, field in (reader_of(pdf_of(form)).get_fields() or {}).items():
        flags = int(field.get("/Ff", 0))
        assert not flags & NO_TOGGLE_TO_OFF, name
        assert bool(flags & RADIO) == (field["/FT"] == "/Btn" and "/Kids" in field)


def test_nothing_runs_and_nothing_is_sent(form: Sheet) -> None:
    reader = reader_of(pdf_of(form))
    root = reader.root_object
    acroform = root["/AcroForm"].get_object()
    assert set(acroform) == {"/Fields", "/DR", "/DA"}
    assert "/OpenAction" not in root and "/AA" not in root and "/Names" not in root
    for _, widget in widgets_in(pdf_of(form)):
        assert widget["/Subtype"] == "/Widget"
        assert not {"/A", "/AA", "/MK"} & set(widget)
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert all(page["/Tabs"] == "/S" for page in reader.pages)


def test_typed_letters_are_embedded_and_large_enough(form: Sheet) -> None:
    acroform = reader_of(pdf_of(form)).root_object["/AcroForm"].get_object()
    (font,) = (font.get_object() for font in acroform["/DR"]["/Font"].values())
    assert font["/Encoding"] == "/WinAnsiEncoding" and len(font["/Widths"]) == 224
    assert len(font["/FontDescriptor"].get_object()["/FontFile2"].get_object().get_data()) > 10_000
    size = 16 if form.large else 12
    typed = [widget for _, widget in widgets_in(pdf_of(form)) if widget.get("/FT") == "/Tx"]
    assert typed and all(f" {size} Tf" in widget["/DA"] for widget in typed)


def test_the_next_field_is_the_next_one_to_read(form: Sheet) -> None:
    pdf = pdf_of(form)
    reader = reader_of(pdf)
    tagged = [
        element["/K"] if isinstance(element["/K"], DictionaryObject) else element["/K"][0].get_object()
        for element in elements(reader.root_object["/StructTreeRoot"], "Form")
    ]
    in_tags = [name_of(part["/Obj"].get_object()) for part in tagged]
    assert in_tags == [name_of(widget) for _, widget in widgets_in(pdf)]
    ids = [field["id"] for field in part_of(form)["body"]["worksheet"]["fields"] if field["kind"] != "note"]
    assert list(dict.fromkeys(name.partition("/")[0] for name in in_tags)) == ids
    in_form = [str(field.get_object()["/T"]) for field in reader.root_object["/AcroForm"].get_object()["/Fields"]]
    assert in_form == list(dict.fromkeys(in_tags))


# Where it stands -----------------------------------------------------------------------------------------------------


def test_fields_lie_on_their_page_apart_and_large_enough_to_hit(form: Sheet) -> None:
    pages = reader_of(pdf_of(form)).pages
    by_page: dict[int, list[tuple[str, list[float]]]] = {}
    for number, widget in widgets_in(pdf_of(form)):
        left, bottom, right, top = box = [float(edge) for edge in widget["/Rect"]]
        width, height = (float(edge) for edge in pages[number].mediabox[2:])
        assert 0 < left < right < width and 0 < bottom < top < height, name_of(widget)
        assert top - bottom >= 4 * MM and right - left >= 4 * MM, name_of(widget)
        by_page.setdefault(number, []).append((name_of(widget), box))
    for found in by_page.values():
        for (one, a), (other, b) in combinations(found, 2):
            across = min(a[2], b[2]) - max(a[0], b[0])
            down = min(a[3], b[3]) - max(a[1], b[1])
            assert across <= 0.1 or down <= 0.1, (one, other)


def test_no_printed_word_lies_under_a_field(form: Sheet) -> None:
    """Only the number of a scale stands within its ring."""
    document = pypdfium2.PdfDocument(pdf_of(form))
    texts = [page.get_textpage() for page in document]
    for number, widget in widgets_in(pdf_of(form)):
        left, bottom, right, top = (float(edge) for edge in widget["/Rect"])
        under = texts[number].get_text_bounded(left + 1, bottom + 1, right - 1, top - 1).strip()
        ring = marks_of(widget) if "/AP" in widget else []
        assert under == "" or [f"/{under}"] == ring, (name_of(widget), under)


def test_the_flat_twin_has_no_field_and_the_same_words() -> None:
    for sheet in (*TINY, *COURSE):
        address = sheet.address.replace("-large-form", "-large").replace("-form", "")
        made = tiny_sheets() if sheet in TINY else next(made for made, _, _ in shipped() if sheet in made)
        flat = next(twin for twin in made if twin.address == address)
        assert list(widgets_in(pdf_of(flat))) == []
        assert "/AcroForm" not in reader_of(pdf_of(flat)).root_object
        assert _words(pdf_of(flat)) == _words(pdf_of(sheet)), address


def _words(pdf: bytes) -> str:
    return letters("".join(page.extract_text() for page in reader_of(pdf).pages))


def test_several_lines_are_one_field_that_wraps_and_never_break_over_pages() -> None:
    field = next(field for field in every_field(tiny_module()) if isinstance(field, LongText))
    twenty = [field.model_copy(update={"id": f"long-{number}", "lines": 20}) for number in range(2)]
    for edition in ("letter-form", "letter-large-form"):
        pdf = pdf_of(named(f"worksheet-1-{edition}", with_fields(*twenty)))
        found = [(number, widget["/T"], int(widget["/Ff"]) & MULTILINE) for number, widget in widgets_in(pdf)]
        assert found == [(0, "long-0", MULTILINE), (1, "long-1", MULTILINE)]


# Always the same -----------------------------------------------------------------------------------------------------


def test_the_same_form_is_the_same_bytes_in_another_process() -> None:
    here = hashlib.sha256(b"".join(set_sheets([sheet])[0].content for sheet in TINY)).hexdigest()
    assert here == digest_of(TINY)
    assert here == digest_elsewhere("[sheet for sheet in tiny_sheets() if sheet.form]")

"""The form fields of a sheet as a reader finds them, and sheets with every field filled in."""

from __future__ import annotations

import io
from collections.abc import Iterator
from functools import cache

import pypdf
from printed import pdf_of
from pypdf.generic import DictionaryObject

from generator.render.outputs import Sheet
from generator.schema.fields import Field
from generator.schema.module import Module


def reader_of(pdf: bytes) -> pypdf.PdfReader:
    """The file as pypdf reads it."""
    return pypdf.PdfReader(io.BytesIO(pdf))


def widgets_in(pdf: bytes) -> Iterator[tuple[int, DictionaryObject]]:
    """Every annotation of the file with the number of its page."""
    for number, page in enumerate(reader_of(pdf).pages):
        for annotation in page.get("/Annots", ()):
            yield number, annotation.get_object()


def name_of(widget: DictionaryObject) -> str:
    """The name of the field that it is, or belongs to."""
    return str(widget["/T"] if "/T" in widget else widget["/Parent"].get_object()["/T"])


def marks_of(widget: DictionaryObject) -> list[str]:
    """What a box to tick can be, other than off."""
    return [str(state) for state in widget["/AP"]["/N"] if state != "/Off"]


@cache
def filled(sheet: Sheet) -> tuple[bytes, dict[str, str]]:
    """The sheet with something in every field, and what that is."""
    values = {}
    for _, widget in widgets_in(pdf_of(sheet)):
        text = widget.get("/FT") == "/Tx"
        # Of choices the last one stays.
        values[name_of(widget)] = f"Ñandú {len(values)} “words”" if text else marks_of(widget)[0]
    writer = pypdf.PdfWriter(clone_from=reader_of(pdf_of(sheet)))
    for page in writer.pages:
        if "/Annots" in page:
            writer.update_page_form_field_values(page, values, auto_regenerate=False)
    saved = io.BytesIO()
    writer.write(saved)
    return saved.getvalue(), values


def every_field(module: Module) -> list[Field]:
    """Every field of a module's worksheets."""
    return [field for worksheet in module.worksheets for field in worksheet.fields]

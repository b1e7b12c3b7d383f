"""Module → a page for each worksheet."""

from __future__ import annotations

from generator import addresses
from generator.course import Build, Frame
from generator.render.downloads import Rack, of_one_sheet
from generator.render.outputs import Page, SearchEntry
from generator.render.siblings import siblings
from generator.render.web import lay_out
from generator.schema.module import Module, Worksheet
from generator.wording import words_of


def worksheet_pages(module: Module, frame: Frame, build: Build) -> tuple[Page, ...]:
    """One page a worksheet, in the order of the file."""
    return tuple(_page(module, sheet, frame, build) for sheet in module.worksheets)


def _page(module: Module, sheet: Worksheet, frame: Frame, build: Build) -> Page:
    address = addresses.worksheet(module.id, sheet.id)
    body = lay_out(
        "worksheet",
        addresses.linker(address, module.id),
        frame,
        build,
        module=module,
        sheet=sheet,
        safety=frame.safety_of(module),
        downloads=(of_one_sheet(Rack(address, module, frame, build), sheet.id, frame.strings["downloads_print"]),),
        packet_for=0,
    )
    return Page(
        tree="patients",
        address=address,
        title=sheet.title,
        description=sheet.purpose.words,
        body=body,
        siblings=siblings(module, frame),
        search=(SearchEntry("", sheet.title, f"{sheet.purpose.words} {words_of(sheet.fields)}"),),
    )

"""Module → a page for each worksheet."""

from __future__ import annotations

import json

from generator import addresses
from generator.course import Build, Frame
from generator.render.downloads import Rack, of_one_sheet, sheets_from
from generator.render.outputs import Page, SearchEntry
from generator.render.siblings import siblings
from generator.render.web import lay_out
from generator.schema.module import Module, Worksheet
from generator.wording import words_of


def worksheet_pages(module: Module, frame: Frame, build: Build) -> tuple[Page, ...]:
    """One page a worksheet, in the order of the file."""
    return tuple(_page(module, sheet, frame, build) for sheet in module.worksheets)


def _page(module: Module, sheet: Worksheet, frame: Frame, build: Build) -> Page:
    address = addresses.worksheet(frame.slug(module.id), frame.slug(sheet.id))
    rack = Rack(address, module, frame, build, sheets_from("patients", "patients", frame, build))
    body = lay_out(
        "worksheet",
        addresses.linker(address, module.id, frame.slug),
        frame,
        build,
        module=module,
        sheet=sheet,
        keep=_keep(module, sheet, address),
        safety=frame.safety_of(module),
        downloads=(of_one_sheet(rack, sheet.id, frame.strings["downloads_print"]),),
        packet_for=0,
    )
    return Page(
        tree="patients",
        address=address,
        kind="worksheet",
        title=frame.tab_title(sheet.title, module.id),
        description=sheet.purpose.words,
        body=body,
        siblings=siblings(module, frame),
        search=(SearchEntry("", sheet.title, f"{sheet.purpose.words} {words_of(sheet.fields)}"),),
    )


def _keep(module: Module, sheet: Worksheet, address: str) -> str:
    """What keep.js has to know, as JSON. The place goes by the address, which says no more than the course wants to."""
    place = address.removesuffix(".html").replace("/", ":")
    facts = {"place": place, "revision": module.revision, "stem": f"{sheet.id}-", "renamed": sheet.renamed}
    return json.dumps(facts, ensure_ascii=False, separators=(",", ":"))

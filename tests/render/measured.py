"""What stands on a printed page and where: for sheets of their own geometry, measured on the page itself."""

from __future__ import annotations

import io
import math
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

import pypdf
import pypdfium2
from printed import part_of, pdf_of, shipped, tiny_frame, tiny_module, tiny_sheets

from generator.render.outputs import Sheet

MM = 72 / 25.4
LONG_WORD = "Pneumono" + "ultramicroscopic" * 18
COURSES = ((tiny_sheets(), tiny_module(), tiny_frame()), *shipped())


class Box(NamedTuple):
    """A rectangle on the page in millimetres, from the left and from the bottom."""

    left: float
    bottom: float
    right: float
    top: float


def of_kind(layout: str, *names: str) -> list[Sheet]:
    return [
        sheet
        for made, _, _ in COURSES
        for sheet in made
        if part_of(sheet)["layout"] == layout and (not names or edition_of(sheet) in names)
    ]


def edition_of(sheet: Sheet) -> str:
    found = re.search(r"-(copy|large)\.pdf$", sheet.address)
    return found[1] if found else "standard"


def open_pages(sheet: Sheet) -> list[pypdfium2.PdfPage]:
    return list(pypdfium2.PdfDocument(pdf_of(sheet)))


def box_of(bounds: tuple[float, ...]) -> Box:
    return Box(*(value / MM for value in bounds))


def words_on(page: pypdfium2.PdfPage) -> list[Box]:
    text = page.get_textpage()
    return [box_of(text.get_rect(place)) for place in range(text.count_rects())]


def text_of(nodes: list[dict[str, Any]]) -> str:
    return "".join(node["v"] if node["k"] == "text" else text_of(node["c"]) for node in nodes)


def tagged(sheet: Sheet) -> Iterator[tuple[str, str]]:
    """What a screen reader goes through: each tag, and the words in the place of a picture."""

    def walk(element: object) -> Iterator[tuple[str, str]]:
        element = element.get_object() if isinstance(element, pypdf.generic.IndirectObject) else element
        if isinstance(element, list):
            for item in element:
                yield from walk(item)
        elif isinstance(element, dict) and "/S" in element:
            yield str(element["/S"]), str(element.get("/Alt", ""))
            yield from walk(element.get("/K", []))

    return walk(pypdf.PdfReader(io.BytesIO(pdf_of(sheet))).trailer["/Root"]["/StructTreeRoot"]["/K"])


def runs_on(sheet: Sheet) -> list[tuple[float, float]]:
    """Each run of words on the first page: the size of its letters on paper, and its height above the bottom, in points."""
    found: list[tuple[float, float]] = []

    def visit(text: str, outer: list[float], inner: list[float], _font: object, size: float) -> None:
        if text.strip():
            scales = (abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]) ** 0.5 for matrix in (outer, inner))
            above = outer[1] * inner[4] + outer[3] * inner[5] + outer[5]
            found.append((round(size * math.prod(scales), 2), round(above)))

    pypdf.PdfReader(io.BytesIO(pdf_of(sheet))).pages[0].extract_text(visitor_text=visit)
    return found


def sizes_on(sheet: Sheet) -> list[float]:
    """The sizes of all letters of the first page."""
    return [size for size, _ in runs_on(sheet)]

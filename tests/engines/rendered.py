"""Pages as the eye, the copier and the camera get them: grey pixels, and where words and lines stand on them.

Lengths are points, counted from the top left corner of the page.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from math import hypot
from pathlib import Path
from typing import NamedTuple

import pypdfium2
import pypdfium2.raw as raw
import typst
from PIL import Image, ImageFilter

sys.path.insert(0, str(Path(__file__).parents[1] / "render"))
from printed import BUILD, pdf_of, shipped, tiny_frame, tiny_module, tiny_sheets

from generator.editions import COPY, LARGE
from generator.render.outputs import Sheet
from generator.render.print.packet import SHEETS as PACKETS
from generator.render.print.packet import Packet, packet_sheet

POINTS_AN_INCH = 72
MM = POINTS_AN_INCH / 25.4


class Box(NamedTuple):
    """A rectangle."""

    left: float
    top: float
    right: float
    bottom: float

    def grown(self, by: float) -> Box:
        """The same with a margin around it."""
        return Box(self.left - by, self.top - by, self.right + by, self.bottom + by)

    def common(self, other: Box) -> tuple[float, float]:
        """Width and height of what both cover; zero or less where they are apart."""
        width = min(self.right, other.right) - max(self.left, other.left)
        return width, min(self.bottom, other.bottom) - max(self.top, other.top)


class Run(NamedTuple):
    """Words in one line and one font, and the box around their ink."""

    words: str
    box: Box


class Stroke(NamedTuple):
    """A drawn line: points along it, a millimetre apart."""

    points: tuple[tuple[float, float], ...]
    width: float


@dataclass(frozen=True, eq=False)
class Page:
    """One page of a PDF."""

    page: pypdfium2.PdfPage
    name: str
    """The file and the number, for people."""

    @property
    def height(self) -> float:
        """From top to bottom."""
        return float(self.page.get_height())

    def picture(self, dpi: int) -> Image.Image:
        """The page in grey, with what is filled in."""
        drawn: Image.Image = self.page.render(scale=dpi / POINTS_AN_INCH, grayscale=True).to_pil()
        return drawn

    def runs(self) -> list[Run]:
        """The words that are shown, run by run."""
        text = self.page.get_textpage()
        boxes = [text.get_rect(place) for place in range(text.count_rects())]
        runs = [Run(text.get_text_bounded(*box).strip(), self._box(*box)) for box in boxes]
        return [run for run in runs if run.words]

    def strokes(self) -> list[Stroke]:
        """Everything that is drawn with a line: rules to write on, boxes to tick, borders, pictures."""
        paths = self.page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH], max_depth=6)
        return [stroke for path in paths if _is_stroked(path) for stroke in self._along(path)]

    def _box(self, left: float, bottom: float, right: float, top: float) -> Box:
        return Box(left, self.height - top, right, self.height - bottom)

    def _along(self, path: pypdfium2.PdfObject) -> Iterator[Stroke]:
        matrix, width = path.get_matrix(), raw.c_float()
        assert raw.FPDFPageObj_GetStrokeWidth(path, width)
        at = (0.0, 0.0)
        for place in range(raw.FPDFPath_CountSegments(path)):
            segment = raw.FPDFPath_GetPathSegment(path, place)
            point = matrix.on_point(*_point(segment))
            if raw.FPDFPathSegment_GetType(segment) == raw.FPDF_SEGMENT_LINETO:
                points = tuple((x, self.height - y) for x, y in _between(at, point))
                yield Stroke(points, width.value * hypot(matrix.a, matrix.b))
            at = point


def _is_stroked(path: pypdfium2.PdfObject) -> bool:
    fill, stroke = raw.c_int(), raw.c_int()
    return bool(raw.FPDFPath_GetDrawMode(path, fill, stroke) and stroke.value)


def _point(segment: object) -> tuple[float, float]:
    x, y = raw.c_float(), raw.c_float()
    assert raw.FPDFPathSegment_GetPoint(segment, x, y)
    return x.value, y.value


def _between(start: tuple[float, float], end: tuple[float, float]) -> Iterator[tuple[float, float]]:
    (x, y), (across, down) = start, (end[0] - start[0], end[1] - start[1])
    steps = max(1, round(max(abs(across), abs(down)) / MM))
    # Not the ends: there a line meets another one, or stops.
    return ((x + across * (step + 0.5) / steps, y + down * (step + 0.5) / steps) for step in range(steps))


def pages_in(pdf: bytes, name: str) -> tuple[Page, ...]:
    """Every page of a PDF."""
    document = pypdfium2.PdfDocument(pdf)
    document.init_forms()
    return tuple(Page(page, f"{name}, page {number}") for number, page in enumerate(document, 1))


def drawn_with(program: str) -> tuple[Page, ...]:
    """The pages of a Typst program; to draw what a check has to find."""
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=True)
    pdf = typst.compile(program.encode(), font_paths=fonts)
    assert isinstance(pdf, bytes)
    return pages_in(pdf, program)


@cache
def pages_seen(sheet: Sheet) -> tuple[Page, ...]:
    """Every page of a sheet."""
    return pages_in(pdf_of(sheet), sheet.address.rpartition("/")[2])


def shipped_letter() -> tuple[Sheet, ...]:
    """The sheets of the five modules, in the standard edition on letter paper."""
    return tuple(sheet for made, _, _ in shipped() for sheet in made if sheet.address.endswith("-letter.pdf"))


def both_courses() -> tuple[Sheet, ...]:
    """Every sheet of the tiny course, and the standard ones of the shipped course."""
    return (*tiny_sheets(), *shipped_letter())


def packets() -> tuple[Sheet, ...]:
    """Each kind of packet of the tiny course, one of them in each edition."""
    made = (Packet(kind, (tiny_module(),), "letter") for kind in PACKETS)
    editions = (Packet("patients", (tiny_module(),), "a4", edition) for edition in (LARGE, COPY))
    return tuple(packet_sheet(packet, tiny_frame(), BUILD) for packet in (*made, *editions))


def crop(picture: Image.Image, box: Box, dpi: int) -> Image.Image:
    """What stands in the box; at least a pixel."""
    left, top, right, bottom = (edge * dpi / POINTS_AN_INCH for edge in box)
    return picture.crop(
        (int(left), int(top), max(int(right + 0.99), int(left) + 1), max(int(bottom + 0.99), int(top) + 1))
    )


def copied(picture: Image.Image, dpi: int, times: int = 2) -> Image.Image:
    """A copy of a copy: each is a little out of focus, has noise, and is black or white at half the light."""
    dust = random.Random(20261101)
    for _ in range(times):
        seen = picture.filter(ImageFilter.GaussianBlur(0.06 * dpi / 25.4))
        noise = Image.frombytes("L", seen.size, dust.randbytes(seen.width * seen.height))
        picture = Image.blend(seen, noise, 0.25).point(lambda light: 255 if light >= 128 else 0)
    return picture

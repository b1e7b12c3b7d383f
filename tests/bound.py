"""Packets as a reader of PDFs sees them: pages, contents, bookmarks, what is blank."""

from __future__ import annotations

import io
import json
import re
import sys
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pypdf

sys.path.insert(0, str(Path(__file__).parent / "render"))
from printed import BUILD, COURSE, TINY, frame_in, letters, module_in

from generator.course import Frame
from generator.editions import COPY, LARGE
from generator.engines.pdf import set_sheets
from generator.render.outputs import Sheet
from generator.render.print.packet import Packet, packet_sheet
from generator.schema.course import Outside
from generator.schema.module import Module
from tests.conftest import COURSES

SUBSTANCE = (
    "addict",
    "alcohol",
    "drug",
    "opioid",
    "crav",
    "relapse",
    "sober",
    "recover",
    "substance",
    "using",
    "treatment",
)
LONG = "Pneumono" + "ultramicroscopic" * 18
WORKBOOKS = COURSES / "workbooks"


@cache
def modules_of(course: Path) -> tuple[Module, ...]:
    return tuple(module_in(course, id_) for id_ in frame_in(course).spec.modules)


def packet_of(kind: str, course: Path, **more: Any) -> Packet:
    return Packet(kind, **{"modules": modules_of(course), "paper": "letter", "people": 14, **more})  # type: ignore[arg-type]


@cache
def set_pdf(sheet: Sheet) -> bytes:
    return set_sheets([sheet])[0].content


class Read:
    """A packet as a reader of PDFs sees it."""

    def __init__(self, packet: Packet, frame: Frame) -> None:
        self.packet, self.frame = packet, frame
        self.sheet = packet_sheet(packet, frame, BUILD)
        self.payload = json.loads(self.sheet.payload)
        self.pdf = set_pdf(self.sheet)
        self.reader = pypdf.PdfReader(io.BytesIO(self.pdf))
        self.pages = [page.extract_text().replace("\u200b", "") for page in self.reader.pages]
        self.titles = [part["head"]["title"] for part in self.payload["parts"]]
        self.names = [sheet["name"] for sheet in self.payload["packet"]["sheets"]]

    @property
    def contents(self) -> list[tuple[str, int]]:
        """The lines of the contents that end with a page: name and page."""
        first = next(number for number, page in enumerate(self.pages) if "Contents\n" in page)
        lines = "\n".join(self.pages[first : first + 2]).splitlines()
        found = [re.fullmatch(r"(.+?)(?: ?\. ?){4,} ?(\d+)", line) for line in lines]
        return [(line[1].strip(), int(line[2])) for line in found if line]

    @property
    def starts(self) -> list[int]:
        """The page of each sheet, by the contents."""
        named = [page for name, page in self.contents if name in self.names]
        assert len(named) == len(self.names)
        return named

    @property
    def bookmarks(self) -> list[tuple[int, str, int]]:
        """Level, name and page of each."""
        return list(self._below(self.reader.outline, 1))

    def _below(self, items: Any, level: int) -> Iterator[tuple[int, str, int]]:
        for item in items:
            if isinstance(item, list):
                yield from self._below(item, level + 1)
            else:
                page = self.reader.get_destination_page_number(item)
                assert page is not None
                yield level, str(item.title), page + 1

    @property
    def blank(self) -> list[int]:
        words = self.frame.strings["print_blank"]
        return [number for number, page in enumerate(self.pages, 1) if letters(words) in letters(page)]


KINDS = {
    "patients": ("patients", COURSE, {}),
    "leader": ("leader", COURSE, {}),
    "workbook": ("workbook", COURSE, {}),
    "tiny-leader": ("leader", TINY, {"paper": "a4"}),
    "tiny-large": ("leader", TINY, {"edition": LARGE}),
    "tiny-copy": ("patients", TINY, {"edition": COPY, "paper": "a4"}),
    "landscape": ("patients", WORKBOOKS, {}),
}


@cache
def read(name: str) -> Read:
    kind, course, more = KINDS[name]
    return Read(packet_of(kind, course, **more), frame_in(course))


def topics_outside(frame: Frame) -> Frame:
    return replace(frame, spec=frame.spec.model_copy(update={"outside": Outside(title="Steps", topics=True)}))

"""Module → the links to its PDFs, by sheet, edition and paper."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator import addresses
from generator.course import Build, Frame
from generator.editions import Edition, editions_of
from generator.render.outputs import Crumb
from generator.render.print.cards import cards_of
from generator.render.print.names import NAMED, file_name
from generator.schema.module import Module


@dataclass(frozen=True, slots=True)
class DownloadEdition:
    """An edition of a sheet, and a link to it for each paper."""

    name: str
    title: str
    links: tuple[Crumb, ...]


@dataclass(frozen=True, slots=True)
class Download:
    """A sheet and its editions; the first is the one that most people want."""

    title: str
    editions: tuple[DownloadEdition, ...]


def downloads(page: str, module: Module, frame: Frame, build: Build, names: tuple[str, ...]) -> tuple[Download, ...]:
    """Links from `page` to the sheets called `names` (see `names.py`), in their order."""
    return tuple(Download(_title(module, name, frame), _editions(page, module, name, frame, build)) for name in names)


def patients_sheets(module: Module) -> tuple[str, ...]:
    """The names of all sheets of the module that are for patients."""
    worksheets = (worksheet.id for worksheet in module.worksheets)
    return ("handout", "lesson", *worksheets, "quiz", *(("cards",) if cards_of(module) else ()), "poster")


def _title(module: Module, name: str, frame: Frame) -> str:
    titles = {sheet.id: sheet.title for sheet in module.worksheets}
    return titles[name] if name in titles else frame.strings[NAMED[name]]


def _editions(page: str, module: Module, name: str, frame: Frame, build: Build) -> tuple[DownloadEdition, ...]:
    fillable = name not in NAMED
    return tuple(
        DownloadEdition(
            edition.name,
            frame.strings[f"edition_{edition.name.replace('-', '_')}"],
            tuple(_links(page, module, name, edition, frame, build)),
        )
        for edition in editions_of(build.editions, fillable)
    )


def _links(page: str, module: Module, name: str, edition: Edition, frame: Frame, build: Build) -> Iterator[Crumb]:
    for paper in build.papers:
        address = addresses.sheet(module.id, file_name(module, name, frame), paper, edition.name)
        yield Crumb(addresses.relative(address, page), frame.strings[f"paper_{paper}"])

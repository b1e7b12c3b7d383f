"""Module → the links to its PDFs, by sheet and paper."""

from __future__ import annotations

from dataclasses import dataclass

from generator import addresses
from generator.course import Build, Frame
from generator.render.outputs import Crumb
from generator.schema.module import Module


@dataclass(frozen=True, slots=True)
class Download:
    """A sheet and a link to it for each paper."""

    title: str
    links: tuple[Crumb, ...]


def downloads(page: str, module: Module, frame: Frame, build: Build, names: tuple[str, ...]) -> tuple[Download, ...]:
    """Links from `page` to the sheets called `names` (`handout`, `lesson`, `quiz`, `guide` or a worksheet's id)."""
    titles = {sheet.id: sheet.title for sheet in module.worksheets}
    titles |= {name: frame.strings[key] for name, key in _NAMED.items()}
    return tuple(Download(titles[name], _links(page, module.id, name, frame, build)) for name in names)


def _links(page: str, module: str, name: str, frame: Frame, build: Build) -> tuple[Crumb, ...]:
    return tuple(
        Crumb(addresses.relative(addresses.sheet(module, name, paper), page), frame.strings[f"paper_{paper}"])
        for paper in build.papers
    )


_NAMED = {"handout": "handout", "lesson": "print_lesson", "quiz": "paper_quiz", "guide": "guide"}
"""Sheets that every module has, and the interface word for each."""

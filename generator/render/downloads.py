"""Module → the links to its PDFs: the usual print of each sheet first, other editions and papers one step away."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator import addresses
from generator.course import Build, Frame
from generator.editions import COPY, FORM, LARGE, LARGE_FORM, STANDARD, Edition, editions_of
from generator.order import Tree
from generator.render.outputs import path_of
from generator.render.print.cards import cards_of
from generator.render.print.names import NAMED, file_name
from generator.schema.module import Module

IN_ORDER: tuple[Edition, ...] = (STANDARD, LARGE, COPY, FORM, LARGE_FORM)
"""The editions as people look for them; the first that a sheet has is the usual one."""


@dataclass(frozen=True, slots=True)
class Download:
    """A link to a PDF. Its whole name says sheet, edition, paper and PDF, so that it can be told from all others."""

    address: str
    words: str
    """What is seen of the name."""
    rest: str
    """What a screen reader says after it."""


@dataclass(frozen=True, slots=True)
class DownloadSet:
    """Links that belong together; the title is empty where the group's own says enough."""

    title: str
    links: tuple[Download, ...]


@dataclass(frozen=True, slots=True)
class DownloadGroup:
    """What opens with one tap."""

    title: str
    note: str
    sets: tuple[DownloadSet, ...]


@dataclass(frozen=True, slots=True)
class Downloads:
    """Sheets to print: what most people want, a note on it, and the rest in groups."""

    title: str
    first: tuple[Download, ...]
    note: str
    groups: tuple[DownloadGroup, ...]


@dataclass(frozen=True, slots=True)
class Rack:
    """Where links to a module's sheets start: a page; `tree` leads to the sheets' tree (`sheets_from`)."""

    page: str
    module: Module
    frame: Frame
    build: Build
    tree: str = ""

    def link(self, name: str, edition: Edition, paper: str, words: str) -> Download:
        """Link to a sheet; `words` are seen, be they a part of its name or not."""
        address = addresses.sheet(
            self.frame.slug(self.module.id), file_name(self.module, name, self.frame), paper, edition.name
        )
        parts = (self.title(name), self.edition(edition), self.paper(paper), "PDF")
        rest = ", ".join(part for part in parts if part != words)
        return Download(addresses.relative(f"{self.tree}{address}", self.page), words, rest)

    def title(self, name: str) -> str:
        """What the sheet is called."""
        titles = {sheet.id: sheet.title for sheet in self.module.worksheets}
        return titles[name] if name in titles else self.frame.strings[NAMED[name]]

    def edition(self, edition: Edition) -> str:
        """What the edition is called."""
        return self.frame.strings[f"edition_{edition.name.replace('-', '_')}"]

    def paper(self, paper: str) -> str:
        """What the paper is called."""
        return self.frame.strings[f"paper_{paper}"]

    def editions(self, name: str) -> tuple[Edition, ...]:
        """The editions that the sheet has, in order."""
        there = editions_of(self.build.editions, fillable=name not in NAMED)
        return tuple(edition for edition in IN_ORDER if edition in there)


def sheets_from(page: Tree, sheets: Tree, frame: Frame, build: Build) -> str:
    """What leads from a page's tree to that of its sheets; those of lent pages stand in their own language's folder."""
    across = page != sheets
    if frame.lent is None or (across and "patients" not in build.trees):
        return build.patients(frame.language) if across else ""
    up = "../../" if page == "counselors" else "../"
    return f"{up}{frame.language}/{path_of(sheets, '')}"


def patients_sheets(module: Module) -> tuple[str, ...]:
    """The names of all sheets of the module that are for patients."""
    worksheets = (worksheet.id for worksheet in module.worksheets)
    return ("handout", "lesson", *worksheets, "quiz", *(("cards",) if cards_of(module) else ()), "poster")


def of_one_sheet(rack: Rack, name: str, print_words: str) -> Downloads:
    """Links to one sheet: to print it, to type into it if that can be done, and all else in one group."""
    t, papers = rack.frame.strings, rack.build.papers
    editions = rack.editions(name)
    form = next((edition for edition in editions if edition.form), None)
    first = [rack.link(name, editions[0], papers[0], print_words)]
    if form:
        first.append(rack.link(name, form, papers[0], t["downloads_type"]))
    usual = {link.address for link in first}
    sets = (_set_of_paper(rack, name, paper, usual) for paper in papers)
    others = tuple(found for found in sets if found.links)
    return Downloads(
        title="",
        first=tuple(first),
        note=t["edition_form_note"] if form else "",
        groups=(DownloadGroup(t["downloads_more"], "", others),) if others else (),
    )


def _set_of_paper(rack: Rack, name: str, paper: str, usual: set[str]) -> DownloadSet:
    links = (rack.link(name, edition, paper, rack.edition(edition)) for edition in rack.editions(name))
    return DownloadSet(rack.paper(paper), tuple(link for link in links if link.address not in usual))


def of_sheets(rack: Rack, names: tuple[str, ...], title: str = "") -> Downloads:
    """Links to several sheets: each in the usual edition, then all in every other edition and on other papers."""
    usual, paper = rack.editions(names[0])[0], rack.build.papers[0]
    return Downloads(title, _links(rack, names, usual, paper), "", tuple(_groups(rack, names, usual)))


def _groups(rack: Rack, names: tuple[str, ...], usual: Edition) -> Iterator[DownloadGroup]:
    t, papers = rack.frame.strings, rack.build.papers
    editions = [edition for edition in IN_ORDER if any(edition in rack.editions(name) for name in names)]
    on_paper = [edition for edition in editions if not edition.form]
    for edition in on_paper:
        if edition != usual:
            links = _links(rack, names, edition, papers[0])
            yield DownloadGroup(rack.edition(edition), _note(edition, rack.frame), (DownloadSet("", links),))
    forms = [(edition, paper) for paper in papers for edition in editions if edition.form]
    if forms:
        sets = (DownloadSet(_form(rack, *form), _links(rack, names, *form)) for form in forms)
        yield DownloadGroup(t["edition_form"], t["edition_form_note"], tuple(sets))
    for paper in papers[1:]:
        sets = (DownloadSet(rack.edition(edition), _links(rack, names, edition, paper)) for edition in on_paper)
        yield DownloadGroup(t["downloads_paper"].format(paper=rack.paper(paper)), "", tuple(sets))


def _links(rack: Rack, names: tuple[str, ...], edition: Edition, paper: str) -> tuple[Download, ...]:
    return tuple(rack.link(name, edition, paper, rack.title(name)) for name in names if edition in rack.editions(name))


def _form(rack: Rack, edition: Edition, paper: str) -> str:
    """What tells sheets to type into from each other: whether the print is large, and the paper."""
    large = (rack.frame.strings["edition_large"],) if edition.large else ()
    return ", ".join((*large, rack.paper(paper)))


def _note(edition: Edition, frame: Frame) -> str:
    return frame.strings["edition_copy_note"] if edition == COPY else ""

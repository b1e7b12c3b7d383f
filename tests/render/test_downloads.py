"""Every sheet can be found from the web, and every link to a PDF leads to a sheet."""

from __future__ import annotations

import posixpath
import re
from dataclasses import replace
from html.parser import HTMLParser
from typing import NamedTuple

import pytest
from printed import BUILD, TINY, module_in, tiny_frame

from generator.course import Build
from generator.editions import EDITIONS
from generator.order import Tree
from generator.render.copies import GROUP_SIZE
from generator.render.downloads import IN_ORDER, patients_sheets
from generator.render.guide import guide_pages
from generator.render.lesson import lesson_pages
from generator.render.outputs import Page, path_of
from generator.render.print.names import NAMED
from generator.render.print.sheets import sheets
from generator.render.worksheet import worksheet_pages
from generator.schema.module import Module

BUILDS = {
    "everything": BUILD,
    "a4 first": replace(BUILD, papers=("a4", "letter")),
    "a4 alone": replace(BUILD, papers=("a4",)),
    "standard alone": replace(BUILD, editions=("standard",)),
    "large alone": replace(BUILD, editions=("large",)),
    "copy alone, a4 alone": replace(BUILD, papers=("a4",), editions=("copy",)),
    "standard alone, a4 alone": replace(BUILD, papers=("a4",), editions=("standard",)),
}
MODULES = [module_in(TINY, name) for name in ("one-thing", "another-thing")]
each_build = pytest.mark.parametrize("build", BUILDS.values(), ids=BUILDS.keys())
each_module = pytest.mark.parametrize("module", MODULES, ids=lambda module: module.id)


class Link(NamedTuple):
    """A link to a PDF: where it leads in the language's folder, its whole name, and whether it is one tap away."""

    path: str
    name: str
    folded: bool


class Links(HTMLParser):
    """The links to PDFs of a page."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self.found: list[Link] = []
        self._folder = posixpath.dirname(path_of(page.tree, page.address))
        self._folded = False
        self._inside = False
        self.feed(page.body)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open a link, or a group."""
        address = dict(attrs).get("href") or ""
        if tag == "a" and address.endswith(".pdf"):
            self._inside = True
            self.found.append(Link(posixpath.normpath(posixpath.join(self._folder, address)), "", self._folded))
        elif tag == "details":
            self._folded = True

    def handle_data(self, data: str) -> None:
        """Add words to the link's name."""
        if self._inside:
            self.found[-1] = self.found[-1]._replace(name=self.found[-1].name + data)

    def handle_endtag(self, tag: str) -> None:
        """Close a link, or a group."""
        self._inside &= tag != "a"
        self._folded &= tag != "details"


def links(page: Page) -> list[Link]:
    """The links to PDFs of a page, in order."""
    return Links(page).found


def made(module: Module, build: Build, *trees: Tree) -> list[str]:
    """Where the sheets of some trees stand, sorted."""
    return sorted(
        path_of(sheet.tree, sheet.address) for sheet in sheets(module, tiny_frame(), build) if sheet.tree in trees
    )


def paths(page: Page) -> list[str]:
    """Where a page's links lead, sorted; one that stands twice counts twice."""
    return sorted(link.path for link in links(page))


def lesson(module: Module, build: Build) -> Page:
    """The lesson's page."""
    return lesson_pages(module, tiny_frame(), build)[0]


def guide(module: Module, build: Build) -> Page:
    """The guide's page."""
    return guide_pages(module, tiny_frame(), build)[0]


@each_build
@each_module
def test_a_lesson_links_to_every_sheet_for_patients_once_and_to_nothing_else(module: Module, build: Build) -> None:
    assert paths(lesson(module, build)) == made(module, build, "patients")


@each_build
@each_module
def test_a_guide_links_to_every_sheet_once_and_to_nothing_else(module: Module, build: Build) -> None:
    assert paths(guide(module, build)) == made(module, build, "patients", "counselors")


@each_build
@each_module
def test_a_worksheet_links_to_its_own_sheets_once_and_to_nothing_else(module: Module, build: Build) -> None:
    for number, page in enumerate(worksheet_pages(module, tiny_frame(), build), 1):
        own = [path for path in made(module, build, "patients") if f"-worksheet-{number}-" in path]
        assert paths(page) == own


@each_build
@each_module
def test_a_link_says_sheet_edition_paper_and_pdf(module: Module, build: Build) -> None:
    for page in (lesson(module, build), guide(module, build), *worksheet_pages(module, tiny_frame(), build)):
        found = links(page)
        assert len({link.name for link in found}) == len(found)
        for link in found:
            assert [part for part in parts(link.path, module) if part not in link.name] == []


def parts(path: str, module: Module) -> tuple[str, ...]:
    """What the name of a link to this file has to say."""
    t = tiny_frame().strings
    stem = re.fullmatch(r".*/\d\d-(.+?)-(letter|a4)(?:-(.+))?\.pdf", path)
    assert stem is not None, path
    worksheets = {f"worksheet-{number}": sheet.title for number, sheet in enumerate(module.worksheets, 1)}
    title = worksheets.get(stem[1]) or t[NAMED[stem[1]]]
    return title, t[f"edition_{(stem[3] or 'standard').replace('-', '_')}"], t[f"paper_{stem[2]}"], "PDF"


@each_build
def test_the_usual_print_of_each_sheet_is_one_tap_away_and_the_rest_one_more(build: Build) -> None:
    module = MODULES[0]
    usual = [link.path for link in links(lesson(module, build)) if not link.folded]
    ending = f"-{build.papers[0]}{'' if 'standard' in build.editions else '-' + build.editions[0]}.pdf"
    assert len(usual) == len(patients_sheets(module))
    assert [path for path in usual if not path.endswith(ending)] == []


def test_a_worksheet_is_printed_or_typed_into_with_one_tap_and_told_what_is_kept() -> None:
    for page in worksheet_pages(MODULES[0], tiny_frame(), BUILD):
        words = [link.name.partition(",")[0] for link in links(page) if not link.folded]
        assert words == ["Print it", "Type into it"]
        assert tiny_frame().strings["edition_form_note"] in page.body


def test_a_course_for_copiers_alone_offers_nothing_to_type_into() -> None:
    build = BUILDS["copy alone, a4 alone"]
    pages = (lesson(MODULES[0], build), *worksheet_pages(MODULES[0], tiny_frame(), build))
    for page in pages:
        assert tiny_frame().strings["edition_form_note"] not in page.body
        assert [link for link in links(page) if link.folded] == []


def test_a_group_is_there_only_when_something_is_in_it() -> None:
    for build in BUILDS.values():
        for page in (lesson(MODULES[0], build), guide(MODULES[0], build)):
            section = page.body.partition('<section id="print"')[2].partition("</section>")[0]
            assert "<ul></ul>" not in section
            assert all(".pdf" in group.partition("</details>")[0] for group in section.split("<details>")[1:])


def test_no_edition_is_forgotten() -> None:
    assert set(IN_ORDER) == set(EDITIONS)
    assert len(IN_ORDER) == len(EDITIONS)


def test_only_a_guide_tells_of_packets() -> None:
    words = re.sub(r"<[^>]*>", "", guide(MODULES[0], BUILD).body)
    assert f"psychoed packet {MODULES[0].id} --for leader --people {GROUP_SIZE}" in words
    assert "psychoed" not in lesson(MODULES[0], BUILD).body


def test_the_links_of_a_lesson_weigh_little() -> None:
    page = lesson(MODULES[0], BUILD)
    section = page.body.partition('<section id="print"')[2].partition("</section>")[0]
    assert len(section.encode()) < 130 * len(links(page))

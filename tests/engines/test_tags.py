"""What a screen reader gets out of a PDF: headings and bookmarks, lists, tables, pictures, language and title."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

import pikepdf
import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "render"))
from authored import texts
from printed import part_of, pdf_of
from rendered import both_courses

from generator.render.outputs import Sheet


@pytest.fixture(params=both_courses(), ids=lambda sheet: sheet.address)
def sheet(request: pytest.FixtureRequest) -> Sheet:
    made: Sheet = request.param
    return made


class Tag(NamedTuple):
    """An element of the structure tree."""

    name: str
    element: Any
    inside: tuple[Tag, ...]

    def all(self) -> Iterator[Tag]:
        """It and everything in it, in reading order."""
        yield self
        for tag in self.inside:
            yield from tag.all()


@cache
def opened(sheet: Sheet) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(pdf_of(sheet)))


def tags(sheet: Sheet, *names: str) -> list[Tag]:
    """The elements of some kinds, in reading order."""
    tops = _tags_in(opened(sheet).Root.StructTreeRoot)
    return [tag for top in tops for tag in top.all() if tag.name in names]


def _tags_in(element: Any) -> tuple[Tag, ...]:
    kids = element.get("/K", [])
    kids = kids if isinstance(kids, pikepdf.Array) else [kids]
    found = [kid for kid in kids if isinstance(kid, pikepdf.Dictionary) and "/S" in kid]
    return tuple(Tag(str(kid.S)[1:], kid, _tags_in(kid)) for kid in found)


def attribute(tag: Tag, name: str) -> Any:
    """An attribute of an element, from whichever of its attribute groups."""
    groups = tag.element.get("/A", [])
    groups = groups if isinstance(groups, pikepdf.Array) else [groups]
    return next((group[name] for group in groups if name in group), None)


def headings(sheet: Sheet) -> list[tuple[int, str]]:
    """Depth and words of each heading in the structure tree."""
    found = tags(sheet, "H1", "H2", "H3", "H4", "H5", "H6")
    return [(int(tag.name[1]), str(tag.element.T)) for tag in found]


def bookmarks(sheet: Sheet) -> list[tuple[int, str]]:
    """Depth and words of each bookmark."""

    def below(items: Any, depth: int) -> Iterator[tuple[int, str]]:
        for item in items:
            yield depth, item.title
            yield from below(item.children, depth + 1)

    with opened(sheet).open_outline() as outline:
        return list(below(outline.root, 1))


def test_the_bookmarks_are_the_headings_and_no_level_is_left_out(sheet: Sheet) -> None:
    found = headings(sheet)
    assert found[0] == (1, part_of(sheet)["head"]["title"])
    assert bookmarks(sheet) == found
    depths = [depth for depth, _ in found]
    assert depths.count(1) == 1
    assert all(depth <= before + 1 for before, depth in pairwise(depths))


def test_headings_are_read_as_words(sheet: Sheet) -> None:
    """A number does not run into the first word, and nothing of a heading is lost."""
    part = part_of(sheet)
    asked = [words for question in part["body"].get("questions", []) for words in texts(question["ask"])]
    wanted = asked + [section["heading"] for section in part["body"].get("lesson", [])]
    found = [words.split() for _, words in headings(sheet)]
    for words in wanted:
        assert any(heading[-len(words.split()) :] == words.split() for heading in found), words


def test_tables_have_heads_pictures_have_words_and_lists_are_lists(sheet: Sheet) -> None:
    for table in tags(sheet, "Table"):
        heads = [tag for tag in table.all() if tag.name == "TH"]
        assert heads
        assert all(attribute(head, "/Scope") in ("/Column", "/Row", "/Both") for head in heads)
    assert tags(sheet, "Figure")
    assert all(str(figure.element.get("/Alt", "")).strip() for figure in tags(sheet, "Figure"))
    for list_ in tags(sheet, "L"):
        assert list_.inside and {item.name for item in list_.inside} <= {"LI", "Caption"}
        assert all("LBody" in {part.name for part in item.inside} for item in list_.inside)


def test_each_list_table_and_picture_of_the_author_is_one_in_the_tags(sheet: Sheet) -> None:
    part = part_of(sheet)
    if part["layout"] == "handout":
        return
    body = json.dumps(part["body"])
    assert len(tags(sheet, "LI")) >= body.count('"k": "item"')
    assert len(tags(sheet, "Table")) >= body.count('"kind": "table"')
    told = {str(figure.element.Alt) for figure in tags(sheet, "Figure")}
    assert {picture["alt"] for picture in part["pictures"].values()} <= told


def test_the_file_says_its_language_and_shows_its_title(sheet: Sheet) -> None:
    root, title = opened(sheet).Root, json.loads(sheet.payload)["document"]["title"]
    assert root.Lang == "en"
    assert root.ViewerPreferences.DisplayDocTitle
    assert root.MarkInfo.Marked
    with opened(sheet).open_metadata() as told:
        assert told["dc:title"] == title

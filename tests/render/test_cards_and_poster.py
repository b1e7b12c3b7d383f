"""The wall poster, and what it shares with the wallet cards: pages without the usual head and foot."""

from __future__ import annotations

import itertools
import re

import pytest
import zxingcpp
from measured import (
    COURSES,
    LONG_WORD,
    MM,
    edition_of,
    of_kind,
    open_pages,
    runs_on,
    sizes_on,
    tagged,
    text_of,
    words_on,
)
from printed import BUILD, editions, letters, named, pages_of, part_of, sheets_of, tiny_module

from generator.course import Frame
from generator.language.dates import month
from generator.render.outputs import Sheet
from generator.schema.module import Module
from generator.text import RichLine, plain

POSTERS = of_kind("poster")
IDEA_SIZES = (56, 48, 40, 36, 32, 28)
SENTENCE = "You can learn to notice what comes before an urge and wait for it to pass. "


@pytest.mark.parametrize("layout", ["cards", "poster"])
@pytest.mark.parametrize(("made", "module", "frame"), COURSES, ids=lambda value: getattr(value, "id", ""))
def test_every_page_tells_where_it_comes_from(
    layout: str, made: tuple[Sheet, ...], module: Module, frame: Frame
) -> None:
    for sheet in editions(layout, made):
        pages = pages_of(sheet)
        for number, page in enumerate(map(letters, pages), 1):
            for needed in (
                frame.spec.title,
                module.title,
                f"Version {BUILD.version}, revision {module.revision}",
                f"next check {month(module.review.next_review, frame.language, short=True)}",
                f"Written by {module.review.written_by.name}",
                frame.strings["draft"],
                f"Page {number} of {len(pages)}",
                plain(frame.crisis.sheet_line),
            ):
                assert letters(needed) in page, (sheet.address, needed)


@pytest.mark.parametrize("sheet", [*of_kind("cards"), *POSTERS], ids=lambda sheet: sheet.address)
def test_the_code_on_every_page_scans_to_the_lesson(sheet: Sheet) -> None:
    module = sheet.address.partition("/")[0]
    for page in open_pages(sheet):
        codes = zxingcpp.read_barcodes(page.render(scale=2).to_pil())
        assert [code.text for code in codes] == [f"https://course.example/1.2/en/{module}/index.html"]


@pytest.mark.parametrize("sheet", POSTERS, ids=lambda sheet: sheet.address)
def test_a_poster_is_one_page_with_its_picture_and_a_very_large_idea(sheet: Sheet) -> None:
    assert len(pages_of(sheet)) == 1
    body = part_of(sheet)["body"]
    sizes = sizes_on(sheet)
    idea = next(size for size in IDEA_SIZES if size in sizes)
    lines = sorted({above for size, above in runs_on(sheet) if size == idea})
    assert all(after - before > idea for before, after in itertools.pairwise(lines))
    assert min(sizes) >= (13 if edition_of(sheet) == "large" else 10)
    assert letters(text_of(body["idea"]["rich"])) in letters(pages_of(sheet)[0])
    # The picture, then the code.
    figures = [alt for tag, alt in tagged(sheet) if tag == "/Figure"]
    assert figures[0] == part_of(sheet)["pictures"][body["picture"]["picture"]]["alt"]
    assert len(figures) == 2


def test_the_words_in_a_picture_are_as_large_as_the_page_allows() -> None:
    """18 pt where its width bounds it; a picture taller than wide leaves room for the idea."""
    for sheet in of_kind("poster", "standard"):
        width, height = (int(side) for side in re.findall(r'viewBox="0 0 (\d+) (\d+)"', _drawn(sheet))[0])
        in_picture = [size for size in sizes_on(sheet) if size not in (10, 14, 17) and size < 28]
        assert min(in_picture) >= (18 if height < width else 14.5), sheet.address


def _drawn(sheet: Sheet) -> str:
    part = part_of(sheet)
    return str(part["pictures"][part["body"]["picture"]["picture"]]["named"])


@pytest.mark.parametrize(("picture", "lies"), [("the-piles", True), ("the-cycle", True), ("the-meter", False)])
def test_a_low_picture_lies_and_a_tall_one_stands(picture: str, lies: bool) -> None:
    for paper in BUILD.papers:
        (page,) = open_pages(named(f"poster-{paper}", sheets_of(_with_poster(picture=picture))))
        width, height = page.get_size()
        assert (width > height) == lies


def _with_poster(**changed: object) -> Module:
    """The tiny module with another key idea or another picture."""
    module = tiny_module()
    lesson = tuple(
        section.model_copy(
            update={
                "blocks": tuple(
                    block.model_copy(update={name: value for name, value in changed.items() if hasattr(block, name)})
                    if block.kind in ("key_idea", "picture")
                    else block
                    for block in section.blocks
                )
            }
        )
        for section in module.lesson
    )
    return module.model_copy(update={"lesson": lesson})


@pytest.mark.parametrize("idea", [(SENTENCE * 4)[:300], LONG_WORD, "Antidisestablishmentarianism", "Wait."])
@pytest.mark.parametrize("picture", [picture.id for picture in tiny_module().pictures])
def test_a_poster_stays_one_page_whatever_the_idea_and_the_picture(picture: str, idea: str) -> None:
    made = sheets_of(_with_poster(picture=picture, text=RichLine(idea)))
    for sheet in editions("poster", made):
        (page,) = open_pages(sheet)
        width, height = (side / MM for side in page.get_size())
        assert letters(idea) in letters(pages_of(sheet)[0])
        for box in words_on(page):
            assert min(box.left, box.bottom, width - box.right, height - box.top) > 12, sheet.address


def test_a_long_title_leaves_the_poster_its_picture_and_its_idea() -> None:
    for sheet in editions("poster", sheets_of(tiny_module().model_copy(update={"title": LONG_WORD}))):
        assert len(pages_of(sheet)) == 1
        assert max(sizes_on(sheet)) >= 28
        assert min(size for size in sizes_on(sheet) if size not in (10, 13, 14)) >= 13

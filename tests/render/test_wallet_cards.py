"""Wallet cards: cut apart, folded where they have to be, and never without room for their words."""

from __future__ import annotations

import dataclasses
import itertools
import json
from collections.abc import Callable
from functools import cache

import page as page_validation
import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from measured import COURSES, LONG_WORD, MM, Box, box_of, edition_of, of_kind, open_pages, tagged, text_of, words_on
from printed import (
    BUILD,
    COURSE,
    TINY,
    editions,
    frame_in,
    letters,
    named,
    pages_of,
    part_of,
    pdf_of,
    sheets_of,
    tiny_frame,
    tiny_module,
    tiny_sheets,
)

from generator.checks import card_has_room
from generator.checks.case import Case
from generator.course import Frame
from generator.engines.pdf import PrintError
from generator.load import read_source
from generator.render.outputs import Sheet
from generator.render.print.cards import cards_of
from generator.render.print.sheets import sheets
from generator.schema.blocks.card import Card
from generator.schema.fields.wallet_card import CardLine, WalletCard
from generator.schema.module import Module
from generator.source import Document, read_yaml
from generator.text import RichLine, plain
from tests.reviews.signed import signed

CARDS = of_kind("cards")


def _lines(page: pypdfium2.PdfPage) -> tuple[list[float], list[float]]:
    """Where the lines to cut along stand: from the left, and from the bottom. No other line is as long."""
    boxes = [box_of(drawn.get_bounds()) for drawn in page.get_objects() if drawn.type == pdfium.FPDF_PAGEOBJ_PATH]
    upright = [box for box in boxes if box.top - box.bottom > 160 and box.right - box.left < 1]
    across = [box for box in boxes if box.right - box.left > 160 and box.top - box.bottom < 1]
    return (
        sorted((box.left + box.right) / 2 for box in upright),
        sorted((box.bottom + box.top) / 2 for box in across),
    )


def _steps(places: list[float]) -> list[float]:
    return [after - before for before, after in itertools.pairwise(places)]


def _folds(page: pypdfium2.PdfPage) -> bool:
    return letters("dotted line") in letters(page.get_textpage().get_text_bounded())


@pytest.mark.parametrize("sheet", CARDS, ids=lambda sheet: sheet.address)
def test_each_card_has_a_page_where_all_are_of_one_size(sheet: Sheet) -> None:
    pages = open_pages(sheet)
    assert len(pages) == len(part_of(sheet)["body"]["cards"])
    times = 2 if edition_of(sheet) == "large" else 1
    for page in pages:
        folded = _folds(page)
        upright, across = _lines(page)
        assert _steps(upright) == pytest.approx([85 * times] * (2 // times), abs=0.3)
        each = 54 * times * (2 if folded else 1)
        # Ten of a size, or four that are folded; in large print two, or one.
        assert _steps(across) == pytest.approx([each] * ((4 if folded else 10) // (2 * times)), abs=0.3)


@pytest.mark.parametrize("sheet", CARDS, ids=lambda sheet: sheet.address)
def test_cards_leave_four_millimetres_to_each_edge(sheet: Sheet) -> None:
    for page in open_pages(sheet):
        width, height = (side / MM for side in page.get_size())
        upright, across = _lines(page)
        assert min(upright[0], width - upright[-1], across[0], height - across[-1]) >= 4


@pytest.mark.parametrize("sheet", CARDS, ids=lambda sheet: sheet.address)
def test_no_word_stands_near_a_line_to_cut_or_to_fold(sheet: Sheet) -> None:
    for page in open_pages(sheet):
        assert _too_near(page) == []


def _too_near(page: pypdfium2.PdfPage) -> list[Box]:
    """Words on a card that stand less than 2 mm from one of its lines."""
    upright, across = _lines(page)
    folds = [(low + high) / 2 for low, high in itertools.pairwise(across)] if _folds(page) else []
    return [
        box
        for box in words_on(page)
        if box.left < upright[-1] and box.bottom < across[-1]
        if any(box.left - 2 < line < box.right + 2 for line in upright)
        or any(box.bottom - 2 < line < box.top + 2 for line in (*across, *folds))
    ]


@pytest.mark.parametrize("sheet", CARDS, ids=lambda sheet: sheet.address)
def test_a_card_says_what_its_author_wrote_and_where_to_find_help_and_no_more(sheet: Sheet) -> None:
    crisis = text_of(json.loads(sheet.payload)["crisis"]["rich"])
    for page, card in zip(open_pages(sheet), part_of(sheet)["body"]["cards"], strict=True):
        upright, across = _lines(page)
        corners = (value * MM for value in (upright[-2], across[0], upright[-1], across[1]))
        said = page.get_textpage().get_text_bounded(*corners)
        rows = [line["label"] for line in card.get("card_lines", [])] + [
            "•" + text_of(line["rich"]) for line in card.get("lines", [])
        ]
        assert letters(said) == letters("".join((card["title"], *rows, crisis)))


@pytest.mark.parametrize(("made", "module", "frame"), COURSES, ids=lambda value: getattr(value, "id", ""))
def test_each_card_carries_its_words_and_the_crisis_line(made: tuple[Sheet, ...], module: Module, frame: Frame) -> None:
    crisis = letters(plain(frame.crisis.sheet_line))
    for sheet in editions("cards", made):
        for page, words in zip(open_pages(sheet), map(letters, pages_of(sheet)), strict=True):
            upright, across = _lines(page)
            count = (len(upright) - 1) * (len(across) - 1)
            assert words.count(crisis) == count, sheet.address
            titles = [letters(str(card["title"])) for card in cards_of(module) if isinstance(card, dict)]
            assert any(words.count(title) == count for title in titles)


@pytest.mark.parametrize("sheet", CARDS, ids=lambda sheet: sheet.address)
def test_a_card_is_read_out_once(sheet: Sheet) -> None:
    tags = [tag for tag, _ in tagged(sheet)]
    assert tags.count("/H1") == 1
    assert tags.count("/H2") == len(part_of(sheet)["body"]["cards"])
    items = [card for card in part_of(sheet)["body"]["cards"] if card["kind"] == "card"]
    assert tags.count("/LI") == sum(len(card["lines"]) for card in items)
    assert tags.count("/Figure") == 1  # the code


@pytest.mark.parametrize("sheet", of_kind("cards", "standard", "large"), ids=lambda sheet: sheet.address)
def test_cards_that_fold_and_cards_that_do_not_are_accessible(sheet: Sheet) -> None:
    report = page_validation.validate_pdf_bytes(pdf_of(sheet), profile=page_validation.ValidationProfile.PDF_UA_1)
    assert report.is_compliant, [failure.message for failure in report.failures]


def test_a_module_without_cards_has_no_sheet_of_them() -> None:
    module = _with_cards(tiny_module())
    assert not [sheet for sheet in sheets_of(module) if "-cards-" in sheet.address]
    assert len(sheets_of(module)) == len(tiny_sheets()) - len(editions("cards", tiny_sheets()))


def _with_cards(module: Module, *cards: Card | WalletCard) -> Module:
    """The module with these cards and no others."""
    blocks = tuple(card for card in cards if isinstance(card, Card))
    fields = tuple(card for card in cards if isinstance(card, WalletCard))
    lesson = [
        section.model_copy(update={"blocks": tuple(block for block in section.blocks if not isinstance(block, Card))})
        for section in module.lesson
    ]
    lesson[0] = lesson[0].model_copy(update={"blocks": (*lesson[0].blocks, *blocks)})
    worksheets = [
        sheet.model_copy(update={"fields": tuple(field for field in sheet.fields if not isinstance(field, WalletCard))})
        for sheet in module.worksheets
    ]
    worksheets[0] = worksheets[0].model_copy(update={"fields": (*worksheets[0].fields, *fields)})
    return module.model_copy(update={"lesson": tuple(lesson), "worksheets": tuple(worksheets)})


def _card_of(words: str) -> Card:
    return Card(kind="card", title="My card", lines=(RichLine(words),) * 4)


def _wallet_card_of(words: str) -> WalletCard:
    lines = tuple(CardLine(id=f"line-{place}", label=words) for place in range(4))
    return WalletCard(kind="wallet_card", id="card", label="My card", title="My card", card_lines=lines)


@cache
def _long_crisis() -> Frame:
    """The tiny course's frame with the crisis line of the course itself, which takes three lines."""
    crisis = frame_in(COURSE).crisis
    return dataclasses.replace(tiny_frame(), messages={**tiny_frame().messages, tiny_frame().safety.everywhere: crisis})


@cache
def _document() -> Document:
    source, _ = read_source(TINY, "en/one-thing.yml")
    assert source is not None
    document, _ = read_yaml(source)
    assert document is not None
    return document


def _faults(card: Card | WalletCard) -> list[str]:
    case = Case(_with_cards(tiny_module(), card), _document(), _long_crisis())
    return [problem.message for problem in card_has_room.check(case)]


def _fullest(make: Callable[[str], Card | WalletCard], text: str) -> Card | WalletCard:
    """The card with as many of these words on each line as the rule lets pass."""
    words = (" ".join(itertools.islice(itertools.cycle(text.split()), count)) for count in itertools.count(1))
    return list(itertools.takewhile(lambda card: not _faults(card), map(make, words)))[-1]


WORDS = (
    "I can wait",
    "WWW MMM WW",
    "Я могу подождать",
    "Tôi có thể chờ được",
    f"a {LONG_WORD[:40]}",
    "**Stop** and **wait**",
)


@pytest.mark.parametrize("text", WORDS)
@pytest.mark.parametrize("make", [_card_of, _wallet_card_of])
def test_what_the_rule_lets_pass_has_room_on_the_card(make: Callable[[str], Card | WalletCard], text: str) -> None:
    made = sheets(_with_cards(tiny_module(), _fullest(make, text)), _long_crisis(), BUILD)
    for sheet in editions("cards", made):
        (page,) = open_pages(sheet)
        assert _too_near(page) == []


def test_a_card_without_room_is_never_set() -> None:
    full = _card_of("wait " * 150)
    assert _faults(full) != []
    with pytest.raises(PrintError, match="no room on the card: My card"):
        pages_of(named("cards-letter", sheets_of(_with_cards(tiny_module(), full))))


def test_a_card_is_folded_only_if_it_has_to() -> None:
    for count, folded in ((5, False), (12, True)):
        made = sheets_of(_with_cards(tiny_module(), _card_of("I can wait " * count)))
        assert _folds(open_pages(named("cards-letter", made))[0]) == folded


def test_words_beside_the_cards_that_take_too_much_room_go_above_fewer_cards() -> None:
    long = tiny_module().model_copy(update={"title": LONG_WORD})
    frame = signed(tiny_frame(), [long], name="Nn " * 66)
    page = open_pages(named("cards-a4", sheets_of(long, frame)))[0]
    upright, across = _lines(page)
    assert _steps(across) == pytest.approx([54] * 4, abs=0.3)
    assert (
        min(box.bottom for box in words_on(page) if box.right > upright[-1] or box.bottom > across[-1]) > across[-1] + 2
    )

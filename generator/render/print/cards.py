"""The cards of a module → wallet cards to cut out, one page for each card."""

from __future__ import annotations

from collections.abc import Iterator

from generator import addresses
from generator.course import Frame, walk
from generator.render.print.content import Content
from generator.render.print.reviews import printed_review
from generator.render.print.values import Printable, printable
from generator.schema.blocks.card import Card
from generator.schema.fields.wallet_card import WalletCard
from generator.schema.module import Module


def contents(module: Module, frame: Frame) -> Iterator[Content]:
    """The one sheet of cards; none for a module without a card."""
    found = cards_of(module)
    if found:
        name = frame.strings["print_cards"]
        yield Content(
            module=module,
            tree="patients",
            name="cards",
            page=addresses.lesson(frame.slug(module.id)),
            over=module.title,
            title=name,
            short=name,
            layout="cards",
            body={"cards": found, "review": printed_review(module, frame)},
        )


def cards_of(module: Module) -> list[Printable]:
    """The cards of the lesson, then those of the worksheets."""
    lesson = [block for _, block in walk(module.lesson) if isinstance(block, Card)]
    fields = [field for _, field in walk(module.worksheets) if isinstance(field, WalletCard)]
    return [printable(card) for card in (*lesson, *fields)]

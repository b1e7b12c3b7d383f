"""A module → what fits one sheet of paper, chosen by the kinds of its blocks."""

from __future__ import annotations

from collections.abc import Iterator

from generator import addresses
from generator.course import Frame
from generator.render.print.content import Content, parts
from generator.render.print.reviews import printed_review
from generator.render.print.values import Printable, printable
from generator.schema.blocks import Block
from generator.schema.module import Module


def contents(module: Module, frame: Frame) -> Iterator[Content]:
    """The one handout."""
    name = frame.strings["handout"]
    yield Content(
        module=module,
        tree="patients",
        name="handout",
        page=addresses.lesson(frame.slug(module.id)),
        over=name,
        title=module.title,
        short=name,
        layout="handout",
        body={
            **parts(module, "main_message", "for_whom", "today", "glossary"),
            "review": printed_review(module, frame),
            **handout_blocks(module),
            "safety": [message.id for message in frame.safety_of(module)],
        },
    )


def handout_blocks(module: Module) -> dict[str, Printable]:
    """The first picture, the key ideas, what to do, the cards and what to remember, each in the lesson's order.

    What to do is the steps; a lesson without steps has something to try.
    """
    return {
        "picture": next(_of_kind(module, "picture"), None),
        "ideas": list(_of_kind(module, "key_idea")),
        "actions": list(_of_kind(module, "steps")) or list(_of_kind(module, "try_this")),
        "cards": list(_of_kind(module, "card")),
        "remember": list(_of_kind(module, "remember")),
    }


def _of_kind(module: Module, kind: str) -> Iterator[Printable]:
    return (printable(block) for block in _blocks(module) if block.kind == kind)


def _blocks(module: Module) -> Iterator[Block]:
    return (block for section in module.lesson for block in section.blocks)

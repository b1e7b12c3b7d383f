"""A lesson → the whole of it, to read on paper."""

from __future__ import annotations

from collections.abc import Iterator

from generator import addresses
from generator.course import Frame
from generator.render.lesson import cited_in, unplaced_safety, works
from generator.render.print.content import Content, parts
from generator.render.print.reviews import printed_review
from generator.render.print.values import printable
from generator.schema.module import Module


def contents(module: Module, frame: Frame) -> Iterator[Content]:
    """The one lesson."""
    name = frame.strings["print_lesson"]
    yield Content(
        module=module,
        tree="patients",
        name="lesson",
        page=addresses.lesson(frame.slug(module.id)),
        over=name,
        title=module.title,
        short=name,
        layout="lesson",
        body={
            **parts(module, "minutes", "main_message", "for_whom", "lesson", "today", "glossary"),
            "review": printed_review(module, frame),
            # Those that no block of the lesson shows.
            "safety": [message.id for message in unplaced_safety(module, frame)],
            "sources": [printable(work) for work in works(cited_in(module.lesson), frame)],
        },
    )

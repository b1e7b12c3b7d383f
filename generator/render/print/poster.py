"""A module → its picture and its key idea, to hang on the wall."""

from __future__ import annotations

from collections.abc import Iterator

from generator import addresses
from generator.course import Frame
from generator.render.print.content import Content
from generator.render.print.handout import handout_blocks
from generator.render.print.reviews import printed_review
from generator.render.print.values import printable
from generator.schema.module import Module


def contents(module: Module, frame: Frame) -> Iterator[Content]:
    """The one poster."""
    name = frame.strings["print_poster"]
    found = handout_blocks(module)
    ideas = found["ideas"]
    assert isinstance(ideas, list)
    yield Content(
        module=module,
        tree="patients",
        name="poster",
        page=addresses.lesson(frame.slug(module.id)),
        over=name,
        title=module.title,
        short=name,
        layout="poster",
        body={
            "review": printed_review(module, frame),
            # A lesson without a picture block shows the first of the module's pictures.
            "picture": found["picture"] or {"picture": module.pictures[0].id},
            "idea": ideas[0]["text"] if ideas and isinstance(ideas[0], dict) else printable(module.main_message),
        },
    )

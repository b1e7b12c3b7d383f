"""A facilitator guide → the sheet that a group leader holds, with the answer key at its end."""

from __future__ import annotations

from collections.abc import Iterator

from generator import addresses
from generator.course import Frame
from generator.render.copies import GROUP_SIZE
from generator.render.guide import materials
from generator.render.lesson import works
from generator.render.print.content import Content, parts
from generator.render.print.quiz import questions_with_answers
from generator.render.print.values import Printable, printable
from generator.schema.guide import Adaptations
from generator.schema.module import Module


def contents(module: Module, frame: Frame) -> Iterator[Content]:
    """The one guide."""
    name = frame.strings["guide"]
    yield Content(
        module=module,
        tree="counselors",
        name="guide",
        page=addresses.guide(frame.slug(module.id)),
        over=module.title,
        title=name,
        short=name,
        layout="guide",
        body={
            **parts(module, "main_message", "objectives", "guide", "review", "note"),
            "clock": _clock(module),
            "materials": materials_for(module, frame),
            "settings": list(Adaptations.model_fields),
            "questions": questions_with_answers(module),
            "sources": [printable(work) for work in works(module.guide.leader_sources, frame)],
        },
    )


def materials_for(module: Module, frame: Frame, people: int = GROUP_SIZE) -> Printable:
    """What to bring, and how many of it in words."""
    return [{"item": needed.words, "words": needed.count} for needed in materials(module, frame, people)]


def _clock(module: Module) -> Printable:
    """The minute at which each part of the session starts, and at which the last one ends."""
    starts = [0]
    for part in module.guide.timetable:
        starts.append(starts[-1] + part.minutes)
    return list[Printable](starts)

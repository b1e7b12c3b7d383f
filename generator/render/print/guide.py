"""A facilitator guide → the sheet that a group leader holds, with the answer key at its end."""

from __future__ import annotations

from collections.abc import Iterator

from generator import addresses
from generator.course import Frame
from generator.lengths import LENGTHS, Slot
from generator.render.copies import GROUP_SIZE
from generator.render.guide import materials
from generator.render.lesson import works
from generator.render.print.content import Content, parts
from generator.render.print.quiz import questions_with_answers
from generator.render.print.reviews import printed_review
from generator.render.print.values import Printable, printable
from generator.render.timetable import Timed, timed
from generator.schema.guide import Adaptations, Guide, Line
from generator.schema.module import Module
from generator.schema.sources import SourceWork


def contents(module: Module, frame: Frame) -> Iterator[Content]:
    """The one guide."""
    name = frame.strings["guide"]
    yield Content(
        module=module,
        tree="counselors",
        name="guide",
        page=addresses.guide(frame.slug(module.id)),
        over=" · ".join(filter(None, (module.title, frame.made_for))),
        title=name,
        short=name,
        layout="guide",
        body={
            **parts(module, "main_message", "objectives", "note"),
            "review": printed_review(module, frame),
            # The time table is what `session` shows.
            "guide": parts(module.guide, *(name for name in Guide.model_fields if name != "timetable")),
            "lengths": list[Printable](LENGTHS),
            "session": [_part(part, module.guide) for part in timed(module.guide.timetable, frame)],
            "materials": materials_for(module, frame),
            "settings": list(Adaptations.model_fields),
            "questions": questions_with_answers(module),
            "sources": [_work(work, frame) for work in works(module.guide.leader_sources, frame)],
        },
    )


def materials_for(module: Module, frame: Frame, people: int = GROUP_SIZE) -> Printable:
    """What to bring, and how many of it in words."""
    return [{"item": needed.words, "words": needed.count} for needed in materials(module, frame, people)]


def _part(timed_part: Timed, guide: Guide) -> Printable:
    """A part of the session, and its time in groups of each length."""
    return {
        "name": timed_part.name,
        "title": timed_part.title,
        "style": timed_part.style,
        "lines": [_line(line, guide) for line in timed_part.part.lines],
        "slots": [_slot(slot) for slot in timed_part.slots],
        "usual": _slot(timed_part.usual),
    }


def _line(line: Line, guide: Guide) -> Printable:
    """What a leader says or does, and the titles of the role-plays that come after it."""
    plays = [play.title for play in guide.role_plays if play.id in line.acts_out]
    return {**parts(line, "kind", "text"), "plays": list[Printable](plays)}


def _slot(slot: Slot) -> Printable:
    return {"start": slot.start, "end": slot.end, "minutes": slot.minutes}


def _work(work: SourceWork, frame: Frame) -> Printable:
    """A work with its kind of evidence in words: a leader may be asked how sure we are."""
    return {key: printable(getattr(work, key)) for key in ("authors", "title", "year")} | {
        "level": frame.strings[work.evidence_name]
    }

"""A module → its printed sheets: handout, lesson, worksheets and quiz for patients, guide with answer key for counselors."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

from generator import addresses
from generator.course import Build, Frame, SafetyMessage
from generator.render.guide import materials
from generator.render.lesson import cited_in, unplaced_safety, works
from generator.render.outputs import Sheet
from generator.render.sheet_handout import handout_blocks
from generator.render.sheet_head import Title, head
from generator.render.sheet_pictures import pictures_in
from generator.render.sheet_quiz import questions_alone, questions_with_answers
from generator.render.sheet_values import Printable, printable, rich
from generator.schema.guide import Adaptations
from generator.schema.module import Module, Worksheet

ON_SCREEN_ALONE = (
    "about",
    "all_",
    "choose_version",
    "clear",
    "counselors",
    "glossary_",
    "help_",
    "home",
    "menu",
    "newest",
    "not_",
    "search",
)
"""Starts of the names of words that no sheet prints: a change of them leaves the sheets as they are."""


@dataclass(frozen=True, slots=True)
class Content:
    """A sheet before it has a paper size: its title, the layout that sets it, what it says, what people write."""

    title: Title
    layout: str
    body: dict[str, Printable]
    private: bool
    """Whether people write on it."""


def sheets(module: Module, frame: Frame, build: Build) -> tuple[Sheet, ...]:
    """Make every sheet of the module on every paper of the build."""
    return tuple(
        Sheet(
            content.title.tree, addresses.sheet(module.id, content.title.name, paper), _payload(paper, shared, content)
        )
        for content in _contents(module, frame)
        for shared in (_shared(content, module, frame, build),)
        for paper in build.papers
    )


def _contents(module: Module, frame: Frame) -> Iterator[Content]:
    yield _handout(module, frame)
    yield _lesson(module, frame)
    for worksheet in module.worksheets:
        yield _worksheet(worksheet, module)
    yield _quiz(module, frame)
    yield _guide(module, frame)


def _payload(paper: str, shared: dict[str, Printable], content: Content) -> str:
    whole = {**shared, "body": content.body, "layout": content.layout, "paper": paper}
    return json.dumps(whole, sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def _shared(content: Content, module: Module, frame: Frame, build: Build) -> dict[str, Printable]:
    """What every layout gets beside its body: head and foot, words, pictures, safety messages."""
    return {
        "head": head(content.title, module, frame, build),
        "privacy": rich(frame.privacy.sheet_line) if content.private else None,
        "strings": {name: words for name, words in frame.strings.items() if not name.startswith(ON_SCREEN_ALONE)},
        "pictures": pictures_in(content.body, module),
        "everywhere": frame.safety.everywhere,
        "messages": {
            # A block can only place a message that the module lists; a rule says so.
            id_: _message(frame.messages[id_])
            for id_ in (frame.safety.everywhere, *module.safety)
        },
        "worksheets": {worksheet.id: worksheet.title for worksheet in module.worksheets},
    }


def _handout(module: Module, frame: Frame) -> Content:
    short = frame.strings["handout"]
    title = Title("patients", "handout", addresses.lesson(module.id), short, module.title, short)
    body: dict[str, Printable] = {
        **_parts(module, "main_message", "for_whom", "today", "glossary", "review"),
        **handout_blocks(module),
        "safety": [message.id for message in frame.safety_of(module)],
    }
    return Content(title, "handout", body, private=False)


def _lesson(module: Module, frame: Frame) -> Content:
    short = frame.strings["print_lesson"]
    title = Title("patients", "lesson", addresses.lesson(module.id), short, module.title, short)
    body: dict[str, Printable] = {
        **_parts(module, "minutes", "main_message", "for_whom", "lesson", "today", "glossary", "review"),
        "safety": _not_placed(module, frame),
        "sources": _sources(cited_in(module.lesson), frame),
    }
    return Content(title, "lesson", body, private=False)


def _worksheet(worksheet: Worksheet, module: Module) -> Content:
    page = addresses.worksheet(module.id, worksheet.id)
    title = Title("patients", worksheet.id, page, module.title, worksheet.title, worksheet.title)
    return Content(title, "worksheet", {"worksheet": printable(worksheet)}, private=True)


def _quiz(module: Module, frame: Frame) -> Content:
    name = frame.strings["quiz"]
    title = Title("patients", "quiz", addresses.lesson(module.id), module.title, name, name)
    return Content(title, "quiz", {"questions": questions_alone(module)}, private=True)


def _guide(module: Module, frame: Frame) -> Content:
    name = frame.strings["guide"]
    title = Title("counselors", "guide", addresses.guide(module.id), module.title, name, name)
    body: dict[str, Printable] = {
        **_parts(module, "main_message", "objectives", "guide", "review", "note"),
        "clock": _clock(module),
        "materials": _materials(module, frame),
        "settings": list(Adaptations.model_fields),
        "questions": questions_with_answers(module),
        "sources": _sources(module.guide.leader_sources, frame),
    }
    return Content(title, "guide", body, private=False)


def _parts(module: Module, *names: str) -> dict[str, Printable]:
    return {name: printable(getattr(module, name)) for name in names}


def _clock(module: Module) -> Printable:
    """The minute at which each part of the session starts, and at which the last one ends."""
    starts = [0]
    for part in module.guide.timetable:
        starts.append(starts[-1] + part.minutes)
    return list[Printable](starts)


def _materials(module: Module, frame: Frame) -> Printable:
    """What to bring, and how many of it in words."""
    return [{"item": needed.words, "words": needed.count} for needed in materials(module, frame)]


def _sources(ids: tuple[str, ...], frame: Frame) -> Printable:
    return [printable(work) for work in works(ids, frame)]


def _message(message: SafetyMessage) -> Printable:
    # “Need help now?” above “Need help now? Call 911 …” would say it twice.
    title = None if message.words.startswith(message.title) else message.title
    return {"title": title, "text": rich(message.text)}


def _not_placed(module: Module, frame: Frame) -> Printable:
    """Ids of the module's safety messages that no block of the lesson shows."""
    return [message.id for message in unplaced_safety(module, frame)]

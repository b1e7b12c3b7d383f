"""Module → its lesson page: sections, pictures, safety messages, quiz, worksheets, downloads."""

from __future__ import annotations

import re
import unicodedata

from generator import addresses
from generator.course import Build, Frame, SafetyMessage, walk
from generator.render.downloads import Rack, of_sheets, patients_sheets, sheets_from
from generator.render.outputs import Crumb, Page, SearchEntry
from generator.render.print.names import file_name
from generator.render.questions import question_views
from generator.render.siblings import siblings
from generator.render.web import lay_out
from generator.schema.blocks.safety import SafetyBlock
from generator.schema.module import Module, Section
from generator.schema.sources import SourceWork
from generator.wording import words_of


def lesson_pages(module: Module, frame: Frame, build: Build) -> tuple[Page, ...]:
    """The one lesson page."""
    address = addresses.lesson(frame.slug(module.id))
    sections = with_anchors(module.lesson, frame.spec.discreet)
    t = frame.strings
    ends = (("today", t["today"]), ("quiz", t["quiz"]), ("worksheets", t["worksheets"]), ("print", t["downloads"]))
    sections_and_ends = (*((anchor, section.heading) for section, anchor in sections), *ends)
    contents = tuple(Crumb(f"#{anchor}", title) for anchor, title in sections_and_ends)
    there = sheets_from("patients", "patients", frame, build)
    body = lay_out(
        "lesson",
        addresses.linker(address, module.id, frame.slug),
        frame,
        build,
        module=module,
        sections=sections,
        contents=contents,
        safety=unplaced_safety(module, frame),
        questions=question_views(module, t),
        downloads=(of_sheets(Rack(address, module, frame, build, there), patients_sheets(module)),),
        packet_for=0,
        take=addresses.relative(f"{there}{one_file_address(module, frame)}", address),
        works=works(cited_in(module.lesson), frame),
    )
    return (
        Page(
            tree="patients",
            address=address,
            kind="lesson",
            title=frame.tab_title(module.title, module.id),
            description=module.main_message.words,
            body=body,
            siblings=siblings(module, frame),
            contents=contents,
            search=search_entries(module, sections),
        ),
    )


def one_file_address(module: Module, frame: Frame) -> str:
    """Where the module stands as one file."""
    return addresses.one_file(frame.slug(module.id), file_name(module, "lesson", frame))


def with_anchors(sections: tuple[Section, ...], discreet: bool = False) -> tuple[tuple[Section, str], ...]:
    """Each section with an anchor made of its heading (of its number in a `discreet` course).

    The second of the same name gets a number.
    """
    if discreet:
        return tuple((section, f"s-{number}") for number, section in enumerate(sections, 1))
    taken: dict[str, int] = {}
    named: list[tuple[Section, str]] = []
    for section in sections:
        anchor = "s-" + (anchor_of(section.heading) or "part")
        taken[anchor] = taken.get(anchor, 0) + 1
        named.append((section, anchor if taken[anchor] == 1 else f"{anchor}-{taken[anchor]}"))
    return tuple(named)


def anchor_of(words: str) -> str:
    """Letters and digits of a heading in ASCII, joined by hyphens."""
    ascii_words = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode()
    return "-".join(re.findall(r"[a-z0-9]+", ascii_words.lower()))


def unplaced_safety(module: Module, frame: Frame) -> tuple[SafetyMessage, ...]:
    """The module's safety messages that no block of the lesson has placed."""
    placed = {block.message for section in module.lesson for block in section.blocks if isinstance(block, SafetyBlock)}
    return tuple(message for message in frame.safety_of(module) if message.id not in placed)


def cited_in(value: object) -> tuple[str, ...]:
    """The ids of all sources that a part of a module cites, each once, in the order of the text."""
    ids = (item for path, item in walk(value) if len(path) > 1 and path[-2] == "sources" and isinstance(item, str))
    return tuple(dict.fromkeys(ids))


def works(ids: tuple[str, ...], frame: Frame) -> tuple[SourceWork, ...]:
    """The works behind source ids, in the order of the ids."""
    return tuple(frame.sources[id_] for id_ in ids)


def search_entries(module: Module, sections: tuple[tuple[Section, str], ...]) -> tuple[SearchEntry, ...]:
    """The page's title and sections as the search finds them."""
    first = SearchEntry("", module.title, f"{module.main_message.words} {module.for_whom.words}")
    return (first, *(SearchEntry(anchor, section.heading, words_of(section.blocks)) for section, anchor in sections))

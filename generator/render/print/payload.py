"""Contents → the JSON that the print templates read: one part a sheet, one sheet or many in a file."""

from __future__ import annotations

import json
from collections.abc import Sequence

from generator.course import Build, Frame, SafetyMessage
from generator.editions import Edition
from generator.render.print.content import Content
from generator.render.print.head import head
from generator.render.print.names import document_title
from generator.render.print.pictures import pictures_in
from generator.render.print.values import Printable, rich
from generator.schema.module import Module

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


def payload(
    contents: Sequence[Content],
    modules: Sequence[Module],
    frame: Frame,
    build: Build,
    paper: str,
    edition: Edition,
    packet: dict[str, Printable] | None = None,
) -> str:
    """Put sheets into one file; `packet` is what the pages of a packet around them need."""
    first = contents[0]
    title = packet["title"] if packet else document_title(first.module, first.name, first.short, frame)
    whole: dict[str, Printable] = {
        "document": {"title": title, "language": frame.language},
        "paper": paper,
        "edition": {"name": edition.name, "tinted": edition.tinted, "form": edition.form},
        "strings": {name: words for name, words in frame.strings.items() if not name.startswith(ON_SCREEN_ALONE)},
        "crisis": rich(frame.crisis.sheet_line),
        "privacy": rich(frame.privacy.sheet_line),
        "everywhere": frame.safety.everywhere,
        "messages": {id_: _message(frame.messages[id_]) for id_ in _message_ids(modules, frame)},
        "parts": [_part(content, frame, build, edition) for content in contents],
        "packet": packet,
    }
    return json.dumps(whole, sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def _part(content: Content, frame: Frame, build: Build, edition: Edition) -> Printable:
    return {
        "layout": content.layout,
        "body": content.body,
        "head": head(content, frame, build),
        "pictures": pictures_in(content.body, content.module, edition.tinted),
        "worksheets": {worksheet.id: worksheet.title for worksheet in content.module.worksheets},
        "written_on": content.written_on,
    }


def _message_ids(modules: Sequence[Module], frame: Frame) -> list[str]:
    # A block can only place a message that the module lists; a rule says so.
    return sorted({frame.safety.everywhere, *(id_ for module in modules for id_ in module.safety)})


def _message(message: SafetyMessage) -> Printable:
    # “Need help now?” above “Need help now? Call 911 …” would say it twice.
    title = None if message.words.startswith(message.title) else message.title
    return {"title": title, "text": rich(message.text)}

"""Contents → the JSON that the print templates read: one part a sheet, one sheet or many in a file."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import lru_cache

from generator.clinic.display import Line, lines
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
    "assign_",
    "changes_",
    "choose_version",
    "clear",
    "code_",
    "counselors",
    "done_",
    "downloads",
    "find_",
    "glossary_",
    "group_",
    "guide_",
    "help_",
    "home",
    "keep_",
    "language",
    "lent_",
    "listen",
    "lone_",
    "menu",
    "never_",
    "newest",
    "not_",
    "offline",
    "plan_",
    "programs",
    "readback_",
    "search",
    "skip",
    "slip_",
    "start_",
    "usb_",
    "view",
    "wipe",
)
"""Starts of the names of words that no sheet prints: a change of them leaves the sheets as they are."""

FOR_REVIEWERS = "review_"
"""The start of the names of words that only a packet for reviewers prints."""


class Payload:
    """Sheets of one file. What is the same on every paper and in every edition is turned into JSON once."""

    def __init__(
        self,
        contents: Sequence[Content],
        modules: Sequence[Module],
        frame: Frame,
        build: Build,
        packet: dict[str, Printable] | None = None,
    ) -> None:
        """`packet` is what the pages of a packet around its sheets need."""
        self._contents, self._frame, self._build = contents, frame, build
        self._parts: dict[bool, str] = {}
        self._same = {
            **_shared(modules, frame, any(one.layout.startswith(FOR_REVIEWERS) for one in contents)),
            "document": _json(_document(contents[0], frame, packet)),
            "packet": _json(packet),
        }

    def on(self, paper: str, edition: Edition) -> str:
        """The payload for a paper and an edition."""
        pieces = {
            **self._same,
            "paper": _json(paper),
            "edition": _json({"name": edition.name, "tinted": edition.tinted, "form": edition.form}),
            "parts": self._drawn(edition.tinted),
        }
        return "{" + ",".join(f'"{name}":{pieces[name]}' for name in sorted(pieces)) + "}"

    def _drawn(self, tinted: bool) -> str:
        if tinted not in self._parts:
            self._parts[tinted] = _json([_part(one, self._frame, self._build, tinted) for one in self._contents])
        return self._parts[tinted]


def _json(value: Printable) -> str:
    return json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def _document(first: Content, frame: Frame, packet: dict[str, Printable] | None) -> Printable:
    return {"title": packet["title"] if packet else document_title(first, frame), "language": frame.language}


def _shared(modules: Sequence[Module], frame: Frame, for_reviewers: bool) -> dict[str, str]:
    """What the sheets of these modules share, by key."""
    return {
        "strings": _strings(tuple(frame.strings.items()), for_reviewers),
        "crisis": _json(rich(frame.crisis.sheet_line)),
        "privacy": _json(rich(frame.privacy.sheet_line)),
        "local": _json([_local(line) for line in lines(frame)]),
        "everywhere": _json(frame.safety.everywhere),
        "messages": _json({id_: _message(frame.messages[id_]) for id_ in _message_ids(modules, frame)}),
    }


@lru_cache(maxsize=20)
def _strings(strings: tuple[tuple[str, str], ...], for_reviewers: bool) -> str:
    """The interface words that a sheet may print."""
    others = ON_SCREEN_ALONE if for_reviewers else (*ON_SCREEN_ALONE, FOR_REVIEWERS)
    return _json({name: words for name, words in strings if not name.startswith(others)})


def _part(content: Content, frame: Frame, build: Build, tinted: bool) -> Printable:
    module = content.module
    return {
        "layout": content.layout,
        "body": content.body,
        "head": head(content, frame, build),
        "pictures": pictures_in(content.body, module, tinted) if module else {},
        "worksheets": {worksheet.id: worksheet.title for worksheet in module.worksheets} if module else {},
        "written_on": content.written_on,
    }


def _local(line: Line) -> Printable:
    """A number of the clinic's own; without it the sheet has a line to write it on."""
    number = line.number
    shown, hours = (number.shown, number.hours) if number else (None, None)
    return {"label": line.label, "shown": shown, "hours": hours}


def _message_ids(modules: Sequence[Module], frame: Frame) -> list[str]:
    # A block can only place a message that the module lists; a rule says so.
    return sorted({frame.safety.everywhere, *(id_ for module in modules for id_ in module.safety)})


def _message(message: SafetyMessage) -> Printable:
    # “Need help now?” above “Need help now? Call 911 …” would say it twice.
    title = None if message.words.startswith(message.title) else message.title
    return {"title": title, "text": rich(message.text)}

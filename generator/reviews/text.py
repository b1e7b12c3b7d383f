"""A module → the text that a reviewer signs, line by line, and its digest.

A line is a place and what stands there: `lesson.2.heading: "The wave passes"`. In it is all that people read or that
decides what they read: words, right answers, numbers, ids, the order of things, the safety messages that the module
shows, and the works that it cites. Left out are the keys of `LAYOUT` and `BESIDE`. A value that is the schema's own
default is left out too, so that a new key of the schema unsigns nothing. Why it is so: docs/adr/0011.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import BaseModel

from generator.course import Frame, SafetyMessage, walk
from generator.schema.module import Module
from generator.schema.sources import SourceWork
from generator.text import RichText, to_html

LAYOUT: Mapping[str, frozenset[str]] = {
    "CardLine": frozenset({"lines"}),
    "Column": frozenset({"wide"}),
    "LongText": frozenset({"lines"}),
    "Plan": frozenset({"rows"}),
    "Reflection": frozenset({"lines"}),
    "Table": frozenset({"rows"}),
}
"""Spec → keys that say how much room something has; a change of them is no change of what was reviewed."""

BESIDE: Mapping[str, frozenset[str]] = {
    "Module": frozenset({"changes", "exceptions", "review", "revision"}),
    "Worksheet": frozenset({"renamed"}),
}
"""Spec → keys that say something about the text, and are no part of it."""

CODE_LETTERS = 12
"""So much of a digest is printed on a form and typed in again: a wrong packet is not met by chance."""

Line = tuple[str, str]
"""A place, and what stands there as JSON."""


def text_lines(module: Module, frame: Frame) -> tuple[Line, ...]:
    """What a reviewer of the module signs, in the order of the file; messages and works come last."""
    return (*_lines(module, ""), *_messages(module, frame), *_works(module, frame))


def signed_text(lines: tuple[Line, ...]) -> str:
    """The lines as the file that is kept of a signed text."""
    return "".join(f"{place}: {value}\n" for place, value in lines)


def digest_of(text: str) -> str:
    """SHA-256 (hex, 64 letters) of a signed text; `sha256sum` says the same of the file that is kept of it."""
    return hashlib.sha256(text.encode()).hexdigest()


def text_digest(module: Module, frame: Frame) -> str:
    """The digest of what a reviewer of the module signs."""
    return digest_of(signed_text(text_lines(module, frame)))


def code_of(digest: str) -> str:
    """The short code of a text, as the form prints it: `1a2b-3c4d-5e6f`."""
    return "-".join(digest[start : start + 4] for start in range(0, CODE_LETTERS, 4))


def is_code_of(code: str, digest: str) -> bool:
    """Whether somebody typed the code of this text; capitals, spaces and hyphens do not count."""
    return "".join(letter for letter in code.casefold() if letter.isalnum()) == digest[:CODE_LETTERS]


def _lines(value: Any, place: str) -> Iterator[Line]:
    """The lines of a value; lists count from 1, as people do."""
    match value:
        case RichText():
            # The tree behind it: where a paragraph's lines end in the file is the author's business.
            yield place, _json(_marked(value))
        case BaseModel():
            for name in _counted(value):
                yield from _lines(getattr(value, name), f"{place}.{name}" if place else name)
        case dict():
            for key, item in value.items():
                yield from _lines(item, f"{place}.{key}")
        case tuple():
            for number, item in enumerate(value, 1):
                yield from _lines(item, f"{place}.{number}")
        case _:
            yield place, _json(value)


def _counted(spec: BaseModel) -> Iterator[str]:
    name = type(spec).__name__
    out = LAYOUT.get(name, frozenset()) | BESIDE.get(name, frozenset())
    for key, field in type(spec).model_fields.items():
        if key not in out and getattr(spec, key) != field.get_default(call_default_factory=True):
            yield key


def _marked(text: RichText) -> str:
    """Text as HTML with links as the author wrote them: no two texts that are read in different ways come out alike."""
    return to_html(text.nodes, lambda target: target)


def _messages(module: Module, frame: Frame) -> Iterator[Line]:
    """The safety messages that stand on the module's pages and sheets, with the numbers in them."""
    for id_ in dict.fromkeys((*module.safety, frame.safety.everywhere, frame.safety.worksheets)):
        if id_ in frame.messages:  # A rule names those that are not there.
            yield from _message(f"safety.yml {id_}", frame.messages[id_])


def _message(place: str, message: SafetyMessage) -> Iterator[Line]:
    yield f"{place}.title", _json(message.title)
    yield f"{place}.text", _json(to_html(message.text, lambda target: target))
    if message.sheet_line != message.text:
        yield f"{place}.sheet_line", _json(to_html(message.sheet_line, lambda target: target))


def _works(module: Module, frame: Frame) -> Iterator[Line]:
    """The works that the module cites anywhere, as people read them, and what kind of evidence each is."""
    cited = {value for path, value in walk(module) if len(path) > 1 and path[-2] in ("sources", "leader_sources")}
    for id_ in sorted(cited):
        if id_ in frame.sources:
            yield f"sources.yml {id_}", _json(_work(frame.sources[id_]))


def _work(work: SourceWork) -> list[str | int | None]:
    return [work.authors, work.title, work.year, work.publication, work.identifiers, work.evidence]


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)

"""What was signed, kept beside the sign-offs: the text itself, by its code, so that anybody can see what changed since."""

from __future__ import annotations

import difflib
import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.load import read_source
from generator.reviews.read import FOLDER
from generator.reviews.text import code_of, digest_of

_MARKUP = re.compile(r"<[^>]*>")


@dataclass(frozen=True, slots=True)
class Change:
    """A piece of the text that is another one now: where it stands, what it was, what it is ("" for none)."""

    place: str
    was: str
    now: str


def name_of(module: str, language: str, digest: str) -> str:
    """Where the signed text stands in the course's folder."""
    return f"{FOLDER}/{language}/{module}.{code_of(digest)}.txt"


def read_text(course: Path, module: str, language: str, digest: str) -> str | None:
    """The text that was signed; None where it is not kept, or is another one than was signed."""
    source, _ = read_source(course, name_of(module, language, digest))
    return source.text if source and digest_of(source.text) == digest else None


def changes(before: str, now: str) -> tuple[Change, ...]:
    """What changed between two signed texts, in the order of the text of today."""
    old, new = ([tuple(line.split(": ", 1)) for line in text.rstrip("\n").split("\n")] for text in (before, now))
    # Pieces are the same by what they say: one that only moved down a line has not changed.
    told = difflib.SequenceMatcher(None, [_what(line) for line in old], [_what(line) for line in new], autojunk=False)
    found: list[Change] = []
    for kind, a, b, c, d in told.get_opcodes():
        if kind != "equal":
            found += _pairs(old[a:b], new[c:d])
    return tuple(found)


def _what(line: tuple[str, ...]) -> tuple[str, str]:
    """A line without its numbers: `lesson.2.heading` and `lesson.3.heading` are the same sort of place."""
    return re.sub(r"\.\d+", "", line[0]), line[1]


def _pairs(old: list[tuple[str, ...]], new: list[tuple[str, ...]]) -> Iterator[Change]:
    """Old and new pieces of the same sort of place side by side; what is left over came or went."""
    waiting = list(old)
    for place, value in new:
        match = next((line for line in waiting if _what(line)[0] == _what((place, value))[0]), None)
        if match:
            waiting.remove(match)
        yield Change(place, _words(match[1]) if match else "", _words(value))
    yield from (Change(place, _words(value), "") for place, value in waiting)


def _words(value: str) -> str:
    """A value as people read it."""
    read = json.loads(value)
    if isinstance(read, list):
        return " ".join(str(part) for part in read if part is not None)
    return html.unescape(_MARKUP.sub("", read)) if isinstance(read, str) else str(read).lower()

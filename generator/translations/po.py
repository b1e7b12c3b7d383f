"""Units ↔ a PO file, which translators' programs read (Poedit, OmegaT, Weblate and others).

A text's place in the module is the entry's context; its source the msgid. A translation made from older words is marked
fuzzy, as these programs do with what needs another look; so is what nobody compared yet.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from generator.language.gettext import read_catalog
from generator.problems import Problem, Problems, in_order
from generator.translations.leaves import text_digest
from generator.translations.rules import PO_FILE_IS_WELL_FORMED
from generator.translations.states import Unit

if TYPE_CHECKING:
    from babel.messages.catalog import Catalog, Message

LARGEST = 5_000_000
"""Bytes of a PO file. The largest of a shipped module has 90,000."""

_OF_THE_DAY = re.compile(
    rb'^"(Report-Msgid-Bugs-To|POT-Creation-Date|PO-Revision-Date|Last-Translator|Language-Team|Generated-By): .*\n',
    re.M,
)
_MADE_FROM = "translation when this file was made: "
_SAYS_HOW = """\
# Translation of {name} ({course}).
# Translate msgstr; leave msgctxt and msgid as they are.
# Markdown stays: **bold**, - lists, [words](term:…).
# Give it back with: psychoed translate import"""
_TIGHT = re.compile(
    r"pictures/.*/(label|detail|items/\d+|way_out)$|.*/(columns|card_lines|lines)/[^/]+/label$|lesson/.*/lines/\d+$"
)
_QUOTED = r'"[^\n]*"[ \t\r]*(?:\n"[^\n]*"[ \t\r]*)*'
_HEAD_OF_ENTRY = re.compile(rf"^msgctxt[ \t]+(?P<context>{_QUOTED})\nmsgid[ \t]+(?P<source>{_QUOTED})", re.M)
_SHORT = "There is little room for this: keep it about as long as the source."


@dataclass(frozen=True, slots=True)
class Entry:
    """A translated text of a PO file: its key, the source it was made from, the text, and its line in the file."""

    key: str
    source: str
    text: str
    line: int
    was: str
    """Digest of the translation that the course had when the file was made; empty if it had none."""


@dataclass(frozen=True, slots=True)
class Exchange:
    """A PO file as it was read. `skipped` counts entries that are empty or marked fuzzy."""

    course: str
    name: str
    """The module's file in the course's folder, as `en/stress.yml`."""
    language: str
    entries: tuple[Entry, ...]
    skipped: int


def to_po(course: str, name: str, language: str, units: Sequence[tuple[Unit, int]]) -> bytes:
    """A PO file of units, each with the line of its source. The same units give the same bytes."""
    from babel.messages.catalog import Catalog
    from babel.messages.pofile import write_po

    catalog = Catalog(
        locale=language.replace("-", "_"),
        project=course,
        version=name,
        header_comment=_SAYS_HOW.format(name=name, course=course),
        charset="utf-8",
        msgid_bugs_address="-",
        creation_date=datetime.fromtimestamp(0, UTC),
        revision_date="-",
        last_translator="-",
        language_team="-",
        fuzzy=False,
    )
    for unit, line in units:
        text = unit.target.text if unit.target and unit.state != "untranslated" else None
        catalog.add(
            unit.source.text or "",
            text or "",
            locations=[(name, line)],
            flags=["fuzzy"] if text and unit.state in ("stale", "unconfirmed") else [],
            auto_comments=[
                *([_SHORT] if _TIGHT.match(unit.key) else []),
                *([f"{_MADE_FROM}{text_digest(text)}"] if text else []),
            ],
            context=unit.key,
        )
    written = io.BytesIO()
    write_po(written, catalog, width=100, sort_output=False)
    # The day would be the only thing that differs between two files of the same texts.
    return _OF_THE_DAY.sub(b"", written.getvalue())


def from_po(path: str, content: bytes) -> tuple[Exchange | None, Problems]:
    """Read a PO file; `path` is how it is named to people."""
    if len(content) > LARGEST:
        return None, (
            Problem(
                path, 1, 1, f"the file has {len(content):,} bytes; the most is {LARGEST:,}", "file-is-not-too-large"
            ),
        )
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        return None, (Problem(path, line, 1, "this is not UTF-8; save the file as UTF-8", "file-is-utf-8"),)
    catalog = read_catalog(io.StringIO(text))
    if isinstance(catalog, tuple):
        line, why = catalog
        return None, (Problem(path, line, 1, f"this is not a PO file: {why}", PO_FILE_IS_WELL_FORMED.id),)
    broken = (*_several_forms(path, catalog), *_said_twice(path, text))
    if broken:
        return None, in_order(broken)
    entries = tuple(_entries(catalog))
    messages = sum(bool(message.id) for message in catalog)
    language = str(catalog.locale_identifier or "").replace("_", "-")
    return Exchange(catalog.project, catalog.version, language, entries, messages - len(entries)), ()


def _several_forms(path: str, catalog: Catalog) -> Iterator[Problem]:
    """Entries with forms for one and for many: no text of a course has them, so half of such an entry would be lost."""
    for message in catalog:
        if message.id and not isinstance(message.id, str):
            said = f"'{message.context or ''}' has a form for one and a form for many; a text of a course has one"
            yield Problem(path, message.lineno or 1, 1, said, PO_FILE_IS_WELL_FORMED.id)


def _said_twice(path: str, text: str) -> Iterator[Problem]:
    """Entries that stand there twice: Babel keeps the last one of them, and nobody knows which was meant."""
    from babel.messages.pofile import denormalize

    first: dict[tuple[str, str], int] = {}
    for found in _HEAD_OF_ENTRY.finditer(text):
        key = denormalize(found["context"]), denormalize(found["source"])
        line = text.count("\n", 0, found.start()) + 1
        before = first.setdefault(key, line)
        if before != line:
            said = f"'{key[0]}' stands here a second time; the first is in line {before}"
            yield Problem(path, line, 1, said, PO_FILE_IS_WELL_FORMED.id)


def _entries(catalog: Catalog) -> Iterator[Entry]:
    for message in catalog:
        if message.id and message.string and not message.fuzzy and isinstance(message.string, str):
            yield Entry(message.context or "", str(message.id), message.string, message.lineno or 1, _was(message))


def _was(message: Message) -> str:
    found = (comment.removeprefix(_MADE_FROM) for comment in message.auto_comments if comment.startswith(_MADE_FROM))
    return next(found, "")

"""Wording: every piece of text in a spec that people read, with its path."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import BaseModel

from generator.source import Path
from generator.text import RichText

# Keys whose text is an id or a word with a fixed meaning; nobody reads it. A test compares this with the schema.
NOT_READ = frozenset(
    {
        "each",
        "helps",
        "holds",
        "id",
        "kind",
        "leader_sources",
        "message",
        "next_review",
        "objective",
        "part",
        "picture",
        "safety",
        "sign",
        "sources",
        "status",
        "style",
        "track",
        "worksheet",
    }
)


def wording(value: object, path: Path = (), read: bool = True) -> Iterator[tuple[Path, str]]:
    """Each text with its path, in plain words on one line with straight apostrophes."""
    if isinstance(value, RichText):
        yield path, one_line(value.words)
    elif isinstance(value, str) and read:
        yield path, one_line(value)
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from wording(getattr(value, name), (*path, name), name not in NOT_READ)
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from wording(item, (*path, key))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from wording(item, (*path, index), read)


def one_line(text: str) -> str:
    """One space between words, `'` for `’`: how word lists are compared with text."""
    return " ".join(text.split()).replace("’", "'")

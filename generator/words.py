"""Spec → the words in it, for the search: rich texts without markup, titles and labels as they are."""

from __future__ import annotations

from typing import Any

from generator.course import walk
from generator.text import RichText

_NOT_WORDS = {"kind", "id", "part", "picture", "worksheet", "message", "sources", "objective", "holds", "sign"}


def words_of(value: Any) -> str:
    """All words of a spec in the order of the file, joined by spaces."""
    return " ".join(
        text for path, item in walk(value) if isinstance(item, str) and not _names(path) for text in (_words(item),)
    )


def _names(path: tuple[str | int, ...]) -> bool:
    return any(step in _NOT_WORDS for step in path[-2:])


def _words(item: str) -> str:
    return " ".join((item.words if isinstance(item, RichText) else item).split())

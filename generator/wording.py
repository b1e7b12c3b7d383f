"""Wording: every piece of text in a spec that people read, with its path."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from pydantic import BaseModel

from generator.source import Path
from generator.text import RichText

# Keys whose text is an id or a word with a fixed meaning; nobody reads it. A test compares this with the schema.
NOT_READ = frozenset(
    {
        "acts_out",
        "date",
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
        "renamed",
        "safety",
        "sign",
        "sources",
        "status",
        "style",
        "track",
        "what",
        "worksheet",
    }
)

ASIDE = frozenset({"exceptions"})
"""Keys that speak of the file's text and are no part of it."""


def wording(value: object, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """Each text with its path, in plain words on one line with straight apostrophes."""
    found: list[tuple[Path, str]] = []
    _gather(value, path, True, found)
    return iter(found)


def _gather(value: object, path: Path, read: bool, found: list[tuple[Path, str]]) -> None:
    if isinstance(value, RichText):
        found.append((path, one_line(value.words)))
    elif isinstance(value, str):
        if read:
            found.append((path, one_line(value)))
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            if name not in ASIDE:
                _gather(getattr(value, name), (*path, name), name not in NOT_READ, found)
    elif isinstance(value, dict):
        for key, item in value.items():
            _gather(item, (*path, key), read, found)
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            _gather(item, (*path, index), read, found)


def one_line(text: str) -> str:
    """One space between words, `'` for `’`: how word lists are compared with text."""
    return " ".join(text.split()).replace("’", "'")


def words_of(value: object) -> str:
    """All words of a spec in the order of the file, joined by spaces."""
    return " ".join(text for _, text in wording(value))


_WORD = re.compile(r"\w+")
_ACCENTED = re.compile("[áéíóúàèìòùâêîôûÁÉÍÓÚ]")
# Only on vowels, where people leave them out: “ano” is no “año”. One sign for one, so that places stay.
_BARE = str.maketrans("áéíóúàèìòùâêîôûÁÉÍÓÚ", "aeiouaeiouaeiouAEIOU")


def folded(text: str) -> str:
    """A text without the accents on its vowels, as long as it was."""
    return text.translate(_BARE) if _ACCENTED.search(text) else text


@dataclass(frozen=True)
class Said:
    """Texts that lists of words are looked for in, one line each, with their paths; what all lists need, made once."""

    texts: tuple[tuple[Path, str], ...]

    @cached_property
    def bare(self) -> tuple[tuple[Path, str, str], ...]:
        """Each path, text, and text without accents."""
        lines = folded("\n".join(text for _, text in self.texts)).split("\n")
        return tuple((path, text, line) for (path, text), line in zip(self.texts, lines, strict=True))

    @cached_property
    def whole(self) -> str:
        """All texts in small letters without accents."""
        return "\n".join(line for *_, line in self.bare).lower() if self.texts else ""

    @cached_property
    def words(self) -> frozenset[str]:
        """Every word of `whole`."""
        return frozenset(_WORD.findall(self.whole))

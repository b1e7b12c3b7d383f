"""Source and translation → the state of each text: made from today's source, from an older one, or missing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from generator.source import Path
from generator.translations.leaves import Leaf

Ledger = Mapping[str, str]
"""A text's key → the digest of the source that its translation was made from."""

State = Literal["current", "stale", "unconfirmed", "untranslated", "missing"]
"""`stale`: the source changed since; `unconfirmed`: nobody said which source it was made from; `untranslated`: it is
the source's own text; `missing`: the translation has no such text."""


@dataclass(frozen=True, slots=True)
class Unit:
    """One text of the source with its translation, if there is one."""

    source: Leaf
    target: Leaf | None
    state: State
    place: Path | None = None
    """Where the translation stands or would stand; None where its file has no such place."""

    @property
    def key(self) -> str:
        """The key of both."""
        return self.source.key


def state_of(source: str, made_from: str | None, is_there: bool, is_same: bool) -> State:
    """The state of a translation: `source` is the digest of today's source, `made_from` what the ledger says."""
    if not is_there:
        return "missing"
    if made_from == source:
        return "current"
    if made_from is not None:
        return "stale"
    return "untranslated" if is_same else "unconfirmed"


def units_of(source: Sequence[Leaf], target: Sequence[Leaf] | None, ledger: Ledger | None) -> tuple[Unit, ...]:
    """Each text of the source, in its order; `target` is None where there is no translation's file yet."""
    there = {leaf.key: leaf for leaf in target or () if leaf.text is not None}
    return tuple(_units(source, there, target is None, ledger or {}))


def unit_of(source: Leaf, target: Leaf | None, place: Path | None, ledger: Ledger) -> Unit:
    """A text with its translation and its state."""
    is_same = target is not None and target.text == source.text and _has_words(source.text or "")
    state = state_of(source.digest, ledger.get(source.key), target is not None, is_same)
    return Unit(source, target, state, place)


def _units(source: Sequence[Leaf], there: Mapping[str, Leaf], is_new: bool, ledger: Ledger) -> Iterator[Unit]:
    for leaf in source:
        if leaf.text is not None:
            found = there.get(leaf.key)
            # A new file is made of the source's.
            place = leaf.path if is_new else found.path if found else None
            yield unit_of(leaf, found, place, ledger)


def _has_words(text: str) -> bool:
    """Whether there is something to translate: `1` and `9–11 p.m.` may well stay as they are."""
    return sum(letter.isalpha() for letter in text) > 3

"""Two texts → the words that went, came and stayed; two lists of texts → which became which."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

ALIKE = 0.5
"""From this share of common words on, a text is taken for the other one in new words."""

_PIECES = re.compile(r"\s+|\w+(?:['’]\w+)*|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words of a text: in both, only in the older, or only in the newer."""

    how: Literal["same", "gone", "new"]
    words: str


def pieces(before: str, after: str) -> tuple[Piece, ...]:
    """The words of both texts in reading order; what went stands before what came in its place."""
    old, new = _PIECES.findall(before), _PIECES.findall(after)
    found: list[Piece] = []
    for how, start, end, first, last in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if how == "equal":
            found.append(Piece("same", "".join(old[start:end])))
            continue
        if end > start:
            found.append(Piece("gone", "".join(old[start:end])))
        if last > first:
            found.append(Piece("new", "".join(new[first:last])))
    return tuple(found)


def likeness(before: str, after: str) -> float:
    """The share of words that two texts have in common, from 0 to 1."""
    old, new = before.split(), after.split()
    return SequenceMatcher(None, old, new, autojunk=False).ratio() if old and new else 0.0


Became = tuple[int | None, int | None]
"""Places in the older and in the newer list; None where a text has no other."""


def in_order(before: Sequence[str], after: Sequence[str]) -> tuple[Became, ...]:
    """Which text became which, where the order stays: those of a lesson."""
    found: list[Became] = []
    for how, start, end, first, last in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if how == "equal":
            found += zip(range(start, end), range(first, last), strict=True)
        elif end - start == last - first and end - start == 1:
            found.append((start, first))
        else:
            found += _within(before, after, range(start, end), range(first, last))
    return tuple(found)


def _within(before: Sequence[str], after: Sequence[str], old: range, new: range) -> Iterator[Became]:
    """The texts of a stretch: each goes with the next one that is like it, the others with none."""
    left = new.start
    for place in old:
        twin = next((other for other in range(left, new.stop) if likeness(before[place], after[other]) >= ALIKE), None)
        if twin is None:
            yield place, None
            continue
        yield from ((None, other) for other in range(left, twin))
        yield place, twin
        left = twin + 1
    yield from ((None, other) for other in range(left, new.stop))


def in_any_order(before: Sequence[str], after: Sequence[str]) -> tuple[Became, ...]:
    """Which text became which, where they may have changed places: the choices of a question.

    The likest go together first; what is left over goes together where both lists have it at the same place.
    """
    ranked = sorted(
        ((likeness(one, other), -old, -new) for old, one in enumerate(before) for new, other in enumerate(after)),
        reverse=True,
    )
    twins: dict[int, int] = {}
    for like, old, new in ranked:
        if like >= ALIKE and -old not in twins and -new not in twins.values():
            twins[-old] = -new
    for place in range(min(len(before), len(after))):
        if place not in twins and place not in twins.values():
            twins[place] = place
    left = (other for other in range(len(after)) if other not in twins.values())
    return (*((place, twins.get(place)) for place in range(len(before))), *((None, other) for other in left))

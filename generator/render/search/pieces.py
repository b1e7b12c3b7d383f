"""Pages → pieces: a few sections with their words, made from one module alone and kept with it between builds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Annotated

from pydantic import Field

from generator.order import Tree
from generator.render.outputs import Page
from generator.render.search.folding import words_in

LARGEST = 4000
"""Letters of text in a piece, unless one section alone has more: about 2 kB to send for the results shown."""

Address = Annotated[
    str, Field(pattern=r"^[a-z0-9][A-Za-z0-9_-]*(/[A-Za-z0-9_][A-Za-z0-9_-]*)*\.html$", max_length=1000)
]
Row = tuple[Address, str, str, str, str]
"""A section: address of its page within the tree, title of the page, anchor ("" for the page), heading, text."""

Postings = Annotated[str, Field(pattern=r"^(\S+ [A-Za-z]+\n)*$")]
"""A line a word: where it stands in the piece (see `_places`)."""

# How much a word says of a section; a place counts in steps of four.
ONCE, OFTEN, HEADING, TITLE = range(4)
_STEPS = 4
_SMALL, _LARGE = "abcdefghijklmnopqrstuvwxyz", "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@dataclass(frozen=True, slots=True)
class Piece:
    """Some sections of one tree that stand beside each other, and the words that lead to them."""

    tree: Tree
    rows: tuple[Row, ...]
    postings: Postings


def pieces_of(pages: Iterable[Page]) -> tuple[Piece, ...]:
    """What pages add to the search, in their order; pages of two trees never share a piece."""
    return tuple(
        Piece(tree, rows, _postings(rows))
        for tree, same in groupby(pages, key=lambda page: page.tree)
        for rows in _cut(_row(page, index) for page in same for index in range(len(page.search)))
    )


def _row(page: Page, index: int) -> Row:
    entry = page.search[index]
    return page.address, page.title, entry.anchor, entry.title, entry.text


def _cut(rows: Iterable[Row]) -> Iterator[tuple[Row, ...]]:
    """Rows in groups that are small enough to be sent."""
    group: list[Row] = []
    size = 0
    for row in rows:
        if group and size + len(row[-1]) > LARGEST:
            yield tuple(group)
            group, size = [], 0
        group.append(row)
        size += len(row[-1])
    if group:
        yield tuple(group)


def _postings(rows: tuple[Row, ...]) -> str:
    """Every word of a piece with its places, by the alphabet."""
    found: dict[str, list[tuple[int, int]]] = {}
    for index, (_, title, anchor, heading, text) in enumerate(rows):
        weights = {word: OFTEN if count > 1 else ONCE for word, count in Counter(words_in(text)).items()}
        weights |= dict.fromkeys(words_in(heading), HEADING)
        weights |= dict.fromkeys(words_in("" if anchor else title), TITLE)
        for word, weight in weights.items():
            found.setdefault(word, []).append((index, weight))
    return "".join(f"{word} {_places(found[word])}\n" for word in sorted(found))


def _places(places: Iterable[tuple[int, int]]) -> str:
    """Sections and weights as letters: each counts from the section before it, and ends in a small letter.

    Sections 0 and 2 with weight 1 give "bj": 4 × (0 − 0) + 1 and 4 × (2 − 0) + 1, a = 0.
    """
    letters: list[str] = []
    before = 0
    for index, weight in places:
        high, low = divmod(_STEPS * (index - before) + weight, len(_SMALL))
        digits = _SMALL[low]
        while high:
            high, low = divmod(high, len(_LARGE))
            digits = _LARGE[low] + digits
        letters.append(digits)
        before = index
    return "".join(letters)

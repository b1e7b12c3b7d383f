"""Pieces of all modules → the scripts of a tree's search.

    search/index.js    how many sections there are, and which shards
    search/<ab>.js     a shard: the words that start so, each with its places; `other.js` has what starts with no letter a–z
    search/words.js    every word: asked for only when a word is found nowhere, to look for one that is spelled alike
    search/<12>.js     a piece: pages, headings and texts of a few sections, for the results that are shown

Classic scripts that call a function, because a page that was opened from a folder can load nothing else.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from generator.order import Tree
from generator.render.outputs import OutputFile, path_of
from generator.render.search.pieces import Piece

LARGEST_SHARD = 40_000
"""Letters; a shard with more is told apart by the second letter too. About 15 kB to send."""
_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyz")
_OTHER = "other"
_ESCAPES = (("<", "\\u003c"), ("\u2028", "\\u2028"), ("\u2029", "\\u2029"))
"""Signs that could end a script, or a line of it, within a string."""


def search_files(tree: Tree, pieces: Iterable[Piece]) -> Iterator[OutputFile]:
    """The search of one tree. The order of the pieces numbers them; pieces of the other tree are left out."""
    own = [piece for piece in pieces if piece.tree == tree]
    shards = _shards(_merged(own))
    yield _script(tree, "index", [sum(len(piece.rows) for piece in own), list(shards)])
    yield _script(tree, "words", "\n".join(word for lines in shards.values() for word, _ in lines))
    for name, lines in shards.items():
        yield _script(tree, name, "\n".join(f"{word} {places}" for word, places in lines))
    for number, piece in enumerate(own):
        yield _script(tree, str(number), piece.rows)


def _merged(pieces: Sequence[Piece]) -> dict[str, str]:
    """Word → its places in all pieces: how many pieces further each is, then the places there ("0bj2a")."""
    places: dict[str, list[str]] = {}
    last: dict[str, int] = {}
    for number, piece in enumerate(pieces):
        for line in piece.postings.split("\n")[:-1]:
            word, _, inside = line.partition(" ")
            places.setdefault(word, []).append(f"{number - last.get(word, 0)}{inside}")
            last[word] = number
    return {word: "".join(places[word]) for word in sorted(places)}


def _shards(places: Mapping[str, str]) -> dict[str, list[tuple[str, str]]]:
    """Name of the shard → its words."""
    found: dict[str, list[tuple[str, str]]] = {}
    for letter, lines in groupby(sorted(places.items()), key=lambda line: _letter(line[0])):
        found.setdefault(letter, []).extend(lines)
    small: dict[str, list[tuple[str, str]]] = {}
    for letter, words in found.items():
        size = sum(len(word) + len(inside) for word, inside in words)
        for line in words:
            small.setdefault(_pair(line[0], letter) if size > LARGEST_SHARD else letter, []).append(line)
    return dict(sorted(small.items()))


def _letter(word: str) -> str:
    return word[0] if word[0] in _LETTERS else _OTHER


def _pair(word: str, letter: str) -> str:
    """The first two letters; the first alone where the second is none of a–z."""
    return word[:2] if letter != _OTHER and word[1:2] in _LETTERS and len(word) > 1 else letter


def _script(tree: Tree, name: str, value: object) -> OutputFile:
    told = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for sign, escaped in _ESCAPES:
        told = told.replace(sign, escaped)
    return OutputFile(path_of(tree, f"search/{name}.js"), f'psychoed.parts.find.take("{name}",{told});\n'.encode())

"""Texts → a YAML file with these texts in their places; its comments, order and style stay."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from copy import deepcopy
from typing import Any

from generator.source import Path

_WIDTH = 110
"""Letters of a line of folded text."""


def with_texts(text: str, texts: Mapping[Path, str], first: str = "") -> str:
    """The YAML `text` with each value of `texts` at its path; what stood there decides how it is written.

    Where a path leads into a language that is not there yet, beside one named `first`, it starts as a copy of that.
    Raises KeyError or IndexError for any other path that is not there.
    """

    def set_all(document: Any) -> None:
        for path, value in texts.items():
            around = document
            for step in path[:-1]:
                around = _step(around, step, first)
            around[path[-1]] = _like(_step(around, path[-1], first), value)

    return _edited(text, set_all)


def _step(around: Any, step: str | int, first: str) -> Any:
    """What stands at a step; a language that is missing starts as the first one's copy."""
    if first and isinstance(around, dict) and step not in around and first in around:
        around[step] = deepcopy(around[first])
    return around[step]


def as_translation(text: str, name: str, role: str) -> str:
    """The YAML of a source module as the start of a translation: who translated is named, and answers to false alarms
    of the source's own words are left out."""

    def change(document: Any) -> None:
        document.pop("exceptions", None)
        # After who wrote it, where people look for it.
        place = list(document["review"]).index("written_by") + 1
        document["review"].insert(place, "translated_by", {"name": name, "role": role})

    return _edited(text, change)


def _edited(text: str, change: Callable[[Any], None]) -> str:
    # Read where a file is changed: no build changes one.
    from ruamel.yaml import YAML

    yaml = YAML()
    yaml.preserve_quotes = True
    # Lines are broken where they were, and nowhere else.
    yaml.width = 1_000_000
    yaml.indent(mapping=2, sequence=4, offset=2)
    document = yaml.load(text)
    change(document)
    written = io.StringIO()
    yaml.dump(document, written)
    return written.getvalue()


def _like(old: Any, value: str) -> Any:
    """The value in the style of the old one: a block of lines stays one, quotes stay quotes."""
    from ruamel.yaml.scalarstring import DoubleQuotedScalarString, FoldedScalarString, LiteralScalarString

    body = value.strip("\n")
    lines = body.split("\n")
    if any(line != line.rstrip() or not line.isprintable() for line in lines) or lines[0].startswith((" ", "\t")):
        return DoubleQuotedScalarString(value)  # A block would lose such spaces.
    if isinstance(old, LiteralScalarString) or len(lines) > 1:
        return LiteralScalarString(body + "\n")
    if isinstance(old, FoldedScalarString):
        return _folded(body)
    return str.__new__(type(old), value) if isinstance(old, str) else value


def _folded(text: str) -> str:
    """One paragraph over several lines; ruamel breaks a folded text where `fold_pos` says, counted in letters."""
    from ruamel.yaml.scalarstring import FoldedScalarString

    folded: str = FoldedScalarString(text)
    places: list[int] = []
    start = 0
    while len(text) - start > _WIDTH:
        at = text.rfind(" ", start + 1, start + _WIDTH)
        # Between two spaces a fold would lose one.
        if at < 0 or text[at - 1] == " " or text[at + 1 : at + 2] == " ":
            break
        places.append(at)
        start = at + 1
    setattr(folded, "fold_pos", places)  # noqa: B010  # The library names it nowhere, and reads it when it writes.
    return folded

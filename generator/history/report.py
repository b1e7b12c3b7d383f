"""What differs → the report in one format: text for a terminal, Markdown, or JSON."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict

from generator.history.differences import Differences
from generator.history.paper import paper_lines
from generator.history.told import Line, lines_of
from generator.history.words import Piece
from generator.text import as_written

FORMAT = 1
"""The shape of the JSON report."""
WIDTH = 100
AROUND = 8
"""So many words are shown around a change; what is further away is left out."""

_LABELS = {"gone": "before: ", "new": "now:    "}


def as_text(found: Differences) -> str:
    """For a terminal: changed words stand in [brackets]."""
    return "\n".join(_text(found)) + "\n"


def _text(found: Differences) -> Iterator[str]:
    explained = False
    for line in lines_of(found):
        if line.pieces:
            label = _LABELS["gone" if _is_before(line) else "new"]
            words = _shortened(line.pieces, "[{}]", str) if line.words else "".join(one.words for one in line.pieces)
            yield from textwrap.wrap(words, WIDTH, initial_indent=f"      {label}", subsequent_indent=" " * 14)
            continue
        if line.level:
            yield from (() if line.level == 1 and not explained else ("",))
            yield line.words
        else:
            yield from textwrap.wrap(line.words, WIDTH, initial_indent="  - ", subsequent_indent="    ")
        if line.level == 1 and not explained and found.changed:
            yield "Changed words stand in [brackets]."
        explained = True


def _is_before(line: Line) -> bool:
    return line.words == "before" or (not line.words and line.pieces[0].how == "gone")


def as_markdown(found: Differences) -> str:
    """For a page or a message: what is gone is struck out, what is new is bold."""
    return "\n".join(_markdown(found)).strip() + "\n"


def _markdown(found: Differences) -> Iterator[str]:
    for line in lines_of(found):
        if line.pieces:
            before = _is_before(line)
            marked = _shortened(line.pieces, "~~{}~~" if before else "**{}**", as_written)
            yield f"  - {'before' if before else 'now'}: {marked}"
        elif line.level:
            yield f"\n{'#' * line.level} {as_written(line.words)}\n"
        else:
            yield f"- {as_written(line.words)}"


def _shortened(pieces: tuple[Piece, ...], mark: str, shown: Callable[[str], str]) -> str:
    """The words with the changed ones marked; long stretches in between cut down to what stands next to a change."""
    parts = []
    for place, piece in enumerate(pieces):
        if piece.how == "same":
            parts.append(shown(_cut(piece.words, place > 0, place < len(pieces) - 1)))
        else:
            inner = piece.words.strip()
            marked = mark.format(shown(inner)) if inner else ""
            parts.append(piece.words.replace(inner, marked, 1) if inner else piece.words)
    return " ".join("".join(parts).split())


def _cut(words: str, after_one: bool, before_one: bool) -> str:
    found = words.split()
    if len(found) <= (after_one + before_one) * AROUND + 2:
        return words
    head = words[: words.find(found[0])] + " ".join(found[:AROUND]) if after_one else ""
    tail = " ".join(found[-AROUND:]) + words[len(words.rstrip()) :] if before_one else ""
    return f"{head} … {tail}"


def as_json(found: Differences) -> str:
    """For programs: `{"format": 1, "old", "new", "languages": [...]}`, with the sentences on paper beside the values."""
    told = asdict(found)
    for language, values in zip(found.languages, told["languages"], strict=True):
        values["paper"] = [asdict(line) for line in paper_lines(language, found)]
        for module, row in zip(language.modules, values["modules"], strict=True):
            row["kinds"] = list(module.kinds)
    return json.dumps({"format": FORMAT, **told, "new": found.new or None}, ensure_ascii=False, indent=2) + "\n"


REPORTS: Mapping[str, Callable[[Differences], str]] = {"text": as_text, "json": as_json, "md": as_markdown}

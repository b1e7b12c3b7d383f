"""Problems, and the exceptions of a file → the same problems, with a reason at those that are answered.

An exception answers what its words cover: where a rule's words stand in the text a second time, outside of them, the
problem stays. So it holds for places and not for a whole file.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from pydantic import BaseModel, RootModel

from generator.problems import Problem, Problems
from generator.schema.exceptions import MarkedException
from generator.source import Document, Path
from generator.wording import one_line, wording

Spot = tuple[str, int, int]
"""File, line and column."""
Texts = Mapping[Spot, str]
"""What stands at a place of a file, in plain words on one line."""
ENOUGH = 12
"""Letters that words need to answer for a longer piece of the text that they are a part of."""
WHOLE_FILE = "file"
"""What `at` says for a rule that speaks of the whole file."""


@dataclass(frozen=True, slots=True)
class Held:
    """An exception and where it stands; plain data, because overlays carry theirs to other processes."""

    said: MarkedException
    path: str
    """The file."""
    line: int
    column: int
    part: tuple[tuple[int, int], ...] = ()
    """Line and column of what `at` names; two for the whole file, none where there is no such part."""

    @property
    def place(self) -> str:
        """File, line and column: several may stand in one line."""
        return f"{self.path}:{self.line}:{self.column}"

    def problem(self, message: str, rule: str) -> Problem:
        """A problem at the exception."""
        return Problem(self.path, self.line, self.column, message, rule)


def held_in(
    exceptions: Sequence[MarkedException], document: Document, path: Path = ("exceptions",)
) -> tuple[Held, ...]:
    """The exceptions of a file; `path` is where their list stands in it."""
    return tuple(
        Held(said, document.path, *Document.place(document, (*path, index)), _part(said.at, document))
        for index, said in enumerate(exceptions)
    )


def texts_at(spec: BaseModel, document: Document) -> dict[Spot, str]:
    """Every text of a spec by its place, and every group of texts by the group's."""
    found: dict[Spot, list[str]] = {}
    for path, text in wording(spec.root if isinstance(spec, RootModel) else spec):
        for length in range(len(path) + 1):
            found.setdefault(document.spot(path[:length]), []).append(text)
    return {spot: " ".join(texts) for spot, texts in found.items()}


def answered(problems: Iterable[Problem], held: Sequence[Held], texts: Texts) -> Problems:
    """The problems, with the reason at each that exceptions of its file answer."""
    if not held:
        return tuple(problems)
    return tuple(_answered(problem, held, texts) for problem in problems)


def _answered(problem: Problem, held: Sequence[Held], texts: Texts) -> Problem:
    mine = [one for one in held if one.said.rule == problem.rule and one.path == problem.path]
    part = next((one for one in mine if (problem.line, problem.column) in one.part), None)
    if part:
        return _with(problem, [part])
    text = texts.get((problem.path, problem.line, problem.column), "")
    covering = [_covering(start, end, mine, text) for start, end in _spans(problem.about, text)]
    return _with(problem, covering)


def _with(problem: Problem, covering: Sequence[Held | None]) -> Problem:
    """The problem with the exceptions that cover its places, and with their reasons if none is left."""
    held = list(dict.fromkeys(one for one in covering if one))
    reasons = dict.fromkeys(one.said.reason for one in held)
    answer = " ".join(reasons) if held and all(covering) else ""
    return replace(problem, answer=answer, answered_at=tuple(one.place for one in held))


def _spans(about: str, text: str) -> Iterator[tuple[int, int]]:
    """Where the words that a problem speaks of stand; the whole text where it speaks of no words of their own."""
    words = one_line(about)
    found = [match.span() for match in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text)] if words else []
    yield from found or ([(0, len(text))] if text else [])


def _covering(start: int, end: int, held: Sequence[Held], text: str) -> Held | None:
    """The first exception whose words hold this piece of the text, or enough of it to say that this one is meant."""
    return next((one for one in held if any(_covers(a, b, start, end) for a, b in _places(one.said.words, text))), None)


def _covers(first: int, last: int, start: int, end: int) -> bool:
    is_whole = first <= start and end <= last
    # `on` stands in most long sentences; it would answer all of them, and those that are still to be written.
    return is_whole or (last - first >= ENOUGH and first < end and start < last)


def _places(words: str | None, text: str) -> Iterator[tuple[int, int]]:
    return (found.span() for found in _pattern(words).finditer(text)) if words else iter(())


@cache
def _pattern(words: str) -> re.Pattern[str]:
    """The words in capitals or small letters; what stands at a sentence's start may stand in its middle, too."""
    return re.compile(rf"(?<!\w){re.escape(one_line(words))}(?!\w)", re.IGNORECASE)


def _part(at: str | None, document: Document) -> tuple[tuple[int, int], ...]:
    if at is None:
        return ()
    if at == WHOLE_FILE:
        return (1, 1), Document.place(document, ())
    path = _path(at.split("."), document.value)
    return (Document.place(document, path),) if path else ()


def _path(steps: Sequence[str], value: Any) -> Path:
    """Keys, ids and numbers → the path of what they name; empty where there is nothing of that name."""
    path: list[str | int] = []
    for step in steps:
        inside = _step(step, value)
        if inside is None:
            return ()
        path.append(inside)
        value = value[inside]
    return tuple(path)


def _step(step: str, value: Any) -> str | int | None:
    if isinstance(value, dict):
        return step if step in value else None
    if not isinstance(value, tuple):
        return None
    if step.isdecimal():
        return int(step) - 1 if 1 <= int(step) <= len(value) else None
    return next((index for index, item in enumerate(value) if isinstance(item, dict) and item.get("id") == step), None)

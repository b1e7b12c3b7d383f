"""course.yml with one module more: what an author wrote there, comments and all, stays as it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from generator.load import Source
from generator.source import Document, read_yaml


@dataclass(frozen=True, slots=True)
class Listed:
    """course.yml after a module was put on its list."""

    text: str
    was_planned: bool


def list_module(text: str, module: str) -> Listed | None:
    """Put a module at the end of `modules`, and take it out of `planned`.

    None where the file is written in a way that cannot be changed without touching more: then a person does it.
    """
    document = _read(text)
    if document is None or not isinstance(document.value.get("modules"), tuple) or not document.value["modules"]:
        return None
    was_planned = module in (document.value.get("planned") or {})
    lines = text.splitlines(keepends=True)
    edits = [_added(document, lines, module)]
    if was_planned:
        edits.append(_taken_out(document, module))
    for start, end, new in sorted(edits, reverse=True):
        lines[start:end] = new
    made = "".join(lines)
    return Listed(made, was_planned) if _is_as_meant(made, document.value, module) else None


def _read(text: str) -> Document | None:
    document, problems = read_yaml(Source("course.yml", text, ""))
    return document if document and not problems and isinstance(document.value, dict) else None


Edit = tuple[int, int, list[str]]
"""First line, the line after the last, and what comes in their place."""


def _added(document: Document, lines: list[str], module: str) -> Edit:
    node: Any = document.keys[document.root]["modules"][1]
    last = node.value[-1]
    if node.flow_style:
        line, column = last.end_mark.line, last.end_mark.column
        return line, line + 1, [f"{lines[line][:column]}, {module}{lines[line][column:]}"]
    dash = lines[last.start_mark.line][: last.start_mark.column]
    line = last.end_mark.line if last.end_mark.column else last.start_mark.line
    before = lines[line] if lines[line].endswith("\n") else f"{lines[line]}\n"
    return line, line + 1, [before, f"{dash}{module}\n"]


def _taken_out(document: Document, module: str) -> Edit:
    group: Any
    word, group = document.keys[document.root]["planned"]
    key, value = document.keys[group][module]
    if group.flow_style:
        return key.start_mark.line, key.start_mark.line, []
    # The last one goes with the word above it: an empty group would be a mistake.
    first = word if len(group.value) == 1 else key
    last = max(mark.line for mark in _ends(value))
    return first.start_mark.line, last + 1, []


def _ends(node: Any) -> Iterator[Any]:
    if getattr(node, "flow_style", True):  # A text has no such thing.
        # A text of several lines ends where the next thing begins.
        yield node.end_mark if node.end_mark.column else _line_before(node.end_mark)
        return
    for item in node.value:
        for part in item if isinstance(item, tuple) else (item,):
            yield from _ends(part)


@dataclass(frozen=True, slots=True)
class _Mark:
    line: int


def _line_before(mark: Any) -> _Mark:
    return _Mark(mark.line - 1)


def _is_as_meant(made: str, before: dict[str, Any], module: str) -> bool:
    document = _read(made)
    planned = {id_: title for id_, title in (before.get("planned") or {}).items() if id_ != module}
    meant = {**before, "modules": (*before["modules"], module), "planned": planned}
    return document is not None and {"planned": {}, **document.value} == {"planned": {}, **meant}


def title_of(planned: object, language: str) -> str:
    """The title of a planned module in a language, from one text or a group of texts by language; empty if there is none."""
    if isinstance(planned, dict):
        planned = planned.get(language, "")
    return planned if isinstance(planned, str) else ""

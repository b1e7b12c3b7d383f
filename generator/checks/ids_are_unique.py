"""Ids are unique within their list; a duplicate names both places."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import BaseModel

from generator.checks.case import Case
from generator.problems import Problem
from generator.rules import Rule
from generator.source import Path

RULE = Rule(
    "id-is-unique",
    "No two things of a list share an id, and no list of ids names one twice.",
    "Addresses, saved answers and links go by id; with two of them one is lost.",
    "Give one of them another id, or delete it.",
)
LISTS_OF_IDS = ("safety", "sources", "leader_sources")


def check(case: Case) -> Iterator[Problem]:
    """Find ids that stand twice in one list.

    Example:
        objectives:
          - id: same
          - id: same

    Better:
        objectives:
          - id: rate-a-craving
          - id: make-a-card
    """
    for path, value in case.values:
        if isinstance(value, tuple):
            yield from _duplicates(case, _ids(path, value))


def _ids(path: Path, items: tuple[object, ...]) -> Iterator[tuple[Path, str]]:
    """The id of each item and its place."""
    for index, item in enumerate(items):
        if isinstance(item, str) and path[-1] in LISTS_OF_IDS:
            yield (*path, index), item
        id_ = getattr(item, "id", None) if isinstance(item, BaseModel) else None
        if isinstance(id_, str):
            yield (*path, index, "id"), id_


def _duplicates(case: Case, ids: Iterator[tuple[Path, str]]) -> Iterator[Problem]:
    first: dict[str, Path] = {}
    for path, id_ in ids:
        if id_ in first:
            line = case.line(first[id_])
            yield case.problem(RULE, path, f"the id '{id_}' stands here a second time; the first is in {line}")
        first.setdefault(id_, path)

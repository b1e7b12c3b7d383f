"""A module's list of sources is exactly what it cites."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.case import Case
from generator.problems import Problem
from generator.rules import Rule
from generator.source import Path

RULE = Rule(
    "sources-are-listed",
    "Each source that is cited stands in the module's `sources`, and each of these is cited.",
    "The printed list of sources is what a reader can check the claims against (standards G3).",
    "Add the id to `sources`, or cite it where it is used.",
)


def check(case: Case) -> Iterator[Problem]:
    """Find cited sources that the list lacks, and listed ones that nothing cites.

    Example:
        sources: [never-cited-2001]

    Better:
        sources: [larimer-1999]
    """
    listed = case.module.sources
    cited = tuple(_cited(case))
    for path, id_ in cited:
        # A source that nobody knows is said by source-is-known.
        if id_ not in listed and id_ in case.frame.sources:
            yield case.problem(RULE, path, f"'{id_}' is cited here; add it to the module's `sources`")
    for index, id_ in enumerate(listed):
        if id_ not in {id_ for _, id_ in cited} and id_ in case.frame.sources:
            yield case.problem(RULE, ("sources", index), f"nothing in the module cites '{id_}'")


def _cited(case: Case) -> Iterator[tuple[Path, str]]:
    for path, value in case.values:
        if len(path) > 2 and path[-2] in ("sources", "leader_sources") and isinstance(value, str):
            yield path, value

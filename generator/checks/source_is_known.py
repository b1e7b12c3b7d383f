"""Every source id is one of sources.yml, and the module's list names each source it cites."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.case import Case
from generator.problems import Problem, did_you_mean
from generator.rules import Rule

RULE = Rule(
    "source-is-known",
    "Each source that is cited stands in sources.yml.",
    "A claim without a source that can be looked up is a rumor (standards G3).",
    "Correct the id, or add the work to sources.yml with what is known of it.",
)


def check(case: Case) -> Iterator[Problem]:
    """Find ids that sources.yml does not have.

    Example:
        sources: [larimer-1999, larimar-1999]

    Better:
        sources: [larimer-1999]
    """
    for path, value in case.values:
        if len(path) >= 2 and path[-2] in ("sources", "leader_sources") and value not in case.frame.sources:
            yield case.problem(RULE, path, f"unknown source '{value}'{did_you_mean(value, case.frame.sources)}")

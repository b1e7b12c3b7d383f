"""Every worksheet that a text or an exercise leads to is one of the module's."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.case import Case
from generator.course import walk
from generator.problems import Problem, did_you_mean
from generator.rules import Rule
from generator.schema.blocks.try_this import TryThis
from generator.source import Path

RULE = Rule(
    "worksheet-is-known",
    "Each worksheet that is linked stands under the module's `worksheets`.",
    "A link to a sheet that is not there leaves the reader alone with the exercise.",
    "Correct the id; a worksheet of another module cannot be linked.",
)


def check(case: Case) -> Iterator[Problem]:
    """Find links and exercises whose worksheet is not there.

    Example:
        kind: try_this
        title: One slow minute
        text: Note it in [My urge log](worksheet:urge-lok).
        worksheet: urge-log

    Better:
        kind: try_this
        title: One slow minute
        text: Note it in [My urge log](worksheet:urge-log).
        worksheet: urge-log
    """
    known = {sheet.id for sheet in case.module.worksheets}
    for path, id_ in _named(case):
        if id_ not in known:
            yield case.problem(RULE, path, f"unknown worksheet '{id_}'{did_you_mean(id_, known)}")


def _named(case: Case) -> Iterator[tuple[Path, str]]:
    yield from case.links_to("worksheet")
    for path, value in walk(case.module.lesson, ("lesson",)):
        if isinstance(value, TryThis) and value.worksheet is not None:
            yield (*path, "worksheet"), value.worksheet

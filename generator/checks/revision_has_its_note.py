"""Each revision after the first has a note on what changed, the newest first."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from generator.checks.case import Case
from generator.problems import Problem
from generator.rules import Rule

RULE = Rule(
    "revision-has-its-note",
    "Each revision above 1 has one note under `changes`; the newest stands first, and no later day below an earlier one.",
    "Counselors have older sheets in a drawer, and have to know which of them to throw away, and why (standards G7).",
    "Write a note for the revision, or put the notes in order.",
)


def check(case: Case) -> Iterator[Problem]:
    """Find revisions without a note, and notes that are out of order.

    Example:
        revision: 3
        changes:
          - {revision: 2, date: 2026-11-20, what: [wording], note: Two sentences are shorter.}

    Better:
        revision: 3
        changes:
          - {revision: 3, date: 2026-12-05, what: [answers], note: Question 2 had no right answer.}
          - {revision: 2, date: 2026-11-20, what: [wording], note: Two sentences are shorter.}
    """
    module = case.module
    noted = {change.revision for change in module.changes}
    for number in sorted(set(range(2, module.revision + 1)) - noted, reverse=True)[:5]:
        yield case.problem(RULE, ("revision",), f"revision {number} has no note under `changes`")
    for index, change in enumerate(module.changes):
        if change.revision > module.revision:
            said = f"this note is about revision {change.revision}, and the module has revision {module.revision}"
            yield case.problem(RULE, ("changes", index, "revision"), said)
    for index, (newer, older) in enumerate(pairwise(module.changes), 1):
        if older.revision >= newer.revision:
            said = f"revision {older.revision} stands below revision {newer.revision}; numbers fall from note to note"
            yield case.problem(RULE, ("changes", index, "revision"), said)
        elif older.date > newer.date:
            said = f"revision {older.revision} has a later day than revision {newer.revision}"
            yield case.problem(RULE, ("changes", index, "date"), said)

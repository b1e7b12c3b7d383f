"""The days of notes on changes, looked at by the day of the check: a note that is kept may come of age."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from generator.facts import Facts
from generator.problems import Problem
from generator.rules import Rule

CHANGE_HAS_ITS_DAY = Rule(
    "change-has-its-day",
    "The day of a note under `changes` is in the calendar and not still to come.",
    "Counselors compare it with the day on which they printed.",
    "Write the day on which the text was changed, as 2026-11-20.",
)


def check_changes(facts: Sequence[Facts], today: date | None) -> Iterator[Problem]:
    """Find notes of days that are not there, or not yet.

    Example:
        changes:
          - {revision: 2, date: 2026-02-30, what: [wording], note: Two sentences are shorter.}

    Better:
        changes:
          - {revision: 2, date: 2026-02-27, what: [wording], note: Two sentences are shorter.}
    """
    for module in facts:
        for change in module.changes:
            said = _wrong_with(change.date, today)
            if said:
                yield Problem(module.path, change.line, change.column, said, CHANGE_HAS_ITS_DAY.id)


def _wrong_with(written: str, today: date | None) -> str:
    try:
        day = date.fromisoformat(written)
    except ValueError:
        return f"there is no {written} in the calendar"
    return f"{written} is still to come; today is {today}" if today and day > today else ""

"""Numbers in patient text are whole, and a share is said as “1 in 10”."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.case import Case
from generator.problems import Problem
from generator.rules import Rule

RULE = Rule(
    "number-is-whole",
    "Patient text has no decimals and no percentages.",
    "“1 in 10” is understood by more people than “10%” or “9.8” (PEMAT-P item 6, CDC index items 15 and 16).",
    "Round it, or write it as “1 in 10”.",
    "warning",
    answerable=True,
)
_PARTS = ("main_message", "for_whom", "today", "lesson", "quiz", "glossary")
"""The scales of worksheets may go to 100."""
_NUMBER = re.compile(
    r"(?<![\d.,-])\d+(?:\.\d{1,2}(?![\d.])|,\d{1,2}(?!\d)(?=[ %]))|\b\d+ ?%|\b\d+ (?:percent|por ciento)\b"
)


def check(case: Case) -> Iterator[Problem]:
    """Find decimals and percentages.

    Example:
        text: About 9.5% of people do.

    Better:
        text: About 1 in 10 people do.
    """
    for path, text in case.wording:
        if path[0] in _PARTS and (found := _NUMBER.search(text)):
            yield case.problem(RULE, path, f"“{found.group()}” is hard to picture; round it, or write it as “1 in 10”")

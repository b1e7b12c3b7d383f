"""An option of the quiz is short enough to compare with the others."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.case import Case
from generator.checks.quiz import options
from generator.problems import Problem
from generator.rules import Rule

MOST = 15

RULE = Rule(
    "option-is-short",
    f"An option has at most {MOST} words.",
    "People who read slowly lose the first option while they read the last (standards Q8).",
    "Say it shorter; the feedback has room for the rest.",
    answerable=True,
)


def check(case: Case) -> Iterator[Problem]:
    """Count the words of each option, idea, step and side of a pair.

    Example:
        text: Stop where you are, breathe out once, look around, count to five, and then speak in a calm voice.

    Better:
        text: Stop, breathe out, and speak in a calm voice.
    """
    for path, text in options(case.module.quiz):
        count = len(text.words.split())
        if count > MOST:
            yield case.problem(RULE, path, f"the option has {count} words; the most is {MOST}")

"""No option stands for the others."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.case import Case
from generator.course import walk
from generator.problems import Problem
from generator.reading import is_english
from generator.rules import Rule
from generator.schema.questions.could_help import Idea
from generator.schema.questions.option import Option

RULE = Rule(
    "option-is-not-all-of-the-above",
    "No option says “all of the above” or “none of these”.",
    "Options are shown in another order, so nothing is above; and it tests logic, not the skill (standards Q4).",
    "Use several_answers, or write a real option.",
    answerable=True,
)
_ABOVE = re.compile(
    r"\b(?:all|none|any|both|neither|each|either) of the above\b|^(?:all|none|any|both|neither) of (?:these|them)\W*$",
    re.IGNORECASE,
)


def check(case: Case) -> Iterator[Problem]:
    """Find options that point to other options; English alone.

    Example:
        text: All of the above

    Better:
        text: Take a slow walk.
    """
    if not is_english(case.frame.language):
        return
    for path, option in walk(case.module.quiz, ("quiz",)):
        if isinstance(option, (Option, Idea)) and _ABOVE.search(option.text.words):
            message = f"“{option.text.words}” is no option of its own; write one, or use several_answers"
            yield case.problem(RULE, (*path, "text"), message)

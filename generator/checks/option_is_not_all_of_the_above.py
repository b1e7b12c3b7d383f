"""No option stands for the others."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.case import Case
from generator.course import walk
from generator.problems import Problem
from generator.reading import main_language
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
_ABOVE = {
    "en": re.compile(
        r"\b(?:all|none|any|both|neither|each|either) of the above\b|^(?:all|none|any|both|neither) of (?:these|them)\W*$",
        re.IGNORECASE,
    ),
    "es": re.compile(
        r"\b(?:tod[oa]s|ningun[oa]|ambas|ambos|cualquiera|cada una?) (?:de )?(?:l[oa]s )?anteriores\b|\btodo lo anterior\b"
        r"|\bnada de lo anterior\b|^(?:tod[oa]s|ningun[oa]|ambas|ambos|cualquiera) (?:de )?(?:est[oa]s|ell[oa]s)\W*$",
        re.IGNORECASE,
    ),
}


def check(case: Case) -> Iterator[Problem]:
    """Find options that point to other options, in English and Spanish.

    Example:
        text: All of the above

    Better:
        text: Take a slow walk.
    """
    for path, option in walk(case.module.quiz, ("quiz",)):
        if isinstance(option, (Option, Idea)) and points_to_others(option.text.words, case.frame.language):
            message = f"“{option.text.words}” is no option of its own; write one, or use several_answers"
            yield case.problem(RULE, (*path, "text"), message)


def points_to_others(text: str, language: str) -> bool:
    """Whether an option stands for others; False in languages that nobody wrote patterns for."""
    above = _ABOVE.get(main_language(language))
    return above is not None and above.search(text) is not None

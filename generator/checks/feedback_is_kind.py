"""Feedback of the quiz shames nobody, alarms nobody, and keeps no score."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.case import Case
from generator.checks.quiz import FEEDBACK
from generator.checks.word_is_person_first import avoided_in
from generator.problems import Problem
from generator.rules import Rule

RULE = Rule(
    "feedback-is-kind",
    "Feedback has none of the words that words.yml lists with `where: feedback`.",
    "Who is shamed stops learning, and may stop coming (standards Q3).",
    "Say “Not quite”, what is right in it, and why.",
    also=("warning",),
    answerable=True,
)


def check(case: Case) -> Iterator[Problem]:
    """Find words of the list, in the module's language.

    Example:
        feedback: Wrong! Obviously you failed.

    Better:
        feedback: Not quite. A craving can feel like that, but most urges fade.
    """
    for path, message, level, found in avoided_in(case.said, case.frame.words, case.frame.language, "feedback"):
        if path[0] == "quiz" and path[-1] in FEEDBACK:
            yield case.problem(RULE, path, message, level, about=found)

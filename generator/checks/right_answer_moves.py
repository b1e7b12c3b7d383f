"""The right option does not always stand in the same place."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.case import Case
from generator.problems import Problem
from generator.rules import Rule
from generator.schema.questions.one_answer import OneAnswer

FROM_QUESTIONS = 3

RULE = Rule(
    "right-answer-moves",
    "The right options of a module's one_answer questions stand at different places.",
    "Readers see the options shuffled, but whoever reads the file aloud does not (standards Q5).",
    "Move the right option of one of the questions.",
    "warning",
    answerable=True,
)


def check(case: Case) -> Iterator[Problem]:
    """Find a quiz of three or more one_answer questions with the right option always at one place.

    Example:
        quiz:
          - kind: one_answer
            options:
              - text: This one
                right: true

    Better:
        quiz:
          - kind: one_answer
            options:
              - text: That one
              - text: This one
                right: true
    """
    places = [
        [option.right for option in question.options].index(True)
        for question in case.module.quiz
        if isinstance(question, OneAnswer)
    ]
    if len(places) >= FROM_QUESTIONS and len(set(places)) == 1:
        message = f"the right option is number {places[0] + 1} in all {len(places)} one_answer questions; move one"
        yield case.problem(RULE, ("quiz",), message)

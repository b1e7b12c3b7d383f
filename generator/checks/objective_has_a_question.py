"""Every objective is asked about in the quiz."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.case import Case
from generator.problems import Problem
from generator.rules import Rule

RULE = Rule(
    "objective-has-a-question",
    "Each objective has a question in the quiz.",
    "What is not asked is not remembered (standards Q1).",
    "Add a question for the objective.",
)


def check(case: Case) -> Iterator[Problem]:
    """Find objectives that no question names.

    Example:
        - id: never-asked
          text: Name one thing.

    Better:
        - kind: reflection
          id: one-thing
          objective: never-asked
          ask: What is one thing?
          feedback: There is no right answer.
    """
    asked = {question.objective for question in case.module.quiz}
    for index, objective in enumerate(case.module.objectives):
        if objective.id not in asked:
            message = f"no question of the quiz asks about the objective '{objective.id}'"
            yield case.problem(RULE, ("objectives", index, "id"), message)

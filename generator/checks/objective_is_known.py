"""Every question belongs to one of the module's objectives."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.case import Case
from generator.problems import Problem, did_you_mean
from generator.rules import Rule

RULE = Rule(
    "objective-is-known",
    "Each question names one of the module's objectives.",
    "A question that belongs to no objective tests something nobody taught (standards Q1).",
    "Correct the id of the objective.",
)


def check(case: Case) -> Iterator[Problem]:
    """Find questions whose objective is not there.

    Example:
        objective: rate-a-cravin

    Better:
        objective: rate-a-craving
    """
    known = {objective.id for objective in case.module.objectives}
    for index, question in enumerate(case.module.quiz):
        if question.objective not in known:
            message = f"unknown objective '{question.objective}'{did_you_mean(question.objective, known)}"
            yield case.problem(RULE, ("quiz", index, "objective"), message)

"""Every picture that a block or field shows is one of the module's pictures."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.case import Case
from generator.problems import Problem, did_you_mean
from generator.rules import Rule

RULE = Rule(
    "picture-is-known",
    "Each picture that is shown stands under the module's `pictures`.",
    "A missing picture leaves a hole in the page and on paper.",
    "Correct the id, or add the picture.",
)


def check(case: Case) -> Iterator[Problem]:
    """Find picture ids that the module does not have.

    Example:
        kind: picture
        picture: craving-wav

    Better:
        kind: picture
        picture: craving-wave
    """
    known = {picture.id for picture in case.module.pictures}
    for path, value in case.values:
        if path and path[-1] == "picture" and value not in known:
            yield case.problem(RULE, path, f"unknown picture '{value}'{did_you_mean(value, known)}")

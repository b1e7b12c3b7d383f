"""Every picture of a module is shown somewhere in it."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.case import Case
from generator.problems import Problem
from generator.rules import Rule

RULE = Rule(
    "picture-is-used",
    "Each picture is shown by a block or a worksheet field.",
    "A picture that nobody sees was forgotten, or its place was lost.",
    "Place it with a `picture` block, or delete it.",
)


def check(case: Case) -> Iterator[Problem]:
    """Find pictures that nothing shows.

    Example:
        pictures:
          - kind: wave
            id: never-shown

    Better:
        - kind: picture
          picture: craving-wave
    """
    shown = {value for path, value in case.values if path and path[-1] == "picture"}
    for index, picture in enumerate(case.module.pictures):
        if picture.id not in shown:
            yield case.problem(RULE, ("pictures", index, "id"), f"nothing shows the picture '{picture.id}'")

"""A module carries each safety message that safety.yml gives it."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.case import Case
from generator.problems import Problem
from generator.rules import Rule

RULE = Rule(
    "safety-message-is-carried",
    "A module lists each safety message whose `modules` in safety.yml name it.",
    "Whoever reads this module needs that message, and nobody may drop it by accident (standards SF-1).",
    "Add the id to the module's `safety`.",
)


def check(case: Case) -> Iterator[Problem]:
    """Find messages that safety.yml gives to the module and its list lacks.

    The message that stands everywhere is printed by the program and need not be listed.

    Example:
        id: stress
        safety: [S-CRISIS, S-BODY]

    Better:
        id: stress
        safety: [S-CRISIS, S-BODY, S-SUICIDE]
    """
    for id_, message in case.frame.safety.messages.items():
        asked_for = case.module.id in message.modules and id_ != case.frame.safety.everywhere
        if asked_for and id_ not in case.module.safety:
            yield case.problem(RULE, ("safety",), f"safety.yml gives '{id_}' to this module; add it to `safety`")

"""Every safety message that a module names is in safety.yml, and one that is placed is also listed."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.case import Case
from generator.course import walk
from generator.problems import Problem, did_you_mean
from generator.rules import Rule
from generator.schema.blocks.safety import SafetyBlock

RULE = Rule(
    "safety-message-is-known",
    "Each safety message stands in safety.yml, and under the module's `safety` if a block places it.",
    "A safety message that is left out can cost a life (standards SF-1).",
    "Correct the id, or add it to the module's `safety`.",
)


def check(case: Case) -> Iterator[Problem]:
    """Find messages that safety.yml does not have, and placed ones that the module does not list.

    Example:
        safety: [S-CRISIS, S-TOLERANSE]

    Better:
        safety: [S-CRISIS, S-TOLERANCE]
    """
    known = case.frame.safety.messages
    for index, id_ in enumerate(case.module.safety):
        if id_ not in known:
            yield case.problem(RULE, ("safety", index), f"unknown safety message '{id_}'{did_you_mean(id_, known)}")
    for path, block in walk(case.module.lesson, ("lesson",)):
        if not isinstance(block, SafetyBlock):
            continue
        id_ = block.message
        if id_ not in known:
            yield case.problem(RULE, (*path, "message"), f"unknown safety message '{id_}'{did_you_mean(id_, known)}")
        elif id_ not in case.module.safety:
            message = f"the safety message '{id_}' is placed here; add it to the module's `safety`"
            yield case.problem(RULE, (*path, "message"), message)

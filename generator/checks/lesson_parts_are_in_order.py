"""The lesson goes from what over why and how to practice."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.case import Case
from generator.problems import Problem
from generator.rules import Rule

RULE = Rule(
    "lesson-parts-are-in-order",
    "The sections come in the order what, why, how, practice, and each part is there.",
    "People follow an order they can foresee (PEMAT-P item 10).",
    "Move the section, or add one for the part that is missing.",
)
ORDER = ("what", "why", "how", "practice")


def check(case: Case) -> Iterator[Problem]:
    """Find sections that stand too late, and parts without a section.

    Example:
        - part: how
          heading: Slow down first
        - part: why
          heading: Calm helps you choose

    Better:
        - part: why
          heading: Calm helps you choose
        - part: how
          heading: Slow down first
    """
    furthest = ORDER[0]
    for index, section in enumerate(case.module.lesson):
        if ORDER.index(section.part) < ORDER.index(furthest):
            message = f"a '{section.part}' section stands after '{furthest}'; the order is {', '.join(ORDER)}"
            yield case.problem(RULE, ("lesson", index, "part"), message)
        else:
            furthest = section.part
    there = {section.part for section in case.module.lesson}
    for part in ORDER:
        if part not in there:
            yield case.problem(RULE, ("lesson",), f"the lesson has no section with `part: {part}`")

"""The group session follows the rule of thirds: 90 minutes, a third each for check-in, topic and wrap-up."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from generator.checks.case import Case
from generator.problems import Problem
from generator.rules import Rule
from generator.source import Path

RULE = Rule(
    "timetable-is-by-thirds",
    "The parts come in the order opening, check_in, topic, wrap_up, closing and take 90 minutes in all.",
    "A third for people, a third for the topic, a third for what they take home (the Matrix model's rule of thirds).",
    "Move or add a part, or change its minutes.",
)
ORDER = ("opening", "check_in", "topic", "wrap_up", "closing")
WHOLE = 90
ROOM = {"opening": (3, 5), "check_in": (20, 35), "topic": (20, 35), "wrap_up": (20, 35), "closing": (3, 5)}
_PLACE: Path = ("guide", "timetable")


def check(case: Case) -> Iterator[Problem]:
    """Find parts out of order, and minutes that do not fit; a third may be cut into several parts.

    Example:
        - part: opening
          minutes: 20

    Better:
        - part: opening
          minutes: 5
    """
    parts = case.module.guide.timetable
    order = tuple(part for part, _ in groupby(part.part for part in parts))
    if order != ORDER:
        yield case.problem(RULE, _PLACE, f"the parts are {', '.join(order)}; the order is {', '.join(ORDER)}")
    whole = sum(part.minutes for part in parts)
    if whole != WHOLE:
        yield case.problem(RULE, _PLACE, f"the parts take {whole} minutes; a session has {WHOLE}")
    for name, (least, most) in ROOM.items():
        minutes = [part.minutes for part in parts if part.part == name]
        if minutes and not least <= sum(minutes) <= most:
            first = next(index for index, part in enumerate(parts) if part.part == name)
            message = f"'{name}' takes {sum(minutes)} minutes; {least} to {most} are right"
            yield case.problem(RULE, (*_PLACE, first, "minutes"), message)

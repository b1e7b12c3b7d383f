"""The minutes of a module fit its words and its worksheets."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil, floor

from generator.checks.case import Case
from generator.problems import Problem
from generator.rules import Rule
from generator.schema.blocks.try_this import TryThis

FEWEST_WORDS = 300
"""Of a shorter lesson it is said elsewhere that it is too short."""

SLOW, QUICK = 60, 200
"""Words a minute, of somebody who reads slowly and of somebody who reads quickly."""

RULE = Rule(
    "minutes-add-up",
    "A module's `minutes` are enough to read the lesson and do its exercises, and not more than with all worksheets; "
    "a worksheet fits the topic's part of the session.",
    "People plan a bus and a babysitter by it (standards T6: no surprises).",
    "Correct the minutes.",
    "warning",
    answerable=True,
)


def check(case: Case) -> Iterator[Problem]:
    """Compare the minutes with the words of the lesson, its exercises and the guide's timetable.

    Example:
        minutes: 90

    Better:
        minutes: 20
    """
    module = case.module
    words = sum(len(text.split()) for path, text in case.wording if path[0] == "lesson")
    blocks = [block for section in module.lesson for block in section.blocks]
    practice = sum(block.minutes or 0 for block in blocks if isinstance(block, TryThis))
    least = floor(words / QUICK + practice)
    most = ceil(words / SLOW + practice + sum(sheet.minutes for sheet in module.worksheets))
    if words >= FEWEST_WORDS and not least <= module.minutes <= most:
        said = f"the lesson's {words:,} words, its exercises and the worksheets take {least} to {most} minutes"
        yield case.problem(RULE, ("minutes",), f"{module.minutes} minutes; {said}")
    topic = sum(part.minutes for part in module.guide.timetable if part.part == "topic")
    for index, sheet in enumerate(module.worksheets):
        if sheet.minutes > topic > 0:
            said = f"the worksheet takes {sheet.minutes} minutes; the topic has {topic} in the guide's timetable"
            yield case.problem(RULE, ("worksheets", index, "minutes"), said)

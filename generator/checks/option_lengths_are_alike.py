"""The right option does not stand out by its length."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.case import Case
from generator.problems import Problem
from generator.rules import Rule
from generator.schema.questions.one_answer import OneAnswer

TIMES, FROM_WORDS = 2.5, 8

RULE = Rule(
    "option-lengths-are-alike",
    f"The right option has at most {TIMES} times as many words as the others on average.",
    "Otherwise people choose the longest and learn nothing (haladyna-2002, standards Q4).",
    "Shorten the right option, or say more in the others.",
    "warning",
    answerable=True,
)


def check(case: Case) -> Iterator[Problem]:
    """Find right options that are much longer than the rest.

    Example:
        options:
          - text: Wait, breathe out slowly, call one person you trust, and leave.
            right: true
          - text: Argue.

    Better:
        options:
          - text: Wait, and call one person you trust.
            right: true
          - text: Stay, and argue until it is settled.
    """
    for index, question in enumerate(case.module.quiz):
        if not isinstance(question, OneAnswer):
            continue
        right = next(number for number, option in enumerate(question.options) if option.right)
        words = [len(option.text.words.split()) for option in question.options]
        others = (sum(words) - words[right]) / (len(words) - 1)
        if words[right] > FROM_WORDS and words[right] > TIMES * others:
            message = f"the right option has {words[right]} words, the others {others:.0f} on average"
            yield case.problem(RULE, ("quiz", index, "options", right, "text"), message)

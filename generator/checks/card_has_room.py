"""A wallet card has room for five lines to write on."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.case import Case
from generator.course import walk
from generator.problems import Problem
from generator.rules import Rule
from generator.schema.fields.wallet_card import WalletCard

MOST = 5

RULE = Rule(
    "card-has-room",
    f"A wallet card has at most {MOST} lines to write on.",
    "It is 85 × 54 mm, the crisis line is on it too, and a line takes 8 mm.",
    "Take a line out, or give `lines: 1`.",
)


def check(case: Case) -> Iterator[Problem]:
    """Find cards with more lines than they have room for.

    Example:
        kind: wallet_card
        card_lines:
          - id: call
            label: I will call
            lines: 2
    """
    for path, field in walk(case.module.worksheets, ("worksheets",)):
        if isinstance(field, WalletCard):
            lines = sum(line.lines for line in field.card_lines)
            if lines > MOST:
                yield case.problem(RULE, (*path, "card_lines"), f"the card has {lines} lines; there is room for {MOST}")

"""Every letter of a module has a shape in the fonts of the printed sheets."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.case import Case
from generator.letters import named, not_printable
from generator.problems import Problem
from generator.rules import Rule

RULE = Rule(
    "letter-can-be-printed",
    "Each letter has a shape in the fonts of the printed sheets.",
    "A letter without one would be an empty box on paper, and PDF/UA refuses it; symbols such as emoji also read badly aloud.",
    "Say it in words.",
)


def check(case: Case) -> Iterator[Problem]:
    """Find letters that cannot be printed.

    Example:
        title: Well done 🎉

    Better:
        title: Well done
    """
    for path, text in case.wording:
        letter = not_printable(text)
        if letter:
            yield case.problem(RULE, path, f"{named(letter)} cannot be printed; say it in words")

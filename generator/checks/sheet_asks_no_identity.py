"""No worksheet asks who somebody is."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.case import Case
from generator.checks.word_is_person_first import avoided_in
from generator.problems import Problem
from generator.rules import Rule

RULE = Rule(
    "sheet-asks-no-identity",
    "A worksheet has none of the words that words.yml lists with `where: worksheets`, as “date of birth”.",
    "A sheet that is found must not say who is in treatment (standards P5, 42 CFR Part 2).",
    "Take the line out; first names or initials are enough.",
    also=("warning",),
    answerable=True,
)


def check(case: Case) -> Iterator[Problem]:
    """Find words of the list, in the module's language.

    Example:
        label: Full name and date of birth

    Better:
        label: My first name or initials
    """
    for path, message, level, found in avoided_in(case.said, case.frame.words, case.frame.language, "worksheets"):
        if path[0] == "worksheets":
            yield case.problem(RULE, path, message, level, about=found)

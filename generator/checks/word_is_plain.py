"""Patient text has no idiom, double negative or talk about patients."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.case import Case
from generator.checks.word_is_person_first import avoided_in
from generator.problems import Problem
from generator.reading import PATIENT_PARTS
from generator.rules import Rule

RULE = Rule(
    "word-is-plain",
    "Patient text has none of the words that words.yml lists with `where: patients`.",
    "Idioms and double negatives do not translate, and readers want to be spoken to (standards R6, PEMAT-P item 21).",
    "Use one of the words that the message names.",
    "warning",
    also=("error",),
    answerable=True,
)


def check(case: Case) -> Iterator[Problem]:
    """Find words of the list, in the module's language.

    Example:
        text: It is not uncommon to fall off the wagon.

    Better:
        text: It is common to use again.
    """
    for path, message, level, found in avoided_in(case.said, case.frame.words, case.frame.language, "patients"):
        if path[0] in PATIENT_PARTS:
            yield case.problem(RULE, path, message, level, about=found)

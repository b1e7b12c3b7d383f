"""A translation says who made it."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.case import Case
from generator.problems import Problem
from generator.rules import Rule

RULE = Rule(
    "translation-names-its-translator",
    "A module in a language other than the course's first has `review.translated_by`.",
    "Readers and reviewers need to know who stands for the words of a translation (standards TR3 and G1).",
    "Write `translated_by:` with name and role under `written_by`; the first language's files do without.",
)


def check(case: Case) -> Iterator[Problem]:
    """Find a translation without its translator, and a translator where nothing was translated.

    Example:
        review:
          status: draft
          next_review: 2027-11

    Better:
        review:
          status: draft
          translated_by:
            name: Rosa Lima
            role: translator
          next_review: 2027-11
    """
    first = case.frame.spec.languages[0]
    named = case.module.review.translated_by is not None
    if case.frame.language != first and not named:
        yield case.problem(RULE, ("review",), f"this is a translation from '{first}', and nobody is named who made it")
    if case.frame.language == first and named:
        said = f"'{first}' is the course's first language, so nothing was translated; take this out"
        yield case.problem(RULE, ("review", "translated_by"), said)

"""Nobody is named who is nobody."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.case import Case
from generator.problems import Problem
from generator.reviews.somebody import is_nobody, is_placeholder
from generator.rules import Rule
from generator.schema.module import Review
from generator.source import shown

RULE = Rule(
    "review-is-honest",
    "Whoever is named as author or translator is somebody: no `TODO`, no `Name`, no `x`.",
    "Readers and reviewers hold on to the names on a page; a placeholder is a claim that nobody stands for"
    " (standards G1, G2).",
    "Write who did the work: a person, or the team that answers for it.",
)
NAMED = ("written_by", "translated_by")


def check(case: Case) -> Iterator[Problem]:
    """Find names that are nobody's.

    Example:
        status: draft
        written_by:
          name: TODO
          role: authors
        next_review: 2027-11

    Better:
        status: draft
        written_by:
          name: The course team of the clinic
          role: authors
        next_review: 2027-11
    """
    for path, message in nobodies(case.module.review):
        yield case.problem(RULE, ("review", *path), message)


def nobodies(review: Review) -> Iterator[tuple[tuple[str, ...], str]]:
    """Each placeholder within a review, of a module or of an overlay: where it stands, and a sentence."""
    for key in NAMED:
        person = getattr(review, key)
        if person and is_nobody(person.name):
            yield (key, "name"), f"'{shown(person.name)}' is nobody's name"
        if person and is_placeholder(person.role):
            yield (key, "role"), f"'{shown(person.role)}' is nobody's role"

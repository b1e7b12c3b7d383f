"""Sentences of patient text have at most twenty words."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.case import Case
from generator.problems import Problem
from generator.rules import Rule

MOST = 20

RULE = Rule(
    "sentence-is-short",
    f"A sentence that patients read has at most {MOST} words.",
    "One idea a sentence is easier to follow (standards R3).",
    "Cut it in two.",
)


def check(case: Case) -> Iterator[Problem]:
    """Find sentences that are too long.

    Example:
        text: >-
          When the feeling comes and you are at home or at work or on the way,
          then look at the list that you made and choose one thing from it.
    """
    for sentence in case.sentences:
        if len(sentence.words) > MOST:
            start = " ".join(sentence.text.split()[:5])
            message = f"the sentence “{start} …” has {len(sentence.words)} words; the most is {MOST}"
            yield case.problem(RULE, sentence.path, message)

"""Sentences of patient text have at most twenty words, and twelve on average."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.case import Case
from generator.problems import Problem
from generator.rules import Rule

MOST, ON_AVERAGE = 20, 12

RULE = Rule(
    "sentence-is-short",
    f"A sentence that patients read has at most {MOST} words, and {ON_AVERAGE} on average.",
    "One idea a sentence is easier to follow (standards R3).",
    "Cut it in two.",
    answerable=True,
)


def check(case: Case) -> Iterator[Problem]:
    """Find sentences that are too long.

    Example:
        text: >-
          When the feeling comes and you are at home or at work or on the way,
          then look at the list that you made and choose one thing from it.

    Better:
        text: >-
          When the feeling comes, look at the list that you made.
          Choose one thing from it.
    """
    for sentence in case.sentences:
        if len(sentence.words) > MOST:
            start = " ".join(sentence.text.split()[:5])
            message = f"the sentence “{start} …” has {len(sentence.words)} words; the most is {MOST}"
            yield case.problem(RULE, sentence.path, message, about=sentence.text)
    words = sum(len(sentence.words) for sentence in case.sentences)
    average = words / max(1, len(case.sentences))
    if round(average, 1) > ON_AVERAGE:
        yield case.problem(RULE, (), f"a sentence has {average:.1f} words on average; the most is {ON_AVERAGE}")

"""A lesson is long enough to teach and short enough to finish."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.case import Case
from generator.problems import Problem
from generator.rules import Rule

FEWEST, MOST = 700, 1_100
ROOM_FOR_OVERLAYS = 100
"""Words: a key point and a resource; without it no overlay could add to a lesson that is as long as it may be."""

RULE = Rule(
    "lesson-length-is-right",
    f"A lesson has {FEWEST} to {MOST:,} words, and at most {ROOM_FOR_OVERLAYS} more with overlays on it.",
    "That is one sitting of 10 to 15 minutes for people who read slowly.",
    "Shorten it, split it in two modules, or say more.",
    "warning",
    answerable=True,
)


def check(case: Case) -> Iterator[Problem]:
    """Count the words of all sections, headings and lists included.

    Example:
        lesson:
          - part: what
            heading: Too short
            blocks:
              - kind: key_idea
                text: This lesson has nine words, and that is few.

    Better:
        lesson:
          - part: what
            heading: Sections that have 700 to 1,100 words together
            blocks:
              - kind: key_idea
                text: This is one of many blocks.
    """
    count = sum(len(text.split()) for path, text in case.wording if path[0] == "lesson")
    most = MOST + ROOM_FOR_OVERLAYS * case.overlaid
    if not FEWEST <= count <= most:
        yield case.problem(RULE, ("lesson",), f"the lesson has {count:,} words; {FEWEST} to {most:,} are right")

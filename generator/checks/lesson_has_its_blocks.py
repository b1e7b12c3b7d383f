"""A lesson has a story, an exercise, a picture and all else that helps people use it."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.case import Case
from generator.problems import Problem
from generator.rules import Rule
from generator.source import Path

RULE = Rule(
    "lesson-has-its-blocks",
    "A lesson has a story, know, steps, try_this and picture block, and ends with its one remember block.",
    "What is known, a scene, steps, a picture, an action and a summary are what people keep (PEMAT-P, CDC index).",
    "Add the block that is missing; move `remember` to the end of the last section.",
)
NEEDED = ("story", "know", "steps", "try_this", "picture", "remember")


def check(case: Case) -> Iterator[Problem]:
    """Find kinds of block that are missing, and a summary that is doubled or not at the end.

    Example:
        - kind: remember
          points: [One, Two, Three]
        - kind: text
          text: One more thing.

    Better:
        - kind: text
          text: One more thing.
        - kind: remember
          points: [One, Two, Three]
    """
    kinds: list[tuple[Path, str]] = [
        (("lesson", number, "blocks", index), block.kind)
        for number, section in enumerate(case.module.lesson)
        for index, block in enumerate(section.blocks)
    ]
    for kind in NEEDED:
        if kind not in {kind for _, kind in kinds}:
            yield case.problem(RULE, ("lesson",), f"the lesson has no '{kind}' block")
    summaries = [path for path, kind in kinds if kind == "remember"]
    for path in summaries[1:]:
        line = case.line(summaries[0])
        yield case.problem(RULE, path, f"a second 'remember' block stands here; the first is in {line}")
    if len(summaries) == 1 and summaries[0] != kinds[-1][0]:
        yield case.problem(RULE, summaries[0], "the 'remember' block should be the last block of the lesson")

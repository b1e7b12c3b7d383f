"""A lesson on a hard topic begins with the word of warning and the right to pass."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.case import Case
from generator.problems import Problem
from generator.rules import Rule
from generator.schema.blocks.safety import SafetyBlock

RULE = Rule(
    "heads-up-comes-first",
    "A safety message with `comes_first: true` in safety.yml stands in the lesson's first section, before all other blocks.",
    "People decide whether to read on before it gets hard, not after (standards T2).",
    "Put its `safety` block at the beginning of the first section.",
)


def check(case: Case) -> Iterator[Problem]:
    """Find modules that carry such a message and do not begin with it.

    Example:
        - kind: text
          text: Some of this is hard.
        - kind: safety
          message: S-TRAUMA

    Better:
        - kind: safety
          message: S-TRAUMA
        - kind: text
          text: Some of this is hard.
    """
    known = case.frame.safety.messages
    wanted = [id_ for id_ in case.module.safety if id_ in known and known[id_].comes_first]
    begins = {block.message for block in case.module.lesson[0].blocks[: len(wanted)] if isinstance(block, SafetyBlock)}
    for id_ in wanted:
        if id_ not in begins:
            said = f"the lesson should begin with the message '{id_}'; put its `safety` block here"
            yield case.problem(RULE, ("lesson", 0, "blocks", 0), said)

"""What is said of a danger rests on more than single studies."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.case import Case
from generator.checks.safety_message_is_triggered import dangers_in
from generator.problems import Problem
from generator.rules import Rule
from generator.wording import words_of

STRONG = ("guideline", "systematic review", "expert consensus")

RULE = Rule(
    "safety-claim-has-strong-evidence",
    "A block with sources that speaks of a danger cites a guideline, a systematic review or expert consensus.",
    "Safety facts need guideline level (standards G3). Much of what is known stands in consensus panels of SAMHSA and CDC; "
    "whether that is enough for this sentence is decided in the clinical review.",
    "Cite a guideline for it; single studies may stand beside it.",
)


def check(case: Case) -> Iterator[Problem]:
    """Find blocks whose words call for a safety message and whose sources are single studies alone.

    Example:
        - kind: text
          text: Heroin after a break can kill.
          sources: [one-small-trial-2001]

    Better:
        - kind: text
          text: Heroin after a break can kill.
          sources: [one-small-trial-2001, samhsa-tip63]
    """
    for number, section in enumerate(case.module.lesson):
        for index, block in enumerate(section.blocks):
            known = [case.frame.sources[id_] for id_ in getattr(block, "sources", ()) if id_ in case.frame.sources]
            if known and not any(work.evidence in STRONG for work in known):
                for message in dangers_in(words_of(block), case.frame)[:1]:
                    kinds = ", ".join(dict.fromkeys(work.evidence for work in known))
                    said = f"the block speaks of what '{message}' is for, and all it cites is: {kinds}"
                    yield case.problem(RULE, ("lesson", number, "blocks", index, "sources"), said)

"""What is said to be known, found or counted names where that is written."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.case import Case
from generator.problems import Problem
from generator.reading import main_language
from generator.rules import Rule
from generator.source import Path

RULE = Rule(
    "claim-has-a-source",
    "A block that says what studies or experts found, or how many people, names its `sources`.",
    "A claim that nobody can look up is a rumor (standards G3). The quiz and the guide say again what the lesson says, "
    "and the guide has `leader_sources`.",
    "Add `sources` to the block; a story, steps or a card have none, so say it in a `text` or `know` block.",
    answerable=True,
)
_PARTS = ("main_message", "for_whom", "today", "lesson")
_CLAIM = {
    "en": re.compile(
        r"\b(?:research|studies|study|experts?|scientists?|researchers?|surveys?|evidence) (?:\w+ ){0,1}"
        r"(?:shows?|showed|finds?|found|knows?|says?|said|suggests?|agrees?|reports?|proves?|tells?)\b"
        r"|\b(?:\d+|one|two|three|four) (?:in|out of) (?:every )?(?:\d+|two|three|four|five|ten|a hundred) (?:people|adults|of us|men|women|persons)\b"
        r"|\b\d+ ?(?:%|percent)",
        re.IGNORECASE,
    ),
    "es": re.compile(
        r"\b(?:investigaci[oó]n(?:es)?|estudios?|expert[oa]s?|científic[oa]s?|encuestas?) (?:\w+ ){0,1}"
        r"(?:muestran?|mostr\w+|encontr\w+|hall\w+|saben?|dicen?|dij\w+|indican?|sugieren?|demuestran?)\b"
        r"|\b(?:\d+|un[ao]?|dos|tres) de cada (?:\d+|dos|tres|cuatro|cinco|diez|cien)\b"
        r"|\b\d+ ?(?:%|por ciento)",
        re.IGNORECASE,
    ),
}


def check(case: Case) -> Iterator[Problem]:
    """Find claims whose block names no source, in English and Spanish.

    Example:
        text: Studies show that 1 in 10 people feel this way.

    Better:
        kind: text
        text: Studies show that 1 in 10 people feel this way.
        sources: [larimer-1999]
    """
    pattern = _CLAIM.get(main_language(case.frame.language))
    if pattern is None:
        return
    sourced = {path[:-2] for path, _ in case.values if len(path) > 2 and path[-2] == "sources"}
    for path, text in case.wording:
        if path[0] in _PARTS and (found := pattern.search(text)) and not _within(path, sourced):
            yield case.problem(RULE, path, f"“{found.group()}” is a claim; name its `sources`")


def _within(path: Path, sourced: set[Path]) -> bool:
    return any(path[:length] in sourced for length in range(2, len(path)))

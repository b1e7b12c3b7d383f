"""Words that call for a safety message have it (standards section 6, content triggers)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.checks.case import Case
from generator.problems import Problem
from generator.reading import PATIENT_PARTS, is_english, split_sentences
from generator.rules import Rule
from generator.source import Path

RULE = Rule(
    "safety-message-is-triggered",
    "Patient text that speaks of a danger carries the safety message for it.",
    "Stopping alcohol alone, lost tolerance or a missed medicine can kill (standards section 6).",
    "Add the message to the module's `safety`; a `safety` block places it near the words.",
)


@dataclass(frozen=True, slots=True)
class Trigger:
    """Words that have to meet in one sentence, and the messages they call for."""

    words: tuple[re.Pattern[str], ...]
    messages: tuple[str, ...]


def _trigger(*words: str, needs: tuple[str, ...]) -> Trigger:
    return Trigger(tuple(re.compile(rf"\b(?:{word})\b", re.IGNORECASE) for word in words), needs)


# Narrower than the standards' list: “sleep”, “die”, “limits” or “exercise” alone stand in harmless text too often.
_STOP = r"(?:stop|quit)(?:s|ped|ping|ting)?(?! and\b)(?! to\b)|detox\w*"
_BREAK = r"stop(?:s|ped|ping)?|breaks?|relaps\w+|slips?|slipped|releas\w+|away from"
_MUSCLES = r"muscle relaxation|(?:tense|squeeze|relax|loosen) (?:\w+ ){0,2}muscles?"
TRIGGERS = (
    _trigger("alcohol", _STOP, needs=("S-WITHDRAWAL",)),
    _trigger("(?:stop|quit)(?:ped|ping|ting)? drinking", needs=("S-WITHDRAWAL",)),
    _trigger("benzodiazepines?|benzos?|Xanax|Klonopin|Valium|Ativan", needs=("S-WITHDRAWAL",)),
    _trigger("opioids?|heroin|fentanyl", _BREAK, needs=("S-TOLERANCE", "S-NALOXONE")),
    _trigger("methadone|buprenorphine|naltrexone|antidepressants?|medicines?|medications?", needs=("S-MEDS",)),
    _trigger("suicid(?:e|al)", needs=("S-SUICIDE",)),
    _trigger(r"pregnan\w+", needs=("S-PREGNANCY",)),
    _trigger(rf"slow breathing|breathe slowly|body scan|{_MUSCLES}", needs=("S-BODY",)),
)

# One search for the first words of all triggers; most sentences have none of them.
_ANY = re.compile("|".join(trigger.words[0].pattern for trigger in TRIGGERS), re.IGNORECASE)


def check(case: Case) -> Iterator[Problem]:
    """Find the first place of each danger whose message the module lacks; English only, and only messages that exist.

    Example:
        text: Ask about medicine before you change the dose.
    """
    if not is_english(case.frame.language):
        return
    wanted = set(case.frame.safety.messages) - set(case.module.safety)
    for path, sentence in _sentences(case):
        for trigger in TRIGGERS if _ANY.search(sentence) else ():
            met = [word.search(sentence) for word in trigger.words]
            for id_ in trigger.messages if all(met) else ():
                if id_ in wanted:
                    words = "” with “".join(found.group() for found in met if found)
                    yield case.problem(RULE, path, f"“{words}” calls for '{id_}'; add it to the module's `safety`")
                    wanted.remove(id_)


def _sentences(case: Case) -> Iterator[tuple[Path, str]]:
    for path, text in case.wording:
        if path[0] in PATIENT_PARTS:
            for sentence in split_sentences(text):
                yield path, sentence

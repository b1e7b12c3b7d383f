"""Words that call for a safety message have it (standards section 6, content triggers)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from generator.checks.case import Case
from generator.checks.word_is_person_first import folded
from generator.problems import Problem
from generator.reading import PATIENT_PARTS, main_language, split_sentences
from generator.rules import Rule
from generator.schema.safety import Message, Trigger
from generator.source import Path

RULE = Rule(
    "safety-message-is-triggered",
    "Patient text that speaks of a danger carries the safety message for it; the words are the `triggers` of safety.yml.",
    "Stopping alcohol alone, lost tolerance or a missed medicine can kill (standards section 6).",
    "Add the message to the module's `safety`; a `safety` block places it near the words.",
)


@dataclass(frozen=True, slots=True)
class Compiled:
    """A trigger of one message, ready to be looked for in text without accents."""

    message: str
    words: tuple[re.Pattern[str], ...]
    """All have to be found in one sentence."""
    harmless: re.Pattern[str] | None


def check(case: Case) -> Iterator[Problem]:
    """Find the first place of each danger whose message the module lacks.

    Example:
        text: Ask about medicine before you change the dose.
    """
    triggers, any_word = _compiled(triggers_in(case.frame.safety.messages, case.frame.language))
    lacking = {trigger.message for trigger in triggers} - set(case.module.safety)
    if not lacking:
        return
    for path, sentence in _sentences(case, any_word):
        for trigger in triggers:
            words = _met(trigger, sentence) if trigger.message in lacking else ()
            if words:
                said = f"“{'” with “'.join(words)}” calls for '{trigger.message}'; add it to the module's `safety`"
                yield case.problem(RULE, path, said)
                lacking.remove(trigger.message)


def triggers_in(messages: Mapping[str, Message], language: str) -> tuple[tuple[str, Trigger], ...]:
    """The triggers of a language, each with the id of its message; those of `es` serve `es-US` too."""
    found = (
        (id_, message.triggers.get(language, message.triggers.get(main_language(language), ())))
        for id_, message in messages.items()
    )
    return tuple((id_, trigger) for id_, triggers in found for trigger in triggers)


@lru_cache(maxsize=100)
def _compiled(triggers: tuple[tuple[str, Trigger], ...]) -> tuple[tuple[Compiled, ...], re.Pattern[str]]:
    """The triggers, and one search for the first words of all of them; most texts have none of these."""
    compiled = tuple(
        Compiled(
            id_,
            tuple(_any_of(words) for words in (trigger.words, trigger.together_with) if words),
            _any_of(trigger.harmless) if trigger.harmless else None,
        )
        for id_, trigger in triggers
    )
    return compiled, _any_of(tuple(word for _, trigger in triggers for word in trigger.words))


def _any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    forms = (re.escape(folded(word)).replace(r"\*", r"\w*").replace(r"\ ", r"\s+") for word in words)
    return re.compile(rf"(?<!\w)(?:{'|'.join(forms)})(?!\w)", re.IGNORECASE)


def _met(trigger: Compiled, sentence: str) -> tuple[str, ...]:
    """The words of the trigger as the sentence has them; nothing if one of them is missing."""
    text = trigger.harmless.sub(" ", folded(sentence)) if trigger.harmless else folded(sentence)
    found = [words.search(text) for words in trigger.words]
    return tuple(one.group() for one in found if one) if all(found) else ()


def _sentences(case: Case, any_word: re.Pattern[str]) -> Iterator[tuple[Path, str]]:
    for path, text in case.wording:
        if path[0] in PATIENT_PARTS and any_word.search(folded(text)):
            for sentence in split_sentences(text):
                yield path, sentence

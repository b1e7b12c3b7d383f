"""Words that call for a safety message have it (standards section 6, content triggers)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from generator.checks.case import Case
from generator.course import Frame
from generator.problems import Problem
from generator.reading import PATIENT_PARTS, main_language, split_sentences
from generator.rules import Rule
from generator.schema.safety import Message, Trigger
from generator.source import Path
from generator.wording import Said, folded

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
    forms: tuple[str, ...]
    """Its first words in small letters, `pregnan` for `pregnan*`."""
    words: tuple[re.Pattern[str], ...]
    """All have to be found in one sentence."""
    harmless: re.Pattern[str] | None

    def may_stand_in(self, said: Said) -> bool:
        """Whether one of its first words may stand anywhere; most are in no text at all."""
        return any(form in said.whole for form in self.forms)

    def met(self, sentence: str) -> tuple[str, ...]:
        """The words of the trigger as the sentence has them; nothing if one of them is missing."""
        text = self.harmless.sub(" ", sentence) if self.harmless else sentence
        found = [words.search(text) for words in self.words]
        return tuple(one.group() for one in found if one) if all(found) else ()


def check(case: Case) -> Iterator[Problem]:
    """Find the first place of each danger whose message the module lacks.

    Example:
        text: Ask about medicine before you change the dose.

    Better:
        safety: [S-CRISIS, S-MEDS]
    """
    lacking = set(case.frame.safety.messages) - set(case.module.safety)
    triggers = [
        trigger for trigger in _of(case.frame) if trigger.message in lacking and trigger.may_stand_in(case.said)
    ]
    for path, sentence in _sentences(case, triggers):
        for trigger in triggers:
            words = trigger.met(sentence) if trigger.message in lacking else ()
            if words:
                said = f"“{'” with “'.join(words)}” calls for '{trigger.message}'; add it to the module's `safety`"
                yield case.problem(RULE, path, said)
                lacking.remove(trigger.message)


def dangers_in(text: str, frame: Frame) -> tuple[str, ...]:
    """The messages that a text calls for."""
    sentences = [folded(sentence) for sentence in split_sentences(text)]
    met = (trigger.message for trigger in _of(frame) if any(map(trigger.met, sentences)))
    return tuple(dict.fromkeys(met))


def triggers_in(messages: Mapping[str, Message], language: str) -> tuple[tuple[str, Trigger], ...]:
    """The triggers of a language, each with the id of its message; those of `es` serve `es-US` too."""
    found = (
        (id_, message.triggers.get(language, message.triggers.get(main_language(language), ())))
        for id_, message in messages.items()
    )
    return tuple((id_, trigger) for id_, triggers in found for trigger in triggers)


def _of(frame: Frame) -> tuple[Compiled, ...]:
    return _compiled(triggers_in(frame.safety.messages, frame.language))


@lru_cache(maxsize=100)
def _compiled(triggers: tuple[tuple[str, Trigger], ...]) -> tuple[Compiled, ...]:
    return tuple(
        Compiled(
            id_,
            tuple(folded(word).lower().rstrip("*") for word in trigger.words),
            tuple(_any_of(words) for words in (trigger.words, trigger.together_with) if words),
            _any_of(trigger.harmless) if trigger.harmless else None,
        )
        for id_, trigger in triggers
    )


def _any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    forms = (re.escape(folded(word)).replace(r"\*", r"\w*").replace(r"\ ", r"\s+") for word in words)
    return re.compile(rf"(?<!\w)(?:{'|'.join(forms)})(?!\w)", re.IGNORECASE)


def _sentences(case: Case, triggers: Sequence[Compiled]) -> Iterator[tuple[Path, str]]:
    """The sentences without accents of the texts in which one of the triggers' first words stands."""
    for path, _, bare in case.said.bare if triggers else ():
        if path[0] in PATIENT_PARTS and any(trigger.words[0].search(bare) for trigger in triggers):
            for sentence in split_sentences(bare):
                yield path, sentence

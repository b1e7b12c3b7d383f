"""safety.yml → what is wrong with its messages and phone numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from generator.checks.phone_number_is_not_typed import RULE as PHONE_NUMBER_IS_NOT_TYPED
from generator.checks.phone_number_is_not_typed import typed_number
from generator.checks.safety_message_is_known import RULE as SAFETY_MESSAGE_IS_KNOWN
from generator.checks.safety_message_is_triggered import triggers_in
from generator.course import with_numbers
from generator.problems import Level, Problem, Problems, did_you_mean, in_order
from generator.reading import is_english
from generator.rules import Rule
from generator.schema.safety import Message, SafetySpec
from generator.source import Document, Path
from generator.text import TextError, parse

NUMBER_IS_KNOWN = Rule(
    "number-is-known",
    "Each `{number}` in a safety message is one of the `numbers` of safety.yml.",
    "A safety message with a hole in place of its number helps nobody.",
    "Correct the id in the braces, or add the number.",
)
MESSAGE_IS_IN_EACH_LANGUAGE = Rule(
    "message-is-in-each-language",
    "Each safety message has a title and a text in each language of the course.",
    "A translation may never lose a safety message (standards SF-1). In the first language it has to be there; where "
    "another one lacks it, it is shown in the first, marked as that, and not everybody can read it.",
    "Add the text for the language.",
    also=("warning",),
)
NUMBER_IS_FRESH = Rule(
    "number-is-fresh",
    "Each phone number was verified within 180 days, and its `recheck_by` is not past.",
    "Helplines move and close; a dead number is worse than none (standards SF-2).",
    "Dial it, then set `verified_on`, `verified_how` and `recheck_by`.",
    also=("warning",),
)
TRIGGERS_ARE_THERE = Rule(
    "triggers-are-there",
    "Each language of the course has `triggers` in safety.yml.",
    "Without them nobody is told when a text speaks of a danger and lacks the message for it (standards section 6).",
    "Add the words of the language under `triggers` of the messages.",
    "warning",
)
SAFETY_TEXT_HAS_NO_CONTRACTION = Rule(
    "safety-text-has-no-contraction",
    "English safety messages have no contractions: “do not”, never “don’t”.",
    "The small “n’t” is overlooked, and then the message says the opposite (standards R4).",
    "Write both words out.",
)
SHARED_RULES = (
    NUMBER_IS_KNOWN,
    MESSAGE_IS_IN_EACH_LANGUAGE,
    NUMBER_IS_FRESH,
    TRIGGERS_ARE_THERE,
    SAFETY_TEXT_HAS_NO_CONTRACTION,
)

OLDEST = timedelta(days=180)
_CONTRACTION = re.compile(r"\b\w+n't\b|\b(?:i|you|we|they|he|she|it|that|there)'(?:m|re|ve|ll|d|s)\b", re.IGNORECASE)
_BRACES = re.compile(r"\{([^{}]*)\}")


def check_safety(spec: SafetySpec, document: Document, languages: Sequence[str]) -> Problems:
    """Find messages with a hole: an unknown number, a language that is missing; and unknown message ids.

    Example:
        messages:
          S-CRISIS:
            text:
              en: Call {lifelin} any time.
    """
    return in_order(
        (
            *_named_messages(spec, document),
            *_without_triggers(spec, document, languages),
            *(
                problem
                for id_, message in spec.messages.items()
                for problem in (
                    *_languages(id_, message, document, languages),
                    *_numbers(id_, message, document, spec),
                    *_contractions(id_, message, document),
                    *_unfilled(id_, message, document),
                    *_unreadable(id_, message, document, spec),
                )
            ),
        )
    )


def _named_messages(spec: SafetySpec, document: Document) -> Iterator[Problem]:
    named: list[tuple[Path, str]] = [(("everywhere",), spec.everywhere), (("worksheets",), spec.worksheets)]
    named += [(("help_page", index), id_) for index, id_ in enumerate(spec.help_page)]
    for path, id_ in named:
        if id_ not in spec.messages:
            message = f"unknown safety message '{id_}'{did_you_mean(id_, spec.messages)}"
            yield document.problem(path, message, SAFETY_MESSAGE_IS_KNOWN.id)


def _without_triggers(spec: SafetySpec, document: Document, languages: Sequence[str]) -> Iterator[Problem]:
    for language in languages:
        if not triggers_in(spec.messages, language):
            sentence = f"no message has `triggers` in the language '{language}', so no text is checked for dangers"
            yield Problem(document.path, *document.place(("messages",)), sentence, TRIGGERS_ARE_THERE.id, "warning")


def _languages(id_: str, message: Message, document: Document, languages: Sequence[str]) -> Iterator[Problem]:
    for key, there in (("title", message.title), ("text", message.text)):
        for language in languages:
            if language not in there and language.partition("-")[0] not in there:
                sentence = f"'{id_}' has no {key} in the language '{language}'"
                level: Level = "error" if language == languages[0] else "warning"
                yield document.problem(("messages", id_, key), sentence, MESSAGE_IS_IN_EACH_LANGUAGE.id, level)


def _numbers(id_: str, message: Message, document: Document, spec: SafetySpec) -> Iterator[Problem]:
    for path, text in _texts(id_, message):
        for number in _BRACES.findall(text):
            if number not in spec.numbers:
                sentence = f"unknown number '{{{number}}}'{did_you_mean(number, spec.numbers)}"
                yield document.problem(path, sentence, NUMBER_IS_KNOWN.id)
        typed = typed_number(text)
        if typed:
            sentence = f"the phone number '{typed}' is typed here; put it under `numbers` and write its id in braces"
            yield document.problem(path, sentence, PHONE_NUMBER_IS_NOT_TYPED.id)


def _contractions(id_: str, message: Message, document: Document) -> Iterator[Problem]:
    for path, text in _texts(id_, message):
        found = _CONTRACTION.search(text.replace("’", "'")) if is_english(str(path[-1])) else None
        if found:
            sentence = f"“{found.group()}” is short for two words; write both"
            yield document.problem(path, sentence, SAFETY_TEXT_HAS_NO_CONTRACTION.id)


def _unfilled(id_: str, message: Message, document: Document) -> Iterator[Problem]:
    for language, title in message.title.items():
        if _BRACES.search(title):
            sentence = "a title holds no number; write it in the text"
            yield document.problem(("messages", id_, "title", language), sentence, NUMBER_IS_KNOWN.id)


def _unreadable(id_: str, message: Message, document: Document, spec: SafetySpec) -> Iterator[Problem]:
    """Texts that are no longer simple Markdown once their numbers stand in them."""
    for key, texts in (("text", message.text), ("sheet_line", message.sheet_line)):
        for language, text in texts.items():
            if set(_BRACES.findall(text)) <= spec.numbers.keys():
                try:
                    parse(with_numbers(text, spec))
                except TextError as error:
                    sentence = f"with its numbers in it, this text cannot be read: {error}"
                    yield document.problem(("messages", id_, key, language), sentence, "text-is-simple-markdown")


def _texts(id_: str, message: Message) -> Iterator[tuple[Path, str]]:
    for key, texts in (("title", message.title), ("text", message.text), ("sheet_line", message.sheet_line)):
        for language, text in texts.items():
            yield ("messages", id_, key, language), str(text)


def check_numbers_are_fresh(spec: SafetySpec, document: Document, today: date) -> Problems:
    """Find numbers that nobody verified lately: past `recheck_by` warns, more than 180 days fail.

    Example:
        verified_on: 2024-01-01
        recheck_by: 2024-04-01
    """
    return in_order(problem for id_ in spec.numbers for problem in _age(id_, spec, document, today))


def _age(id_: str, spec: SafetySpec, document: Document, today: date) -> Iterator[Problem]:
    number, path = spec.numbers[id_], ("numbers", id_)
    verified, recheck = _day(number.verified_on), _day(number.recheck_by)
    for key, day in (("verified_on", verified), ("recheck_by", recheck)):
        if day is None:
            yield document.problem((*path, key), "the calendar has no such day", "value-has-the-right-form")
    if verified and today - verified > OLDEST:
        sentence = f"'{id_}' was verified {(today - verified).days} days ago; the most is {OLDEST.days}"
        yield document.problem((*path, "verified_on"), sentence, NUMBER_IS_FRESH.id)
    elif verified and verified > today:
        sentence = f"'{id_}' was verified on {verified}, and today is {today}"
        yield document.problem((*path, "verified_on"), sentence, NUMBER_IS_FRESH.id)
    elif recheck and recheck < today:
        place = document.place((*path, "recheck_by"))
        sentence = f"'{id_}' was to be verified again by {recheck}"
        yield Problem(document.path, *place, sentence, NUMBER_IS_FRESH.id, "warning")


def _day(written: str) -> date | None:
    """The day, or None for one that the calendar lacks, as 2027-02-30."""
    try:
        return date.fromisoformat(written)
    except ValueError:
        return None

"""Harmless text that looks like a mistake is left alone, and odd spellings of a mistake are found."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.checks.phone_number_is_not_typed import typed_number
from tests.cases.bench import changed, problems_of

TODAY = "today: Take one short pause before your next meal.\n"


def rules_of(text: str, tmp_path: Path, language: str = "en") -> set[str]:
    """The rules that speak up when `text` is today's task."""
    found = problems_of(changed(TODAY, f"today: {text}\n"), tmp_path, language)
    return {problem.rule for problem in found} - {"lesson-length-is-right", "translation-names-its-translator"}


HARMLESS = (
    "Rate it from 0 to 10, or 0–10.",
    "The group meets on 2027-11-21 at 17:30 in room 911B.",
    "It takes 10 minutes, 3 times.",
    "Most of the 1,000,000 people do.",
    "Stop and think. Then walk past the bar that sells alcohol.",
    "Let alcohol be, and stop to look at the sky.",
    "Take a break from the loud room.",
    "Your muscles get tight.",
    "The doctor listens to you.",
    "You do not have to tell your story.",
    "“You should smile,” they say.",
    "It is not that you should hurry.",
    "The mat is on the floor.",
    "A relapse is a return to use.",
    "An addiction can heal.",
    "Three is < 4 and 4 is > 3.",
)


@pytest.mark.parametrize("text", HARMLESS)
def test_harmless_text_is_left_alone(text: str, tmp_path: Path) -> None:
    quoted = "'" + text.replace("'", "''") + "'"
    assert rules_of(quoted, tmp_path) == set()


ODD = (
    ("Call 9-8-8.", "phone-number-is-not-typed"),
    ("Call **988** now.", "phone-number-is-not-typed"),
    ("Text START to 88788.", "phone-number-is-not-typed"),
    ("Many of us are ADDICTS.", "word-is-person-first"),
    ("Some say “addict” too.", "word-is-person-first"),
    ("Is it an addict’s choice?", "word-is-person-first"),
    ("You **must** go.", "word-is-person-first"),
    ("Do not quit alcohol alone.", "safety-message-is-triggered"),
    ("[Medicines](https://example.org/) can help.", "safety-message-is-triggered"),
    ("A <br> is shown.", "markup-is-not-left-over"),
    ("A [pause](javascript:go) is no link.", "markup-is-not-left-over"),
    ("A [pause](Term:pause) is no link.", "text-is-simple-markdown"),
)


@pytest.mark.parametrize(("text", "rule"), ODD)
def test_an_odd_spelling_is_found(text: str, rule: str, tmp_path: Path) -> None:
    assert rules_of(f"'{text}'", tmp_path) == {rule}


def test_english_word_lists_are_not_applied_to_spanish(tmp_path: Path) -> None:
    assert rules_of("Sin medicine, addict, you must.", tmp_path, "es") == set()


@pytest.mark.parametrize("text", ["Hable de su metadona.", "Las MEDICINAS ayudan.", "La metadoná ayuda."])
def test_spanish_words_call_for_a_message_by_the_course_s_own_list(text: str, tmp_path: Path) -> None:
    assert rules_of(text, tmp_path, "es-US") == {"safety-message-is-triggered"}


NUMBERS = (
    "1-800-662-4357",
    "1 800 662 4357",
    "800.662.4357",
    "(800) 662-4357",
    "1‑800‑662‑4357",
    "1-800-662-HELP",
    "+49 30 123456",
    "18006624357",
    "988",
    "911",
)


@pytest.mark.parametrize("number", NUMBERS)
def test_a_phone_number_is_found_in_any_form(number: str) -> None:
    assert typed_number(f"Call {number}, any time.")


NO_NUMBERS = ("0–10", "2026-11-21", "17:30", "1,100 words", "12.5", "NBK64093", "x988y", "9880", "5 4 3 2 1")


@pytest.mark.parametrize("text", NO_NUMBERS)
def test_other_numbers_are_no_phone_numbers(text: str) -> None:
    assert typed_number(f"See {text} here.") == ""

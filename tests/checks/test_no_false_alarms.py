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
    "Your doctor can cut your dose down when it is time.",
    "Take two minutes, or take one more.",
    "It takes 1,000 steps, at 17:30 or in version 1.",
    "The study group meets at 5. Find out what helps.",
    "One in the morning and two in the evening is fine.",
    "Ask about the intensive outpatient program (IOP). The IOP is free.",
    "Your tolerance, which means how much your body is used to, is lower.",
    "Be patient with yourself.",
    "CALL SOMEONE NOW.",
    "You are not alone without a plan.",
)


@pytest.mark.parametrize("text", HARMLESS)
def test_harmless_text_is_left_alone(text: str, tmp_path: Path) -> None:
    quoted = "'" + text.replace("'", "''") + "'"
    assert rules_of(quoted, tmp_path) == set()


ODD = (
    ("Call 9-8-8.", "phone-number-is-not-typed"),
    ("Call **988** now.", "phone-number-is-not-typed"),
    ("Text it to 88788.", "phone-number-is-not-typed"),
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


SPANISH = (
    "Sea paciente con usted.",
    "Su tolerancia es menor. Eso significa que su cuerpo aguanta menos.",
    "Tome dos minutos.",
    "Vaya a EE. UU. con su grupo de estudio.",
)


@pytest.mark.parametrize("text", SPANISH)
def test_harmless_spanish_is_left_alone(text: str, tmp_path: Path) -> None:
    assert rules_of(text, tmp_path, "es") - {"abbreviation-is-written-out"} == set()


ODD_SPANISH = (
    ("Su tolerancia es menor.", "term-is-explained"),
    ("Ayuda a 1 de cada 10 personas.", "claim-has-a-source"),
    ("Los estudios muestran que ayuda.", "claim-has-a-source"),
    ("Tome 20 mg.", "dose-is-not-given"),
    ("Baje la dosis a la mitad.", "dose-is-not-given"),
    ("Dura 2,5 minutos.", "number-is-whole"),
)


@pytest.mark.parametrize(("text", "rule"), ODD_SPANISH)
def test_an_odd_spanish_spelling_is_found(text: str, rule: str, tmp_path: Path) -> None:
    assert rules_of(f"'{text}'", tmp_path, "es") == {rule}


QUESTIONS = (
    ("en", "Which of these is not a sign?", True),
    ("en", "All of these are signs except one. Which?", True),
    ("en", "Which things raise the risk and are not his fault?", False),
    ("en", "What is the least he could do?", False),
    ("es", "¿Cuál de estas no es una señal?", True),
    ("es", "¿Cuáles NO son señales?", True),
    ("es", "¿Qué no puede controlar?", False),
)


@pytest.mark.parametrize(("language", "text", "told"), QUESTIONS)
def test_a_question_for_the_exception_is_told_from_others(language: str, text: str, told: bool, tmp_path: Path) -> None:
    found = problems_of(changed("    ask: A pause has to be long.\n", f"    ask: {text}\n"), tmp_path, language)
    assert ("question-asks-for-what-is" in {problem.rule for problem in found}) is told


HEADINGS = (
    ("en", "Part two", True),
    ("en", "The basics:", True),
    ("en", "Practice now, before the next urge", False),
    ("es", "Introducción", True),
    ("es", "Parte 3", True),
    ("es", "Practique una vez al día", False),
)


@pytest.mark.parametrize(("language", "heading", "told"), HEADINGS)
def test_a_heading_without_a_point_is_told_from_others(language: str, heading: str, told: bool, tmp_path: Path) -> None:
    text = changed("    heading: Fast is not always bad\n", f"    heading: '{heading}'\n")
    found = problems_of(text, tmp_path, language)
    assert ("heading-says-the-point" in {problem.rule for problem in found}) is told


def test_a_name_in_quotes_or_of_another_page_is_no_use_of_a_term(tmp_path: Path) -> None:
    card = "      - kind: key_idea\n        text: See the card “My pause” and [The long pause](module:slow-down).\n"
    text = changed("      - kind: text\n        text: |\n", f"{card}      - kind: text\n        text: |\n")
    assert "term-is-used" not in {problem.rule for problem in problems_of(text, tmp_path)}


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

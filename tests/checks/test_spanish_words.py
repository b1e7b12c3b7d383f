"""The shipped list of Spanish words: what it finds, and what it leaves alone."""

from __future__ import annotations

from functools import cache

import pytest

from generator.beside import read_spec
from generator.checks.word_is_person_first import avoided
from generator.schema.words import AvoidedWord, WordsSpec
from tests.conftest import ROOT


@cache
def shipped() -> tuple[AvoidedWord, ...]:
    """The words of the shipped course."""
    spec, _, _, problems = read_spec(ROOT / "modules", "words.yml", WordsSpec)
    assert spec is not None and not problems
    return spec.root


def levels(text: str) -> list[str]:
    """How grave what is found in a text is."""
    return [level for _, _, level, _ in avoided([((), text)], shipped(), "es")]


@pytest.mark.parametrize(
    "text",
    [
        "Muchos adictos sienten esto.",
        "Es una persona drogadicta.",
        "Mi padre es alcohólico.",
        "El abuso de sustancias hace daño.",
        "Es un vicio.",
        "Quiero seguir limpio.",
        "Tuvo una prueba sucia.",
        "Su hermano se suicidó.",
        "Alguien pensó en cometer suicidio.",
        "Está loca.",
    ],
)
def test_a_word_that_shames_is_an_error(text: str) -> None:
    assert levels(text) == ["error"]


@pytest.mark.parametrize(
    "text",
    [
        "Busque el gatillo.",
        "Lleve su prescripción.",
        "Hay que tocar fondo.",
        "Es codependiente.",
        "Las drogas recreativas.",
        "Tome sus drogas recetadas.",
        "Abra el ordenador.",
        "Vosotros podéis pasar.",
    ],
)
def test_a_doubtful_word_is_a_warning(text: str) -> None:
    assert levels(text) == ["warning"]


@pytest.mark.parametrize(
    "text",
    [
        "Alcohólicos Anónimos se reúne los martes.",
        "No tome bebidas alcohólicas.",
        "Use un vaso limpio.",
        "El autobús está retrasado.",
        "Mañana se irá a casa.",
        "Una persona con una adicción puede tener una recaída.",
        "Murió por suicidio.",
        "Lleve su receta médica.",
    ],
)
def test_harmless_words_are_left_alone(text: str) -> None:
    assert levels(text) == []


def test_no_form_is_listed_twice() -> None:
    forms = [form for word in shipped() if word.language == "es" for form in word.avoid]
    assert len(forms) == len(set(forms)) > 400

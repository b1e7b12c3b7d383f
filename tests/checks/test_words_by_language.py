"""Words that shame, in the language they are listed for."""

from __future__ import annotations

import pytest

from generator.checks.word_is_person_first import avoided
from generator.schema.words import AvoidedWord

ENGLISH = AvoidedWord(avoid=("addict",), use=("person with an addiction",), level="block")
SPANISH = AvoidedWord(
    avoid=("adicto", "adicta", "está limpio"), use=("persona con una adicción",), level="block", language="es"
)
WARNED = AvoidedWord(avoid=("tocar fondo",), use=("pedir ayuda",), level="warn", language="es")


def found(text: str, language: str) -> list[str]:
    """What is said of a text."""
    return [message for _, message, *_ in avoided([((), text)], (ENGLISH, SPANISH, WARNED), language)]


@pytest.mark.parametrize("text", ["Un ADICTO.", "La adicta.", "Él está limpio.", "El esta limpio.", "¿Adicto?"])
def test_a_spanish_word_is_found_in_any_spelling(text: str) -> None:
    assert len(found(text, "es-US")) == 1


def test_the_word_is_said_as_it_is_written() -> None:
    assert found("Juan ESTÁ LIMPIO.", "es") == ["“ESTÁ LIMPIO” stands here; write “persona con una adicción”"]


@pytest.mark.parametrize("text", ["La adicción.", "No hace falta tocar fondo.", "Se dice «tocar fondo».", "An addict."])
def test_harmless_spanish_is_left_alone(text: str) -> None:
    assert found(text, "es") == []


def test_each_language_has_its_own_list() -> None:
    assert found("An addict, un adicto.", "en") == ["“addict” stands here; write “person with an addiction”"]
    assert found("An addict, un adicto.", "fr") == []

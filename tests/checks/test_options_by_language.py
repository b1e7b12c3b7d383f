"""An option that stands for the others, in each language that the rule knows."""

from __future__ import annotations

import pytest

from generator.checks.option_is_not_all_of_the_above import points_to_others

POINTS = {
    "en": ("All of the above", "None of the above.", "Both of these", "Any of the above"),
    "es": (
        "Todas las anteriores",
        "Todos los anteriores.",
        "Todo lo anterior",
        "Nada de lo anterior",
        "Ninguna de las anteriores",
        "Ninguno de los anteriores",
        "Ambas anteriores",
        "Todas estas",
        "Ninguna de ellas.",
    ),
}
STANDS_ALONE = {
    "en": ("All of the group may come.", "Both of these people listen."),
    "es": (
        "Todas las personas pueden venir.",
        "Llamar a ambas hermanas",
        "Todo lo que dijo ayer",
        "Ninguna de estas noches duerme",
    ),
}


@pytest.mark.parametrize(("language", "text"), [(code, text) for code, texts in POINTS.items() for text in texts])
def test_an_option_that_stands_for_the_others_is_found(language: str, text: str) -> None:
    assert points_to_others(text, language)
    assert points_to_others(text.upper(), f"{language}-US")


@pytest.mark.parametrize(("language", "text"), [(code, text) for code, texts in STANDS_ALONE.items() for text in texts])
def test_an_option_of_its_own_is_left_alone(language: str, text: str) -> None:
    assert not points_to_others(text, language)


def test_a_language_without_patterns_is_left_alone() -> None:
    assert not points_to_others("Alle der genannten", "de")

"""The languages that can be measured: one file each, one line each here."""

from __future__ import annotations

from collections.abc import Mapping

from generator.reading.english import ENGLISH
from generator.reading.formula import Language
from generator.reading.spanish import SPANISH

_LANGUAGES: Mapping[str, Language] = {"en": ENGLISH, "es": SPANISH}


def language_of(tag: str) -> Language | None:
    """How text in the language `tag` (`en`, `es-US`) is measured; None where there is no formula."""
    return _LANGUAGES.get(main_language(tag))


def measured_languages() -> tuple[str, ...]:
    """The languages with formulas, as `en`."""
    return tuple(sorted(_LANGUAGES))


def main_language(tag: str) -> str:
    """`es` of `es-US`."""
    return tag.partition("-")[0].lower()


def is_english(tag: str) -> bool:
    """Whether the language is English, of whatever country."""
    return main_language(tag) == "en"

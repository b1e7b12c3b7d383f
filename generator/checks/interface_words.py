"""The interface's words in the course's languages → what of them is still English, and what the course's own files say wrongly."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from generator.language.catalog import INTERFACE_RULES
from generator.language.strings import Interface
from generator.problems import Problem, Problems, in_order
from generator.rules import Rule
from generator.source import Document

INTERFACE_IS_TRANSLATED = Rule(
    "interface-is-translated",
    "The pages’ own words are all there in each language of the course.",
    "A button in another language is a closed door to some readers; until it is translated it stays English.",
    "Translate the words that `python -m generator.language.update FILE` leaves empty or marks as fuzzy.",
    "warning",
)
LOCALE_RULES: tuple[Rule, ...] = (*INTERFACE_RULES, INTERFACE_IS_TRANSLATED)


def check_locales(locales: Mapping[str, Interface], languages: Sequence[str], document: Document) -> Problems:
    """Find what the course's gettext files say wrongly, and languages that lack words.

    `document` is the file that lists the languages.

    Example:
        languages: [de]
    """
    return in_order(
        (*(problem for locale in locales.values() for problem in locale.problems), *_gaps(locales, languages, document))
    )


def _gaps(locales: Mapping[str, Interface], languages: Sequence[str], document: Document) -> Iterator[Problem]:
    for index, language in enumerate(languages):
        locale = locales.get(language)
        if locale and locale.missing:
            said = (
                f"{len(locale.missing)} of the pages' {len(locale.strings)} own words are not in '{language}' yet "
                f"and stay English; one is '{locale.missing[0]}'"
            )
            yield document.problem(("languages", index), said, INTERFACE_IS_TRANSLATED.id, "warning")

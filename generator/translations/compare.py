"""A course in several languages → what does not fit between the first one and the others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from generator.checks.translations import check_shared_translation, check_translations
from generator.facts import Facts
from generator.language.tongues import tongues_of
from generator.load import module_names
from generator.problems import Problem, Problems
from generator.study import Studied
from generator.translations.ledger import read_ledgers
from generator.translations.pair import read_shared_pair
from generator.translations.shared import shared_files


def source_of(course: Path) -> str:
    """The course's first language, which the others are translations of; a clinic may leave it out."""
    return tongues_of(course)[0].source


def outdated(course: Path, source: Sequence[Facts], language: str) -> frozenset[str]:
    """The ids of the modules of which some text of the language was made from an older source.

    `source` are the modules of the first language; without them nothing is outdated.
    """
    ledgers, _ = read_ledgers(course, language, [module.id for module in source])
    return frozenset(
        module.id
        for module in source
        if (ledger := ledgers[module.id])
        and any(mark.text and ledger.get(mark.key, mark.text) != mark.text for mark in module.marks)
    )


def problems_of_translations(course: Path, studied: Sequence[Studied]) -> Problems:
    """Compare each language that is built with the course's first one, text by text and with its ledgers.

    Where a clinic leaves the first language out, there is nothing to compare with.
    """
    first = source_of(course)
    ours = next((language for language in studied if language.frame.language == first), None)
    others = [language for language in studied if language is not ours]
    if ours is None or not others:
        return ()
    there = [Path(name).stem for name in module_names(course, first)]
    found: list[Problem] = []
    for language in others:
        # Those that the first language lends are no translations.
        made = [module for module in language.known if module.language == language.frame.language]
        ledgers, problems = read_ledgers(course, language.frame.language, [module.id for module in made])
        found += problems
        found += check_translations(ours.known, made, ledgers, there)
        found += _shared(course, first, language.frame.language)
    return tuple(found)


def _shared(course: Path, first: str, language: str) -> Iterator[Problem]:
    for name, model in shared_files(course).items():
        pair, problems = read_shared_pair(course, name, model, first, language)
        yield from problems
        if pair:
            yield from check_shared_translation(pair.ours.document.path, pair.ours.document, pair.units, language)

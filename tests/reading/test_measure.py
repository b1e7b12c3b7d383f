"""What is measured, in which language."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.checks.case import Case
from generator.reading import Sentence, reading_of
from generator.schema.module import Module
from tests.cases.bench import FILE, VALID, frame, put, read


def sentences(tmp_path: Path) -> tuple[Sentence, ...]:
    """Those of valid.yml."""
    document, module, _ = read(put(VALID, tmp_path), FILE, Module)
    assert document is not None and module is not None
    return Case(module, document, frame()).sentences


def test_the_longest_sentence_has_its_path(tmp_path: Path) -> None:
    found = reading_of(sentences(tmp_path), "en")
    assert found is not None
    assert found.longest.path == ("main_message",)


def test_protected_names_are_counted_and_said() -> None:
    found = reading_of([Sentence((), "Naloxone and methadone help.")], "en")
    assert found is not None
    assert (found.protected, found.long_word_share) == (2, 0)
    assert found.line.endswith("0% long words, 4 words, 2 protected names")


@pytest.mark.parametrize(
    ("language", "formulas"),
    [
        ("en", ["Flesch-Kincaid", "SMOG"]),
        ("en-GB", ["Flesch-Kincaid", "SMOG"]),
        ("es", ["Fernández Huerta", "INFLESZ"]),
        ("es-US", ["Fernández Huerta", "INFLESZ"]),
    ],
)
def test_a_language_has_formulas_of_its_own(language: str, formulas: list[str], tmp_path: Path) -> None:
    found = reading_of(sentences(tmp_path), language)
    assert found is not None
    assert [score.name for score in found.scores] == formulas


def test_a_language_without_formulas_is_not_measured(tmp_path: Path) -> None:
    assert reading_of(sentences(tmp_path), "tl") is None


def test_nothing_to_read_is_not_measured() -> None:
    assert reading_of([], "en") is None


def test_a_limit_is_kept_by_what_is_shown() -> None:
    found = reading_of([Sentence((), "Usted puede pedir ayuda.")], "es")
    assert found is not None
    ease = found.scores[0]
    assert ease.keeps(None)
    assert ease.keeps(round(ease.value, 1))
    assert not ease.keeps(round(ease.value, 1) + 0.1)

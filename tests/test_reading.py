"""Reading level: sentences, syllables, both formulas."""

from __future__ import annotations

import re
from math import isclose, sqrt
from pathlib import Path

import pytest

from generator.reading import (
    Sentence,
    measure,
    paragraphs,
    prose_of,
    reading_of,
    sentences_of,
    split_sentences,
    syllables,
)
from generator.schema.module import Module
from generator.text import parse
from tests.cases.bench import FILE, VALID, put, read


def the_valid_module(tmp_path: Path) -> Module:
    """valid.yml as a spec."""
    _, module, _ = read(put(VALID, tmp_path), FILE, Module)
    assert module is not None
    return module


SYLLABLES = {
    "pause": 1,
    "body": 2,
    "recovery": 3,  # the first of the dictionary's two pronunciations
    "can't": 1,
    "friend's": 1,
    "slow-down": 2,
    "naloxone": 2,  # protected
    "benzodiazepines": 2,  # protected
    "blorp": 1,  # not in the dictionary
    "zzz": 1,
}


@pytest.mark.parametrize("word", SYLLABLES)
def test_syllables(word: str) -> None:
    assert syllables(word) == SYLLABLES[word]


SENTENCES = {
    "Stop. Look.": ["Stop.", "Look."],
    "She asks, “Why?” Then she goes.": ["She asks, “Why?”", "Then she goes."],
    "“Why?” she asks.": ["“Why?” she asks."],
    "Dr. Lee waits, e.g. here.": ["Dr Lee waits, eg here."],
    "Three parts: body and mind.": ["Three parts:", "body and mind."],
    "An item without an end mark": ["An item without an end mark"],
    "0–10. … !": [],
}


@pytest.mark.parametrize("text", SENTENCES)
def test_sentences(text: str) -> None:
    found = [sentence.replace("e.g", "eg") for sentence in split_sentences(text)]
    assert found == SENTENCES[text]


def test_each_list_item_is_a_paragraph_of_its_own() -> None:
    nodes = parse("Two **things**:\n\n- one [thing](term:thing)\n- another\n\n  and more")
    assert list(paragraphs(nodes)) == ["Two things:", "one thing", "another", "and more"]


def test_both_formulas_as_printed() -> None:
    words = ["you", "can", "remember", "it"]
    found = measure([Sentence((), "You can remember it.")])
    assert found is not None
    assert (found.words, found.sentences) == (len(words), 1)
    assert isclose(found.flesch_kincaid, 0.39 * 4 + 11.8 * 6 / 4 - 15.59)
    assert isclose(found.smog, 1.0430 * sqrt(1 * 30 / 1) + 3.1291)
    assert found.long_word_share == 0.25


def test_protected_terms_are_counted() -> None:
    found = measure([Sentence((), "Naloxone and methadone help.")])
    assert found is not None
    assert (found.protected, found.long_word_share) == (2, 0)


def test_curly_and_straight_apostrophes_read_alike() -> None:
    assert Sentence((), "Don’t").words == Sentence((), "Don't").words == ("don't",)


def test_titles_labels_and_short_items_are_left_out(tmp_path: Path) -> None:
    prose = [text for _, text in prose_of(the_valid_module(tmp_path))]
    assert "Fast is not always bad" not in prose
    assert "How fast am I now?" not in prose
    assert "A hard heartbeat" not in prose
    assert not any("Show the meter" in text for text in prose)
    assert not any(re.search(r"[\[\]*]|worksheet:", text) for text in prose)


def test_the_longest_sentence_has_its_path(tmp_path: Path) -> None:
    found = reading_of(sentences_of(the_valid_module(tmp_path)), "en")
    assert found is not None
    assert found.longest.path == ("main_message",)


def test_other_languages_are_not_measured(tmp_path: Path) -> None:
    assert reading_of(sentences_of(the_valid_module(tmp_path)), "es") is None
    assert reading_of(sentences_of(the_valid_module(tmp_path)), "en-GB") is not None


def test_nothing_to_read_is_not_measured() -> None:
    assert measure([]) is None

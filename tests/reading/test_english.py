"""English: syllables, and both formulas as they are printed."""

from __future__ import annotations

from math import isclose, sqrt

import pytest

from generator.reading.english import flesch_kincaid, smog, syllables
from generator.reading.formula import Counts

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


def test_both_formulas_as_printed() -> None:
    counts = Counts(words=4, sentences=1, syllables=6, long_words=1)
    assert isclose(flesch_kincaid(counts), 0.39 * 4 + 11.8 * 6 / 4 - 15.59)
    assert isclose(smog(counts), 1.0430 * sqrt(1 * 30 / 1) + 3.1291)

"""Sentences → their measures, by the formulas of a language."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.reading.formula import Counts, Formula
from generator.reading.languages import language_of
from generator.reading.prose import Sentence


@dataclass(frozen=True, slots=True)
class Score:
    """What one formula says of a text."""

    formula: Formula
    value: float

    @property
    def name(self) -> str:
        """The formula's name."""
        return self.formula.name

    def keeps(self, limit: float | None) -> bool:
        """Whether the value, as it is shown, is within a limit of the formula."""
        if limit is None:
            return True
        shown = round(self.value, 1)
        return shown <= limit if self.formula.is_grade else shown >= limit

    def __str__(self) -> str:
        return f"{self.name} {self.value:.1f}"


@dataclass(frozen=True, slots=True)
class Reading:
    """How plain a text reads."""

    words: int
    sentences: int
    scores: tuple[Score, ...]
    """In the order of the language's formulas."""
    words_a_sentence: float
    long_word_share: float
    """Words of three or more syllables, from 0 to 1."""
    longest: Sentence
    protected: int
    """Names of medicines and programs met; each was counted as 2 syllables."""

    @property
    def line(self) -> str:
        """All measures in one line for people."""
        names = f", {self.protected} protected names" if self.protected else ""
        return (
            f"{', '.join(map(str, self.scores))}, "
            f"{self.words_a_sentence:.1f} words a sentence (longest {len(self.longest.words)}), "
            f"{self.long_word_share:.0%} long words, {self.words:,} words{names}"
        )


def reading_of(sentences: Iterable[Sentence], language: str) -> Reading | None:
    """Measure text in a language; None where there is no formula for it, or no prose."""
    how = language_of(language)
    found = tuple(sentences)
    words = [word for sentence in found for word in sentence.words]
    if how is None or not words:
        return None
    syllables = [how.syllables(word) for word in words]
    counts = Counts(len(words), len(found), sum(syllables), sum(count >= 3 for count in syllables))
    return Reading(
        words=counts.words,
        sentences=counts.sentences,
        scores=tuple(Score(formula, formula.of(counts)) for formula in how.formulas),
        words_a_sentence=counts.words / counts.sentences,
        long_word_share=counts.long_words / counts.words,
        longest=max(found, key=lambda sentence: len(sentence.words)),
        protected=sum(word in how.protected for word in words),
    )

"""Sentences → their measures, by the formulas of a language."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.reading.formula import Counts, Formula, Language
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

    counts: Counts
    scores: tuple[Score, ...]
    """In the order of the language's formulas."""
    longest: Sentence
    protected: int
    """Names of medicines and programs met; each was counted as 2 syllables."""

    @property
    def words(self) -> int:
        """How many words there are."""
        return self.counts.words

    @property
    def words_a_sentence(self) -> float:
        """On average."""
        return self.counts.words / self.counts.sentences

    @property
    def long_word_share(self) -> float:
        """Words of three or more syllables, from 0 to 1."""
        return self.counts.long_words / self.counts.words

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
    syllables = list(map(how.syllables, words))
    counts = Counts(len(words), len(found), sum(syllables), sum(count >= 3 for count in syllables))
    longest = max(found, key=lambda sentence: len(sentence.words))
    return _reading(counts, how, longest, sum(word in how.protected for word in words))


def together(parts: Sequence[Reading], language: str) -> Reading | None:
    """The measures of texts that were measured apart, as one text; None where there is none of them."""
    how = language_of(language)
    if how is None or not parts:
        return None
    counts = sum((part.counts for part in parts), Counts(0, 0, 0, 0))
    longest = max((part.longest for part in parts), key=lambda sentence: len(sentence.words))
    return _reading(counts, how, longest, sum(part.protected for part in parts))


def _reading(counts: Counts, how: Language, longest: Sentence, protected: int) -> Reading:
    scores = tuple(Score(formula, formula.of(counts)) for formula in how.formulas)
    return Reading(counts, scores, longest, protected)

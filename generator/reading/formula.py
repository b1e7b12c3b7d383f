"""What the formulas of every language are made of: what they count, what they give, and how far that may go."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Counts:
    """What was counted in a text."""

    words: int
    sentences: int
    syllables: int
    long_words: int
    """Words of three or more syllables."""

    def __add__(self, other: Counts) -> Counts:
        """What was counted in both."""
        return Counts(
            self.words + other.words,
            self.sentences + other.sentences,
            self.syllables + other.syllables,
            self.long_words + other.long_words,
        )


@dataclass(frozen=True, slots=True)
class Formula:
    """A reading formula, and how far a text for patients or for counselors may go.

    A school grade has a most, a score of ease has a least; None where the standards set no limit.
    """

    name: str
    of: Callable[[Counts], float]
    patients: float | None
    counselors: float | None
    is_grade: bool
    """Whether less is plainer: a school grade, not a score of ease."""


@dataclass(frozen=True, slots=True)
class Language:
    """How the text of a language is measured."""

    syllables: Callable[[str], int]
    """Of a word in small letters."""
    formulas: tuple[Formula, ...]
    any_is_enough: bool
    """Whether a text is plain when one of the formulas says so, not only when all do (R7)."""
    most_long_words: float | None
    """The share of words of three or more syllables that patient text may have, from 0 to 1 (R2)."""
    protected: frozenset[str]
    """Names of medicines and programs: nobody can choose a shorter word, so each counts as 2 syllables (R2)."""

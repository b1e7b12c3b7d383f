"""Text → how plain it reads, by formulas made for its language; one file a language, and `languages.py` lists them.

Languages that no file is for are not measured; nothing is guessed by the formulas of another one.
"""

from generator.reading.languages import is_english, language_of, main_language, measured_languages
from generator.reading.measure import Reading, Score, reading_of, together
from generator.reading.prose import (
    PATIENT_PARTS,
    Sentence,
    paragraphs,
    sentences_in,
    split_sentences,
)

__all__ = [
    "PATIENT_PARTS",
    "Reading",
    "Score",
    "Sentence",
    "is_english",
    "language_of",
    "main_language",
    "measured_languages",
    "paragraphs",
    "reading_of",
    "sentences_in",
    "split_sentences",
    "together",
]

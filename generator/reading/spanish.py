"""Spanish: syllables by the rules of spelling, Fernández Huerta and Szigriszt-Pazos (the INFLESZ scale)."""

from __future__ import annotations

import re
from functools import cache

from generator.reading.formula import Counts, Formula, Language

PROTECTED = frozenset(
    {
        "acamprosato",
        "al-anon",
        "benzodiacepina",
        "benzodiacepinas",
        "benzodiazepina",
        "benzodiazepinas",
        "buprenorfina",
        "disulfiram",
        "fentanilo",
        "medicaid",
        "metadona",
        "naloxona",
        "naltrexona",
        "nar-anon",
        "narcan",
        "samhsa",
        "suboxone",
    }
)

# “que”, “gui”: the u is not said; “ü” is. An h between vowels parts nothing, “ch” is another sound.
_SILENT = re.compile(r"(?<=[qg])u(?=[eiéí])|(?<!c)h")
_Y = re.compile(r"y(?![aeiouáéíóúü])")
_VOWELS = re.compile(r"[aeiouáéíóúüàèòâêôï]+")
# An accent on i or u parts it from its neighbors: “pa-ís”, “Ma-rí-a” (Ortografía de la lengua española, RAE 2010, II.3).
_STRONG = re.compile(r"[aeoáéíóúàèòâêô]")


def fernandez_huerta(text: Counts) -> float:
    """Ease from 0 to 100 (Fernández Huerta 1959), 206.84 − 60 S/P − 1.02 P/F as the formula was meant (Law 2011)."""
    return 206.84 - 60 * text.syllables / text.words - 1.02 * text.words / text.sentences


def szigriszt_pazos(text: Counts) -> float:
    """Ease from 0 to 100 (Szigriszt Pazos 1993); the INFLESZ scale calls 65 and more “quite easy”, 55 “normal"."""
    return 206.835 - 62.3 * text.syllables / text.words - text.words / text.sentences


@cache
def syllables(word: str) -> int:
    """Syllables of a word in small letters; parts joined by hyphens are added up."""
    if word in PROTECTED:
        return 2
    return sum(max(1, _syllables(part)) for part in word.split("-"))


def _syllables(word: str) -> int:
    heard = _Y.sub("i", _SILENT.sub("", word))
    return sum(max(1, len(_STRONG.findall(vowels))) for vowels in _VOWELS.findall(heard))


SPANISH = Language(
    syllables=syllables,
    formulas=(
        Formula("Fernández Huerta", fernandez_huerta, 70, None, is_grade=False),
        Formula("INFLESZ", szigriszt_pazos, 65, 55, is_grade=False),
    ),
    any_is_enough=True,
    # Words of three syllables are everyday words in Spanish (comida, familia): the tenth is a limit for English.
    most_long_words=None,
    protected=PROTECTED,
)

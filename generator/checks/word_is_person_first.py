"""Words that shame are not used; words.yml says what to write in their place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from generator.checks.case import Case
from generator.problems import Level, Problem
from generator.reading import main_language
from generator.rules import Rule
from generator.schema.words import AvoidedWord
from generator.source import Path
from generator.wording import Said, folded, one_line

RULE = Rule(
    "word-is-person-first",
    "Text speaks of persons first and leaves out the words that words.yml lists.",
    "Words that shame keep people from asking for help (standards W-1).",
    "Use one of the words that the message names.",
    also=("warning",),
    answerable=True,
)
_LEVELS: dict[str, Level] = {"block": "error", "warn": "warning"}
_WORD = re.compile(r"\w+")
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|«[^»]*»")
_NEGATED = re.compile(r"(?:\bnot|n't|\b(?:never|no|nobody|nunca|jamas|nadie|ni|sin))(?: \w+){0,2} $", re.IGNORECASE)


def check(case: Case) -> Iterator[Problem]:
    """Find words to avoid: `block` is an error, `warn` a warning, `info` is not said. Each language has its own list.

    Example:
        text: Many addicts feel this way.

    Better:
        text: Many people with an addiction feel this way.
    """
    for path, message, level, found in avoided_in(case.said, case.frame.words, case.frame.language):
        yield case.problem(RULE, path, message, level, about=found)


def avoided(
    wording: Sequence[tuple[Path, str]], words: Sequence[AvoidedWord], language: str
) -> Iterator[tuple[Path, str, Level, str]]:
    """Where one of a language's words stands in a text: its path, what to say of it, how grave it is, and the word."""
    return avoided_in(Said(tuple(wording)), words, language)


def avoided_in(
    said: Said, words: Sequence[AvoidedWord], language: str, where: str = "everywhere"
) -> Iterator[tuple[Path, str, Level, str]]:
    """The same, of the words that are to be looked for at one of the places of `where`."""
    met = [word for word in _listed(tuple(words), main_language(language), where) if _may_stand_in(word, said)]
    for path, text, bare in said.bare if met else ():
        for word in met:
            for start, end in _uses(word, bare):
                found = text[start:end]
                yield path, _message(word, found), _LEVELS[word.level], found


@lru_cache(maxsize=200)
def _listed(words: tuple[AvoidedWord, ...], language: str, where: str) -> tuple[AvoidedWord, ...]:
    here = (word for word in words if word.where == where and word.level in _LEVELS)
    return tuple(word for word in here if main_language(word.language) == language)


def _may_stand_in(word: AvoidedWord, said: Said) -> bool:
    """Whether a form stands anywhere: searching each text for all of them would take most of a check."""
    return any(words <= said.words and form in said.whole for form, words in _forms_and_words(word))


@lru_cache(maxsize=1_000)
def _forms_and_words(word: AvoidedWord) -> tuple[tuple[str, frozenset[str]], ...]:
    forms = [form.lower() for entry in word.avoid for form in _forms(entry)]
    return tuple((form, frozenset(_WORD.findall(form))) for form in forms)


def _uses(word: AvoidedWord, text: str) -> Iterator[tuple[int, int]]:
    """Where the forms stand in a text without accents."""
    pattern = _pattern(word)
    if pattern is None:
        return
    for found in pattern.finditer(text):
        # Only a warning may be quoted or denied; a word that shames does so in quotes as well.
        if word.level == "block" or not _is_harmless(text, found.start()):
            yield found.span()


@lru_cache(maxsize=1_000)
def _pattern(word: AvoidedWord) -> re.Pattern[str] | None:
    """All forms of an entry as whole words, the longest first; None where no form can be searched for."""
    forms = sorted({form for entry in word.avoid for form in _forms(entry)}, key=lambda form: (-len(form), form))
    # A word in capitals (MAT) is an abbreviation; in small letters it is another word.
    either = [re.escape(form) if form.isupper() else f"(?i:{re.escape(form)})" for form in forms]
    return re.compile(rf"(?<!\w)(?:{'|'.join(either)})(?!\w)") if either else None


def _forms(entry: str) -> tuple[str, ...]:
    """`hard drugs / soft drugs` is two forms; an entry with a remark in brackets depends on its meaning, so none."""
    forms = [] if "(" in entry else entry.split("/")
    return tuple(folded(one_line(form)) for form in forms if form.strip())


def _is_harmless(text: str, at: int) -> bool:
    quoted = any(found.start() < at < found.end() for found in _QUOTED.finditer(text))
    return quoted or bool(_NEGATED.search(text[:at]))


def _message(word: AvoidedWord, found: str) -> str:
    instead = " or ".join(f"“{use}”" for use in word.use)
    may_stand = f" (may stand: {word.allowed_when})" if word.level == "warn" and word.allowed_when else ""
    return f"“{found}” stands here; write {instead}{may_stand}"

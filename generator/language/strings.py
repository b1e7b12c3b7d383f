"""The interface's words: English from en.yml, other languages from gettext files of the program and of the course.

What nobody has translated stays English, and is counted.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from generator.course import digest
from generator.language.catalog import said_in
from generator.load import Source, read_source
from generator.paths import LOCALES
from generator.problems import Problems
from generator.source import read_yaml

SOURCE = "en"
"""The language that the program's words are written in."""
FOLDER = "locales"
"""Where a course keeps words of its own: `<course>/locales/<language>.po`, laid over the program's."""


@dataclass(frozen=True, slots=True)
class Interface:
    """The interface's words in one language."""

    strings: Mapping[str, str]
    digest: str
    missing: tuple[str, ...] = ()
    """Ids of the words that are still English."""
    problems: Problems = ()


def interface_strings(language: str) -> tuple[dict[str, str], str]:
    """The program's own words and the digest of their files. Raises LookupError if there is no such language."""
    found = _of_the_program(language)
    return dict(found.strings), found.digest


def interface_of(language: str, course: Path) -> Interface:
    """The words with what the course says in their place. Raises LookupError if neither has the language."""
    own = [path for path in _names(language) if (course / FOLDER / path).is_file()]
    try:
        base = _of_the_program(language)
    except LookupError:
        if not own:
            raise
        base = _of_the_program(SOURCE)
        base = Interface(base.strings, base.digest, tuple(base.strings))
    problems: Problems = ()
    for name in own:
        source, trouble = read_source(course, f"{FOLDER}/{name}")
        problems = (*problems, *trouble)
        if source:
            base, more = _laid_over(base, source, language)
            problems = (*problems, *more)
    return Interface(base.strings, base.digest, base.missing, problems)


def interface_languages(course: Path | None = None) -> tuple[str, ...]:
    """Languages that there are words in, sorted: the program's, and those that the course brings itself."""
    folders = [LOCALES, *([course / FOLDER] if course else [])]
    return tuple(sorted({SOURCE, *(path.stem for folder in folders for path in folder.glob("*.po"))}))


def has_words(language: str, known: tuple[str, ...]) -> bool:
    """Whether there are words for a language among the known ones; `es` will do for `es-MX`."""
    return language in known or language.partition("-")[0] in known


@cache
def _of_the_program(language: str) -> Interface:
    english = _english()
    own = [name for name in _names(language) if (LOCALES / name).is_file()]
    if language.partition("-")[0] == SOURCE:
        english = Interface(english.strings, english.digest)
    elif not own:
        raise LookupError(f"no interface strings for the language '{language}'")
    else:
        english = Interface(english.strings, english.digest, tuple(english.strings))
    for name in own:
        source, problems = read_source(LOCALES, name)
        if source is None:
            raise AssertionError(f"{LOCALES / name}: {problems}")
        english, problems = _laid_over(english, source, language)
        if problems:
            raise AssertionError("\n".join(map(str, problems)))
    return english


@cache
def _english() -> Interface:
    source, problems = read_source(LOCALES, f"{SOURCE}.yml")
    document, more = read_yaml(source) if source else (None, problems)
    if source is None or document is None or more:
        raise AssertionError(f"{LOCALES / SOURCE}.yml: {(*problems, *more)}")
    return Interface(dict(document.value), source.digest)


def _names(language: str) -> Iterator[str]:
    """Files for a language, the wider one first: es.po, es-MX.po."""
    yield from dict.fromkeys((f"{language.partition('-')[0]}.po", f"{language}.po"))


def _laid_over(base: Interface, source: Source, language: str) -> tuple[Interface, Problems]:
    # A translator translates from English, whatever the words below it are.
    said = said_in(source, language, _english().strings)
    missing = tuple(id_ for id_ in base.missing if id_ not in said.words)
    return Interface({**base.strings, **said.words}, digest(base.digest, source.digest), missing), said.problems

"""A file of gettext (`<language>.po`) → what its translators said, and what does not fit the program's words."""

from __future__ import annotations

import io
import re
import string
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.language.gettext import read_catalog
from generator.load import Source
from generator.problems import Level, Problem, Problems, did_you_mean, in_order
from generator.rules import Rule
from generator.source import shown
from generator.text import FORBIDDEN

FILE_IS_GETTEXT = Rule(
    "translation-is-gettext",
    "A file of interface words is a gettext file (.po) of this program and of the language it is named after.",
    "A file that cannot be read, or that belongs to another program, would leave the pages in English.",
    "Open it in a translation editor, as Poedit, and save it again; or make a new one with `python -m generator.language.update`.",
)
WORD_IS_KNOWN = Rule(
    "interface-word-is-known",
    "Each entry of a file of interface words names a word that the program says, by its id in `msgctxt`.",
    "A word under a wrong id is never shown.",
    "Correct the id, or take the entry out.",
    "warning",
)
WORD_FITS = Rule(
    "interface-word-fits",
    "A translated interface word has the same places to fill in, in braces, as the English one; and it is one line.",
    "A number that has no place is lost, and a place that nothing fills would show its braces.",
    "Write each `{name}` of the English word once more in the translation, letter for letter.",
)
INTERFACE_RULES: tuple[Rule, ...] = (FILE_IS_GETTEXT, WORD_IS_KNOWN, WORD_FITS)

MOST = 200
"""Problems of one file that are told."""
_HEAD = re.compile(r'^msgid ""', re.MULTILINE)
"""How each gettext file begins."""


@dataclass(frozen=True, slots=True)
class Said:
    """What a file says: id → word in its language; without entries that are marked fuzzy, empty, outdated or wrong."""

    words: Mapping[str, str]
    problems: Problems = ()


def said_in(source: Source, language: str, english: Mapping[str, str]) -> Said:
    """Read a .po file for `language`; entries whose `msgid` is no longer the English word are left out.

    Example:
        msgctxt "help"
        msgid "Get help now"
        msgstr "Pida ayuda ahora"
    """
    catalog = read_catalog(io.BytesIO(source.text.encode()))
    if isinstance(catalog, tuple):
        return _unreadable(source, *catalog)
    if wrong := _wrong_language(source, catalog.locale_identifier, language):
        return wrong
    entries = [entry for entry in catalog if entry.id]
    if not entries and not _HEAD.search(source.text):
        return _unreadable(source, 1, "")
    if entries and not any(entry.context in english for entry in entries):
        said = "none of its entries is a word of this program; it belongs to another one, or has no `msgctxt`"
        return Said({}, (Problem(source.path, 1, 1, said, FILE_IS_GETTEXT.id),))
    words: dict[str, str] = {}
    problems: list[Problem] = []
    for entry in entries:
        id_, text = str(entry.context or ""), entry.string
        trouble = _trouble(id_, text, english)
        if trouble:
            problems.append(Problem(source.path, entry.lineno or 1, 1, *trouble))
        elif text and not entry.fuzzy and entry.id == english[id_]:
            words[id_] = str(text)
    return Said(words, in_order(_few(source, problems)))


def _unreadable(source: Source, line: int, why: str) -> Said:
    because = f": {shown(why)}" if why else ""
    place = min(max(line, 1), source.text.count("\n") + 1)
    return Said({}, (Problem(source.path, place, 1, f"this is not a gettext file{because}", FILE_IS_GETTEXT.id),))


def _wrong_language(source: Source, named: str | None, language: str) -> Said | None:
    """A file whose own header names another language."""
    if not named or named.replace("_", "-").partition("-")[0] == language.partition("-")[0]:
        return None
    said = f"its header says that it is in '{shown(named)}', and the file is named after '{language}'"
    return Said({}, (Problem(source.path, 1, 1, said, FILE_IS_GETTEXT.id),))


def _trouble(id_: str, text: object, english: Mapping[str, str]) -> tuple[str, str, Level] | None:
    """What is wrong with an entry, its rule and level: `Problem` as it takes them."""
    if id_ not in english:
        said = f"the program has no word '{shown(id_)}'{did_you_mean(id_, english)}"
        return said, WORD_IS_KNOWN.id, WORD_IS_KNOWN.level
    if not isinstance(text, str):
        return f"'{id_}' has several forms here; the program asks for one", WORD_FITS.id, WORD_FITS.level
    if not text:
        return None
    if "\n" in text or FORBIDDEN.search(text):
        return f"'{id_}' should be one line of plain words", WORD_FITS.id, WORD_FITS.level
    wanted, given = places(english[id_]), places(text)
    if given is None:
        return f"a brace of '{id_}' is not closed, or stands alone", WORD_FITS.id, WORD_FITS.level
    if wanted != given:
        return _differ(id_, wanted or frozenset(), given), WORD_FITS.id, WORD_FITS.level
    return None


def _differ(id_: str, wanted: frozenset[str], given: frozenset[str]) -> str:
    missing, more = sorted(wanted - given), sorted(given - wanted)
    parts = [f"lacks {_braced(missing)}"] if missing else []
    parts += [f"has {_braced(more)}, which the English word has not"] if more else []
    return f"'{id_}' {' and '.join(parts)}"


def _braced(names: list[str]) -> str:
    return ", ".join(f"{{{shown(name)}}}" for name in names)


def places(text: str) -> frozenset[str] | None:
    """The places to fill in, as they stand between braces; None where the braces are broken."""
    try:
        return frozenset(_places(text))
    except ValueError:
        return None


def _places(text: str) -> Iterator[str]:
    for _, name, spec, conversion in string.Formatter().parse(text):
        if name is not None:
            yield f"{name}{f'!{conversion}' if conversion else ''}{f':{spec}' if spec else ''}"


def _few(source: Source, problems: list[Problem]) -> list[Problem]:
    if len(problems) <= MOST:
        return problems
    more = f"there are {len(problems) - MOST:,} more problems in this file; mend these first"
    return [*problems[:MOST], Problem(source.path, 1, 1, more, "file-has-few-problems")]

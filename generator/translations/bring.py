"""What a PO file brings → the translation's file and its ledger as they would be. Nothing is written here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from generator.language.by_language import Tongue, in_language
from generator.load import Source
from generator.problems import Problem, Problems, did_you_mean, errors, in_order
from generator.source import Document, read_yaml
from generator.translations.edit import as_translation, with_texts
from generator.translations.leaves import numbers, places, targets, text_digest
from generator.translations.pair import Pair
from generator.translations.po import Entry, Exchange
from generator.translations.rules import PO_ENTRY_FITS, PO_ENTRY_IS_KNOWN
from generator.translations.states import Ledger, Unit
from generator.validate import validate


@dataclass(frozen=True, slots=True)
class Brought:
    """What an import would do. With errors among the problems, nothing is to be written."""

    problems: Problems
    text: str = ""
    """The translation's file as it would be."""
    ledger: Ledger = field(default_factory=dict)
    changed: tuple[str, ...] = ()
    """Keys of the texts that would be written anew."""
    confirmed: int = 0
    """Texts that stay as they are, and are noted as made from today's source."""
    kept: tuple[str, ...] = ()
    """Keys of texts that were changed in the course after the PO file was made, and stay."""


def bring(
    path: str, exchange: Exchange, pair: Pair, translator: tuple[str, str] | None = None, overwrite: bool = False
) -> Brought:
    """Set a PO file's texts into the translation of `pair`; `path` names the PO file in messages.

    `translator` (name and role) goes into a file that is made anew. With `overwrite`, texts that were changed in the
    course after the PO file was made give way, too.
    """
    units = {unit.key: unit for unit in pair.units}
    found = tuple(_strangers(path, exchange, units))
    fitting = {entry.key: entry for entry in exchange.entries if _is_of_today(entry, units)}
    kept = () if overwrite else tuple(key for key, entry in fitting.items() if _was_changed(entry, units[key]))
    taken = {key: entry for key, entry in fitting.items() if key not in kept}
    changed = tuple(key for key, entry in taken.items() if not _is_there(entry, units[key]))
    found = (*found, *(problem for key in changed for problem in _misfits(path, taken[key], units[key])))
    text = _text(pair, {key: taken[key].text for key in changed}, translator)
    found = (*found, *_form(path, text, pair, {key: taken[key] for key in changed}))
    noted = {key: units[key].source.digest for key in taken}
    ledger = {key: made for key in units if (made := noted.get(key) or (pair.ledger or {}).get(key))}
    return Brought(in_order(found), text, ledger, changed, len(taken) - len(changed), kept)


def accepted(pair: Pair) -> Ledger:
    """The ledger once somebody says that all texts of the translation fit today's source."""
    return {unit.key: unit.source.digest for unit in pair.units if unit.target}


def _strangers(path: str, exchange: Exchange, units: Mapping[str, Unit]) -> Iterator[Problem]:
    rule = PO_ENTRY_IS_KNOWN
    for entry in exchange.entries:
        if entry.key not in units:
            said = f"the module has no text '{entry.key}'{did_you_mean(entry.key, units)}; this entry is left out"
            yield Problem(path, entry.line, 1, said, rule.id, rule.level)
        elif not _is_of_today(entry, units):
            said = f"the source of '{entry.key}' is another one today; this entry is left out"
            yield Problem(path, entry.line, 1, said, rule.id, rule.level)


def _is_of_today(entry: Entry, units: Mapping[str, Unit]) -> bool:
    unit = units.get(entry.key)
    return unit is not None and text_digest(entry.source) == unit.source.digest


def _is_there(entry: Entry, unit: Unit) -> bool:
    return unit.target is not None and text_digest(unit.target.text or "") == text_digest(entry.text)


def _was_changed(entry: Entry, unit: Unit) -> bool:
    """Whether the course's translation is another one than when the PO file was made, and not the one it brings."""
    if unit.target is None or unit.state == "untranslated" or _is_there(entry, unit):
        return False
    return text_digest(unit.target.text or "") != entry.was


def _misfits(path: str, entry: Entry, unit: Unit) -> Iterator[Problem]:
    source = unit.source.text or ""
    try:
        theirs, ours = targets(entry.text) if "](" in entry.text else (), targets(source) if "](" in source else ()
    except ValueError as error:
        yield Problem(path, entry.line, 1, f"'{entry.key}': {error}", PO_ENTRY_FITS.id)
        return
    if theirs != ours:
        said = f"its links lead to {', '.join(theirs) or 'nothing'}; in the source to {', '.join(ours) or 'nothing'}"
        yield Problem(path, entry.line, 1, f"'{entry.key}': {said}", PO_ENTRY_FITS.id)
    lost = [place for place in places(source) if place not in places(entry.text)]
    if lost:
        said = f"{', '.join(lost)} of the source is missing"
        yield Problem(path, entry.line, 1, f"'{entry.key}': {said}", PO_ENTRY_FITS.id)
    if numbers(entry.text) != numbers(source):
        said = f"its numbers are {_listed(numbers(entry.text))}; those of the source are {_listed(numbers(source))}"
        # It may be right: Spanish callers press 2. Where it is not, `check` holds the file to it.
        yield Problem(path, entry.line, 1, f"'{entry.key}': {said}", PO_ENTRY_FITS.id, "warning")


def _listed(found: tuple[str, ...]) -> str:
    return ", ".join(found) or "none"


def _text(pair: Pair, texts: Mapping[str, str], translator: tuple[str, str] | None) -> str:
    """The translation's file with the texts in it; where there is none yet, it is made of the source's."""
    units = {unit.key: unit for unit in pair.units}
    side = pair.theirs or pair.ours
    paths = {units[key].place: text for key, text in texts.items()}
    first = pair.first if pair.is_shared else ""
    text = with_texts(side.source.text, {path: text for path, text in paths.items() if path is not None}, first)
    return as_translation(text, *translator) if translator and pair.theirs is None else text


def _form(path: str, text: str, pair: Pair, taken: Mapping[str, Entry]) -> Iterator[Problem]:
    """What the file's own form has against it, said at the entry that brings it."""
    document, problems = read_yaml(Source(pair.target, text, ""))
    found = errors((*problems, *(_misshapen(document, pair) if document else ())))
    there = [unit for unit in pair.units if unit.key in taken and unit.place is not None]
    lines = {document.place(unit.place or ())[0]: taken[unit.key] for unit in there} if document else {}
    for problem in found:
        entry = lines.get(problem.line)
        said = f"'{entry.key}': {problem.message}" if entry else problem.message
        yield Problem(path, entry.line, 1, said, PO_ENTRY_FITS.id) if entry else replace(problem, path=path)


def _misshapen(document: Document, pair: Pair) -> Problems:
    if not pair.is_shared:
        return validate(document, pair.ours.model)[1]
    # What is wrong with a group of texts by language was so before, and `check` says it.
    document, _ = in_language(document, pair.ours.model, Tongue(pair.language, pair.first))
    return validate(document, pair.ours.model)[1]

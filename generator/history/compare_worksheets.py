"""A module's worksheets in two versions → fields, words, and what becomes of answers that people kept."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from generator.history.differences import KeptAnswers, Reworded, WorksheetChanges
from generator.history.shape import ModuleEntry, Text, Worksheet, WorksheetField
from generator.history.words import in_order


def worksheet_changes(before: ModuleEntry, after: ModuleEntry) -> WorksheetChanges:
    """What changed; worksheets go together by their ids."""
    old = {sheet.id: sheet for sheet in before.worksheets}
    new = {sheet.id: sheet for sheet in after.worksheets}
    both = [(old[id_], new[id_]) for id_ in new if id_ in old]
    return WorksheetChanges(
        new=tuple(sheet.title for id_, sheet in new.items() if id_ not in old),
        gone=tuple(sheet.title for id_, sheet in old.items() if id_ not in new),
        new_fields=tuple((sheet.title, label) for one, sheet in both for label in _new_fields(one, sheet)),
        kept=tuple(found for one, sheet in both for found in _kept(one, sheet)),
        wording=tuple(
            (sheet.title, text) for one, sheet in both for text in _wording(one, sheet, before.texts, after.texts)
        ),
    )


def _fields(sheet: Worksheet) -> dict[str, WorksheetField]:
    return {field.id: field for field in sheet.fields if field.id}


def _new_fields(before: Worksheet, after: Worksheet) -> Iterator[str]:
    there = _fields(before)
    came = {after.renamed.get(id_, id_) for id_ in there}
    yield from (field.label for id_, field in _fields(after).items() if id_ not in came)


def _kept(before: Worksheet, after: Worksheet) -> Iterator[KeptAnswers]:
    there = _fields(after)
    for id_, field in _fields(before).items():
        today = there.get(after.renamed.get(id_, id_)) or there.get(id_)
        if today is None or today.kind != field.kind:
            yield KeptAnswers(after.title, field.label, "lost")
        elif _inside(field.keeps) - _inside(today.keeps):
            yield KeptAnswers(after.title, field.label, "partly")
        elif today.id != id_:
            yield KeptAnswers(after.title, field.label, "moved")


def _inside(keeps: Sequence[str]) -> set[str]:
    """The ids within a field."""
    return {key.partition("/")[2] for key in keeps}


def _wording(before: Worksheet, after: Worksheet, old: Sequence[Text], new: Sequence[Text]) -> Iterator[Reworded]:
    start = f"worksheets/{after.id}/"
    one, other = _texts(old, start), _texts(new, start)
    yield from reworded(f"Worksheet “{after.title}”", list(one.values()), list(other.values()))


def _texts(texts: Sequence[Text], start: str) -> Mapping[str, str]:
    return {text.key: text.text for text in texts if text.key.startswith(start)}


def reworded(where: str, before: Sequence[str], after: Sequence[str]) -> Iterator[Reworded]:
    """The texts of a part that changed, came or went."""
    for one, other in in_order(before, after):
        old, new = "" if one is None else before[one], "" if other is None else after[other]
        if old != new:
            yield Reworded(where, old, new)

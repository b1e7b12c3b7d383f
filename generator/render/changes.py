"""Course → “What changed” in the counselors' tree: for whoever has older sheets in a drawer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator import addresses
from generator.course import Build, Frame
from generator.facts import Facts
from generator.history.drawer import Outdated, out_of_date
from generator.history.noted import Noted
from generator.render.outputs import Page, SearchEntry
from generator.render.web import lay_out


@dataclass(frozen=True, slots=True)
class Entry:
    """A note of a module as the page shows it."""

    title: str
    guide: str
    """The address of its guide, from this page."""
    note: Noted
    kinds: str
    """What changed, in words."""
    language: str = ""
    """Of its words, where it is another one than the page's."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """A module's row: its revision of today, and a sentence for each kind of sheet that is out of date."""

    title: str
    guide: str
    revision: int
    throw_away: tuple[str, ...]
    language: str = ""


def changes_page(facts: Sequence[Facts], frame: Frame, build: Build) -> tuple[Page, ...]:
    """Safety first, then what to throw away by lesson, then everything, the newest first."""
    t, page = frame.strings, addresses.CHANGES
    entries = tuple(sorted(_entries(facts, frame), key=lambda entry: entry.note.date, reverse=True))
    body = lay_out(
        "changes",
        addresses.linker(page, "", frame.slug, build.patients(frame.language)),
        frame,
        build,
        safety=tuple(entry for entry in entries if entry.note.is_safety),
        shelves=tuple(_shelf(module, frame) for module in facts),
        entries=entries,
    )
    words = " ".join((t["changes_intro"], *(f"{entry.title}: {entry.note.note}" for entry in entries)))
    found = SearchEntry("", t["changes_title"], words)
    return (Page("counselors", page, "changes", t["changes_title"], t["changes_intro"], body, search=(found,)),)


def _entries(facts: Sequence[Facts], frame: Frame) -> Iterator[Entry]:
    for module in facts:
        for note in module.changes:
            kinds = ", ".join(frame.strings[f"changes_kind_{kind}"] for kind in note.what)
            yield Entry(module.title, _guide(module, frame), note, _begun(kinds), frame.foreign(module.language))


def _shelf(module: Facts, frame: Frame) -> Shelf:
    said = tuple(_sentence(each, frame) for each in out_of_date(module.changes))
    return Shelf(module.title, _guide(module, frame), module.revision, said, frame.foreign(module.language))


def _sentence(outdated: Outdated, frame: Frame) -> str:
    sheets = ", ".join(frame.strings[f"changes_sheets_{kind}"] for kind in outdated.kinds)
    name = "changes_throw_first" if outdated.below == 2 else "changes_throw_below"
    return frame.strings[name].format(sheets=_begun(sheets), last=outdated.below - 1)


def _begun(words: str) -> str:
    """The words as the beginning of a sentence."""
    return words[:1].upper() + words[1:]


def _guide(module: Facts, frame: Frame) -> str:
    return addresses.relative(addresses.guide(frame.slug(module.id)), addresses.CHANGES)

"""Course → the counselors' home: what to do first when there are ten minutes before group."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator import addresses
from generator.course import Build, Frame
from generator.engines.look import COUNSELORS_PARTS
from generator.facts import Facts
from generator.render.outputs import Page, SearchEntry
from generator.render.web import lay_out

_STARTS = (
    ("#guides", "start_group"),
    (addresses.MODULES, "start_find"),
    (addresses.ASSIGN, "start_assign"),
    (addresses.PROGRAMS, "start_program"),
    (addresses.EVERY_GROUP, "start_every_group"),
    (addresses.CODES, "start_code"),
    (addresses.CHANGES, "start_changes"),
)
"""What counselors come for, most urgent first: where it is, and the interface word for it (`…_text` says more)."""


@dataclass(frozen=True, slots=True)
class Start:
    """Something to begin with: where, what, and one sentence on it."""

    address: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class GuideCard:
    """A module that a group can have today."""

    title: str
    message: str
    guide: str
    print: str
    lesson: str
    language: str = ""
    """Of its words, where it is another one than the page's."""


def counselors_home(facts: Sequence[Facts], frame: Frame, build: Build) -> tuple[Page, ...]:
    """What to begin with, then every guide."""
    t, patients = frame.strings, build.patients(frame.language)
    cards = tuple(_card(module, frame, patients) for module in facts)
    link = addresses.linker(addresses.HOME, "", frame.slug, patients)
    body = lay_out("counselors", link, frame, build, cards=cards, starts=tuple(_starts(frame)))
    title, intro = t["counselors_title"], t["counselors_intro"]
    found = SearchEntry("", title, f"{intro} {t['start_group_text']}")
    return (Page("counselors", addresses.HOME, "counselors", title, intro, body, search=(found,)),)


def _starts(frame: Frame) -> Iterator[Start]:
    """What the course has of `_STARTS`: parts of this page, and pages that stand in the menu."""
    there = {address for address, _ in COUNSELORS_PARTS}
    for address, word in _STARTS:
        if address.startswith("#") or address in there:
            yield Start(address, frame.strings[word], frame.strings[f"{word}_text"])


def _card(module: Facts, frame: Frame, patients: str) -> GuideCard:
    guide = addresses.guide(frame.slug(module.id))
    lesson = addresses.relative(f"{patients}{addresses.lesson(frame.slug(module.id))}", addresses.HOME)
    return GuideCard(module.title, module.main_message, guide, f"{guide}#print", lesson, frame.foreign(module.language))

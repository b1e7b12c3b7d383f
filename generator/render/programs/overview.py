"""Programs → the counselors' page of all programs and pathways, and a page for each program."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from generator import addresses
from generator.course import Build, Frame
from generator.facts import Facts
from generator.programs.weeks import Program, topic_of
from generator.render.outputs import Page, SearchEntry
from generator.render.programs.page import program_page
from generator.render.programs.parts import Taught, programs_of, shown, size_of, titles_of
from generator.render.web import lay_out
from generator.schema.base import RichLine


@dataclass(frozen=True, slots=True)
class Card:
    """A program on the page of all programs."""

    title: str
    address: str
    description: RichLine
    facts: str
    written: str


@dataclass(frozen=True, slots=True)
class Way:
    """A pathway and its lessons."""

    title: str
    description: RichLine
    lessons: tuple[Taught, ...]


def program_pages(facts: Sequence[Facts], frame: Frame, build: Build) -> tuple[Page, ...]:
    """The page of all programs, and one for each."""
    programs = programs_of(facts, frame)
    pages = (program_page(program, number, frame, build) for number, program in enumerate(programs, 1))
    return (_overview(programs, facts, frame, build), *pages)


def _overview(programs: Sequence[Program], facts: Sequence[Facts], frame: Frame, build: Build) -> Page:
    t, address = frame.strings, addresses.PROGRAMS
    link = addresses.linker(address, "", frame.slug, build.patients(frame.language))
    cards = tuple(_card(program, frame) for program in programs)
    body = lay_out("programs", link, frame, build, cards=cards, ways=_ways(facts, address, frame))
    whole = SearchEntry("", t["programs_title"], " ".join((t["programs_intro"], *(card.title for card in cards))))
    title = t["programs_title"]
    return Page("counselors", address, "programs", title, t["programs_intro"], body, search=(whole,))


def _card(program: Program, frame: Frame) -> Card:
    spec = program.spec
    facts = " · ".join(size_of(program, frame))
    where = addresses.relative(addresses.program(frame.slug(spec.id)), addresses.PROGRAMS)
    return Card(spec.title, where, spec.description, facts, _written(program, frame))


def _written(program: Program, frame: Frame) -> str:
    count, missing = len(program.topics), len(program.planned)
    words = frame.strings["programs_unwritten" if missing else "programs_written"]
    return words.format(count=count, missing=missing) if count else ""


def _ways(facts: Sequence[Facts], page: str, frame: Frame) -> tuple[Way, ...]:
    topic = partial(topic_of, course=frame.spec, titles=titles_of(facts))
    return tuple(
        Way(way.title, way.description, tuple(shown(topic(id_), page, frame) for id_ in way.modules))
        for way in frame.spec.pathways
    )

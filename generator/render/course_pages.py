"""Course → the pages for everybody that belong to no module: home, help, glossary, about."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from generator import addresses
from generator.clinic.display import known_lines
from generator.course import Build, Frame
from generator.facts import Facts
from generator.language.alphabet import by_alphabet
from generator.render.outputs import Page, SearchEntry
from generator.render.review_lines import reviewers
from generator.render.web import lay_out
from generator.schema.base import RichLine
from generator.schema.sources import SourceWork


@dataclass(frozen=True, slots=True)
class Card:
    """A module on a home page."""

    title: str
    message: str
    minutes: int
    address: str
    sheets: str
    language: str = ""
    """Of its words, where it is another one than the page's."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """A pathway and its cards."""

    id: str
    title: str
    description: RichLine
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """A word explained, and the module that explains it."""

    id: str
    term: str
    meaning: RichLine
    module: str
    title: str
    language: str = ""
    """Of its words, where it is another one than the page's."""


@dataclass(frozen=True, slots=True)
class Reviewed:
    """An approved module, and a sentence for each who checked it."""

    title: str
    reviewers: tuple[str, ...]


def home(facts: Sequence[Facts], frame: Frame, build: Build) -> tuple[Page, ...]:
    """The modules as cards, by pathway; those in no pathway by their track."""
    body = lay_out("home", _link(addresses.HOME, frame), frame, build, pathways=_shelves(facts, frame))
    about = SearchEntry("", frame.spec.title, f"{frame.spec.tagline.words} {frame.spec.about.words}")
    return (Page("patients", addresses.HOME, "home", frame.site_name, frame.spec.tagline.words, body, search=(about,)),)


def help_now(facts: Sequence[Facts], frame: Frame, build: Build) -> tuple[Page, ...]:
    """The numbers to call, one tap from everywhere."""
    messages = tuple(frame.messages[id_] for id_ in (frame.safety.everywhere, *frame.safety.help_page))
    body = lay_out("help", _link(addresses.HELP, frame), frame, build, messages=messages)
    found = tuple(SearchEntry(frame.slug(message.id.lower()), message.title, message.words) for message in messages)
    title = frame.strings["help"]
    whole = SearchEntry("", title, frame.strings["help_intro"])
    found = (*found, *_local(frame))
    return (Page("patients", addresses.HELP, "help", title, frame.strings["help_intro"], body, search=(whole, *found)),)


def _local(frame: Frame) -> tuple[SearchEntry, ...]:
    """The clinic's own numbers as the search finds them."""
    known = known_lines(frame)
    words = " ".join(f"{line.label}: {line.number.shown}" for line in known if line.number)
    title = f"{frame.strings['local_title']} {frame.clinic.name or ''}".strip()
    return (SearchEntry("program", title, words),) if known else ()


def glossary(facts: Sequence[Facts], frame: Frame, build: Build) -> tuple[Page, ...]:
    """Every term of every module, by the alphabet."""
    entries = sorted(
        (
            Entry(frame.slug(id_), term, RichLine(meaning), module.id, module.title, frame.foreign(module.language))
            for module in facts
            for id_, term, meaning, _ in module.terms
        ),
        key=lambda entry: (by_alphabet(entry.term), entry.id),
    )
    body = lay_out("glossary", _link(addresses.GLOSSARY, frame), frame, build, entries=entries)
    found = tuple(SearchEntry(entry.id, entry.term, entry.meaning.words) for entry in entries)
    title = frame.strings["glossary"]
    whole = SearchEntry("", title, frame.strings["glossary_intro"])
    return (
        Page(
            "patients",
            addresses.GLOSSARY,
            "glossary",
            title,
            frame.strings["glossary_intro"],
            body,
            search=(whole, *found),
        ),
    )


def about(facts: Sequence[Facts], frame: Frame, build: Build) -> tuple[Page, ...]:
    """What this is, what is kept, who reviewed it, where it comes from."""
    body = lay_out(
        "about",
        _link(addresses.ABOUT, frame),
        frame,
        build,
        numbers=tuple(frame.safety.numbers.values()),
        works=_cited(facts, frame),
        reviewed=tuple(
            Reviewed(module.title, tuple(reviewers(module.reviewers, frame))) for module in facts if module.reviewers
        ),
    )
    title = frame.strings["about"]
    found = SearchEntry("", title, f"{frame.strings['about_kept_text']} {frame.strings['about_reviewed_text']}")
    return (Page("patients", addresses.ABOUT, "about", title, frame.spec.about.words, body, search=(found,)),)


def _link(page: str, frame: Frame) -> Callable[[str], str]:
    return addresses.linker(page, "", frame.slug)


def _shelves(facts: Sequence[Facts], frame: Frame) -> tuple[Shelf, ...]:
    by_id: Mapping[str, Facts] = {module.id: module for module in facts}
    ways = (
        Shelf(
            frame.slug(way.id),
            way.title,
            way.description,
            tuple(_card(by_id[id_], frame) for id_ in way.modules if id_ in by_id),
        )
        for way in frame.spec.pathways
    )
    # Of a way whose modules are all still to be written, readers have nothing yet.
    shelves = [way for way in ways if way.cards]
    placed = {id_ for way in frame.spec.pathways for id_ in way.modules}
    for track, title in frame.spec.tracks.items():
        rest = tuple(_card(module, frame) for module in facts if module.track == track and module.id not in placed)
        if rest:
            shelves.append(Shelf(f"track-{track}", title, RichLine(frame.strings["home_intro"]), rest))
    return tuple(shelves)


def _card(module: Facts, frame: Frame) -> Card:
    sheets = f"{len(module.worksheets)} {frame.strings['worksheets'].lower()}"
    address = addresses.lesson(frame.slug(module.id))
    return Card(module.title, module.main_message, module.minutes, address, sheets, frame.foreign(module.language))


def _cited(facts: Sequence[Facts], frame: Frame) -> tuple[SourceWork, ...]:
    ids = {id_ for module in facts for id_ in module.sources}
    return tuple(
        sorted((frame.sources[id_] for id_ in ids), key=lambda work: (work.authors.casefold(), work.year, work.title))
    )

"""A module that is to be reviewed → what a reviewer needs beside its text: figures, sources, numbers, what changed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from generator.course import walk
from generator.facts import Facts
from generator.problems import Problems
from generator.reviews.desk import Released
from generator.reviews.kept_text import Change, changes, read_text
from generator.reviews.text import code_of
from generator.schema.safety import Number
from generator.schema.signoffs import SignOff
from generator.schema.sources import SourceWork

PEMAT: dict[int, tuple[str, ...]] = {
    1: ("key-is-there",),
    2: (),
    3: ("reading-is-plain", "word-is-plain"),
    4: ("term-is-explained", "term-is-used", "abbreviation-is-written-out"),
    5: (),
    6: ("number-is-whole",),
    7: (),
    8: ("paragraph-is-short", "sentence-is-short"),
    9: ("heading-says-the-point",),
    10: ("lesson-parts-are-in-order",),
    11: ("lesson-has-its-blocks",),
    12: (),
    15: ("picture-is-used", "picture-fits-its-kind"),
    16: (),
    17: ("alt-text-tells-the-picture",),
    18: (),
    19: ("table-fits-the-page",),
    20: ("lesson-has-its-blocks",),
    21: (),
    22: ("lesson-has-its-blocks",),
    23: ("worksheet-is-known",),
    24: (),
    25: (),
    26: (),
}
"""The items of AHRQ's PEMAT-P, and the rules of the check that speak to each; the others are for people alone."""

ACTIONABLE = 20
"""From this item on it is actionability; before it, understandability."""

Found = Literal["holds", "look", "you"]
"""The check found nothing against it; it found something; only a person can say."""


@dataclass(frozen=True, slots=True)
class Item:
    """An item of PEMAT, and what the check says of it."""

    number: int
    found: Found


@dataclass(frozen=True, slots=True)
class Cited:
    """A work that the module cites, and how often."""

    work: SourceWork
    times: int


@dataclass(frozen=True, slots=True)
class Dossier:
    """What a review packet holds beside the module's own pages."""

    code: str
    language: str
    revision: int
    reading: str
    counts: tuple[tuple[str, int], ...]
    """What is counted, as the name of an interface word after `review_count_`, and how many there are."""
    pemat: tuple[Item, ...]
    works: tuple[Cited, ...]
    numbers: tuple[Number, ...]
    last: SignOff | None
    """Who decided last, on whichever text."""
    changes: tuple[Change, ...] | None
    """Since that; None where the text of then is not kept."""


def dossier_of(released: Released, facts: Facts, problems: Problems, course: Path) -> Dossier:
    """Gather it; `problems` are those of the whole course."""
    own = {problem.rule for problem in problems if problem.path == released.path and problem.level != "note"}
    last = released.sign_offs[-1] if released.sign_offs else None
    return Dossier(
        code=code_of(released.digest),
        language=released.frame.language,
        revision=released.module.revision,
        reading=facts.reading,
        counts=tuple(_counts(released)),
        pemat=tuple(Item(number, _found(rules, own)) for number, rules in PEMAT.items()),
        works=tuple(_works(released)),
        numbers=tuple(_numbers(released)),
        last=last,
        changes=_changes(released, last, course),
    )


def _found(rules: Sequence[str], broken: set[str]) -> Found:
    if not rules:
        return "you"
    return "holds" if broken.isdisjoint(rules) else "look"


def _counts(released: Released) -> Iterator[tuple[str, int]]:
    module = released.module
    yield "sections", len(module.lesson)
    yield "pictures", len(module.pictures)
    yield "worksheets", len(module.worksheets)
    yield "questions", len(module.quiz)
    yield "terms", len(module.glossary)
    yield "safety", len(module.safety)
    yield "sources", len(set(_cited(released)))


def _cited(released: Released) -> Iterator[str]:
    for path, value in walk(released.module):
        if len(path) > 1 and path[-2] in ("sources", "leader_sources") and value in released.frame.sources:
            yield value


def _works(released: Released) -> Iterator[Cited]:
    """By the strength of the evidence as the standards list it, then by name; the list at the module's end is no citation."""
    all_of = list(_cited(released))
    for id_ in sorted(set(all_of), key=lambda id_: released.frame.sources[id_].authors.casefold()):
        yield Cited(released.frame.sources[id_], all_of.count(id_) - (id_ in released.module.sources))


def _numbers(released: Released) -> Iterator[Number]:
    """The phone numbers in the safety messages that stand on the module's pages."""
    safety = released.frame.safety
    ids = dict.fromkeys((*released.module.safety, safety.everywhere, safety.worksheets))
    texts = [str(text) for id_ in ids if id_ in safety.messages for text in safety.messages[id_].text.values()]
    named = dict.fromkeys(name for text in texts for name in re.findall(r"\{([a-z0-9-]+)\}", text))
    yield from (safety.numbers[name] for name in named if name in safety.numbers)


def _changes(released: Released, last: SignOff | None, course: Path) -> tuple[Change, ...] | None:
    if last is None:
        return None
    before = read_text(course, released.module.id, released.frame.language, last.digest)
    return None if before is None else changes(before, released.text)

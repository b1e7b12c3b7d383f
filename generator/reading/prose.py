"""Module → the sentences that people read. What is no prose (titles, labels, short answers) is left out (R2)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from generator.course import rich_texts
from generator.schema.module import Module
from generator.source import Path
from generator.text import Nodes, plain

PATIENT_PARTS = ("main_message", "for_whom", "today", "lesson", "worksheets", "quiz", "glossary")
"""The keys of a module that patients and families read; the guide is for counselors."""

FEWEST_WORDS = 4
"""Shorter pieces are labels and answers, not prose."""

_BOXES = ("paragraph", "bullets", "numbers", "item")
_WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")
# Their points end no sentence, in English or in Spanish.
_ABBREVIATION = re.compile(
    r"\b(Dr|Dra|Mr|Mrs|Ms|Sr|Sra|Srta|Ud|Uds|St|vs|pág|[Ee]\.g|[Ii]\.e|[ap]\.m|p\. ?ej|EE\. ?UU)\.(?= )"
)
# Flesch counts what ends in a colon as a sentence of its own. After a closing quote a small letter goes on with it.
_END = re.compile(r"(?<=[.!?:])\s+|(?<=[.!?][”\"')»])\s+(?![a-zß-ÿ])")


@dataclass(frozen=True)
class Sentence:
    """A sentence and where it is written."""

    path: Path
    text: str

    @cached_property
    def words(self) -> tuple[str, ...]:
        """Its words in small letters with straight apostrophes; numbers are left out."""
        return tuple(_WORD.findall(self.text.replace("’", "'").lower()))


def prose_of(module: Module) -> Iterator[tuple[Path, str]]:
    """Each paragraph and list item of the patient text with its path, in plain words."""
    for part in PATIENT_PARTS:
        yield from prose_in(getattr(module, part), (part,))


def prose_in(value: Any, path: Path) -> Iterator[tuple[Path, str]]:
    """Each paragraph and list item of the rich texts of a part that stands at `path`."""
    for place, text in rich_texts(value):
        for paragraph in paragraphs(text.nodes):
            if len(paragraph.split()) >= FEWEST_WORDS:
                yield (*path, *place), paragraph


def sentences_of(module: Module) -> Iterator[Sentence]:
    """Each sentence of the patient text with its path."""
    return _cut(prose_of(module))


def sentences_in(value: Any, path: Path) -> Iterator[Sentence]:
    """Each sentence of a part that stands at `path`."""
    return _cut(prose_in(value, path))


def _cut(prose: Iterator[tuple[Path, str]]) -> Iterator[Sentence]:
    return (Sentence(path, sentence) for path, paragraph in prose for sentence in split_sentences(paragraph))


def paragraphs(nodes: Nodes) -> Iterator[str]:
    """The words of each paragraph and list item, one line each."""
    here = tuple(node for node in nodes if node.kind not in _BOXES)
    words = " ".join(plain(here).split())
    if words:
        yield words
    for node in nodes:
        if node.kind in _BOXES:
            yield from paragraphs(node.children)


def split_sentences(paragraph: str) -> tuple[str, ...]:
    """Cut a paragraph at its end marks; what has none is one sentence."""
    whole = _ABBREVIATION.sub(lambda found: found[1].replace(". ", " "), paragraph)
    return tuple(piece for piece in _END.split(whole) if _WORD.search(piece))

"""Texts → the sentences that people read. What is no prose (titles, labels, short answers) is left out (R2)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

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


def sentences_in(prose: Iterable[tuple[Path, str]]) -> Iterator[Sentence]:
    """Each sentence of paragraphs that come with their paths; labels and answers are left out."""
    for path, paragraph in prose:
        if paragraph.count(" ") >= FEWEST_WORDS - 1:
            for sentence in split_sentences(paragraph):
                yield Sentence(path, sentence)


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

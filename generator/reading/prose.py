"""Texts → the sentences that people read. What is no prose (titles, labels, short answers) is left out (R2)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
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
_SHORT = (
    *("Dr.", "Dra.", "Mr.", "Mrs.", "Ms.", "Sr.", "Sra.", "Srta.", "Ud.", "Uds.", "St.", "vs.", "pág.", "EE."),
    *("e.g.", "E.g.", "i.e.", "I.e.", "a.m.", "p.m.", " p.", "ej.", "UU."),
)
# Flesch counts what ends in a colon as a sentence of its own. After a closing quote a small letter goes on with it.
_END = re.compile(r"(?<=[.!?:])\s+|(?<=[.!?][”\"')»])\s+(?![a-zß-ÿ])")
_END_WITHOUT_QUOTES = re.compile(r"(?<=[.!?:])\s+")


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
    quoted = any(sign in paragraph for sign in "”\"')»")
    pieces = (_END if quoted else _END_WITHOUT_QUOTES).split(paragraph)
    if any(piece.endswith(_SHORT) for piece in pieces[:-1]):
        pieces = list(_joined(pieces))
    return tuple(piece for piece in pieces if piece[:1].isalpha() or _WORD.search(piece))


def _joined(pieces: Sequence[str]) -> Iterator[str]:
    """The pieces, with what was cut after an abbreviation put together again."""
    open_piece = ""
    for piece in pieces:
        whole = f"{open_piece} {piece}" if open_piece else piece
        is_short = any(whole.endswith(short) and not whole[: -len(short)][-1:].isalpha() for short in _SHORT)
        open_piece = whole if is_short else ""
        if not is_short:
            yield whole
    if open_piece:
        yield open_piece

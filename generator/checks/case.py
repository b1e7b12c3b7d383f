"""Case: one module as the rules see it, and the shape of a rule's file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Protocol

from generator.course import Frame, walk
from generator.overlays.overlay import Overlaid
from generator.problems import Level, Problem
from generator.reading import PATIENT_PARTS, Reading, Sentence, paragraphs, reading_of, sentences_in, together
from generator.rules import Rule
from generator.schema.module import Module
from generator.source import Document, Path
from generator.text import RichText, links
from generator.translations.marks import Mark
from generator.wording import Said, wording

_READ = (*PATIENT_PARTS, "guide")
_PARTED = ("lesson", "worksheets", "quiz")
"""The keys whose items are read one at a time."""


@dataclass(frozen=True)
class Case:
    """A module, the file it came from (for places), and what it shares with the others."""

    module: Module
    document: Document
    frame: Frame
    marks: tuple[Mark, ...] = ()
    """Of the module as its own file has it; empty in a course of one language."""
    file_digest: str = ""
    """Of the text of the module as its own file has it."""

    @property
    def overlaid(self) -> bool:
        """Whether this is the module with overlays on it."""
        return isinstance(self.document, Overlaid)

    @cached_property
    def values(self) -> tuple[tuple[Path, Any], ...]:
        """Every value of the module with its path; gathered once, because most rules look at all of them."""
        return tuple(walk(self.module))

    @cached_property
    def links(self) -> tuple[tuple[Path, str], ...]:
        """Every link target as it is written (`term:craving`), with the path of its text."""
        return tuple(
            (path, target) for path, text in self.values if isinstance(text, RichText) for target in links(text.nodes)
        )

    def links_to(self, kind: str) -> tuple[tuple[Path, str], ...]:
        """What each link of a kind (`term`, `worksheet`) leads to, with the path of its text."""
        return tuple(
            (path, target.removeprefix(f"{kind}:")) for path, target in self.links if target.startswith(f"{kind}:")
        )

    @cached_property
    def wording(self) -> tuple[tuple[Path, str], ...]:
        """Each text that people read with its path, in plain words; gathered once for all rules."""
        return tuple(wording(self.module))

    @cached_property
    def said(self) -> Said:
        """The same, ready for lists of words to be looked for."""
        return Said(self.wording)

    @cached_property
    def prose(self) -> tuple[tuple[Path, str], ...]:
        """Each paragraph and list item of the patient text and of the guide, in plain words."""
        texts = ((path, text) for path, text in self.values if isinstance(text, RichText))
        return tuple((path, words) for path, text in texts if path[0] in _READ for words in paragraphs(text.nodes))

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """Each sentence of the patient text."""
        return tuple(sentences_in(prose for prose in self.prose if prose[0][0] != "guide"))

    @cached_property
    def reading(self) -> Reading | None:
        """How plain the patient text reads; None where that cannot be measured."""
        return together([reading for _, reading in self.readings], self.frame.language)

    @cached_property
    def readings(self) -> tuple[tuple[Path, Reading], ...]:
        """How plain each section, worksheet, question and the glossary read, each with its path."""
        parts: dict[Path, list[Sentence]] = {}
        for sentence in self.sentences:
            deep = 2 if sentence.path[0] in _PARTED else 1
            parts.setdefault(sentence.path[:deep], []).append(sentence)
        found = ((path, reading_of(sentences, self.frame.language)) for path, sentences in parts.items())
        return tuple((path, reading) for path, reading in found if reading)

    @cached_property
    def guide_reading(self) -> Reading | None:
        """How plain the guide reads, which is for counselors."""
        return reading_of(sentences_in(prose for prose in self.prose if prose[0][0] == "guide"), self.frame.language)

    def problem(self, rule: Rule, path: Path, message: str, level: Level | None = None, about: str = "") -> Problem:
        """A problem at the value of `path`, of the rule's level or of another one, about these words of the text."""
        return self.document.problem(path, message, rule.id, level or rule.level, about)

    def line(self, path: Path) -> str:
        """The line of the value at `path` as a sentence names it, with its file if that is not the module's own."""
        file, line, _ = self.document.spot(path)
        return f"line {line}" if file == self.document.path else f"line {line} of {file}"


class Check(Protocol):
    """A rule's file: what the rule says, and the function that finds where it does not hold."""

    RULE: Rule

    def check(self, case: Case) -> Iterator[Problem]: ...

"""Case: one module as the rules see it, and the shape of a rule's file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from generator.course import Frame
from generator.problems import Level, Problem
from generator.rules import Rule
from generator.schema.module import Module
from generator.source import Document, Path


@dataclass(frozen=True, slots=True)
class Case:
    """A module, the file it came from (for places), and what it shares with the others."""

    module: Module
    document: Document
    frame: Frame

    def problem(self, rule: Rule, path: Path, message: str, level: Level | None = None) -> Problem:
        """A problem at the value of `path`, of the rule's level or of another one."""
        return Problem(self.document.path, *self.document.place(path), message, rule.id, level or rule.level)


class Check(Protocol):
    """A rule's file: what the rule says, and the function that finds where it does not hold."""

    RULE: Rule

    def check(self, case: Case) -> Iterator[Problem]: ...

"""A module in two languages, read and set side by side."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from generator.load import Source, module_names, read_source
from generator.problems import Problems, errors
from generator.schema.module import Module
from generator.source import Document, read_yaml
from generator.translations.leaves import leaves_of
from generator.translations.ledger import read_ledger
from generator.translations.states import Ledger, Unit, units_of
from generator.validate import validate


@dataclass(frozen=True, slots=True)
class Side:
    """A module's file in one language."""

    name: str
    """In the course's folder, as `es/stress.yml`."""
    source: Source
    document: Document
    module: Module


@dataclass(frozen=True, slots=True)
class Pair:
    """A module, its translation if there is one, and the state of each text."""

    id: str
    language: str
    """Of the translation."""
    ours: Side
    theirs: Side | None
    ledger: Ledger | None
    units: tuple[Unit, ...]

    @property
    def target(self) -> str:
        """The name of the translation's file, there or not."""
        return self.theirs.name if self.theirs else f"{self.language}/{self.id}.yml"

    def counts(self) -> dict[str, int]:
        """How many texts are in each state; states that none is in are left out."""
        states = [unit.state for unit in self.units]
        return {state: states.count(state) for state in dict.fromkeys(sorted(states))}


def read_side(folder: Path, name: str) -> tuple[Side | None, Problems]:
    """Read one module's file; None where it has errors of form."""
    source, problems = read_source(folder, name)
    if source is None:
        return None, problems
    document, problems = read_yaml(source)
    if document is None:
        return None, problems
    module, more = validate(document, Module)
    found = (*problems, *more)
    return (None if module is None or errors(found) else Side(name, source, document, module)), found


def read_pair(folder: Path, first: str, language: str, module: str) -> tuple[Pair | None, Problems]:
    """Read a module in the course's first language and in another one; None where a file has errors of form."""
    ours, problems = read_side(folder, f"{first}/{module}.yml")
    theirs: Side | None = None
    is_there = f"{language}/{module}.yml" in module_names(folder, language)
    if is_there:
        theirs, more = read_side(folder, f"{language}/{module}.yml")
        problems = (*problems, *more)
    ledger, more = read_ledger(folder, language, module)
    problems = (*problems, *more)
    if ours is None or (is_there and theirs is None) or errors(more):
        return None, problems
    return pair_of(module, language, ours, theirs, ledger), problems


def pair_of(module: str, language: str, ours: Side, theirs: Side | None, ledger: Ledger | None) -> Pair:
    """Set two sides side by side."""
    there = leaves_of(theirs.module) if theirs else ()
    return Pair(module, language, ours, theirs, ledger, units_of(leaves_of(ours.module), there, ledger))

"""A module in two languages, read and set side by side."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel

from generator.beside import parsed
from generator.load import Source, module_names, read_source
from generator.problems import Problems, errors
from generator.schema.module import Module
from generator.source import Document, read_yaml
from generator.translations.leaves import leaves_of
from generator.translations.ledger import read_ledger
from generator.translations.shared import shared_id, texts_of
from generator.translations.states import Ledger, Unit, unit_of, units_of
from generator.validate import validate


@dataclass(frozen=True, slots=True)
class Side:
    """A module's file in one language."""

    name: str
    """In the course's folder, as `es/stress.yml`."""
    source: Source
    document: Document
    model: type[BaseModel]


@dataclass(frozen=True, slots=True)
class Pair:
    """A module or shared file, its translation if there is one, and the state of each text."""

    id: str
    """What its ledger and its PO file are called: the module's id, or `shared/` and the file's name."""
    first: str
    """The language of the source."""
    language: str
    """Of the translation."""
    ours: Side
    theirs: Side | None
    """The same side where one file holds all languages."""
    ledger: Ledger | None
    units: tuple[Unit, ...]

    @property
    def target(self) -> str:
        """The name of the translation's file, there or not."""
        return self.theirs.name if self.theirs else f"{self.language}/{self.id}.yml"

    @property
    def is_shared(self) -> bool:
        """Whether one file holds both languages."""
        return self.theirs is self.ours

    def counts(self) -> dict[str, int]:
        """How many texts are in each state; states that none is in are left out."""
        states = [unit.state for unit in self.units]
        return {state: states.count(state) for state in dict.fromkeys(sorted(states))}


def read_side(folder: Path, name: str) -> tuple[Side | None, Module | None, Problems]:
    """Read one module's file; None where it has errors of form."""
    source, problems = read_source(folder, name)
    if source is None:
        return None, None, problems
    document, problems = read_yaml(source)
    if document is None:
        return None, None, problems
    module, more = validate(document, Module)
    found = (*problems, *more)
    if module is None or errors(found):
        return None, None, found
    return Side(name, source, document, Module), module, found


def read_pair(folder: Path, first: str, language: str, module: str) -> tuple[Pair | None, Problems]:
    """Read a module in the course's first language and in another one; None where a file has errors of form."""
    ours, source, problems = read_side(folder, f"{first}/{module}.yml")
    theirs: Side | None = None
    target: Module | None = None
    is_there = f"{language}/{module}.yml" in module_names(folder, language)
    if is_there:
        theirs, target, more = read_side(folder, f"{language}/{module}.yml")
        problems = (*problems, *more)
    ledger, more = read_ledger(folder, language, module)
    problems = (*problems, *more)
    if ours is None or source is None or (is_there and theirs is None) or errors(more):
        return None, problems
    units = units_of(leaves_of(source), leaves_of(target) if target else None, ledger)
    return Pair(module, first, language, ours, theirs, ledger, units), problems


def read_shared_pair(
    folder: Path, name: str, model: type[BaseModel], first: str, language: str
) -> tuple[Pair | None, Problems]:
    """Read a shared file in two languages; None where it cannot be read. What else is wrong with it, `check` says."""
    source, problems = read_source(folder, name)
    document, more = parsed(source) if source else (None, ())
    id_ = shared_id(name)
    ledger, even_more = read_ledger(folder, language, id_)
    problems = (*problems, *more, *even_more)
    if source is None or document is None or errors(problems):
        return None, problems
    side = Side(name, source, document, model)
    found = texts_of(document, model, first, language)
    units = tuple(
        unit_of(both.source, both.target if both.target.text is not None else None, both.target.path, ledger or {})
        for both in found
    )
    return Pair(id_, first, language, side, side, ledger, units), problems

"""A shared file (course.yml, safety.yml, a program …), which holds all languages → its texts in two of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path as FilePath
from typing import Any

from pydantic import BaseModel

from generator.annotations import is_union, type_inside, unwrapped, variant
from generator.beside import GROUP
from generator.language.by_language import CODE, is_text
from generator.load import module_names
from generator.schema.clinic import ClinicSpec
from generator.schema.course import CourseSpec
from generator.schema.group import GroupSpec
from generator.schema.overlay import OverlaySpec
from generator.schema.program import ProgramSpec
from generator.schema.safety import SafetySpec
from generator.source import Document, Path
from generator.translations.leaves import Leaf

_OF_ITS_OWN = ("exceptions", "triggers")
"""Keys under which each language has what it needs, and no translation of the others."""

FRONT = "shared/"
"""What the names of these files begin with in ledgers and PO files, so that no module's name is one of them."""


def shared_files(folder: FilePath) -> dict[str, type[BaseModel]]:
    """Name in the course's folder → model, of each shared file that is there and holds texts for readers."""
    found: dict[str, type[BaseModel]] = {
        "course.yml": CourseSpec,
        "safety.yml": SafetySpec,
        GROUP: GroupSpec,
        "clinic.yml": ClinicSpec,
        **dict.fromkeys(module_names(folder, "programs"), ProgramSpec),
        **dict.fromkeys(module_names(folder, "overlays"), OverlaySpec),
    }
    return {name: model for name, model in found.items() if (folder / name).is_file()}


def shared_id(name: str) -> str:
    """What the ledger of a shared file is called: `shared/programs/evenings` of `programs/evenings.yml`."""
    return FRONT + name.rpartition(".")[0]


@dataclass(frozen=True, slots=True)
class Both:
    """A text in the first language, and in the other one where it is there."""

    source: Leaf
    target: Leaf
    """Its text is None where there is none; its path is where it would stand."""


def texts_of(document: Document, model: type[BaseModel], first: str, language: str) -> tuple[Both, ...]:
    """The texts of a shared file that are written by language, in the order of the file.

    A text that stands there once for all languages is none of them: nobody said that it should be translated.
    """
    return tuple(_Walk(first, language).found(document.value, None, model, (), ()))


@dataclass(frozen=True, slots=True)
class _Walk:
    first: str
    language: str

    def found(self, value: Any, other: Any, annotation: Any, path: Path, key: tuple[str, ...]) -> Iterator[Both]:
        """`other` is what the other language has in the value's place; None outside of anything by language."""
        inner = unwrapped(annotation)
        if self._is_by_language(value):
            within = annotation if is_text(annotation) else type_inside(inner, self.first)
            yield from self._split(value, within, path, key)
        elif is_text(annotation):
            if other is not None and isinstance(value, str):
                yield self._both(value, other, path, key)
        elif isinstance(value, dict):
            yield from self._of_group(value, other, inner, path, key)
        elif isinstance(value, tuple):
            for index, item in enumerate(value):
                step = str(item.get("id", index)) if isinstance(item, dict) else str(index)
                within = _kind_of(type_inside(inner, index), item)
                yield from self.found(item, _at(other, index), within, (*path, index), (*key, step))

    def _of_group(
        self, value: Mapping[str, Any], other: Any, inner: Any, path: Path, key: tuple[str, ...]
    ) -> Iterator[Both]:
        for name, item in value.items():
            if name not in _OF_ITS_OWN:
                within = _kind_of(type_inside(inner, name), item)
                yield from self.found(item, _at(other, name), within, (*path, name), (*key, name))

    def _is_by_language(self, value: Any) -> bool:
        return isinstance(value, dict) and self.first in value and all(CODE.fullmatch(str(name)) for name in value)

    def _split(self, value: Mapping[str, Any], within: Any, path: Path, key: tuple[str, ...]) -> Iterator[Both]:
        """The value of the first language beside that of the other; the language is no part of the key."""
        own, other = value[self.first], value.get(self.language, {})
        for both in self.found(own, other, within, (*path, self.first), key):
            there = (*path, self.language, *both.source.path[len(path) + 1 :])
            yield Both(both.source, Leaf(both.target.key, there, both.target.text, ""))

    def _both(self, value: str, other: Any, path: Path, key: tuple[str, ...]) -> Both:
        name = "/".join(key)
        return Both(Leaf(name, path, value, ""), Leaf(name, path, other if isinstance(other, str) else None, ""))


def _at(other: Any, step: str | int) -> Any:
    """What stands at a step of the other language; an empty group where it has nothing there."""
    if other is None:
        return None
    if isinstance(other, dict):
        return other.get(step, {})
    return other[step] if isinstance(other, tuple) and isinstance(step, int) and step < len(other) else {}


def _kind_of(annotation: Any, value: Any) -> Any:
    """Of a union by `kind`, the model whose kind the value says."""
    inner = unwrapped(annotation)
    return variant(inner, value.get("kind")) if is_union(inner) and isinstance(value, dict) else annotation

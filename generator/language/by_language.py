"""A text in several languages, in one file: `title: {en: Steps, es: Pasos}` → the text in the language that is asked for.

This is done on plain values, before they are validated: models, and all that read them, know one text and no languages.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated, Any, TypeGuard, get_args, get_origin

from pydantic import BaseModel

from generator.annotations import is_union, unwrapped
from generator.problems import Problem, Problems, did_you_mean, in_order
from generator.rules import Rule
from generator.source import Document, Path, shown
from generator.text import ONE_PLAIN_LINE, RichText

TEXT_IS_IN_EVERY_LANGUAGE = Rule(
    "text-is-in-every-language",
    "A text that is written by language is there in each language of the course.",
    "Readers find a line in another language where it is missing.",
    "Add the text for the language; or write one text alone, if it is to be the same in all.",
    "warning",
)
TEXT_IS_IN_FIRST_LANGUAGE = Rule(
    "text-is-in-first-language",
    "A text that is written by language is there in the course's first language.",
    "The first language stands in wherever another one is missing.",
    "Add the text for the first language of course.yml.",
)
BY_LANGUAGE_RULES: tuple[Rule, ...] = (TEXT_IS_IN_EVERY_LANGUAGE, TEXT_IS_IN_FIRST_LANGUAGE)

APART = ("messages", "modules")
"""Keys at the top of a file whose texts stand by language in another way: safety.yml's and the overlays' own."""
CODE = re.compile(r"[a-z]{2,3}(-[A-Z]{2})?")
"""A language as course.yml names it."""


@dataclass(frozen=True, slots=True)
class Tongue:
    """The language that texts are wanted in."""

    language: str
    source: str = ""
    """The first language of course.yml; it stands in for a text that is missing."""
    shown: tuple[str, ...] = ()
    """The languages that are built."""
    known: tuple[str, ...] = ()
    """The languages that a text may be written in."""

    def pick(self, there: Mapping[str, Any]) -> str | None:
        """The language whose text is taken of those that are there; None if none of them will do."""
        wanted = (self.language, self.language.partition("-")[0], self.source, *self.shown)
        return next((language for language in wanted if language in there), None)


def in_language(document: Document, model: type[BaseModel], tongue: Tongue) -> tuple[Document, Problems]:
    """The document with one text in the place of each group of texts, and what is wrong with the groups.

    A place in it leads to the text that was taken.
    """
    picks: dict[Path, str] = {}
    problems: list[Problem] = []
    for path, group in _groups(document.value, model, ()):
        problems += _wrong(document, path, group, tongue)
        taken = tongue.pick(group)
        if taken is not None:
            picks[path] = taken
    value = _taken(document.value, picks, ())
    return (document.narrowed(value, picks) if picks else document), in_order(problems)


def _wrong(document: Document, path: Path, group: Mapping[str, Any], tongue: Tongue) -> Iterator[Problem]:
    name = shown(str(path[-1]))
    for language in group:
        if language not in tongue.known:
            said = f"there is no language '{shown(language)}' in this course{did_you_mean(language, tongue.known)}"
            yield Problem(document.path, *document.key_place((*path, language)), said, "language-is-there")
    if tongue.source not in group and not any(language in group for language in tongue.shown[:1]):
        said = f"'{name}' has no text in '{tongue.source}', the course's first language"
        yield Problem(document.path, *document.key_place(path), said, TEXT_IS_IN_FIRST_LANGUAGE.id)
        return
    for language in tongue.shown:
        if language not in group and language.partition("-")[0] not in group:
            said = f"'{name}' has no text in '{language}', so another language stands in for it"
            place = document.key_place(path)
            yield Problem(document.path, *place, said, TEXT_IS_IN_EVERY_LANGUAGE.id, TEXT_IS_IN_EVERY_LANGUAGE.level)


def _groups(value: Any, annotation: Any, path: Path) -> Iterator[tuple[Path, Mapping[str, Any]]]:
    """Each group of texts by language that stands where the model wants one text."""
    if not isinstance(value, (dict, tuple)):
        return
    if is_text(annotation):
        if _is_group(value):
            yield path, value
        return
    inner = unwrapped(annotation)
    origin, args = get_origin(inner), get_args(inner)
    if isinstance(inner, type) and issubclass(inner, BaseModel) and isinstance(value, dict):
        for key, field in inner.model_fields.items():
            if key in value and not (not path and key in APART):
                yield from _groups(value[key], field.rebuild_annotation(), (*path, key))
    elif origin is dict and isinstance(value, dict):
        for key, item in value.items():
            yield from _groups(item, args[1], (*path, key))
    elif origin is tuple and isinstance(value, tuple):
        for index, item in enumerate(value):
            # A list of texts is one text long in all languages or in none: it is no place for a group.
            if not is_text(args[0]):
                yield from _groups(item, args[0], (*path, index))


def _is_group(value: object) -> TypeGuard[dict[str, Any]]:
    """Whether somebody meant texts by language; any other group of keys is no text at all, and validation says so."""
    return isinstance(value, dict) and bool(value) and any(CODE.fullmatch(key) for key in value)


def is_text(annotation: Any) -> bool:
    """Whether the annotation stands for a text that people read: a line of plain words, or Markdown."""
    if get_origin(annotation) is Annotated:
        base, *metas = get_args(annotation)
        return is_text(base) or (base is str and any(_is_plain_line(meta) for meta in metas))
    if is_union(annotation):
        named = [kind for kind in get_args(annotation) if kind is not type(None)]
        return len(named) == 1 and is_text(named[0])
    return isinstance(annotation, type) and issubclass(annotation, RichText)


def _is_plain_line(meta: object) -> bool:
    return getattr(meta, "pattern", None) == ONE_PLAIN_LINE


def _taken(value: Any, picks: Mapping[Path, str], path: Path) -> Any:
    """The value with the picked text in the place of each group."""
    if path in picks:
        return value[picks[path]]
    if isinstance(value, dict):
        return {key: _taken(item, picks, (*path, key)) for key, item in value.items()}
    if isinstance(value, tuple):
        return tuple(_taken(item, picks, (*path, index)) for index, item in enumerate(value))
    return value

"""A new module: its file and its place in course.yml, written together; nothing is overwritten."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from generator.checks.id_is_free import TAKEN_BY_WINDOWS, TAKEN_IN_THE_COURSE
from generator.course_list import list_module, title_of
from generator.kept import write_whole
from generator.language.by_language import in_language
from generator.language.tongues import tongues_of
from generator.load import BESIDE_MODULES, Source, module_names, read_source
from generator.problems import errors
from generator.schema.course import CourseSpec
from generator.schema.safety import SafetySpec
from generator.schema.sources import SourcesSpec
from generator.skeleton import NewModule, skeleton
from generator.source import Document, read_yaml
from generator.validate import validate

SLUG = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
LONGEST = 60


class NotNew(Exception):
    """The module cannot be started; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Started:
    """What was written, or would be."""

    file: Path
    title: str
    was_planned: bool
    is_listed: bool
    """Whether course.yml names it now; if not, a person has to write it there."""


def start_module(course: Path, module: str, title: str | None, language: str | None, today: date) -> Started:
    """Write `<language>/<module>.yml` and put it on the list of course.yml. Raises NotNew; nothing is overwritten."""
    _refuse_name(module)
    settings = _values(course, "course.yml", CourseSpec)
    languages = settings["languages"]
    language = _language(course, language, languages, module)
    file = course / language / f"{module}.yml"
    _refuse_taken(course, file, settings, module)
    planned = (settings.get("planned") or {}).get(module)
    title = title or title_of(planned, language) or module.replace("-", " ").capitalize()
    if not title.isprintable() or not title.strip() or len(title) > 300:
        raise NotNew("a title is one line of words, at most 300 letters")
    text = skeleton(_found(course, settings, module, title, today))
    listed = list_module(_text(course, "course.yml"), module)
    file.parent.mkdir(parents=True, exist_ok=True)
    if not file.parent.resolve().is_relative_to(course.resolve()):
        raise NotNew(f"{file.parent} leads out of the course's folder; put the folder itself there")
    try:
        with file.open("x", encoding="utf-8", newline="\n") as opened:
            opened.write(text)
    except FileExistsError:
        raise NotNew(f"{file} is there already; choose another name, or open that file") from None
    if listed:
        # A link stays a link: it was looked at when the file was read.
        write_whole((course / "course.yml").resolve(), listed.text.encode())
    return Started(file, title, planned is not None, listed is not None)


def _refuse_name(module: str) -> None:
    if module in TAKEN_IN_THE_COURSE:
        raise NotNew(f"'{module}' is the name of a page that every course has; choose another, as my-{module}")
    if module in TAKEN_BY_WINDOWS:
        raise NotNew(f"no file can be called '{module}' on Windows; choose another name, as my-{module}")
    if SLUG.fullmatch(module) and len(module) <= LONGEST:
        return
    nearest = re.sub(r"[^a-z0-9]+", "-", module.lower().removesuffix(".yml")).strip("-0123456789")[:LONGEST].strip("-")
    hint = f"; '{nearest}' would do" if SLUG.fullmatch(nearest) else ""
    raise NotNew(
        f"a name has small letters, digits and hyphens, as sleep-and-rest, and at most {LONGEST} of them{hint}"
    )


def _refuse_taken(course: Path, file: Path, settings: Mapping[str, Any], module: str) -> None:
    for name in module_names(course, file.parent.name):
        # Many disks do not tell `Sleep` from `sleep`.
        if Path(name).stem.casefold() == module:
            raise NotNew(f"{course / name} is there already; choose another name, or open that file")
    if module in (settings.get("modules") or ()):
        raise NotNew(
            f"{course / 'course.yml'} lists '{module}' already, though its file is missing; take it out there, or name another module"
        )


def _language(course: Path, wanted: str | None, languages: Sequence[str], module: str) -> str:
    source = languages[0]
    if wanted is None or wanted == source:
        return source
    if wanted in BESIDE_MODULES or not re.fullmatch(r"[a-z]{2,3}(-[A-Z]{2})?", wanted):
        raise NotNew(f"'{wanted}' is no language; write its two letters, as es")
    raise NotNew(
        f"a module is written in '{source}' first, the first of `languages` in course.yml; then `psychoed translate` puts it into '{wanted}'"
    )


def _found(course: Path, settings: Mapping[str, Any], module: str, title: str, today: date) -> NewModule:
    """What the module needs of its course; what is missing there is a sentence."""
    safety, sources = _values(course, "safety.yml", SafetySpec), _values(course, "sources.yml", SourcesSpec)
    messages = safety.get("messages") or {}
    everywhere = safety.get("everywhere")
    carried = [id_ for id_, message in messages.items() if module in (_get(message, "modules") or ())]
    tracks = tuple(settings.get("tracks") or ())
    if not (tracks and sources and everywhere):
        raise NotNew(
            "the course needs a track in course.yml, a source in sources.yml and a safety message in safety.yml first; run psychoed check"
        )
    return NewModule(module, title, tracks, tuple(dict.fromkeys((everywhere, *carried))), next(iter(sources)), today)


def _get(value: object, key: str) -> Any:
    return value.get(key) if isinstance(value, dict) else None


def _text(course: Path, name: str) -> str:
    return _source(course, name).text


def _source(course: Path, name: str) -> Source:
    source, problems = read_source(course, name)
    if source is None:
        raise NotNew(str(problems[0]))
    return source


def _values(course: Path, name: str, model: type[BaseModel]) -> dict[str, Any]:
    """The plain values of a file of the course, once they have the form that is wanted of them."""
    document: Document | None
    document, problems = read_yaml(_source(course, name))
    if document and not problems:
        read = in_language(document, model, tongues_of(course)[0])[0]
        # A course may well start with this module.
        problems = tuple(one for one in errors(validate(read, model)[1]) if one.rule != "list-has-enough")
    if document is None or problems:
        raise NotNew(f"{problems[0]}; mend that first")
    found: dict[str, Any] = document.value
    return found

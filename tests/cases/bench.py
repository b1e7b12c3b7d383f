"""A module's text → all that reading, validating and checking say about it, in the small course of this folder."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from generator.checks import check
from generator.checks.case import Case
from generator.course import Frame, safety_message
from generator.load import read_source
from generator.problems import Problems, in_order
from generator.schema.course import CourseSpec
from generator.schema.module import Module
from generator.schema.safety import SafetySpec
from generator.schema.sources import SourcesSpec
from generator.schema.words import WordsSpec
from generator.source import Document, read_yaml
from generator.validate import validate

HERE = Path(__file__).parent
VALID = (HERE / "valid.yml").read_text("utf-8")
FILE = "en/slow-down.yml"

Spec = TypeVar("Spec", bound=BaseModel)


def read(folder: Path, name: str, model: type[Spec]) -> tuple[Document | None, Spec | None, Problems]:
    """Read and validate one file."""
    source, problems = read_source(folder, name)
    if source is None:
        return None, None, problems
    document, problems = read_yaml(source)
    if document is None:
        return None, None, problems
    spec, more = validate(document, model)
    return document, spec, (*problems, *more)


@cache
def frame(language: str = "en") -> Frame:
    """What the modules of the small course share."""
    course, safety = _whole("course.yml", CourseSpec), _whole("safety.yml", SafetySpec)
    return Frame(
        language=language,
        spec=course,
        safety=safety,
        messages={id_: safety_message(id_, message, safety, "en") for id_, message in safety.messages.items()},
        sources=_whole("sources.yml", SourcesSpec).root,
        words=_whole("words.yml", WordsSpec).root,
        strings={},
        digest="",
    )


def _whole(name: str, model: type[Spec]) -> Spec:
    _, spec, problems = read(HERE / "course", name, model)
    assert spec is not None, problems
    assert not problems
    return spec


def problems_in(folder: Path, language: str = "en") -> Problems:
    """Everything that is wrong with the module in `folder`."""
    document, module, problems = read(folder, FILE, Module)
    if document is None or module is None or problems:
        return in_order(problems)
    return check(Case(module, document, frame(language)))


def put(text: str, tmp_path: Path) -> Path:
    """Write a module's text to disk; return the course's folder."""
    file = tmp_path / "modules" / FILE
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")
    return tmp_path / "modules"


def problems_of(text: str, tmp_path: Path, language: str = "en") -> Problems:
    """Everything that is wrong with a module's text."""
    return problems_in(put(text, tmp_path), language)


def changed(old: str, new: str) -> str:
    """The valid module with one place changed; `old` stands there once."""
    assert VALID.count(old) == 1, f"{VALID.count(old)} times in valid.yml: {old!r}"
    return VALID.replace(old, new)


def said(problems: Problems, rule: str) -> list[str]:
    """What one rule says, place and sentence: `14:9: unknown …`."""
    return [f"{problem.line}:{problem.column}: {problem.message}" for problem in problems if problem.rule == rule]

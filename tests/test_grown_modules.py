"""Whatever the models accept comes through checks and renderers; whatever they refuse has its place in the file."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.checks import RULES
from generator.compile import Compiled, compile_module, read_module
from generator.course import Build, Frame
from generator.frame import frame_of, read_shared
from generator.load import Source
from generator.problems import Problems
from generator.schema.module import Module
from generator.source import read_yaml
from generator.validate import validate
from tests.cases.bench import HERE, VALID, frame
from tests.grown import lines, rich, values_of

PATH = "modules/en/slow-down.yml"
document, _ = read_yaml(Source(PATH, VALID, ""))
assert document
WHOLE = json.dumps(document.value)
PARTS = (
    "lesson",
    "pictures",
    "worksheets",
    "quiz",
    "guide",
    "glossary",
    "objectives",
    "review",
    "needs",
    "exceptions",
    "note",
)
QUIET = settings(max_examples=25, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))


def text_of(module: dict[str, Any]) -> str:
    """A module as YAML; JSON is YAML, too."""
    return json.dumps(module, ensure_ascii=False, indent=1)


def has_places(problems: Problems, text: str) -> bool:
    """Whether every problem stands in the file."""
    rows = text.split("\n")
    return all(
        problem.rule in RULES
        and problem.path == PATH
        and 1 <= problem.line <= len(rows)
        and 1 <= problem.column <= len(rows[problem.line - 1]) + 1
        for problem in problems
    )


@pytest.mark.parametrize("part", PARTS)
def test_any_part_that_the_models_accept_is_checked_and_any_other_has_its_place(part: str) -> None:
    fates: Counter[str] = Counter()

    @QUIET
    @given(values_of(Module.model_fields[part].rebuild_annotation()))
    def grow(value: Any) -> None:
        text = text_of({**json.loads(WHOLE), part: value})
        case, problems = read_module(Source(PATH, text, ""), frame())
        assert has_places(problems, text), problems
        fates["checked" if case else "refused"] += 1

    grow()
    assert fates["checked"] > 1, fates


def test_a_whole_module_that_is_grown_is_read(tmp_path: Path) -> None:
    fates: Counter[str] = Counter()

    @settings(QUIET, max_examples=10)
    @given(values_of(Module))
    def grow(value: dict[str, Any]) -> None:
        text = text_of(value)
        found, problems = read_yaml(Source(PATH, text, ""))
        assert found and not problems
        spec, refused = validate(found, Module)
        assert has_places(refused, text), refused
        assert bool(spec) != bool(refused)
        fates["accepted" if spec else "refused"] += 1
        if spec:
            assert has_places(read_module(Source(PATH, text, ""), frame())[1], text)

    grow()
    assert fates["accepted"] + fates["refused"] >= 10


@pytest.fixture(scope="module")
def whole() -> tuple[Frame, Build]:
    """What modules share, with the pages' own words."""
    shared, problems = read_shared(HERE / "course")
    assert shared, problems
    found = frame_of(shared, "en")
    return found, Build("dev", "https://course.example/", ("letter",))


def places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The path of every text of several words."""
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    found = [path] if isinstance(value, str) and " " in value else []
    return found + [deep for key, item in inside for deep in places(item, (*path, key))]


def put(value: Any, path: tuple[Any, ...], text: str) -> None:
    """Set the text at a path."""
    for step in path[:-1]:
        value = value[step]
    value[path[-1]] = text


TEXTS = places(json.loads(WHOLE))


def made(source: Source, whole: tuple[Frame, Build]) -> Compiled:
    return compile_module(source, *whole)


def test_any_words_come_through_to_the_data_of_pages_and_sheets(whole: tuple[Frame, Build]) -> None:
    fates: Counter[str] = Counter()

    @settings(QUIET, max_examples=60)
    @given(st.lists(st.tuples(st.sampled_from(TEXTS), st.one_of(lines, rich)), min_size=1, max_size=3))
    def write(changes: list[tuple[tuple[Any, ...], str]]) -> None:
        module = json.loads(WHOLE)
        for path, text in changes:
            put(module, path, text)
        text = text_of(module)
        found = made(Source(PATH, text, ""), whole)
        assert has_places(found.problems, text), found.problems
        # With an error nothing is made; without one both formats are there.
        assert bool(found.pages) == bool(found.sheets)
        assert found.pages or any(problem.level == "error" for problem in found.problems)
        fates["made" if found.pages else "refused"] += 1

    write()
    assert fates["made"] > 8, fates
    assert fates["refused"] > 0, fates

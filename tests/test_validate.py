"""No mistake is without a sentence, and nothing an author writes raises."""

from __future__ import annotations

import random
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel

from generator.checks import RULES
from generator.load import Source
from generator.problems import Problem, Problems, in_order
from generator.schema.course import CourseSpec
from generator.schema.module import Module
from generator.schema.safety import SafetySpec
from generator.schema.sources import SourcesSpec
from generator.schema.words import WordsSpec
from generator.source import read_yaml
from generator.validate import validate
from tests.cases.bench import HERE, VALID, problems_of

FILES: dict[str, tuple[str, type[BaseModel]]] = {
    "module": (VALID, Module),
    "course": ((HERE / "course" / "course.yml").read_text("utf-8"), CourseSpec),
    "safety": ((HERE / "course" / "safety.yml").read_text("utf-8"), SafetySpec),
    "sources": ((HERE / "course" / "sources.yml").read_text("utf-8"), SourcesSpec),
    "words": ((HERE / "course" / "words.yml").read_text("utf-8"), WordsSpec),
}
ODD_VALUES = (
    "", "~", "5", "0", "-1", "1e999", "true", "[]", "{}", "[[]]", "{a: 1}", "{'[key]': 1}", "'[key]'", "*", "&a",
    "text", "Text", "S-A", "'# x'", '"\\0"', '"\\n"', "x" * 6_000, "[" + "a, " * 99 + "a]", "999999999999999999", "!t x",
)  # fmt: skip


def problems_after(text: str, model: type[BaseModel]) -> Problems:
    """What reading and validating a text says."""
    document, problems = read_yaml(Source("f.yml", text, ""))
    if document is None:
        return problems
    value, more = validate(document, model)
    # A value beside problems is one whose unknown keys were left out, so that the rest can be checked too.
    assert value is None or all(problem.rule == "key-is-known" for problem in more)
    assert value is not None or more
    return in_order((*problems, *more))


def is_said_well(problem: Problem) -> bool:
    """One line with a known rule and a place."""
    return problem.rule in RULES and problem.line >= 1 and problem.column >= 1 and str(problem).isprintable()


@pytest.mark.parametrize("name", FILES)
def test_every_value_may_be_anything(name: str) -> None:
    """Each line's value in turn becomes each odd value; there are always problems or a spec."""
    text, model = FILES[name]
    lines = text.splitlines()
    chance = random.Random(7)
    for index, line in enumerate(lines):
        begin, colon, _ = line.partition(": ")
        dash = line[: len(line) - len(line.lstrip(" -"))]
        for odd in chance.sample(ODD_VALUES, 5):
            broken = [*lines[:index], f"{begin}: {odd}" if colon else f"{dash}{odd}", *lines[index + 1 :]]
            assert all(is_said_well(problem) for problem in problems_after("\n".join(broken), model))


@pytest.mark.parametrize("odd", ODD_VALUES)
@pytest.mark.parametrize("name", FILES)
def test_every_file_may_be_anything(name: str, odd: str) -> None:
    assert all(is_said_well(problem) for problem in problems_after(odd, FILES[name][1]))


@st.composite
def mutations(draw: st.DrawFn) -> str:
    """valid.yml with a few lines deleted, swapped or doubled, and a few letters changed."""
    lines = VALID.splitlines()
    places = st.integers(0, len(lines) - 1)
    for _ in range(draw(st.integers(0, 4))):
        at, to = draw(places) % len(lines), draw(places) % len(lines)
        match draw(st.sampled_from(("delete", "swap", "double", "indent"))):
            case "delete":
                del lines[at]
            case "swap":
                lines[at], lines[to] = lines[to], lines[at]
            case "double":
                lines.insert(to, lines[at])
            case _:
                lines[at] = "  " + lines[at]
    text = "\n".join(lines)
    for _ in range(draw(st.integers(0, 4))):
        at = draw(st.integers(0, len(text)))
        letter = draw(
            st.sampled_from("\t\n:-[]{}*&!|>'\"#%@` \x00\x07é€𝕏\u2028\ufeff{}09az") | st.characters(codec="utf-8")
        )
        text = text[:at] + letter + text[at + draw(st.integers(0, 2)) :]
    return text


@settings(max_examples=200, deadline=None)
@given(mutations())
def test_any_mutation_gives_problems_or_a_module_and_never_an_exception(text: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        found = problems_of(text, Path(folder))
    assert all(is_said_well(problem) for problem in found)
    assert list(found) == sorted(found)


def reachable(schema: Any, seen: set[int]) -> set[str]:
    """The kinds of pydantic core schema below `schema`."""
    if id(schema) in seen:
        return set()
    seen.add(id(schema))
    if isinstance(schema, dict):
        kind = {schema["type"]} if isinstance(schema.get("type"), str) else set()
        return kind.union(*(reachable(value, seen) for value in schema.values()), set())
    if isinstance(schema, (list, tuple)):
        return set().union(*(reachable(value, seen) for value in schema), set())
    return set()


KNOWN_SCHEMAS = {
    "bool", "default", "definition-ref", "definitions", "dict", "function-after", "int", "literal", "model",
    "model-field", "model-fields", "no-info", "nullable", "str", "tagged-union", "tuple",
}  # fmt: skip
"""Kinds whose errors `validate` has sentences for; a new kind of field in the schema shows up here first."""


@pytest.mark.parametrize("name", FILES)
def test_the_schema_uses_only_kinds_that_have_sentences(name: str) -> None:
    kinds = reachable(FILES[name][1].__pydantic_core_schema__, set())
    assert "str" in kinds
    assert {kind for kind in kinds if not kind.startswith("S-")} <= KNOWN_SCHEMAS


def test_a_sign_that_a_terminal_may_not_show_is_told_by_its_number(tmp_path: Path) -> None:
    found = problems_of(VALID.replace("title: ", "title: \ud7fc", 1), tmp_path)
    assert "the character U+D7FC, no name cannot be printed" in str(found[0])
    assert all(is_said_well(problem) for problem in found)

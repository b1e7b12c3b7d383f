"""group.yml: what its words must not hold, each named at its place."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from generator.frame import read_shared
from generator.problems import errors
from tests.conftest import COURSES

BREATH = "  breath: Let’s take one slow breath. Your eyes can stay open.\n"


@pytest.fixture
def course(tmp_path: Path) -> Path:
    return Path(shutil.copytree(COURSES / "tiny", tmp_path / "tiny"))


def said(course: Path, breath: str) -> list[str]:
    """The problems of the course with another breath line."""
    file = course / "group.yml"
    text = file.read_text("utf-8")
    assert BREATH in text
    file.write_text(text.replace(BREATH, f"  breath: {breath}\n"), "utf-8")
    return [str(problem) for problem in read_shared(course)[1]]


def line_of(course: Path) -> int:
    return (course / "group.yml").read_text("utf-8").splitlines().index(BREATH.rstrip("\n")) + 1


@pytest.mark.parametrize(
    ("breath", "message"),
    [
        ("Addicts breathe slowly.", "“Addicts” stands here; write “person with an addiction”"),
        (
            "Call 555-010-1234 now.",
            "the phone number '555-010-1234' is typed here; every page and sheet has the crisis line already",
        ),
        ("Breathe 🎉 slowly.", "U+1F389"),
        ("See [stress](module:stress).", "a link to 'module:stress' stands here; write the words alone"),
    ],
)
def test_a_mistake_is_named_at_its_place(course: Path, breath: str, message: str) -> None:
    line = line_of(course)
    found = said(course, breath)
    assert len(found) == 1 and message in found[0]
    assert f"group.yml:{line}:" in found[0]
    assert errors(read_shared(course)[1])


def test_the_tiny_kit_and_a_course_without_one_are_right(course: Path) -> None:
    assert read_shared(course)[1] == ()
    (course / "group.yml").unlink()
    shared, problems = read_shared(course)
    assert problems == () and shared is not None and shared.group.root == {}


def test_an_unknown_key_has_a_way_out(course: Path) -> None:
    file = course / "group.yml"
    file.write_text(file.read_text("utf-8").replace("  openings:", "  opening:"), "utf-8")
    found = [str(problem) for problem in read_shared(course)[1]]
    assert any("unknown key 'opening'" in each and "openings" in each for each in found)


def test_a_kit_of_another_language_is_not_measured_by_english_words(course: Path) -> None:
    file = course / "group.yml"
    kit = file.read_text("utf-8").removeprefix("en:\n").replace(BREATH, "  breath: Addicts breathe.\n")
    file.write_text(f"de:\n{kit}", "utf-8")
    assert {problem.rule for problem in read_shared(course)[1]} == {"language-is-there"}

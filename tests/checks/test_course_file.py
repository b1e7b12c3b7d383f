"""course.yml by itself: what it names for every program is there."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.checks.course_file import check_course_file
from generator.schema.course import CourseSpec
from tests.cases.bench import HERE, read

COURSE = (HERE / "course" / "course.yml").read_text("utf-8")


def said(more: str, folder: Path) -> list[str]:
    """What is said of the small course with more lines at its end, without path and line."""
    (folder / "course.yml").write_text(f"{COURSE}{more}", "utf-8")
    document, spec, problems = read(folder, "course.yml", CourseSpec)
    assert document is not None and spec is not None and not problems
    return [str(problem).partition(": ")[2] for problem in check_course_file(spec, document, ("en",))]


@pytest.mark.parametrize("key", ["core_modules", "safety_modules"])
def test_a_module_for_every_program_that_is_not_there_is_said(key: str, tmp_path: Path) -> None:
    assert said(f"{key}: [slow-donw]\n", tmp_path) == [
        "error: unknown module 'slow-donw'; did you mean 'slow-down'? [module-is-known]"
    ]


def test_one_that_is_planned_will_do(tmp_path: Path) -> None:
    assert said("planned: {later: Later}\nsafety_modules: [later]\ncore_modules: [slow-down]\n", tmp_path) == []


def test_one_that_is_written_is_not_planned(tmp_path: Path) -> None:
    assert said("planned: {slow-down: Again}\n", tmp_path) == [
        "error: 'slow-down' is under `modules`, so it is written; take it out of `planned` [id-is-unique]"
    ]

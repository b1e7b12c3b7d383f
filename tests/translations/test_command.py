"""`psychoed translate` on a course whose own words stand in several languages."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner
from course import change, translated

from generator.cli import main


def test_a_course_with_its_title_in_two_languages_is_read(tmp_path: Path) -> None:
    course = translated(tmp_path)
    change(course, "course.yml", "title: Tiny\n", "title: {en: Tiny, es: Pequeño}\n")
    found = CliRunner().invoke(main, ["--course", str(course), "translate", "status", "--language", "es"])
    assert found.exit_code == 0, found.output
    assert "es/one-thing.yml" in found.output

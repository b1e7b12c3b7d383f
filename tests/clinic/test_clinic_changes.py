"""A change in a clinic's file is built, and a build writes nothing into the course."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

import pytest

from generator.build import build_course, study_course
from generator.frame import read_shared
from generator.make import Made
from generator.order import Place
from generator.workers import Workers
from tests.clinic.laid_out import WEB, laid_out, page

CHANGES = (
    ("#7a1f5c", "#0b5c6b", "one-thing/index.html"),
    ("555-0100", "555-0111", "one-thing/index.html"),
    ("weather.gov/forecast", "weather.gov/climate", "counselors/index.html"),
    ("The **bus**", "The **tram**", "getting-here.html"),
)


def test_a_changed_number_reaches_what_is_made_of_a_module_alone(tmp_path: Path) -> None:
    place = laid_out(tmp_path)
    build_course(place, WEB)
    clinic = place.course / "clinic.yml"
    clinic.write_text(clinic.read_text("utf-8").replace("555-0100", "555-0111"), "utf-8")
    build_course(place, WEB)
    (file,) = (place.site / "dev" / "en" / "one-thing" / "file").glob("*.html")
    assert "555-0111" in file.read_text("utf-8") and "555-0100" not in file.read_text("utf-8")


@pytest.mark.parametrize(("old", "new", "name"), CHANGES)
def test_a_change_is_built_and_nothing_built_twice(old: str, new: str, name: str, tmp_path: Path) -> None:
    place = laid_out(tmp_path)
    build_course(place, WEB)
    kept = build_course(place, WEB).made
    assert (kept.made, kept.removed) == (0, 0)
    clinic = place.course / "clinic.yml"
    clinic.write_text(clinic.read_text("utf-8").replace(old, new), "utf-8")
    made: Made = build_course(place, WEB).made
    assert made.made > 0
    text = page(place.site / "dev" / "en", name)
    assert new.replace("**", "").removeprefix("The ") in re.sub("</?strong>", "", text)


def test_a_changed_logo_is_built(tmp_path: Path) -> None:
    place = laid_out(tmp_path)
    build_course(place, WEB)
    logo = place.course / "logo.svg"
    logo.write_text(logo.read_text("utf-8").replace("RP", "PR"), "utf-8")
    build_course(place, WEB)
    assert (place.site / "dev" / "en" / "assets" / "logo.svg").read_bytes() == logo.read_bytes()


def test_a_build_writes_nothing_into_the_course(place: Place, tmp_path: Path) -> None:
    mine = laid_out(tmp_path)

    def state() -> dict[str, tuple[str, int]]:
        return {
            path.relative_to(mine.course).as_posix(): (
                hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else "",
                path.stat().st_mtime_ns,
            )
            for path in (mine.course, *mine.course.rglob("*"))
        }

    before = state()
    folders = [path for path in (mine.course, *mine.course.rglob("*")) if path.is_dir()]
    for folder in folders:
        folder.chmod(0o555)
    try:
        assert build_course(mine, WEB).good
        with Workers(1) as workers:
            assert study_course(mine, WEB, workers)[0]
    finally:
        for folder in folders:
            folder.chmod(0o755)
    assert state() == before


def test_the_languages_of_the_clinic_count(tmp_path: Path) -> None:
    place = laid_out(tmp_path)
    course = place.course / "course.yml"
    course.write_text(course.read_text("utf-8").replace("languages: [en]", "languages: [xx]"), "utf-8")
    shared, problems = read_shared(place.course)
    # course.yml has its own mistake; what the clinic says in its place is what the others are held to.
    assert shared is None
    assert [(problem.path, problem.rule) for problem in problems] == [
        ("tiny/course.yml", "language-is-measured"),
        ("tiny/course.yml", "language-is-there"),
    ]

"""Another subject in another language, with its own words for the pages: it builds, and nothing of the first course is in it."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pypdf
import pytest

from generator.build import Result, build_course
from generator.order import Order, Place
from tests.conftest import COURSES, ROOT


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Result]:
    """The kitchen course: its site and what the build said."""
    folder = tmp_path_factory.mktemp("kitchen")
    shutil.copytree(COURSES / "kitchen", folder / "kitchen")
    result = build_course(Place(folder / "kitchen", ROOT / "mkdocs.yml", folder / "site"), Order(jobs=1))
    return folder / "site" / "dev" / "de", result


def test_it_builds_and_what_is_not_translated_is_counted_once(built: tuple[Path, Result]) -> None:
    _, result = built
    assert [str(problem) for problem in result.problems if problem.level == "error"] == []
    counted = [problem.message for problem in result.problems if problem.rule == "interface-is-translated"]
    assert len(counted) == 1 and re.match(r"\d+ of the pages' \d+ own words are not in 'de' yet", counted[0])


def test_its_pages_are_german_and_its_only_number_is_112(built: tuple[Path, Result]) -> None:
    site, _ = built
    lesson = (site / "haende-waschen" / "index.html").read_text("utf-8")
    assert '<html lang="de"' in lesson
    for words in (
        "Jetzt Hilfe holen",
        "Das Wichtigste",
        "Hände waschen, bevor es losgeht",
        "November 2027",
        "Was meinen Sie?",
    ):
        assert words in lesson
    numbers = {
        number
        for file in site.rglob("*.html")
        for number in re.findall(r'href="(?:tel|sms):([^"]+)"', file.read_text("utf-8"))
    }
    assert numbers == {"112"}


def test_its_sheets_are_german(built: tuple[Path, Result]) -> None:
    site, _ = built
    (sheet,) = site.glob("haende-waschen/print/*handout-a4.pdf")
    reader = pypdf.PdfReader(sheet)
    words = " ".join(reader.pages[0].extract_text().split())
    assert reader.trailer["/Root"]["/Lang"] == "de"  # type: ignore[index]
    assert "Handzettel" in words and "Rufen Sie 112 an" in words


def test_its_search_takes_german_words_for_danger(built: tuple[Path, Result]) -> None:
    site, _ = built
    scripts = "".join(file.read_text("utf-8") for file in (site / "assets").glob("*.js"))
    assert "vergiftet" in scripts and "overdose" not in scripts

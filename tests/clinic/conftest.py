"""A clinic's course, built once a file."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.build import build_course
from generator.order import Place
from tests.clinic.laid_out import WEB, laid_out


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Place:
    """The clinic's pages, built."""
    found = laid_out(tmp_path_factory.mktemp("clinic"))
    result = build_course(found, WEB)
    assert result.good, result.problems
    assert {problem.rule for problem in result.problems} <= {"lesson-length-is-right"}
    assert result.site_url == "https://riverside.example/course/"
    return found


@pytest.fixture(scope="module")
def home(place: Place) -> Path:
    """The folder of the patients' pages."""
    return place.site / "dev" / "en"

"""What all tests share: where the courses of the tests stand."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from generator.order import Place

# The phone numbers of the test courses were read in November 2026; a day of its own keeps them fresh.
os.environ["SOURCE_DATE_EPOCH"] = "1795219200"
ROOT = Path(__file__).resolve().parent.parent
COURSES = ROOT / "tests" / "courses"


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--update-golden` writes the golden tree anew."""
    parser.addoption("--update-golden", action="store_true", help="write tests/golden/ anew from what is built now")


@pytest.fixture
def tiny(tmp_path: Path) -> Place:
    """A copy of the tiny course that a test may change; nothing of it is built yet."""
    shutil.copytree(COURSES / "tiny", tmp_path / "tiny")
    shutil.copy(ROOT / "mkdocs.yml", tmp_path / "mkdocs.yml")
    return Place(tmp_path / "tiny", tmp_path / "mkdocs.yml", tmp_path / "site")

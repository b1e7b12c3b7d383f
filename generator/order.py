"""What a build is asked for: where it reads and writes, and what it should make."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal

Format = Literal["web", "print"]
FORMATS: tuple[Format, ...] = ("web", "print")
Tree = Literal["patients", "counselors"]
"""Patients' pages and counselors' pages are two trees; nothing of the second stands in the first."""
TREES: tuple[Tree, ...] = ("patients", "counselors")

Say = Callable[[str, int, int], None]
"""Told what is being done (`read`, `make`, `bind`), how many are done, and of how many."""


def silent(step: str, done: int, of: int) -> None:
    """Say nothing."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a build reads and writes."""

    course: Path
    """The folder with course.yml."""
    config_file: Path
    """mkdocs.yml."""
    site: Path

    @property
    def kept(self) -> Path:
        """What is kept between builds; it can be deleted at any time."""
        site = self.site.resolve()
        return site.parent / ".psychoed" / site.name

    @property
    def course_name(self) -> str:
        """The folder's name, as it stands in messages."""
        return self.course.resolve().name


@dataclass(frozen=True, slots=True)
class Order:
    """What to make."""

    version: str = "dev"
    formats: tuple[Format, ...] = FORMATS
    trees: tuple[Tree, ...] = TREES
    site_url: str | None = None
    """In place of the one in course.yml."""
    jobs: int | None = None
    today: date | None = None
    """The day by which phone numbers are called fresh or late, and reviews due; None asks nothing."""
    overdue: bool = False
    """Whether to go on with modules whose review is far past due; their pages say so."""

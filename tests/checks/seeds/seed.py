"""Seed: one change to a course in which nothing is wrong, and what a rule says of it."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Literal

from generator.build import check_course
from generator.order import Order, Place
from generator.problems import Level, Problem, Problems
from generator.translations.bring import accepted
from generator.translations.ledger import write_ledger
from generator.translations.pair import read_pair
from tests.translations.course import translated

MARK = "▸"
"""Stands in a seed's new text just before the place that the rule names; it is taken out of the file."""
WHOLE_FILE = "the whole file"
"""What `at` says where a rule speaks of a file as a whole: 1:1."""
MODULE = "en/slow-down.yml"
ROOT = Path(__file__).resolve().parents[3]
SHORT = "exceptions:\n  - {rule: lesson-length-is-right, at: lesson, reason: A lesson for tests.}\n"
"""The lessons of the tests are short; without this no course of theirs would be clean."""

Base = Literal["small", "tiny", "two"]


@dataclass(frozen=True)
class Seed:
    """A rule, a text of a file that stands there once, what is put in its place, and where the rule speaks up."""

    rule: str
    old: str
    """Empty: `new` is the whole file, which may be one that was not there."""
    new: str
    said: tuple[str, ...] = ()
    """Whole messages; one for each place if they are given."""
    at: str = ""
    """Text of the changed file that another place stands before; it stands there once, and may hold the mark."""
    level: Level = "error"
    file: str = MODULE
    also: tuple[str, ...] = ()
    """Other rules that speak up because of the same change."""
    base: Base = "small"
    """`small` is a module and the files that every course has; `tiny` has a group kit, a program and an overlay, too;
    `two` is that with one lesson in Spanish."""
    told_in: str = ""
    """The file that the rule names, if it is another one; `at` is then looked for there."""
    beside: Mapping[str, str] = field(default_factory=dict)
    """Other files, put there first."""
    do: Callable[[Path], None] | None = None
    """What no text can do: is given the course's folder at the end."""

    @property
    def name(self) -> str:
        """How a test is called."""
        return f"{self.rule}-{self.level}"


def sow(seed: Seed, folder: Path) -> list[tuple[str, int, int]]:
    """Put the course with the violation into a folder; return the places that the rule has to name."""
    lay_out(seed.base, folder)
    course = folder / "modules"
    for name, text in seed.beside.items():
        _write(course / name, text)
    file = course / seed.file
    text = file.read_text("utf-8") if seed.old else seed.new
    if seed.old:
        assert text.count(seed.old) == 1, f"{text.count(seed.old)} times in {seed.file}: {seed.old!r}"
        text = text.replace(seed.old, seed.new)
    if seed.old or seed.new:
        _write(file, text.replace(MARK, ""))
    if seed.do:
        seed.do(course)
    return _places(seed, text, course)


def _places(seed: Seed, text: str, course: Path) -> list[tuple[str, int, int]]:
    name = seed.told_in or seed.file
    if seed.at == WHOLE_FILE:
        return [(f"modules/{name}", 1, 1)]
    if seed.at:
        text = text if name == seed.file and not seed.do else (course / name).read_text("utf-8")
        plain = seed.at.replace(MARK, "")
        assert text.count(plain) == 1, f"{text.count(plain)} times in {name}: {plain!r}"
        text = text.replace(plain, seed.at if MARK in seed.at else MARK + plain)
    pieces = text.split(MARK)
    starts = ["".join(pieces[: number + 1]) for number in range(len(pieces) - 1)]
    return [(f"modules/{name}", start.count("\n") + 1, len(start.rpartition("\n")[2]) + 1) for start in starts]


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")


def lay_out(base: Base, folder: Path) -> None:
    """Put a course in which nothing is wrong into a folder."""
    course = folder / "modules"
    if base == "two":
        translated(folder).rename(course)
        pair, problems = read_pair(course, "en", "es", "one-thing")
        assert pair, problems
        write_ledger(course, "es", "one-thing", "en", accepted(pair))
    elif base == "tiny":
        shutil.copytree(ROOT / "tests" / "courses" / "tiny", course)
    else:
        shutil.copytree(ROOT / "tests" / "cases" / "course", course)
        (course / "en").mkdir()
        shutil.copy(ROOT / "tests" / "cases" / "valid.yml", course / MODULE)
    for file in course.glob("e?/*.yml"):
        file.write_text(file.read_text("utf-8") + SHORT, "utf-8")


def found_in(folder: Path) -> Problems:
    """Everything that the check says of the course in a folder."""
    place = Place(folder / "modules", ROOT / "mkdocs.yml", folder / "site")
    return check_course(place, Order(jobs=1, formats=(), today=date(2026, 11, 21))).problems


def told(problem: Problem) -> tuple[str, int, int]:
    """Where a problem stands."""
    return problem.path, problem.line, problem.column

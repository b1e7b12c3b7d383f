"""What a check found → Report: what is told of it, with the lines of the files to show beside."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.build import Result
from generator.facts import Facts
from generator.load import languages_in, module_names, printable, read_source
from generator.order import Place
from generator.problems import Level, Problem, Problems

_LINE_END = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
"""Where a line ends for YAML, whose lines are those that problems name."""
BESIDE = ("course.yml", "clinic.yml", "group.yml", "safety.yml", "sources.yml", "words.yml")
"""Files of the course that are no modules, in its folder itself."""
BESIDE_IN_FOLDERS = ("overlays", "programs", "locales", "reviews", "translations")


@dataclass(frozen=True, slots=True)
class File:
    """A file as a report shows it: the path from where the command runs, and the lines of its text."""

    shown: str
    lines: tuple[str, ...] = ()

    def line(self, number: int) -> str:
        """The line of that number, from 1; empty if there is none."""
        return self.lines[number - 1] if 0 < number <= len(self.lines) else ""


@dataclass(frozen=True, slots=True)
class Report:
    """What is told of a check."""

    problems: Problems
    answered: Problems
    """False alarms that the files answer."""
    facts: tuple[Facts, ...]
    """The modules, which were measured."""
    files: Mapping[str, File]
    """By the path that problems carry."""
    elsewhere: int = 0
    """Problems in files that nobody asked for."""
    only: tuple[str, ...] = ()
    """The files that were asked for, as they are shown; empty for all."""

    def count(self, level: Level) -> int:
        """How many problems have that level."""
        return sum(problem.level == level for problem in self.problems)

    def shown(self, path: str) -> str:
        """The path of a file from where the command runs."""
        return self.files[path].shown


class NotOfTheCourse(ValueError):
    """A file was named that the check does not read; the message says which."""


def report_of(place: Place, result: Result, only: Iterable[str] = ()) -> Report:
    """What is told of `result`; of these files alone if any are named, by the paths that problems carry."""
    wanted = frozenset(only)

    def asked(path: str) -> bool:
        return not wanted or path in wanted

    problems = tuple(problem for problem in result.problems if asked(problem.path))
    answered = tuple(problem for problem in result.answered if asked(problem.path))
    facts = tuple(module for module in result.facts if asked(module.path))
    paths = sorted({*(problem.path for problem in (*problems, *answered)), *(module.path for module in facts), *wanted})
    files = {path: File(shown_path(place, path), _lines(place, path, problems)) for path in paths}
    elsewhere = len(result.problems) - len(problems)
    return Report(problems, answered, facts, files, elsewhere, tuple(files[path].shown for path in sorted(wanted)))


def shown_path(place: Place, path: str) -> str:
    """A path as problems carry it (`modules/en/stress.yml`) → where the file is from here, so that it can be opened."""
    course = place.course
    if course.is_absolute() and course.is_relative_to(Path.cwd()):
        course = course.relative_to(Path.cwd())
    return printable((course / _inside(path)).as_posix())


def _inside(path: str) -> str:
    """The part of a path after the course's folder."""
    return path.partition("/")[2]


def _lines(place: Place, path: str, problems: Iterable[Problem]) -> tuple[str, ...]:
    if not any(problem.path == path for problem in problems):
        return ()
    source, _ = read_source(place.course, _inside(path))
    return tuple(_LINE_END.split(source.text)) if source else ()


def files_asked_for(place: Place, named: Iterable[str]) -> tuple[str, ...]:
    """Files, folders and patterns with `*` as somebody typed them → the paths that problems carry, each once.

    Raises NotOfTheCourse for what is no part of the course.
    """
    known = frozenset(course_files(place.course))
    return tuple(dict.fromkeys(path for word in named for path in _asked_for(word, known, place)))


def _asked_for(word: str, known: frozenset[str], place: Place) -> Iterable[str]:
    """What one word names."""
    try:
        typed = Path(word)
        found = [typed] if typed.exists() or typed.is_symlink() else sorted(_matches(word))
    except (OSError, ValueError):  # A name that no disk takes, or a pattern like `**x`.
        found = []
    if not found:
        raise NotOfTheCourse(f"there is no file '{printable(word)}'")
    paths = [path for one in found for path in _inside_course(one, known, place)]
    if not paths:
        what = "no file of it is" if found[0].is_dir() else "it is not"
        raise NotOfTheCourse(
            f"'{printable(word)}' is no part of the course in '{printable(str(place.course))}': {what} one that is read"
        )
    return paths


def _matches(word: str) -> Iterable[Path]:
    """Files that a pattern names; where the shell does not fill in `*`, or it stood in quotes."""
    pattern = Path(word)
    if not any(sign in word for sign in "*?["):
        return ()
    root = Path(pattern.anchor) if pattern.is_absolute() else Path()
    return root.glob(str(pattern.relative_to(pattern.anchor) if pattern.is_absolute() else pattern))


def _inside_course(typed: Path, known: frozenset[str], place: Place) -> list[str]:
    """The files of the course at a path: itself, or those in it."""
    course = place.course.resolve()
    # The folder is followed and the file is not: a link among the modules is a file of the course by its own name.
    path = typed.parent.resolve() / typed.name if typed.name not in ("", "..") else typed.resolve()
    if not path.is_relative_to(course):
        return []
    name = path.relative_to(course).as_posix()
    inside = (
        sorted(known) if name == "." else [one for one in sorted(known) if one == name or one.startswith(f"{name}/")]
    )
    return [printable(f"{place.course_name}/{one}") for one in inside]


def course_files(course: Path) -> tuple[str, ...]:
    """Every file that a check of the course reads, from its folder."""
    beside = (name for name in BESIDE if os.path.lexists(course / name))
    folders = (folder for folder in BESIDE_IN_FOLDERS if (course / folder).is_dir())
    deep = (path.relative_to(course).as_posix() for folder in folders for path in (course / folder).rglob("*.*"))
    modules = (name for language in languages_in(course) for name in module_names(course, language))
    return tuple(sorted({*beside, *deep, *modules}))

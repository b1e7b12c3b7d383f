"""course.yml by itself: nothing in it stands twice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.checks.ids_are_unique import RULE as ID_IS_UNIQUE
from generator.problems import Problem, Problems, in_order
from generator.schema.course import CourseSpec
from generator.source import Document, Path


def check_course_file(spec: CourseSpec, document: Document) -> Problems:
    """Find what is listed twice: modules, pathways, languages, papers.

    Example:
        modules: [stress, stress]
    """
    lists: list[tuple[Path, Sequence[str]]] = [
        (("languages",), spec.languages),
        (("papers",), spec.papers),
        (("modules",), spec.modules),
        *((("pathways", index, "modules"), pathway.modules) for index, pathway in enumerate(spec.pathways)),
    ]
    found = [problem for path, items in lists for problem in _twice(document, path, items)]
    return in_order((*found, *_twice(document, ("pathways",), [pathway.id for pathway in spec.pathways], ("id",))))


def _twice(document: Document, path: Path, items: Sequence[str], inside: Path = ()) -> Iterator[Problem]:
    first: dict[str, int] = {}
    for index, item in enumerate(items):
        if item in first:
            line = document.place((*path, first[item], *inside))[0]
            message = f"'{item}' stands here a second time; the first is in line {line}"
            yield document.problem((*path, index, *inside), message, ID_IS_UNIQUE.id)
        first.setdefault(item, index)

"""course.yml by itself: nothing in it stands twice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.checks.ids_are_unique import RULE as ID_IS_UNIQUE
from generator.paths import LOCALES
from generator.problems import Problem, Problems, in_order
from generator.rules import Rule
from generator.schema.course import CourseSpec
from generator.source import Document, Path

LANGUAGE_IS_THERE = Rule(
    "language-is-there",
    "Each language of the course is one that the pages' own words are translated to.",
    "Buttons, headings and notes need words too.",
    "Take the language out, or add its file to site_templates/locales/.",
)


def check_course_file(spec: CourseSpec, document: Document) -> Problems:
    """Find what is listed twice: modules, pathways, languages, papers, editions.

    Example:
        modules: [stress, stress]
    """
    lists: list[tuple[Path, Sequence[str]]] = [
        (("languages",), spec.languages),
        (("papers",), spec.papers),
        (("editions",), spec.editions),
        (("modules",), spec.modules),
        *((("pathways", index, "modules"), pathway.modules) for index, pathway in enumerate(spec.pathways)),
    ]
    found = [problem for path, items in lists for problem in _twice(document, path, items)]
    return in_order(
        (
            *found,
            *_untranslated(spec, document),
            *_planned_and_there(spec, document),
            *_twice(document, ("pathways",), [pathway.id for pathway in spec.pathways], ("id",)),
        )
    )


def _untranslated(spec: CourseSpec, document: Document) -> Iterator[Problem]:
    there = sorted(path.stem for path in LOCALES.glob("*.yml"))
    for index, language in enumerate(spec.languages):
        if language not in there:
            message = f"the pages' own words are not there in the language '{language}'; there are: {', '.join(there)}"
            yield document.problem(("languages", index), message, LANGUAGE_IS_THERE.id)


def _planned_and_there(spec: CourseSpec, document: Document) -> Iterator[Problem]:
    for id_ in spec.planned:
        if id_ in spec.modules:
            message = f"'{id_}' is under `modules`, so it is written; take it out of `planned`"
            yield document.problem(("planned", id_), message, ID_IS_UNIQUE.id)


def _twice(document: Document, path: Path, items: Sequence[str], inside: Path = ()) -> Iterator[Problem]:
    first: dict[str, int] = {}
    for index, item in enumerate(items):
        if item in first:
            line = document.place((*path, first[item], *inside))[0]
            message = f"'{item}' stands here a second time; the first is in line {line}"
            yield document.problem((*path, index, *inside), message, ID_IS_UNIQUE.id)
        first.setdefault(item, index)

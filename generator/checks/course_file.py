"""course.yml by itself: nothing in it stands twice, and what it names is there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.checks.ids_are_unique import RULE as ID_IS_UNIQUE
from generator.problems import Problem, Problems, did_you_mean, in_order
from generator.reading import language_of, measured_languages
from generator.rules import Rule
from generator.schema.course import CourseSpec
from generator.source import Document, Path

LANGUAGE_IS_THERE = Rule(
    "language-is-there",
    "Each language of the course is one that the pages' own words are translated to.",
    "Buttons, headings and notes need words too.",
    "Take the language out, or put a gettext file of these words, as `de.po`, into the course’s folder `locales`.",
    also=("warning",),
)


LANGUAGE_IS_MEASURED = Rule(
    "language-is-measured",
    f"Each language of the course has a formula for how plain it reads: {', '.join(measured_languages())}.",
    "Formulas for another language give wrong numbers, so text in this one is not measured (standards R7); nor is it "
    "looked at for empty headings, claims and questions for the exception.",
    "Nothing has to be done here; let two people who find reading hard read it.",
    "note",
)


def check_course_file(spec: CourseSpec, document: Document, words_in: Sequence[str]) -> Problems:
    """Find what is listed twice (modules, pathways, languages, papers, editions), and modules that are not there.

    `words_in` are the languages that the pages' own words are there in.

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
    found = [problem for path, items in lists for problem in twice(document, path, items)]
    return in_order(
        (
            *found,
            *untranslated(spec.languages, document, words_in),
            *_unmeasured(spec.languages, document),
            *_planned_and_there(spec, document),
            *_unknown_names(spec, document),
            *twice(document, ("pathways",), [pathway.id for pathway in spec.pathways], ("id",)),
        )
    )


def _unmeasured(languages: Sequence[str], document: Document) -> Iterator[Problem]:
    for index, language in enumerate(languages):
        if language_of(language) is None:
            said = f"how plain the language '{language}' reads is not measured; there is no formula for it here"
            place = document.place(("languages", index))
            yield Problem(document.path, *place, said, LANGUAGE_IS_MEASURED.id, "note")


def untranslated(languages: Sequence[str], document: Document, words_in: Sequence[str]) -> Iterator[Problem]:
    """Languages of the list at the key `languages` that the pages' own words are not there in."""
    for index, language in enumerate(languages):
        if language not in words_in and language.partition("-")[0] not in words_in:
            there = ", ".join(words_in)
            message = f"the pages' own words are not there in the language '{language}'; there are: {there}"
            yield document.problem(("languages", index), message, LANGUAGE_IS_THERE.id)


def _planned_and_there(spec: CourseSpec, document: Document) -> Iterator[Problem]:
    for id_ in spec.planned:
        if id_ in spec.modules:
            message = f"'{id_}' is under `modules`, so it is written; take it out of `planned`"
            yield document.problem(("planned", id_), message, ID_IS_UNIQUE.id)


def _unknown_names(spec: CourseSpec, document: Document) -> Iterator[Problem]:
    """Ids of modules that every program has to teach, and that are neither written nor planned."""
    known = (*spec.modules, *spec.planned)
    for key in ("core_modules", "safety_modules"):
        for index, id_ in enumerate(getattr(spec, key)):
            if id_ not in known:
                yield document.problem(
                    (key, index), f"unknown module '{id_}'{did_you_mean(id_, known)}", "module-is-known"
                )


def twice(document: Document, path: Path, items: Sequence[str], inside: Path = ()) -> Iterator[Problem]:
    """Items of the list at `path` that stand in it before, too."""
    first: dict[str, int] = {}
    for index, item in enumerate(items):
        if item in first:
            line = document.place((*path, first[item], *inside))[0]
            message = f"'{item}' stands here a second time; the first is in line {line}"
            yield document.problem((*path, index, *inside), message, ID_IS_UNIQUE.id)
        first.setdefault(item, index)

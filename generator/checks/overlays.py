"""Overlays → what they name that is not there, and what they may not take away."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from itertools import chain

from generator.checks.ids_are_unique import RULE as ID_IS_UNIQUE
from generator.checks.review_is_honest import RULE as REVIEW
from generator.checks.review_is_honest import nobodies
from generator.checks.shared_words import check_letters
from generator.checks.word_is_person_first import RULE as PERSON_FIRST
from generator.checks.word_is_person_first import avoided
from generator.course import Frame
from generator.language.strings import interface_languages
from generator.overlays.on_programs import overlaid_course
from generator.overlays.overlay import overlay_of
from generator.overlays.rules import KEEPS_SAFETY, OVERLAY_RULES, TARGET_IS_THERE
from generator.problems import Level, Problem, Problems, did_you_mean, in_order
from generator.programs.weeks import TEACHING
from generator.schema.course import CourseSpec
from generator.schema.overlay import OverlaySpec, PathwayChange, ProgramChange
from generator.source import Document, Path
from generator.wording import wording

__all__ = ["OVERLAY_RULES", "check_overlay_words", "check_overlays"]


def check_overlays(
    overlays: Sequence[tuple[OverlaySpec, Document]],
    course: CourseSpec,
    chosen: Collection[str],
    programs: Collection[str],
) -> Problems:
    """Find what overlays name that the course lacks, and safety modules that they would take away.

    In an overlay that nobody has chosen, an unknown name is a warning: the clinic's course may be a smaller one.

    Example:
        pathways:
          early-recovery:
            leave_out: [overdose-safety]
    """
    found = []
    for spec, document in overlays:
        level: Level = "error" if spec.id in chosen else "warning"
        unknown = chain(_unknown(spec, document, course, programs), _in_pathways(spec, document, course))
        found += [replace(problem, level=level) for problem in unknown]
        found += [*_unsafe(spec, document, course), *check_letters(spec, document)]
        found += [document.problem(("review", *path), said, REVIEW.id) for path, said in nobodies(spec.review)]
    return in_order((*found, *_ids(overlays)))


def check_overlay_words(frame: Frame) -> Problems:
    """Find words that shame in what the chosen overlays are called; their texts are checked with the modules'.

    Example:
        title: Addicts
    """
    return in_order(
        Problem(*overlay.spot(path), message, PERSON_FIRST.id, level, found)
        for overlay in frame.overlays
        for path, message, level, found in avoided(tuple(wording(_called(overlay.spec))), frame.words, frame.language)
    )


def _called(spec: OverlaySpec) -> OverlaySpec:
    return spec.model_copy(update={"modules": {}, "pathways": {}, "programs": {}})


def _ids(overlays: Sequence[tuple[OverlaySpec, Document]]) -> Iterator[Problem]:
    first: dict[str, Document] = {}
    for spec, document in overlays:
        name = document.path.rpartition("/")[2].rpartition(".")[0]
        if spec.id != name:
            said = f"the id is '{spec.id}' and the file is called '{name}'"
            yield document.problem(("id",), said, "file-is-named-after-its-id")
        if spec.id in first:
            said = f"the overlay '{spec.id}' stands here a second time; the first is in {first[spec.id].path}"
            yield document.problem(("id",), said, ID_IS_UNIQUE.id)
        first.setdefault(spec.id, document)


def _unknown(spec: OverlaySpec, document: Document, course: CourseSpec, programs: Collection[str]) -> Iterator[Problem]:
    """Languages, modules, pathways and programs that are not there."""
    pathways = [pathway.id for pathway in course.pathways]
    # An overlay may have texts for more languages than this clinic has chosen.
    languages = {*course.languages, *interface_languages()}
    named: list[tuple[Path, str, str, Collection[str]]] = [
        *((("modules", name), "language", name, languages) for name in spec.modules),
        *((("pathways", id_), "pathway", id_, pathways) for id_ in spec.pathways),
        *((("programs", id_), "program", id_, programs) for id_ in spec.programs),
    ]
    for path, kind, name, known in named:
        if name not in known:
            yield _at_key(document, path, f"unknown {kind} '{name}'{did_you_mean(name, known)}")
    for language, modules in spec.modules.items():
        for id_ in modules:
            if id_ not in course.modules:
                yield _at_key(document, ("modules", language, id_), _not_there(id_, course))
    written = (*course.modules, *course.planned)
    for path, id_ in _brought(spec):
        if id_ not in written:
            yield document.problem(path, f"unknown module '{id_}'{did_you_mean(id_, written)}", TARGET_IS_THERE.id)


def _at_key(document: Document, path: Path, message: str) -> Problem:
    return Problem(document.path, *document.key_place(path), message, TARGET_IS_THERE.id)


def _not_there(id_: str, course: CourseSpec) -> str:
    if id_ in course.planned:
        return f"the module '{id_}' is not written yet; change it once it is"
    return f"unknown module '{id_}'{did_you_mean(id_, course.modules)}"


def _in_pathways(spec: OverlaySpec, document: Document, course: CourseSpec) -> Problems:
    return overlaid_course(course, [overlay_of(spec, document)])[1]


def _changes(spec: OverlaySpec) -> Iterator[tuple[Path, PathwayChange | ProgramChange]]:
    for id_, pathway in spec.pathways.items():
        yield ("pathways", id_), pathway
    for id_, program in spec.programs.items():
        yield ("programs", id_), program


def _brought(spec: OverlaySpec) -> Iterator[tuple[Path, str]]:
    """Every module that a swap or an addition brings, and its place."""
    for path, change in _changes(spec):
        for old, new in change.swap.items():
            yield (*path, "swap", old), new
        if isinstance(change, PathwayChange):
            yield from (((*path, "add", index), id_) for index, id_ in enumerate(change.add))
        else:
            yield from _taught((*path, "add"), change)


def _taught(path: Path, change: ProgramChange) -> Iterator[tuple[Path, str]]:
    for at, topics in enumerate(change.add):
        for kind in TEACHING:
            yield from (((*path, at, kind, index), id_) for index, id_ in enumerate(getattr(topics, kind)))


def _unsafe(spec: OverlaySpec, document: Document, course: CourseSpec) -> Iterator[Problem]:
    """What can be seen without the modules: a safety module that goes, a written one for one that is only planned."""
    for path, change in _changes(spec):
        for index, id_ in enumerate(change.leave_out):
            if id_ in course.safety_modules:
                said = f"'{id_}' is one of the course's safety modules; no overlay leaves it out"
                yield document.problem((*path, "leave_out", index), said, KEEPS_SAFETY.id)
        for old, new in change.swap.items():
            place = (*path, "swap", old)
            if old in course.safety_modules:
                said = f"'{old}' is one of the course's safety modules; no overlay swaps it"
                yield document.problem(place, said, KEEPS_SAFETY.id)
            elif old in course.modules and new in course.planned:
                said = f"'{new}' is not written yet, so it cannot stand in the place of '{old}', which is"
                yield document.problem(place, said, KEEPS_SAFETY.id)

"""Overlays on pathways and programs: modules for others, more modules, modules left out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import reduce

from generator.overlays.overlay import From, Overlay
from generator.overlays.rules import CHANGE_IS_ALONE, TARGET_IS_THERE
from generator.problems import Problem, Problems, did_you_mean
from generator.programs.weeks import TEACHING
from generator.rules import Rule
from generator.schema.course import CourseSpec, Pathway
from generator.schema.overlay import PathwayChange, ProgramChange
from generator.schema.program import ProgramSpec, Topics
from generator.source import Path


@dataclass(frozen=True, slots=True)
class Named:
    """A module's id in a list, and where it is written."""

    id: str
    written: From


@dataclass(frozen=True, slots=True)
class Week:
    """The topics of one week, by kind of slot, and where they are written."""

    week: int
    lists: tuple[tuple[Named, ...], ...]
    """One for each kind of TEACHING."""
    written: From


def overlaid_course(course: CourseSpec, overlays: Sequence[Overlay]) -> tuple[CourseSpec, Problems]:
    """The course with its pathways as the overlays have them, and what could not be done."""
    found = [_overlaid_pathway(pathway, overlays) for pathway in course.pathways]
    problems = tuple(problem for _, some in found for problem in some)
    if all(new is old for (new, _), old in zip(found, course.pathways, strict=True)):
        return course, problems
    return course.model_copy(update={"pathways": tuple(pathway for pathway, _ in found)}), problems


def _overlaid_pathway(pathway: Pathway, overlays: Sequence[Overlay]) -> tuple[Pathway, Problems]:
    changing = [overlay for overlay in overlays if pathway.id in overlay.spec.pathways]
    if not changing:
        return pathway, ()
    here = tuple(Named(id_, From(())) for id_ in pathway.modules)
    problems: list[Problem] = []
    for overlay in changing:
        change = overlay.spec.pathways[pathway.id]
        written = From(("pathways", pathway.id), overlay)
        problems += _misses(here, pathway.modules, change, written, f"the pathway '{pathway.id}'")
        here = (*_changed(here, change, written), *_added(change.add, written.inside("add")))
        if not here:
            said = f"this leaves no module in the pathway '{pathway.id}'"
            problems.append(_problem(written.inside("leave_out"), said, TARGET_IS_THERE))
    # A module that comes to stand twice keeps its first place.
    modules = tuple(dict.fromkeys(named.id for named in here))
    return pathway.model_copy(update={"modules": modules}), tuple(problems)


def overlaid_program(
    program: ProgramSpec, overlays: Sequence[Overlay]
) -> tuple[ProgramSpec, dict[Path, From], Problems]:
    """The program as the overlays have it, where what moved is written, and what could not be done."""
    changing = [overlay for overlay in overlays if program.id in overlay.spec.programs]
    if not changing:
        return program, {}, ()
    weeks = tuple(_week(topics, From(("topics", at))) for at, topics in enumerate(program.topics))
    own = tuple(named.id for week in weeks for named in _all(week))
    problems: list[Problem] = []
    for overlay in changing:
        change = overlay.spec.programs[program.id]
        written = From(("programs", program.id), overlay)
        here = tuple(named for week in weeks for named in _all(week))
        problems += _misses(here, own, change, written, f"the program '{program.id}'")
        weeks = tuple(_changed_week(week, change, written) for week in weeks)
        more = (_week(topics, written.inside("add", at)) for at, topics in enumerate(change.add))
        weeks = reduce(_with_topics, more, weeks)
    topics = tuple(_topics(week) for week in weeks)
    return program.model_copy(update={"topics": topics}), dict(_moved(weeks)), tuple(problems)


def _week(topics: Topics, written: From) -> Week:
    lists = tuple(_added(getattr(topics, kind), written.inside(kind)) for kind in TEACHING)
    return Week(topics.week, lists, written)


def _topics(week: Week) -> Topics:
    lists = {kind: tuple(named.id for named in several) for kind, several in zip(TEACHING, week.lists, strict=True)}
    return Topics(week=week.week, **lists)


def _all(week: Week) -> Iterator[Named]:
    for several in week.lists:
        yield from several


def _changed_week(week: Week, change: ProgramChange, written: From) -> Week:
    return replace(week, lists=tuple(_changed(several, change, written) for several in week.lists))


def _with_topics(weeks: tuple[Week, ...], more: Week) -> tuple[Week, ...]:
    """Add to the week that is there, or add a week."""
    at = next((at for at, week in enumerate(weeks) if week.week == more.week), None)
    if at is None:
        return (*weeks, more)
    joined = tuple((*own, *new) for own, new in zip(weeks[at].lists, more.lists, strict=True))
    return (*weeks[:at], replace(weeks[at], lists=joined), *weeks[at + 1 :])


def _moved(weeks: Iterable[Week]) -> Iterator[tuple[Path, From]]:
    for at, week in enumerate(weeks):
        if week.written != From(("topics", at)):
            yield ("topics", at), week.written
        for kind, several in zip(TEACHING, week.lists, strict=True):
            for index, named in enumerate(several):
                yield ("topics", at, kind, index), named.written


def _added(ids: Iterable[str], written: From) -> tuple[Named, ...]:
    return tuple(Named(id_, written.inside(index)) for index, id_ in enumerate(ids))


def _changed(here: Iterable[Named], change: PathwayChange | ProgramChange, written: From) -> tuple[Named, ...]:
    """The list after swaps and what is left out; what another overlay wrote stays."""
    return tuple(
        Named(change.swap[named.id], written.inside("swap", named.id))
        if named.id in change.swap and not named.written.overlay
        else named
        for named in here
        if named.written.overlay or named.id not in change.leave_out
    )


def _misses(
    here: Sequence[Named], own: Sequence[str], change: PathwayChange | ProgramChange, written: From, whole: str
) -> Iterator[Problem]:
    """What the change names and the list does not have, or no longer."""
    left = {named.id for named in here if not named.written.overlay}
    targets = [(id_, written.inside("swap", id_)) for id_ in change.swap]
    targets += [(id_, written.inside("leave_out", index)) for index, id_ in enumerate(change.leave_out)]
    for id_, place in targets:
        if id_ not in own:
            yield _problem(place, f"{whole} does not have '{id_}'{did_you_mean(id_, set(own))}", TARGET_IS_THERE)
        elif id_ not in left:
            said = f"another overlay has swapped '{id_}' of {whole} or left it out already; that change stays"
            yield _problem(place, said, CHANGE_IS_ALONE)


def _problem(written: From, message: str, rule: Rule) -> Problem:
    assert written.overlay is not None
    return Problem(*written.overlay.spot(written.path), message, rule.id, rule.level)

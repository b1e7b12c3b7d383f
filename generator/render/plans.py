"""Course → the pages of plans: made by a counselor, followed by a reader, and read back from what the reader says."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator import addresses
from generator.course import Build, Frame
from generator.facts import Facts
from generator.plans.codes import MOST_MODULES, course_signs, module_signs
from generator.programs.weeks import modules_of_week, taught_weeks
from generator.render.outputs import Page, SearchEntry
from generator.render.web import lay_out
from generator.schema.program import ProgramSpec


@dataclass(frozen=True, slots=True)
class Lesson:
    """A module as pages of plans list it."""

    signs: str
    """By which codes name it."""
    title: str
    outside: str
    """What it is called on a slip that goes home in a pocket."""
    minutes: int = 0
    """0 for a module that is not written yet."""
    address: str = ""


@dataclass(frozen=True, slots=True)
class Bundle:
    """Modules that are assigned with one press: a pathway, or a week of a program."""

    title: str
    signs: tuple[str, ...]
    """Of those that are there."""
    missing: int
    """How many are not written yet."""


@dataclass(frozen=True, slots=True)
class Weeks:
    """A program and its weeks."""

    title: str
    weeks: tuple[Bundle, ...]


def plan_page(facts: Sequence[Facts], frame: Frame, build: Build) -> tuple[Page, ...]:
    """Where a reader sees a plan; without one, where a reader types its code."""
    t = frame.strings
    lessons = tuple(_lesson(module, frame, "") for module in facts)
    body = lay_out("plan", _link(addresses.PLAN, frame), frame, build, lessons=lessons, page=_shared(frame, build))
    found = SearchEntry("", t["plan_title"], f"{t['plan_have']} {t['plan_intro']}")
    return (Page("patients", addresses.PLAN, "plan", t["plan_title"], t["plan_intro"], body, search=(found,)),)


def assign_page(facts: Sequence[Facts], frame: Frame, build: Build) -> tuple[Page, ...]:
    """Where a counselor makes a plan."""
    t = frame.strings
    patients = build.patients(frame.language)
    lessons = tuple(_lesson(module, frame, patients) for module in facts)
    body = lay_out(
        "assign",
        _link(addresses.ASSIGN, frame),
        frame,
        build,
        shelves=_by_track(facts, lessons, frame),
        planned=_planned(facts, frame),
        pathways=tuple(_bundle(way.title, way.modules, facts) for way in frame.spec.pathways),
        programs=tuple(_weeks(program, facts, frame) for program in frame.programs),
        most=MOST_MODULES,
        page=_shared(frame, build),
    )
    found = SearchEntry("", t["assign_title"], t["assign_intro"])
    return (
        Page("counselors", addresses.ASSIGN, "assign", t["assign_title"], t["assign_intro"], body, search=(found,)),
    )


def codes_page(facts: Sequence[Facts], frame: Frame, build: Build) -> tuple[Page, ...]:
    """Where a counselor reads a code."""
    t = frame.strings
    patients = build.patients(frame.language)
    lessons = (*(_lesson(module, frame, patients) for module in facts), *_planned(facts, frame))
    body = lay_out("codes", _link(addresses.CODES, frame), frame, build, lessons=lessons, page=_shared(frame, build))
    found = SearchEntry("", t["readback_title"], t["readback_intro"])
    return (
        Page("counselors", addresses.CODES, "codes", t["readback_title"], t["readback_intro"], body, search=(found,)),
    )


def _link(page: str, frame: Frame) -> Callable[[str], str]:
    return addresses.linker(page, "", frame.slug)


def _shared(frame: Frame, build: Build) -> dict[str, str]:
    """What the scripts of these pages need to know of the course: `data-` attributes by their names."""
    return {
        "signs": course_signs(frame.spec.id),
        "version": build.version,
        "language": frame.language,
        "outside": frame.outside_title,
        "plans": f"{build.patients(frame.language)}{addresses.PLAN}",
        "plans-published": build.address(f"{frame.language}/{addresses.PLAN}"),
        **_counselors(frame, build),
    }


def _counselors(frame: Frame, build: Build) -> dict[str, str]:
    """Where the counselors' page stands that reads codes: seen from the patients' pages, and on the web; or nowhere."""
    path = f"{frame.language}/counselors/{addresses.CODES}"
    elsewhere = frame.clinic.counselors_url
    if elsewhere:
        return {"codes": f"{elsewhere}{addresses.CODES}", "codes-published": f"{elsewhere}{addresses.CODES}"}
    if "counselors" in build.trees:
        return {"codes": f"counselors/{addresses.CODES}", "codes-published": build.address(path)}
    return {"codes": "", "codes-published": ""}


def _lesson(module: Facts, frame: Frame, patients: str) -> Lesson:
    return Lesson(
        module_signs(module.id),
        module.title,
        outside_name(module, frame),
        module.minutes,
        f"{patients}{addresses.lesson(frame.slug(module.id))}",
    )


def outside_name(module: Facts, frame: Frame) -> str:
    """What a module is called on a slip: its title only where the course says so, or else its number."""
    if frame.topics_outside:
        return module.title
    return frame.strings["slip_lesson"].format(number=frame.number_of(module.id))


def _planned(facts: Sequence[Facts], frame: Frame) -> tuple[Lesson, ...]:
    there = {module.id for module in facts}
    planned = (item for item in frame.spec.planned.items() if item[0] not in there)
    return tuple(Lesson(module_signs(id_), title, "") for id_, title in planned)


def _by_track(
    facts: Sequence[Facts], lessons: Sequence[Lesson], frame: Frame
) -> tuple[tuple[str, tuple[Lesson, ...]], ...]:
    """The lessons under the titles of their tracks, in the course's order."""
    shelves = (
        (title, tuple(lesson for module, lesson in zip(facts, lessons, strict=True) if module.track == track))
        for track, title in frame.spec.tracks.items()
    )
    return tuple((title, found) for title, found in shelves if found)


def _bundle(title: str, modules: Iterable[str], facts: Sequence[Facts]) -> Bundle:
    ids, there = tuple(dict.fromkeys(modules)), {module.id for module in facts}
    found = tuple(module_signs(id_) for id_ in ids if id_ in there)
    return Bundle(title, found, len(ids) - len(found))


def _weeks(program: ProgramSpec, facts: Sequence[Facts], frame: Frame) -> Weeks:
    return Weeks(program.title, tuple(_numbered_weeks(program, facts, frame)))


def _numbered_weeks(program: ProgramSpec, facts: Sequence[Facts], frame: Frame) -> Iterator[Bundle]:
    for week in taught_weeks(program):
        title = frame.strings["assign_week"].format(number=week)
        yield _bundle(title, modules_of_week(program, week), facts)

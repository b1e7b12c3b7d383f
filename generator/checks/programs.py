"""Programs → hours, first weeks, sessions and modules that do not fit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from generator.checks.across import MODULE_IS_KNOWN
from generator.checks.program_rules import (
    CORE_IS_TAUGHT,
    DAY_IS_LISTED_ONCE,
    FAMILY_TIME,
    GROUP_IS_SMALL,
    HOURS_ARE_ENOUGH,
    HOURS_ARE_NOT_TOO_MANY,
    ONE_TO_ONE,
    PROGRAM_IS_THERE_ONCE,
    PROGRAM_RULES,
    SAFETY_IS_FIRST,
    SLOTS_ARE_APART,
    TOPIC_IS_WRITTEN,
    TOPICS_HAVE_SLOTS,
    WEEK_IS_THERE,
    WEEKS_ARE_FEW,
)
from generator.problems import Problem, Problems, did_you_mean, in_order
from generator.programs.weeks import TEACHING, Program, Week, minutes_at, resolve, slots_in
from generator.rules import Rule
from generator.schema.course import CourseSpec
from generator.schema.program import Day, ProgramSpec, Slot
from generator.source import Document, Path

MOST_HOURS, LEAST_HOURS = 20, 9
SAFE_WEEKS = 2
"""Weeks in which every safety module has to be taught."""
MOST_PEOPLE = 14
MOST_WEEKS = 52
_DAY = 24 * 60
_NAMED = 5
"""Modules that one message names."""


def check_programs(programs: Sequence[tuple[ProgramSpec, Document]], course: CourseSpec) -> Problems:
    """Find what a program has too much or too little of.

    Example:
        id: evenings
        group_size: 30
    """
    alone = (problem for spec, document in programs for problem in _alone(spec, document, course))
    return in_order((*alone, *_twice(programs)))


def _alone(spec: ProgramSpec, document: Document, course: CourseSpec) -> Iterator[Problem]:
    yield from _named_after_its_file(spec, document)
    weeks = sum(phase.weeks for phase in spec.phases)
    if weeks > MOST_WEEKS:
        yield _said(WEEKS_ARE_FEW, document, ("phases",), f"the program has {weeks} weeks; the most is {MOST_WEEKS}")
        return
    program = resolve(spec, course)
    yield from _hours(program, document)
    yield from _safety(spec, document, course)
    yield from _individual(program, document)
    yield from _family(program, document)
    yield from _group(spec, document)
    for index, phase in enumerate(spec.phases):
        yield from _days(phase.days, ("phases", index, "days"), document)
    yield from _topics(spec, program, document)
    yield from _modules(spec, document, course)
    yield from _planned(program, document, course)
    yield from _core(spec, document, course)


def _said(rule: Rule, document: Document, path: Path, message: str) -> Problem:
    return document.problem(path, message, rule.id, rule.level)


def _twice(programs: Sequence[tuple[ProgramSpec, Document]]) -> Iterator[Problem]:
    first: dict[str, str] = {}
    for spec, document in programs:
        if spec.id in first:
            message = f"the program '{spec.id}' is there a second time; the first is in {first[spec.id]}"
            yield _said(PROGRAM_IS_THERE_ONCE, document, ("id",), message)
        first.setdefault(spec.id, f"{document.path}:{document.place(('id',))[0]}")


def _named_after_its_file(spec: ProgramSpec, document: Document) -> Iterator[Problem]:
    name = document.path.rpartition("/")[2].rpartition(".")[0]
    if spec.id != name:
        message = f"the id is '{spec.id}' and the file is called '{name}'"
        yield document.problem(("id",), message, "file-is-named-after-its-id")


def _by_phase(program: Program) -> Iterator[tuple[int, tuple[Week, ...]]]:
    """Each phase's place in the file, and its weeks."""
    phases = [index for index, phase in enumerate(program.spec.phases) for _ in range(phase.weeks)]
    for index, pairs in groupby(zip(phases, program.weeks, strict=True), key=lambda pair: pair[0]):
        yield index, tuple(week for _, week in pairs)


def _hours(program: Program, document: Document) -> Iterator[Problem]:
    """One problem a phase: its weeks look alike."""
    for index, weeks in _by_phase(program):
        most, least = max(weeks, key=lambda week: week.minutes), min(weeks, key=lambda week: week.minutes)
        if most.minutes > MOST_HOURS * 60:
            message = f"week {most.number} has {in_hours(most.minutes)}; the most is {MOST_HOURS} hours a week"
            yield _said(HOURS_ARE_NOT_TOO_MANY, document, ("phases", index), message)
        elif least.minutes < LEAST_HOURS * 60:
            right = f"{LEAST_HOURS} to {MOST_HOURS} hours a week are right"
            message = f"week {least.number} has {in_hours(least.minutes)}; {right}"
            yield _said(HOURS_ARE_ENOUGH, document, ("phases", index), message)


def in_hours(minutes: int) -> str:
    """`9 hours`, `1 hour 30 minutes`."""
    hours, rest = divmod(minutes, 60)
    parts = (_counted(hours, "hour"), _counted(rest, "minute"))
    return " ".join(part for part, count in zip(parts, (hours, rest), strict=True) if count) or parts[0]


def _counted(count: int, word: str) -> str:
    return f"{count} {word}{'' if count == 1 else 's'}"


def _safety(spec: ProgramSpec, document: Document, course: CourseSpec) -> Iterator[Problem]:
    late_first = sorted(spec.topics, key=lambda topics: -topics.week)
    taught = {id_: topics.week for topics in late_first for kind in TEACHING for id_ in getattr(topics, kind)}
    for id_ in course.safety_modules:
        if taught.get(id_, SAFE_WEEKS + 1) > SAFE_WEEKS:
            where = f"is taught first in week {taught[id_]}" if id_ in taught else "is not taught"
            message = f"the safety module '{id_}' {where}; every program teaches it in week 1 or {SAFE_WEEKS}"
            yield _said(SAFETY_IS_FIRST, document, ("topics",), message)


def _individual(program: Program, document: Document) -> Iterator[Problem]:
    for index, weeks in _by_phase(program):
        without = next((week.number for week in weeks if "individual" not in week.totals), None)
        if without:
            message = f"week {without} has no individual session; people need one every week"
            yield _said(ONE_TO_ONE, document, ("phases", index, "days"), message)


def _family(program: Program, document: Document) -> Iterator[Problem]:
    """A program of one week needs one too, for it will be followed by another."""
    for index, weeks in _by_phase(program):
        for week in weeks:
            last = program.weeks[max(0, week.number - 2)]
            if (
                "family" not in week.totals
                and "family" not in last.totals
                and (week.number > 1 or len(program.weeks) == 1)
            ):
                message = f"there is no family session in week {last.number} or in week {week.number}"
                yield _said(FAMILY_TIME, document, ("phases", index, "days"), message)
                break


def _group(spec: ProgramSpec, document: Document) -> Iterator[Problem]:
    if spec.group_size > MOST_PEOPLE:
        message = f"a group of {spec.group_size} is too large; at most {MOST_PEOPLE} people and the leader are right"
        yield _said(GROUP_IS_SMALL, document, ("group_size",), message)


def _days(days: Sequence[Day], path: Path, document: Document) -> Iterator[Problem]:
    first: dict[str, int] = {}
    for index, day in enumerate(days):
        if day.day in first:
            line = document.place((*path, first[day.day], "day"))[0]
            message = f"{day.day} stands here a second time; the first is in line {line}"
            yield _said(DAY_IS_LISTED_ONCE, document, (*path, index, "day"), message)
        first.setdefault(day.day, index)
        yield from _slots(day, (*path, index, "slots"), document)


def _slots(day: Day, path: Path, document: Document) -> Iterator[Problem]:
    """Each slot that starts before another one of the same weeks is over; or that goes on over midnight."""
    found: dict[int, str] = {}
    for parity in (1, 2):
        before: Slot | None = None
        for slot in slots_in(parity, day):
            if slot.start is None:
                continue
            if before and before.start and minutes_at(slot.start) < minutes_at(before.start) + before.minutes:
                said = f"this {slot.kind} slot starts at {slot.start}, before the {before.kind} slot of {before.start} ends"
                found[_place_of(slot, day)] = f"{said} at {_clock(minutes_at(before.start) + before.minutes)}"
            elif minutes_at(slot.start) + slot.minutes > _DAY:
                found[_place_of(slot, day)] = f"this slot starts at {slot.start} and goes on after midnight"
            if not before or _end(slot) > _end(before):
                before = slot
    for index, message in found.items():
        yield _said(SLOTS_ARE_APART, document, (*path, index, "start"), message)


def _place_of(slot: Slot, day: Day) -> int:
    """Two slots may be equal, but are not the same."""
    return next(index for index, one in enumerate(day.slots) if one is slot)


def _end(slot: Slot) -> int:
    return minutes_at(slot.start or "00:00") + slot.minutes


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02d}:{minutes % 60:02d}"


def _topics(spec: ProgramSpec, program: Program, document: Document) -> Iterator[Problem]:
    first: dict[int, int] = {}
    for index, topics in enumerate(spec.topics):
        path = ("topics", index)
        if topics.week in first:
            line = document.place(("topics", first[topics.week], "week"))[0]
            message = f"week {topics.week} stands here a second time; the first is in line {line}"
            yield _said(DAY_IS_LISTED_ONCE, document, (*path, "week"), message)
        first.setdefault(topics.week, index)
        if topics.week > len(program.weeks):
            message = f"there is no week {topics.week}; the program has {_counted(len(program.weeks), 'week')}"
            yield _said(WEEK_IS_THERE, document, (*path, "week"), message)
            continue
        week = program.weeks[topics.week - 1]
        for kind in TEACHING:
            asked, slots = len(getattr(topics, kind)), sum(one.kind == kind for one in week.sessions)
            if asked > slots:
                message = f"week {week.number} has {_counted(slots, f'{kind} slot')}, and {asked} topics for them"
                yield _said(TOPICS_HAVE_SLOTS, document, (*path, kind, slots), message)


def _modules(spec: ProgramSpec, document: Document, course: CourseSpec) -> Iterator[Problem]:
    known = {*course.modules, *course.planned}
    for index, topics in enumerate(spec.topics):
        for kind in TEACHING:
            for place, id_ in enumerate(getattr(topics, kind)):
                if id_ not in known:
                    message = f"the program names an unknown module '{id_}'{did_you_mean(id_, known)}"
                    yield _said(MODULE_IS_KNOWN, document, ("topics", index, kind, place), message)


def _planned(program: Program, document: Document, course: CourseSpec) -> Iterator[Problem]:
    """One note a program, safety modules first: most modules may still be to write, and its page names them all."""
    # A name that is misspelled is an error of its own, and no module that is still to come.
    planned = (topic for topic in program.planned if topic.id in course.planned)
    missing = [topic.id for topic in sorted(planned, key=lambda topic: not topic.safety)]
    if missing:
        more = f", and {len(missing) - _NAMED} more" if len(missing) > _NAMED else ""
        count = f"{len(missing)} of the {len(program.topics)} modules it names"
        message = f"{count} are not written yet: {', '.join(missing[:_NAMED])}{more}"
        yield _said(TOPIC_IS_WRITTEN, document, ("topics",), message)


def _core(spec: ProgramSpec, document: Document, course: CourseSpec) -> Iterator[Problem]:
    taught = {id_ for topics in spec.topics for kind in TEACHING for id_ in getattr(topics, kind)}
    missing = [id_ for id_ in course.core_modules if id_ not in taught]
    if missing:
        more = f", and {len(missing) - _NAMED} more" if len(missing) > _NAMED else ""
        message = f"the program leaves out {_counted(len(missing), 'core module')}: {', '.join(missing[:_NAMED])}{more}"
        yield _said(CORE_IS_TAUGHT, document, ("topics",), message)


__all__ = ["PROGRAM_RULES", "check_programs"]

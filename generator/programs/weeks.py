"""A program's spec and the course → its weeks: which session is when, what it teaches, how many hours that makes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from generator.schema.course import CourseSpec
from generator.schema.program import DAYS, Day, DayName, Phase, ProgramSpec, Slot, SlotKind, Topics

KINDS: tuple[SlotKind, ...] = ("group", "family", "individual", "creative", "mutual_help", "medical")
"""In the order of totals."""
TEACHING: tuple[SlotKind, ...] = ("group", "family", "individual")
"""Kinds of slots that topics are given to."""


@dataclass(frozen=True, slots=True)
class Topic:
    """A module that a session teaches."""

    id: str
    title: str
    written: bool
    """Whether the module is there; it is planned otherwise."""
    safety: bool
    """Whether every program teaches it in its first two weeks."""


@dataclass(frozen=True, slots=True)
class Session:
    """A slot of one week."""

    week: int
    day: DayName
    kind: SlotKind
    start: int | None
    """Minutes from midnight; None if it is by appointment."""
    minutes: int
    title: str
    """The author's own name for it; empty where there is none."""
    topic: Topic | None

    @property
    def end(self) -> int | None:
        """Minutes from midnight."""
        return None if self.start is None else self.start + self.minutes


@dataclass(frozen=True, slots=True)
class Week:
    """A week of a program, its sessions in order of day and time; those by appointment end their day."""

    number: int
    phase: str
    sessions: tuple[Session, ...]

    @property
    def days(self) -> tuple[tuple[DayName, tuple[Session, ...]], ...]:
        """Each day that has sessions, with them."""
        found = {day: tuple(one for one in self.sessions if one.day == day) for day in DAYS}
        return tuple((day, sessions) for day, sessions in found.items() if sessions)

    @property
    def totals(self) -> Mapping[SlotKind, int]:
        """Minutes by kind; a kind that the week has none of is not there."""
        return minutes_by_kind(self.sessions)

    @property
    def minutes(self) -> int:
        """Minutes of all its sessions."""
        return sum(one.minutes for one in self.sessions)


@dataclass(frozen=True, slots=True)
class Program:
    """A program with all its weeks."""

    spec: ProgramSpec
    weeks: tuple[Week, ...]

    @property
    def sessions(self) -> tuple[Session, ...]:
        """All sessions of all weeks, in order."""
        return tuple(one for week in self.weeks for one in week.sessions)

    @property
    def totals(self) -> Mapping[SlotKind, int]:
        """Minutes by kind in the whole program."""
        return minutes_by_kind(self.sessions)

    @property
    def minutes(self) -> int:
        """Minutes of the whole program."""
        return sum(week.minutes for week in self.weeks)

    @property
    def first_day(self) -> DayName:
        """The weekday that it starts on."""
        return self.weeks[0].days[0][0] if self.weeks[0].sessions else first_listed(self.spec)

    @property
    def topics(self) -> tuple[Topic, ...]:
        """What it teaches, each topic once, in the order of its first session."""
        return tuple(dict.fromkeys(one.topic for one in self.sessions if one.topic))

    @property
    def planned(self) -> tuple[Topic, ...]:
        """Topics that are not written yet."""
        return tuple(topic for topic in self.topics if not topic.written)


def resolve(spec: ProgramSpec, course: CourseSpec, titles: Mapping[str, str] | None = None) -> Program:
    """Lay the program out week by week. `titles` has those of the modules that are written."""
    topic = partial(topic_of, course=course, titles=titles or {})
    by_week = {topics.week: topics for topics in spec.topics}
    return Program(
        spec,
        tuple(
            Week(number, phase.title, tuple(_sessions(number, phase, by_week.get(number), topic)))
            for number, phase in numbered(spec)
        ),
    )


def topic_of(id_: str, course: CourseSpec, titles: Mapping[str, str]) -> Topic:
    """The topic with the module's id; `titles` has those of the modules that are written."""
    title = titles.get(id_) or course.planned.get(id_, id_)
    return Topic(id_, title, id_ in course.modules, id_ in course.safety_modules)


def modules_of_week(program: ProgramSpec, week: int) -> tuple[str, ...]:
    """The ids of a week's modules, each once: those of groups, of family sessions, then of individual ones."""
    topics = [topics for topics in program.topics if topics.week == week]
    return tuple(dict.fromkeys(id_ for kind in TEACHING for one in topics for id_ in getattr(one, kind)))


def taught_weeks(program: ProgramSpec) -> tuple[int, ...]:
    """The weeks in which something is taught."""
    return tuple(sorted({topics.week for topics in program.topics if modules_of_week(program, topics.week)}))


def numbered(spec: ProgramSpec) -> Iterator[tuple[int, Phase]]:
    """Each week's number, from 1, with the phase it belongs to."""
    phases = (phase for phase in spec.phases for _ in range(phase.weeks))
    return enumerate(phases, 1)


def slots_in(week: int, day: Day) -> tuple[Slot, ...]:
    """The slots of a day that take place in a week, in order of time; those by appointment come last."""
    found = (slot for slot in day.slots if slot.weeks == "every" or (slot.weeks == "odd") == bool(week % 2))
    return tuple(sorted(found, key=lambda slot: (slot.start is None, slot.start or "")))


def _sessions(week: int, phase: Phase, topics: Topics | None, topic: Callable[[str], Topic]) -> Iterator[Session]:
    left = {kind: iter(getattr(topics, kind) if topics else ()) for kind in TEACHING}
    for day in sorted(phase.days, key=lambda day: DAYS.index(day.day)):
        for slot in slots_in(week, day):
            id_ = next(left[slot.kind], None) if slot.kind in left else None
            start = None if slot.start is None else minutes_at(slot.start)
            found = topic(id_) if id_ else None
            yield Session(week, day.day, slot.kind, start, slot.minutes, slot.title or "", found)


def minutes_at(time: str) -> int:
    """`17:30` as minutes from midnight."""
    hours, minutes = time.split(":")
    return int(hours) * 60 + int(minutes)


def minutes_by_kind(sessions: Iterable[Session]) -> Mapping[SlotKind, int]:
    """The minutes of each kind that is there, in the order of `KINDS`."""
    found: Counter[SlotKind] = Counter()
    for one in sessions:
        found[one.kind] += one.minutes
    return {kind: found[kind] for kind in KINDS if found[kind]}


def first_listed(spec: ProgramSpec) -> DayName:
    """The earliest weekday of the first phase."""
    return min((day.day for day in spec.phases[0].days), key=DAYS.index)


def chosen(programs: Sequence[ProgramSpec], ids: Sequence[str] | None) -> tuple[ProgramSpec, ...]:
    """The programs that a clinic runs (`ids`, in its order); all of them where it has not said so."""
    if ids is None:
        return tuple(programs)
    by_id = {spec.id: spec for spec in programs}
    return tuple(by_id[id_] for id_ in ids if id_ in by_id)

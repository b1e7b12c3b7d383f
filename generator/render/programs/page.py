"""A program → its page in the counselors' tree: week by week, with its hours, and dates for a start."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from generator import addresses
from generator.checks.programs import MOST_PEOPLE
from generator.course import Build, Frame, SafetyMessage
from generator.programs.dates import date_of
from generator.programs.weeks import KINDS, Program, Session, Topic, Week
from generator.programs.words import hours_words, time_words
from generator.render.outputs import Crumb, Page, SearchEntry
from generator.render.programs.calendar import calendar_in_page
from generator.render.programs.parts import Taught, shown, size_of
from generator.render.programs.prints import downloads_of
from generator.render.web import lay_out
from generator.schema.program import DAYS, DayName, SlotKind

MONDAY = date(2001, 1, 1)
"""In its week the programs of the pages start; the page moves all dates from there by whole days."""


@dataclass(frozen=True, slots=True)
class Hour:
    """A session as a page shows it."""

    time: str
    length: str
    name: str
    taught: Taught | None
    kind: SlotKind


@dataclass(frozen=True, slots=True)
class DayShown:
    """A day of a week; `offset` counts days from the first day of the program."""

    name: str
    offset: int
    hours: tuple[Hour, ...]


@dataclass(frozen=True, slots=True)
class WeekShown:
    """A week; `hours` says its hours in all and by kind."""

    number: int
    phase: str
    """The phase's title where it starts, else empty."""
    hours: str
    by_kind: str
    days: tuple[DayShown, ...]


@dataclass(frozen=True, slots=True)
class Total:
    """A row of the hours: of a kind a week, and in all."""

    kind: str
    week: str
    whole: str


@dataclass(frozen=True, slots=True)
class Missing:
    """A topic that is not written, and the weeks that name it."""

    title: str
    weeks: str
    safety: bool


def program_page(program: Program, number: int, frame: Frame, build: Build) -> Page:
    """The page of the program with this number, which its sheets are named by."""
    t, spec = frame.strings, program.spec
    address = addresses.program(frame.slug(spec.id))
    base = MONDAY + timedelta(days=DAYS.index(program.first_day))
    missing, dates = _missing(program), calendar_in_page(program, base, frame)
    body = lay_out(
        "program",
        addresses.linker(address, "", frame.slug, build.patients(frame.language)),
        frame,
        build,
        program=spec,
        size=tuple(size_of(program, frame)),
        first=t[f"program_day_{program.first_day}"],
        base=base.isoformat(),
        length=(date_of(len(program.weeks), _last_day(program), base) - base).days,
        calendar=dates,
        entry=t["program_event"].format(title=frame.outside_title, week=1),
        totals=_totals(program, frame),
        whole=_sum(program, frame),
        weeks=tuple(_weeks(program, base, address, frame)),
        missing=missing,
        unsafe=", ".join(one.title for one in missing if one.safety),
        messages=messages_to_read(program, frame),
        most_people=MOST_PEOPLE,
        downloads=downloads_of(number, address, frame, build),
    )
    return Page(
        tree="counselors",
        address=address,
        kind="program",
        title=frame.outside_title if frame.spec.discreet else spec.title,
        description=spec.description.words,
        body=body,
        contents=tuple(Crumb(f"#{anchor}", t[name]) for anchor, name in _sections(program)),
        search=tuple(_search(program, frame)),
        late=(dates,),
    )


def _last_day(program: Program) -> DayName:
    return program.weeks[-1].days[-1][0] if program.weeks[-1].sessions else program.first_day


def _sections(program: Program) -> Iterator[tuple[str, str]]:
    yield "start", "programs_start"
    yield "hours", "programs_totals"
    yield "weeks", "programs_calendar_weeks"
    yield "open", "programs_open"
    if any(topic.safety for topic in program.planned):
        yield "safety", "programs_safety"
    if program.planned:
        yield "missing", "programs_missing"
    yield "print", "programs_print"


def _search(program: Program, frame: Frame) -> Iterator[SearchEntry]:
    spec = program.spec
    yield SearchEntry("", spec.title, spec.description.words)
    for week in program.weeks:
        topics = " ".join(one.topic.title for one in week.sessions if one.topic)
        yield SearchEntry(f"week-{week.number}", frame.strings["program_week"].format(number=week.number), topics)


def _hours(minutes: int, strings: Mapping[str, str]) -> str:
    """A length that stays on one line: `1 h 30 min`."""
    return hours_words(minutes, strings).replace(" ", "\u00a0")


def _totals(program: Program, frame: Frame) -> tuple[Total, ...]:
    t = frame.strings
    return tuple(
        Total(
            t[f"program_kind_{kind}"],
            _range((week.totals.get(kind, 0) for week in program.weeks), frame),
            _hours(program.totals[kind], t),
        )
        for kind in KINDS
        if kind in program.totals
    )


def _sum(program: Program, frame: Frame) -> Total:
    t = frame.strings
    a_week = _range((week.minutes for week in program.weeks), frame)
    return Total(t["programs_totals_sum"], a_week, _hours(program.minutes, t))


def _range(minutes: Iterable[int], frame: Frame) -> str:
    """One length, or the least and the most of several."""
    found = set(minutes)
    least, most = (_hours(pick(found), frame.strings) for pick in (min, max))
    return most if len(found) == 1 else frame.strings["programs_range"].format(least=least, most=most)


def _weeks(program: Program, base: date, page: str, frame: Frame) -> Iterator[WeekShown]:
    t, phase = frame.strings, ""
    for week in program.weeks:
        by_kind = (f"{t[f'program_kind_{kind}']} {_hours(minutes, t)}" for kind, minutes in week.totals.items())
        # A program of one phase need not name it.
        starts = week.phase if week.phase != phase and len(program.spec.phases) > 1 else ""
        phase = week.phase
        days = tuple(_days(week, base, page, frame))
        yield WeekShown(week.number, starts, _hours(week.minutes, t), " · ".join(by_kind), days)


def _days(week: Week, base: date, page: str, frame: Frame) -> Iterator[DayShown]:
    for day, sessions in week.days:
        offset = (date_of(week.number, day, base) - base).days
        hours = tuple(_hour(session, page, frame) for session in sessions)
        yield DayShown(frame.strings[f"program_day_{day}"], offset, hours)


def _hour(session: Session, page: str, frame: Frame) -> Hour:
    t = frame.strings
    name = session.title or t[f"program_kind_{session.kind}"]
    taught = shown(session.topic, page, frame) if session.topic else None
    return Hour(time_words(session, t), _hours(session.minutes, t), name, taught, session.kind)


def _missing(program: Program) -> tuple[Missing, ...]:
    """Each topic that is not written, with its weeks; safety topics first."""
    found = (
        Missing(topic.title, ", ".join(_weeks_of(topic, program)), topic.safety)
        for topic in sorted(program.planned, key=lambda topic: not topic.safety)
    )
    return tuple(found)


def _weeks_of(topic: Topic, program: Program) -> tuple[str, ...]:
    return tuple(dict.fromkeys(str(one.week) for one in program.sessions if one.topic == topic))


def messages_to_read(program: Program, frame: Frame) -> tuple[SafetyMessage, ...]:
    """The safety messages that safety.yml gives to the program's safety topics which are not written yet."""
    missing = {topic.id for topic in program.planned if topic.safety}
    of = ((id_, message.modules) for id_, message in frame.safety.messages.items())
    # What is said beside worksheets is not for reading out; nor need what stands at the foot of every page stand here.
    elsewhere = (frame.safety.worksheets, frame.safety.everywhere)
    return tuple(frame.messages[id_] for id_, modules in of if missing.intersection(modules) and id_ not in elsewhere)

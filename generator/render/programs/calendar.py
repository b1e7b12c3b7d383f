"""A program and a start date → an iCalendar file (RFC 5545) that says nothing outsiders should not know.

Times float: 17:30 is 17:30 wherever the phone is. The clock is not asked: the stamp of each entry is the start date.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import partial
from typing import TYPE_CHECKING

from generator.course import Frame, digest
from generator.programs.dates import date_of
from generator.programs.weeks import Program, Session
from generator.render.outputs import LatePart

if TYPE_CHECKING:
    from icalendar import Event


@dataclass(frozen=True, slots=True)
class Entry:
    """A session as a calendar holds it; `begins` and `ends` are days alone where it is by appointment."""

    uid: str
    begins: date
    ends: date
    summary: str


@dataclass(frozen=True, slots=True)
class Entries:
    """All that a calendar file is made of."""

    maker: str
    """Who made it, as calendars note it."""
    stamp: date
    entries: tuple[Entry, ...]


def calendar(program: Program, start: date, frame: Frame) -> bytes:
    """The whole file. Two start dates give the same file but for the dates, all of which stand at starts of lines."""
    return _written(_entries(program, start, frame))


def calendar_in_page(program: Program, start: date, frame: Frame) -> LatePart:
    """The file as a part of a page: it is written when the page is made anew, for that takes longer than all the rest."""
    entries = _entries(program, start, frame)
    return LatePart(digest(repr(entries)), partial(_for_page, entries))


def _for_page(entries: Entries) -> str:
    return _written(entries).decode().replace("\r\n", "\n")


def _entries(program: Program, start: date, frame: Frame) -> Entries:
    maker = f"-//{frame.outside_title}//{frame.outside_title}//{frame.language.upper()}"
    found = (
        _entry(session, f"{_name(program, session, place, frame)}-{start:%Y%m%d}", start, frame)
        for week in program.weeks
        for _, sessions in week.days
        for place, session in enumerate(sessions)
    )
    return Entries(maker, start, tuple(found))


def _entry(session: Session, uid: str, start: date, frame: Frame) -> Entry:
    day = date_of(session.week, session.day, start)
    if session.start is None:
        return Entry(uid, day, day + timedelta(days=1), summary(session, frame))
    begins = datetime.combine(day, time()) + timedelta(minutes=session.start)
    return Entry(uid, begins, begins + timedelta(minutes=session.minutes), summary(session, frame))


def _name(program: Program, session: Session, place: int, frame: Frame) -> uuid.UUID:
    """The same for the same slot, however its length or topic changes; it can be read back by nobody."""
    return uuid.uuid5(uuid.NAMESPACE_OID, f"{frame.spec.id}/{program.spec.id}/{session.week}/{session.day}/{place}")


def summary(session: Session, frame: Frame) -> str:
    """What a calendar shows: neutral, unless the course's topics may be seen outside."""
    t = frame.strings
    if not frame.topics_outside:
        words = t["program_event"].format(title=frame.outside_title, week=session.week)
    else:
        kind = session.title or t[f"program_kind_{session.kind}"]
        words = f"{kind}: {session.topic.title}" if session.topic else kind
    return words if session.start is not None else f"{words} ({t['program_appointment'].lower()})"


def _written(entries: Entries) -> bytes:
    # The library takes longer to load than most commands to run.
    from icalendar import Calendar

    made = Calendar()
    made.add("prodid", entries.maker)
    made.add("version", "2.0")
    made.add("calscale", "GREGORIAN")
    stamp = datetime.combine(entries.stamp, time(), UTC)
    for event in _events(entries.entries, stamp):
        made.add_component(event)
    whole: bytes = made.to_ical()
    return whole


def _events(entries: tuple[Entry, ...], stamp: datetime) -> Iterator[Event]:
    from icalendar import Event

    for entry in entries:
        event = Event()
        event.add("uid", entry.uid)
        event.add("dtstamp", stamp)
        event.add("dtstart", entry.begins)
        event.add("dtend", entry.ends)
        if not isinstance(entry.begins, datetime):
            # Nobody is busy all day because of an hour that is still to be agreed on.
            event.add("transp", "TRANSPARENT")
        event.add("summary", entry.summary)
        event.add("class", "PRIVATE")
        yield event

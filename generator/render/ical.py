"""A program and a start date → an iCalendar file (RFC 5545) that says nothing outsiders should not know.

Times float: 17:30 is 17:30 wherever the phone is. The clock is not asked: the stamp of each entry is the start date.
"""

from __future__ import annotations

import uuid
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from generator.course import Frame
from generator.program import Program, Session, date_of

if TYPE_CHECKING:
    from icalendar import Event

_LONGEST = timedelta(days=1)


def calendar(program: Program, start: date, frame: Frame) -> bytes:
    """The whole file. Two start dates give the same file but for the dates, all of which stand at starts of lines."""
    # The library takes longer to load than most commands to run.
    from icalendar import Calendar

    made = Calendar()
    made.add("prodid", f"-//{frame.outside_title}//{frame.outside_title}//{frame.language.upper()}")
    made.add("version", "2.0")
    made.add("calscale", "GREGORIAN")
    for week in program.weeks:
        for _, sessions in week.days:
            for place, session in enumerate(sessions):
                made.add_component(_event(program, session, place, start, frame))
    whole: bytes = made.to_ical()
    return whole


def _event(program: Program, session: Session, place: int, start: date, frame: Frame) -> Event:
    from icalendar import Event

    event = Event()
    event.add("uid", f"{_name(program, session, place, frame)}-{start:%Y%m%d}")
    event.add("dtstamp", datetime.combine(start, time(), UTC))
    day = date_of(session.week, session.day, start)
    if session.start is None:
        event.add("dtstart", day)
        event.add("dtend", day + _LONGEST)
        # Nobody is busy all day because of an hour that is still to be agreed on.
        event.add("transp", "TRANSPARENT")
    else:
        begins = datetime.combine(day, time()) + timedelta(minutes=session.start)
        event.add("dtstart", begins)
        event.add("dtend", begins + timedelta(minutes=session.minutes))
    event.add("summary", summary(session, frame))
    event.add("class", "PRIVATE")
    return event


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

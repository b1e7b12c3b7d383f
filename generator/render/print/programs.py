"""A program → its wall calendar, and a sheet for each week. Both hang or lie where patients see them: plain words only.

What is done one to one is between a person and the counselor: its topic is not printed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from generator import addresses
from generator.course import Build, Frame
from generator.facts import Facts
from generator.programs.weeks import Program, Session, Week
from generator.programs.words import time_words
from generator.render.print.content import Content
from generator.render.print.values import Printable
from generator.render.programs.parts import programs_of
from generator.render.programs.prints import sheet_name


def contents(facts: Sequence[Facts], frame: Frame, build: Build) -> Iterator[Content]:
    """Two sheets a program."""
    for number, program in enumerate(programs_of(facts, frame), 1):
        yield _wall(program, number, frame)
        yield _weeks(program, number, frame)


def _wall(program: Program, number: int, frame: Frame) -> Content:
    phases = groupby(program.weeks, key=lambda week: (week.phase, tuple(day for day, _ in week.days)))
    parts: list[Printable] = [_phase(tuple(weeks), frame) for (_, days), weeks in phases if days]
    body: dict[str, Printable] = {"phases": parts, "marked": _marked(program)}
    return _content(program, "wall", number, "program_calendar_number", body, frame)


def _phase(weeks: tuple[Week, ...], frame: Frame) -> Printable:
    """Weeks that have the same days: a row a day, a cell a week."""
    rows: list[Printable] = []
    for place, (day, _) in enumerate(weeks[0].days):
        cells: list[Printable] = [_sessions(week.days[place][1], frame) for week in weeks]
        rows.append({"day": frame.strings[f"program_day_{day}"], "cells": cells})
    return {"title": weeks[0].phase, "weeks": [week.number for week in weeks], "rows": rows}


def _weeks(program: Program, number: int, frame: Frame) -> Content:
    weeks: list[Printable] = [_week(week, frame) for week in program.weeks]
    body: dict[str, Printable] = {"weeks": weeks, "marked": _marked(program)}
    return _content(program, "weeks", number, "program_sheets_number", body, frame)


def _week(week: Week, frame: Frame) -> Printable:
    days: list[Printable] = [
        {"day": frame.strings[f"program_day_{day}"], "sessions": _sessions(sessions, frame)}
        for day, sessions in week.days
    ]
    marked = any(_is_marked(session) for session in week.sessions)
    return {"number": week.number, "days": days, "marked": marked}


def _sessions(sessions: tuple[Session, ...], frame: Frame) -> Printable:
    return [_session(session, frame) for session in sessions]


def _session(session: Session, frame: Frame) -> Printable:
    t = frame.strings
    topic = session.topic.title if session.topic and session.kind != "individual" else None
    return {
        "time": time_words(session, t),
        "name": session.title or t[f"program_kind_{session.kind}"],
        "topic": f"{topic}{'*' if _is_marked(session) else ''}" if topic else None,
    }


def _is_marked(session: Session) -> bool:
    """Whether a star says that there are no sheets for it."""
    return session.topic is not None and not session.topic.written and session.kind != "individual"


def _marked(program: Program) -> bool:
    return any(_is_marked(session) for session in program.sessions)


def _content(program: Program, sheet: str, number: int, name: str, body: dict[str, Printable], frame: Frame) -> Content:
    """What strangers see of it is a number."""
    short = frame.strings[name].format(number=number)
    return Content(
        module=None,
        tree="counselors",
        name=sheet_name(sheet, number),
        page=addresses.program(frame.slug(program.spec.id)),
        over=frame.strings["program_wall" if sheet == "wall" else "program_week_sheets"],
        title=program.spec.title,
        short=short,
        layout="wall" if sheet == "wall" else "weeks",
        body=body,
        written_on=sheet == "weeks",
    )

"""The command `program`: the programs of the course, the weeks of one, and its dates as a calendar file."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import click

from generator.commands.desk import Desk, sentences
from generator.commands.progress import Bar
from generator.course import Frame
from generator.kept import write_whole
from generator.lock import only_one
from generator.packet import may_take
from generator.problems import did_you_mean, errors
from generator.programs.dates import date_of, said_in_full, start_from
from generator.programs.weeks import Program, Session
from generator.programs.words import hours_words, time_words
from generator.render.programs.parts import programs_of, size_of


@click.command()
@click.argument("name", required=False, metavar="[PROGRAM]")
@click.option("--start", metavar="YYYY-MM-DD", help="The first day; the weeks then show their dates.")
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), help="Write an iCalendar file for that start.")
@click.pass_obj
def program(desk: Desk, name: str | None, start: str | None, out: Path | None) -> None:
    """List the programs of the course; print the weeks of PROGRAM; write its dates as a calendar file.

    A PROGRAM is the name of its file, such as evenings. The entries of the calendar file name no topics, unless
    `outside` in course.yml says `topics: true`.
    """
    if name is None and (start is not None or out):
        raise click.UsageError("name the program, as: psychoed program evenings --start 2026-12-07")
    if out and start is None:
        raise click.UsageError("a calendar file needs the first day, as: --start 2026-12-07")
    frame, programs = _read(desk)
    if name is None:
        for found in programs:
            click.echo(_row(found, frame))
        if not programs:
            desk.say("this course has no programs; a program is a file in the folder programs/ of the course")
        return
    found = _named(name, programs)
    first = None if start is None else _first_day(start, found)
    if first and out:
        _write(desk, found, first, out, frame)
        return
    for line in _lines(found, first, frame):
        click.echo(line)


def _read(desk: Desk) -> tuple[Frame, tuple[Program, ...]]:
    """The course's first language and its programs; with errors in the course it ends here."""
    from generator.build import read_course

    with sentences(), only_one(desk.place.kept), Bar(desk.quiet) as bar:
        language, problems = read_course(desk.place, desk.order(), bar)
    # What is said of modules has no place here; errors end it.
    desk.tell(errors(problems), "read")
    assert language is not None
    return language.frame, programs_of(language.facts, language.frame)


def _named(name: str, programs: tuple[Program, ...]) -> Program:
    found = next((one for one in programs if one.spec.id == name), None)
    if found is None:
        ids = [one.spec.id for one in programs]
        raise click.BadParameter(f"there is no program '{name[:60]}'{did_you_mean(name, ids)}", param_hint="PROGRAM")
    return found


def _first_day(start: str, found: Program) -> date:
    day, wrong = start_from(start, found.first_day)
    if day is None:
        raise click.BadParameter(wrong, param_hint="--start")
    return day


def _write(desk: Desk, found: Program, first: date, out: Path, frame: Frame) -> None:
    from generator.render.programs.calendar import calendar

    with sentences():
        may_take(out, b"BEGIN:VCALENDAR", "calendar file", "--out")
        write_whole(out, calendar(found, first, frame))
    last = date_of(found.weeks[-1].number, found.sessions[-1].day, first)
    desk.say(f"{out}: {len(found.sessions)} entries, {said_in_full(first)} to {said_in_full(last)}.")
    if not frame.topics_outside:
        desk.say("The entries name no topics: calendars are often seen by others, and kept by companies.")


def _row(found: Program, frame: Frame) -> str:
    return f"{found.spec.id:20} {found.spec.title}: {', '.join(size_of(found, frame))}"


def _lines(found: Program, first: date | None, frame: Frame) -> Iterator[str]:
    """The weeks as text; with `first`, each day with its date."""
    yield _row(found, frame)
    for week in found.weeks:
        yield ""
        kinds = ", ".join(
            f"{frame.strings[f'program_kind_{kind}'].lower()} {hours_words(minutes, frame.strings)}"
            for kind, minutes in week.totals.items()
        )
        yield f"Week {week.number}: {hours_words(week.minutes, frame.strings)} ({kinds})"
        for day, sessions in week.days:
            when = said_in_full(date_of(week.number, day, first)) if first else frame.strings[f"program_day_{day}"]
            yield f"  {when}"
            yield from (f"    {_line(session, frame)}" for session in sessions)
    if found.planned:
        yield ""
        yield f"* {len(found.planned)} of {len(found.topics)} topics are not written yet."


def _line(session: Session, frame: Frame) -> str:
    name = session.title or frame.strings[f"program_kind_{session.kind}"]
    topic = f": {session.topic.title}{'' if session.topic.written else ' *'}" if session.topic else ""
    return f"{time_words(session, frame.strings):18} {name}{topic}"

"""A program's days → dates, and a start date as somebody writes it → a date, or what is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta

from generator.schema.program import DAYS, DayName
from generator.source import shown

MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_DAY = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})")
_YEARS = range(2001, 2100)
"""Years of a start date; what moves dates in a calendar file counts on four digits."""


def date_of(week: int, day: DayName, start: date) -> date:
    """The date of a day of a program that starts on `start`."""
    monday = start - timedelta(days=start.weekday())
    return monday + timedelta(weeks=week - 1, days=DAYS.index(day))


def start_from(text: str, first: DayName) -> tuple[date | None, str]:
    """Read the start date (2026-12-07) of a program whose first day is `first`, or say what is wrong with it."""
    found = _DAY.fullmatch(text.strip())
    year, month, number = map(int, found.groups()) if found else (0, 0, 0)
    if not 1 <= month <= 12 or not 1 <= number <= 31:
        return None, f"'{shown(text)}' is not a date; write year, month and day, as 2026-12-07"
    if year not in _YEARS:
        return None, f"the year {year} is too far away; write a day from {_YEARS[0]} to {_YEARS[-1]}"
    last = _last_of(year, month)
    if number > last.day:
        near = _or(right_dates(last, first))
        return None, f"{number} {MONTHS[month - 1]} {year} is no date; the program starts on a {_named(first)}: {near}"
    day = date(year, month, number)
    if DAYS[day.weekday()] != first:
        near = _or(right_dates(day, first))
        said = f"{said_in_full(day)} is not a {_named(first)}, the day this program starts on"
        return None, f"{said}; the nearest right dates are {near}"
    return day, ""


def right_dates(near: date, first: DayName) -> tuple[date, ...]:
    """The last day up to `near`, and the first after it, that a program may start on."""
    before = near - timedelta(days=(near.weekday() - DAYS.index(first)) % 7)
    return tuple(day for day in (before, before + timedelta(weeks=1)) if day.year in _YEARS)


def said_in_full(day: date) -> str:
    """`Monday, December 7, 2026`."""
    return f"{_named(DAYS[day.weekday()])}, {MONTHS[day.month - 1]} {day.day}, {day.year}"


def _last_of(year: int, month: int) -> date:
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)


def _or(dates: Iterable[date]) -> str:
    return " or ".join(f"{MONTHS[day.month - 1]} {day.day}, {day.year} ({day.isoformat()})" for day in dates)


def _named(day: DayName) -> str:
    return day.capitalize()

"""A month to check again, and a day → whether that is past, and for how long."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Literal

Due = Literal["no", "past", "long"]
"""Still to come; past due; past due for so long that the module is not built unless somebody asks for it."""

LONG = timedelta(days=90)
"""After so many days a module is not in the default build (standards G4)."""


def last_day(month: str) -> date:
    """The last day of a month that is written as 2027-11."""
    year, number = map(int, month.split("-"))
    return date(year + number // 12, number % 12 + 1, 1) - timedelta(days=1)


def due_on(month: str, today: date | None) -> Due:
    """Whether the month is past; nothing is past where no day is given."""
    if today is None or today <= last_day(month):
        return "no"
    return "past" if today <= last_day(month) + LONG else "long"


def months_between(day: date, month: str) -> int:
    """How many months a month lies ahead of a day's own."""
    year, number = map(int, month.split("-"))
    return (year - day.year) * 12 + number - day.month

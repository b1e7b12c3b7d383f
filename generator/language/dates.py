"""Days and months as people of a language write them, by CLDR."""

from __future__ import annotations

from datetime import date

from generator.language.names import locale_of


def month(written: str, language: str, short: bool = False) -> str:
    """`2027-11` → “November 2027”, “noviembre de 2027”; what is no such month comes back as it was.

    `short`: “Nov 2027”, “nov 2027”, for the foot of a sheet.
    """
    try:
        first = date.fromisoformat(f"{written}-01")
    except ValueError:
        return written
    from babel.dates import format_skeleton

    return str(format_skeleton("yMMM" if short else "yMMMM", first, locale=locale_of(language)))


def day(written: str, language: str) -> str:
    """`2026-11-21` → “November 21, 2026”, “21 de noviembre de 2026”; what is no such day comes back as it was."""
    try:
        found = date.fromisoformat(written)
    except ValueError:
        return written
    from babel.dates import format_date

    return str(format_date(found, format="long", locale=locale_of(language)))

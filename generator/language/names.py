"""What CLDR knows of a language: what it is called, and which way it is written."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from babel.core import Locale

Direction = Literal["ltr", "rtl"]


@cache
def locale_of(language: str) -> Locale:
    """The locale of a language as course.yml names it (`es-MX`); one that CLDR lacks goes by its language, or English."""
    # Read when it is asked for: most commands never name a language.
    from babel.core import Locale, UnknownLocaleError

    base = language.partition("-")[0]
    for name in (language.replace("-", "_"), base, "en"):
        try:
            return Locale.parse(name)
        except (UnknownLocaleError, ValueError):
            continue
    raise AssertionError("Babel has no English")


@cache
def language_name(language: str, said_in: str = "") -> str:
    """What a language is called by who speaks it, as a title; with `said_in`, by those, as inside a sentence."""
    base = language.partition("-")[0]
    if not _is_known(base):
        return language
    name = str(locale_of(language).get_display_name(locale_of(said_in or language)) or language)
    return name if said_in else name[:1].upper() + name[1:]


@cache
def direction_of(language: str) -> Direction:
    """Which way its letters run."""
    return "rtl" if locale_of(language).text_direction == "rtl" else "ltr"


def _is_known(base: str) -> bool:
    from babel.core import Locale, UnknownLocaleError

    try:
        Locale.parse(base)
    except (UnknownLocaleError, ValueError):
        return False
    return True

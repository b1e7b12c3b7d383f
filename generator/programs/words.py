"""Times and lengths of a program, in the interface words of a language (`Frame.strings`)."""

from __future__ import annotations

from collections.abc import Mapping

from generator.programs.weeks import Session


def hours_words(minutes: int, strings: Mapping[str, str]) -> str:
    """`9 h`, `4 h 30 min`, `30 min`, in the words of a language."""
    hours, rest = divmod(minutes, 60)
    words = (strings["program_hours"].format(count=hours), strings["program_minutes"].format(count=rest))
    return " ".join(word for word, count in zip(words, (hours, rest), strict=True) if count) or words[0]


def clock_words(minutes: int, strings: Mapping[str, str]) -> str:
    """`5:30 pm`, or `17:30` in a language whose clock has 24 hours."""
    hours, rest = divmod(minutes % (24 * 60), 60)
    if strings["program_clock"] != "12":
        return f"{hours}:{rest:02d}"
    return f"{(hours - 1) % 12 + 1}:{rest:02d} {strings['program_am' if hours < 12 else 'program_pm']}"


def time_words(session: Session, strings: Mapping[str, str]) -> str:
    """`5:30–7:00 pm`, or that it is by appointment."""
    if session.start is None or session.end is None:
        return strings["program_appointment"]
    begins, ends = clock_words(session.start, strings), clock_words(session.end, strings)
    half = begins.partition(" ")[2]
    if half and ends.endswith(f" {half}"):
        begins = begins.removesuffix(f" {half}")
    return f"{begins}–{ends}"

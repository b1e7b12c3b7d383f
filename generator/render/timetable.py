"""A module's time table → what pages and sheets show of it: names, titles, and minutes in groups of every length."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.course import Frame
from generator.lengths import LENGTHS, USUAL, Slot, slots
from generator.schema.guide import TimedPart

_TAUGHT = ("topic", "wrap_up")


@dataclass(frozen=True, slots=True)
class Timed:
    """A part of the session as it is shown."""

    part: TimedPart
    name: str
    """What this part of every session is called: “Topic 1 of 3”."""
    title: str
    """The module's own title for it; empty where it only says the name again."""
    slots: tuple[Slot, ...]
    """One for each of `LENGTHS`."""

    @property
    def style(self) -> str:
        """Whether people talk with each other in it (`process`) or the leader teaches (`education`)."""
        return self.part.style or ("education" if self.part.part in _TAUGHT else "process")

    @property
    def usual(self) -> Slot:
        """Its time in the session that it is written for."""
        return self.slots[LENGTHS.index(USUAL)]

    @property
    def heading(self) -> str:
        """Name and title in one line."""
        return f"{self.name}: {self.title}" if self.title else self.name


def timed(parts: Sequence[TimedPart], frame: Frame) -> tuple[Timed, ...]:
    """All parts, in their order."""
    by_length = [slots(parts, length) for length in LENGTHS]
    names = _names(parts, frame)
    return tuple(
        Timed(part, name, _title(part, frame), own)
        for part, name, own in zip(parts, names, zip(*by_length, strict=True), strict=True)
    )


def _names(parts: Sequence[TimedPart], frame: Frame) -> Iterator[str]:
    """The names of the parts; the parts of a topic, of which there often are several, are numbered."""
    totals, met = Counter(part.part for part in parts), Counter[str]()
    for part in parts:
        met[part.part] += 1
        if part.part == "topic" and totals["topic"] > 1:
            yield frame.strings["session_topic_of"].format(number=met["topic"], total=totals["topic"])
        else:
            yield frame.strings[f"session_{part.part}"]


def _title(part: TimedPart, frame: Frame) -> str:
    name = frame.strings[f"session_{part.part}"]
    # “Current concerns (check-in): Check-in and current concerns” would say it twice.
    return "" if set(_words(part.title)) <= {*_words(name), "and", "ritual"} else part.title


def _words(text: str) -> list[str]:
    return "".join(letter if letter.isalnum() else " " for letter in text.casefold()).split()

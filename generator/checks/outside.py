"""course.yml → whether its name outside says what the course is about."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from generator.problems import Problems, in_order
from generator.rules import Rule
from generator.schema.clinic import ClinicSpec
from generator.schema.course import CourseSpec
from generator.source import Document

OUTSIDE_IS_NEUTRAL = Rule(
    "outside-is-neutral",
    "Unless `outside.topics` is true, `outside.title` holds no word of substance use.",
    "It stands on covers, in file names and in print queues, where a neighbor or a boss can read it; "
    "who is in treatment is private (42 CFR Part 2).",
    "Choose a title that could be any class, as “Steps”; or set `topics: true` if nobody outside sees these names.",
)
_WAY_OUT = "take another word, or add `topics: true` if nobody outside sees it"
_WORD = re.compile(r"[^\W_]+")


def check_outside(spec: CourseSpec | ClinicSpec, document: Document, never: Iterable[str]) -> Problems:
    """Find words of substance use in the title for outside, in course.yml or clinic.yml.

    `never` is `never_outside` of each of the course's languages: words apart by spaces, and `addict-` for all that
    starts so.

    Example:
        outside:
          title: Recovery Steps
    """
    if spec.outside is None or spec.outside.topics:
        return ()
    path = ("outside", "title")
    return in_order(
        document.problem(path, f"“{word}” tells outsiders what the course is about; {_WAY_OUT}", OUTSIDE_IS_NEUTRAL.id)
        for word in telling_words(spec.outside.title, " ".join(never))
    )


def telling_words(title: str, never: str) -> Iterator[str]:
    """The words of the title that are in the list or start like one of it."""
    listed = _folded(never).split()
    starts = tuple(word.removesuffix("-") for word in listed if word.endswith("-"))
    for word in _WORD.findall(title):
        if _folded(word) in listed or _folded(word).startswith(starts):
            yield word


def _folded(text: str) -> str:
    """Small letters without accents: a title in capitals, or typed without them, tells as much."""
    return "".join(sign for sign in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(sign))

"""What is wrong with an author's input, as values: a place, a level, a sentence, a rule."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Literal

Level = Literal["error", "warning", "note"]


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing to mend. `line` and `column` count from 1; 1:1 stands for the whole file."""

    path: str
    line: int
    column: int
    message: str
    rule: str
    level: Level = "error"
    about: str = ""
    """The words of the text that it speaks of, if not the whole text: what an exception has to name."""
    answer: str = ""
    """The reason by which an exception in the author's file answers it; empty where it stands."""
    answered_at: tuple[str, ...] = ()
    """File, line and column of each exception that speaks of it, even where a part of it still stands."""

    @property
    def one_line(self) -> str:
        """The message as a terminal can show it: it may repeat an author's words."""
        if self.message.isprintable():
            return self.message
        return "".join(sign if sign.isprintable() else ascii(sign)[1:-1] for sign in self.message)

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}: {self.level}: {self.one_line} [{self.rule}]"


Problems = tuple[Problem, ...]


def in_order(problems: Iterable[Problem]) -> Problems:
    """Sort by place and drop what is said twice."""
    return tuple(sorted(set(problems)))


def errors(problems: Iterable[Problem]) -> Problems:
    """Those that stop a build."""
    return tuple(problem for problem in problems if problem.level == "error" and not problem.answer)


def open_ones(problems: Iterable[Problem]) -> Problems:
    """Those that no exception answers."""
    return tuple(problem for problem in problems if not problem.answer)


def answered_ones(problems: Iterable[Problem]) -> Problems:
    """False alarms that the author's files answer, with their reasons."""
    return tuple(problem for problem in problems if problem.answer)


def did_you_mean(word: str, known: Iterable[str], show: int = 8) -> str:
    """End a sentence with the nearest known word, or with what is known; empty if nothing is."""
    choices = sorted(known)
    close = get_close_matches(word, choices, n=1, cutoff=0.6)
    if close:
        return f"; did you mean '{close[0]}'?"
    if not choices:
        return ""
    more = f" and {len(choices) - show} more" if len(choices) > show else ""
    return f"; known here: {', '.join(choices[:show])}{more}"

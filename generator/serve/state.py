"""What the preview knows: the last build, and who waits for the next one."""

from __future__ import annotations

from concurrent.futures import Future
from dataclasses import dataclass, field, replace
from threading import Condition
from typing import Any

from generator.serve.work import Outcome, problem_rows


@dataclass(frozen=True, slots=True)
class Shown:
    """The state that pages are told of."""

    number: int = 0
    """Counts up with each build; 0 before the first."""
    outcome: Outcome = field(default_factory=Outcome)
    has_pages: bool = False
    """Whether a build was ever good, so that there are pages to show."""

    def as_json(self) -> dict[str, Any]:
        """What the page's script reads."""
        outcome = self.outcome
        return {
            "number": self.number,
            "good": outcome.good,
            "hasPages": self.has_pages,
            "problems": problem_rows(outcome.problems),
            "fault": outcome.fault,
            "whose": outcome.whose,
        }


class State:
    """The newest state; readers may wait until there is a newer one."""

    def __init__(self) -> None:
        self._shown = Shown()
        self._news = Condition()

    @property
    def shown(self) -> Shown:
        """The state now."""
        with self._news:
            return self._shown

    def tell(self, outcome: Outcome) -> Shown:
        """Take the outcome of a build, and wake who waits."""
        with self._news:
            has_pages = self._shown.has_pages or outcome.good
            self._shown = replace(self._shown, number=self._shown.number + 1, outcome=outcome, has_pages=has_pages)
            self._news.notify_all()
            return self._shown

    def newer_than(self, number: int, seconds: float) -> Shown:
        """The state once it is another one than `number`, or after so many seconds."""
        with self._news:
            self._news.wait_for(lambda: self._shown.number != number, seconds)
            return self._shown


def result_of(future: Future[Outcome]) -> Outcome:
    """The outcome of a build in another process, also where that process ended early."""
    from concurrent.futures.process import BrokenProcessPool

    try:
        return future.result()
    except BrokenProcessPool:
        return Outcome(fault="the process that builds was stopped, or the memory ran out; save again", whose="course")

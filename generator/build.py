"""A course's folder → its site: what changed is made, what did not is kept, and the whole is swapped in at once."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from generator.checks.shared_files import check_numbers_are_fresh
from generator.course import Facts
from generator.frame import Shared, read_shared
from generator.make import Made, make_site
from generator.problems import Problems, errors, in_order
from generator.study import Language, Place, study
from generator.workers import Workers

Format = Literal["web", "print"]
FORMATS: tuple[Format, ...] = ("web", "print")
Say = Callable[[str, int, int], None]
"""Told what is being done, how many are done, and of how many."""


@dataclass(frozen=True, slots=True)
class Order:
    """What to build."""

    version: str = "dev"
    formats: tuple[Format, ...] = FORMATS
    site_url: str | None = None
    """In place of the one in course.yml."""
    jobs: int | None = None
    today: date | None = None
    """The day by which phone numbers are called fresh or late; None asks nothing."""


@dataclass(frozen=True, slots=True)
class Result:
    """What a build found and did. With errors among the problems, nothing was touched."""

    problems: Problems
    facts: tuple[Facts, ...] = ()
    made: Made = Made()
    seconds: float = 0.0

    @property
    def good(self) -> bool:
        """Whether there is no error."""
        return not errors(self.problems)


def _silent(step: str, done: int, of: int) -> None:
    """Say nothing."""


def build_course(place: Place, order: Order, say: Say = _silent) -> Result:
    """Build the course into `place.site/<version>/`; an author's mistakes come back as problems."""
    started = time.perf_counter()
    with Workers(order.jobs) as workers:
        languages, problems = _study_all(place, order, workers, say)
        facts = tuple(fact for language in languages for fact in language.facts)
        if errors(problems):
            return Result(problems, facts)
        made = make_site(place, order.version, languages, workers, say)
    return Result(problems, facts, made, time.perf_counter() - started)


def check_course(place: Place, order: Order, say: Say = _silent) -> Result:
    """Find every problem; nothing is written but what is kept between builds."""
    with Workers(order.jobs) as workers:
        languages, problems = _study_all(place, order, workers, say)
    return Result(problems, tuple(fact for language in languages for fact in language.facts))


def _study_all(place: Place, order: Order, workers: Workers, say: Say) -> tuple[list[Language], Problems]:
    shared, problems = read_shared(place.course)
    if shared is None or errors(problems):
        return [], in_order(problems)
    if order.today:
        problems = (*problems, *check_numbers_are_fresh(shared.safety, shared.safety_document, order.today))
    languages = [_study(place, order, shared, name, workers, say) for name in shared.course.languages]
    return languages, in_order((*problems, *(problem for language in languages for problem in language.problems)))


def _study(place: Place, order: Order, shared: Shared, name: str, workers: Workers, say: Say) -> Language:
    return study(place, order.version, order.site_url or shared.course.site_url, order.formats, shared, name, workers, say)


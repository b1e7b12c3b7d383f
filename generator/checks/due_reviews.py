"""Modules and a day → those whose next review is past due, or planned for too late."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from generator.facts import Facts
from generator.problems import Level, Problem, Problems
from generator.reviews.due import LONG, last_day, months_between
from generator.rules import Rule
from generator.schema.course import CourseSpec

MOST_MONTHS = 24
MOST_MONTHS_OF_SAFETY = 12
"""So far ahead may the next review be; the second for medicines, overdose, withdrawal and suicide (standards G1)."""

CLOSELY_WATCHED = frozenset({"S-MEDS", "S-NALOXONE", "S-SUICIDE", "S-TOLERANCE", "S-WITHDRAWAL"})
"""Safety messages of modules on medicines, overdose, withdrawal and suicide."""

REVIEW_IS_NOT_PAST_DUE = Rule(
    "review-is-not-past-due",
    "Nobody has to wait for the review of a module: its month is not past.",
    "What was right when it was written may be wrong now; pages and sheets say that they are late (standards G4).",
    "Start a review with `psychoed review start`. What reviewers sign names the next month.",
    "warning",
)
REVIEW_IS_NOT_LONG_PAST_DUE = Rule(
    "review-is-not-long-past-due",
    f"No module's review is more than {LONG.days} days past due.",
    "Nobody stands for such words any more. It is an error and no module is left out by itself: whoever needs a safety"
    " message most must not lose it without anybody noticing (standards G4).",
    "Have it reviewed, or take it out of course.yml. Until then `psychoed --overdue build` goes on; each page says that"
    " it is late.",
)
REVIEW_COMES_IN_TIME = Rule(
    "review-comes-in-time",
    f"The next review is at most {MOST_MONTHS} months ahead, and {MOST_MONTHS_OF_SAFETY} for modules on medicines,"
    " overdose, withdrawal and suicide.",
    "Guidelines, laws and numbers change; what saves lives is looked at more often (standards G1).",
    "Name an earlier month under `next_review`.",
)
DUE_RULES: tuple[Rule, ...] = (REVIEW_COMES_IN_TIME, REVIEW_IS_NOT_LONG_PAST_DUE, REVIEW_IS_NOT_PAST_DUE)


def check_due(facts: Sequence[Facts], spec: CourseSpec, today: date | None, overdue: bool) -> Problems:
    """Find modules that nobody has looked at in time. With `overdue`, those far past due are warnings as well.

    Example:
        review:
          next_review: 2020-01
    """
    return tuple(problem for module in facts for problem in _due(module, spec, today, overdue)) if today else ()


def _due(module: Facts, spec: CourseSpec, today: date, overdue: bool) -> Iterator[Problem]:
    place, month = (module.path, *module.next_review_at), module.next_review
    ahead, most = months_between(today, month), longest_wait(module.id, module.safety, spec)
    if module.status == "retired":
        return  # Its pages say that it is no longer used.
    if module.due != "no":
        late = (today - last_day(month)).days
        rule = REVIEW_IS_NOT_PAST_DUE if module.due == "past" else REVIEW_IS_NOT_LONG_PAST_DUE
        level: Level = "warning" if overdue else rule.level
        yield Problem(*place, f"the review of {month} is {late} days past due", rule.id, level)
    if ahead > most:
        said = f"the next review is {ahead} months ahead; the most for this module is {most}"
        yield Problem(*place, said, REVIEW_COMES_IN_TIME.id)


def longest_wait(module: str, safety: Sequence[str], spec: CourseSpec) -> int:
    """So many months may pass until a module is looked at again."""
    closely = module in spec.safety_modules or not CLOSELY_WATCHED.isdisjoint(safety)
    return MOST_MONTHS_OF_SAFETY if closely else MOST_MONTHS

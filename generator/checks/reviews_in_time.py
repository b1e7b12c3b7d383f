"""The facts of modules → whose next review is past, or too far ahead."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from generator.course import Facts
from generator.problems import Problem, Problems, in_order
from generator.reviews.due import due_on, months_between
from generator.rules import Rule
from generator.schema.safety import SafetySpec

MOST_MONTHS, YEARLY = 24, 12

REVIEW_IS_IN_TIME = Rule(
    "review-is-in-time",
    f"A module's `next_review` is not past, and at most {MOST_MONTHS} months ahead; {YEARLY} if it carries a message with "
    "`yearly: true` in safety.yml.",
    "What was right two years ago may be wrong now, and what is said of medicines, overdose, withdrawal and suicide "
    "changes sooner (standards G1, G4).",
    "Review the module; or before its first review set `next_review` to the month in which you will.",
    also=("warning",),
)


def check_reviews_in_time(facts: Sequence[Facts], safety: SafetySpec, today: date) -> Problems:
    """Find reviews that are past: a warning, after 90 days an error; and reviews that are planned too far ahead.

    Example:
        review:
          status: draft
          next_review: 2024-11

    Better:
        review:
          status: draft
          next_review: 2027-11
    """
    return in_order(problem for module in facts if module.status != "retired" for problem in _of(module, safety, today))


def _of(module: Facts, safety: SafetySpec, today: date) -> Iterator[Problem]:
    due = due_on(module.next_review, today)
    if due != "no":
        late = "was to be reviewed again by " + module.next_review
        said = f"this module {late}" if due == "past" else f"this module {late}, more than 90 days ago"
        yield Problem(
            module.path,
            *module.spot("next_review"),
            said,
            REVIEW_IS_IN_TIME.id,
            "warning" if due == "past" else "error",
        )
    yearly = next((id_ for id_ in module.safety if id_ in safety.messages and safety.messages[id_].yearly), "")
    most = YEARLY if yearly else MOST_MONTHS
    ahead = months_between(today, module.next_review)
    if ahead > most:
        why = f", because it carries '{yearly}'" if yearly else ""
        said = f"the next review is {ahead} months ahead; the most is {most}{why}"
        yield Problem(module.path, *module.spot("next_review"), said, REVIEW_IS_IN_TIME.id)

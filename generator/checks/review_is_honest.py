"""Nobody is shown as a reviewer of what was not reviewed."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.case import Case
from generator.problems import Problem
from generator.rules import Rule
from generator.schema.module import Review

RULE = Rule(
    "review-is-honest",
    "`approved` names its three reviewers; a draft names no clinical reviewer.",
    "People trust a module that a clinician signed; no review is claimed that did not happen (standards G2).",
    "Set the status back, or name who did the review.",
)
REVIEWERS = ("clinical", "lived_experience", "plain_language")


def check(case: Case) -> Iterator[Problem]:
    """Find a status that does not agree with the persons named.

    Example:
        status: approved
        written_by:
          name: The Psychoed course team
          role: authors
        next_review: 2027-11
    """
    for message in disagreeing(case.module.review):
        yield case.problem(RULE, ("review", "status"), message)


def disagreeing(review: Review) -> Iterator[str]:
    """What does not agree within a review, of a module or of an overlay."""
    missing = [name for name in REVIEWERS if getattr(review, name) is None]
    if review.status == "approved" and missing:
        yield f"the status is 'approved', and nobody is named under {', '.join(missing)}"
    if review.status == "draft" and review.clinical is not None:
        yield "the status is 'draft', and a clinical reviewer is named; use 'in-clinical-review' or 'approved'"

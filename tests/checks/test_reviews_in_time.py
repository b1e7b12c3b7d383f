"""Reviews that are past, or planned too far ahead."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from generator.checks.case import Case
from generator.checks.reviews_in_time import check_reviews_in_time
from generator.compile import facts_of
from generator.course import Facts
from generator.schema.module import Module
from tests.cases.bench import FILE, VALID, frame, put, read

TODAY = date(2026, 11, 22)


@pytest.fixture
def module(tmp_path: Path) -> Facts:
    """A module without a message that asks for a review each year."""
    document, spec, _ = read(put(VALID, tmp_path), FILE, Module)
    assert document is not None and spec is not None
    found = facts_of(Case(spec, document, frame()))
    return replace(found, path="en/slow-down.yml")


def said(module: Facts, month: str, today: date = TODAY) -> list[str]:
    """What is said of a module whose next review is in a month."""
    return [str(one) for one in check_reviews_in_time([replace(module, next_review=month)], frame().safety, today)]


@pytest.mark.parametrize("month", ["2026-11", "2026-12", "2028-11"])
def test_a_review_within_two_years_is_in_time(month: str, module: Facts) -> None:
    assert said(module, month) == []


def test_a_review_that_is_past_is_a_warning(module: Facts) -> None:
    assert said(module, "2026-10") == [
        "en/slow-down.yml:263:16: warning: this module was to be reviewed again by 2026-10 [review-is-in-time]"
    ]


def test_a_review_that_is_long_past_is_an_error(module: Facts) -> None:
    # The last day of August and 90 days are 29 November.
    assert "warning" in said(module, "2026-08", date(2026, 11, 29))[0]
    assert said(module, "2026-08", date(2026, 11, 30)) == [
        "en/slow-down.yml:263:16: error: this module was to be reviewed again by 2026-08, more than 90 days ago"
        " [review-is-in-time]"
    ]


def test_a_review_too_far_ahead_is_an_error(module: Facts) -> None:
    assert said(module, "2028-12") == [
        "en/slow-down.yml:263:16: error: the next review is 25 months ahead; the most is 24 [review-is-in-time]"
    ]


def test_what_is_said_of_suicide_is_reviewed_each_year(module: Facts) -> None:
    grave = replace(module, safety=("S-CRISIS", "S-SUICIDE"))
    assert said(grave, "2027-11") == []
    assert said(grave, "2027-12") == [
        "en/slow-down.yml:263:16: error: the next review is 13 months ahead; the most is 12, because it carries 'S-SUICIDE'"
        " [review-is-in-time]"
    ]


def test_a_retired_module_is_reviewed_no_more(module: Facts) -> None:
    assert said(replace(module, status="retired"), "2020-01") == []

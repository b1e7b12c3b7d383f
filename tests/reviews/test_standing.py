"""Who signed what, and the day → where a module stands."""

from __future__ import annotations

from datetime import date

import pytest

from generator.reviews.due import due_on, last_day, months_between
from generator.reviews.standing import standing
from generator.schema.module import Person, Review
from generator.schema.signoffs import SignOff
from tests.reviews.signed import all_three, sign_off

TEXT, OLD = "a" * 64, "b" * 64
TODAY = date(2026, 11, 22)
REVIEW = Review(status="draft", written_by=Person(name="The team", role="authors"), next_review="2027-11")


def stands(*sign_offs: SignOff, review: Review = REVIEW) -> str:
    return standing(review, sign_offs, TEXT, TODAY).status


def test_it_takes_all_three_to_approve() -> None:
    whole = all_three(TEXT)
    assert stands() == "draft"
    assert all(stands(*(one for one in whole if one is not missing)) == "draft" for missing in whole)
    assert stands(*whole) == "approved"


def test_those_who_signed_an_older_text_count_for_nothing() -> None:
    old, new = all_three(OLD), all_three(TEXT)
    assert stands(*old) == "draft"
    assert stands(old[0], *new[1:]) == "draft"
    assert stands(*old, *new) == "approved"
    assert standing(REVIEW, old, TEXT, TODAY).signed == ()


@pytest.mark.parametrize("decision", ["approve-with-changes", "reject"])
def test_who_wants_changes_has_not_approved_and_keeps_others_from_it(decision: str) -> None:
    objecting = sign_off("clinical", TEXT, decision=decision, remarks="Say more.")
    assert stands(objecting, *all_three(TEXT)[1:]) == "draft"
    second = sign_off("clinical", TEXT, name="Cal Ode", decision=decision, remarks="Say more.")
    assert stands(*all_three(TEXT), second) == "draft"


def test_the_last_word_of_a_person_counts() -> None:
    objecting = sign_off("clinical", TEXT, decision="reject", remarks="Say more.")
    assert stands(objecting, *all_three(TEXT)) == "approved"
    assert stands(*all_three(TEXT), objecting) == "draft"


def test_a_retired_module_stays_retired_whoever_signs() -> None:
    assert stands(*all_three(TEXT), review=REVIEW.model_copy(update={"status": "retired"})) == "retired"


def test_nobody_is_named_before_all_have_signed_and_the_clinician_comes_first() -> None:
    whole = all_three(TEXT)
    some = standing(REVIEW, whole[:2], TEXT, TODAY)
    assert (some.checked_by, some.reviewers, len(some.signed)) == (None, (), 2)
    found = standing(REVIEW, whole[::-1], TEXT, TODAY)
    assert [one.name for one in found.reviewers] == ["Ana Ruiz", "J. M.", "Bo Lind"]
    assert found.checked_by is not None
    assert found.checked_by.who == "Ana Ruiz, LCSW"


def test_the_reviewers_earliest_month_holds_once_all_have_signed() -> None:
    soon = all_three(TEXT, next_review="2027-02")
    assert standing(REVIEW, soon, TEXT, TODAY).next_check == "2027-02"
    assert standing(REVIEW, soon[:1], TEXT, TODAY).next_check == "2027-11"


@pytest.mark.parametrize(
    ("day", "due"),
    [
        (date(2027, 11, 30), "no"),
        (date(2027, 12, 1), "past"),
        (date(2028, 2, 28), "past"),
        (date(2028, 2, 29), "long"),
        (None, "no"),
    ],
)
def test_a_month_is_past_the_day_after_it_and_long_past_after_ninety_days(day: date | None, due: str) -> None:
    assert due_on("2027-11", day) == due


def test_months_are_counted() -> None:
    assert last_day("2027-12") == date(2027, 12, 31)
    assert last_day("2028-02") == date(2028, 2, 29)
    assert months_between(date(2026, 11, 22), "2028-11") == 24
    assert months_between(date(2026, 11, 22), "2026-10") == -1


def test_the_last_word_is_the_latest_by_its_day_however_the_file_is_sorted() -> None:
    clinical, *others = all_three(TEXT)
    later = sign_off("clinical", TEXT, date="2026-11-21", decision="reject", remarks="The dose is wrong.")
    for order in ((clinical, later), (later, clinical)):
        assert stands(*others, *order) == "draft"

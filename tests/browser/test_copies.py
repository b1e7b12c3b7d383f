"""Copies of answers in a file: everything comes back, nothing is overwritten unasked, and odd files are refused."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.keeping import (
    KEY,
    MORE,
    OTHER,
    SHEET,
    alarms,
    bring,
    button,
    entry,
    exported,
    fill,
    kept,
    put,
    says,
    switch,
    today,
    turn_on,
)
from tests.browser.test_worksheet import written


def test_a_copy_brings_all_worksheets_back_after_everything_was_cleared(
    sheet: Page, course: str, tmp_path: Path
) -> None:
    turn_on(sheet)
    fill(sheet)
    sheet.goto(course + OTHER)
    turn_on(sheet)
    fill(sheet)
    put(
        sheet, entry(sheet, MORE)["answers"], MORE, rest={"gone": "no place"}, saved=today(sheet), until=today(sheet, 7)
    )
    sheet.reload()
    expect(sheet.locator(".ps-older li")).to_have_text("no place")
    path = exported(sheet, tmp_path)
    before = kept(sheet)
    assert len(before) == 2
    sheet.evaluate("psychoed.wipe()")
    expect(switch(sheet)).not_to_be_checked()
    assert kept(sheet) == {}
    assert written(sheet) == []
    expect(sheet.locator(".ps-older")).to_have_count(0)
    switch(sheet).click()
    bring(sheet, path)
    says(sheet, "Your answers from the file are back")
    expect(sheet.locator(".ps-older li")).to_have_text("no place")
    expect(switch(sheet)).to_be_checked()
    assert kept(sheet) == before
    sheet.goto(course + SHEET)
    expect(switch(sheet)).to_be_checked()
    assert len(written(sheet)) > 15


def a_file(**changes: object) -> dict[str, object]:
    sheets = [
        {"place": "one-thing:every-field", "revision": 1, "saved": "2026-11-20", "answers": {"short": "x"}, "rest": {}}
    ]
    return {"format": "kept-answers", "version": 1, "course": "tiny", "sheets": sheets, **changes}


def a_sheet(**changes: object) -> list[dict[str, object]]:
    return [
        {"place": "one-thing:every-field", "revision": 1, "saved": "2026-11-20", "answers": {}, "rest": {}, **changes}
    ]


DAMAGED = "Parts of this file are damaged"
REFUSED = {
    "no-json": ("This is not JSON", "not a copy of answers from these pages"),
    "null": ("null", "not a copy of answers from these pages"),
    "binary": ("\x00\ufffd" * 50, "not a copy of answers from these pages"),
    "too-large": (json.dumps(a_file(more="x" * 1_100_000)), "too large"),
    "other-format": (a_file(format="a picture"), "not a copy of answers from these pages"),
    "newer": (a_file(version=2, sheets={"anything": "new"}), "from a newer version of these pages"),
    "other-course": (a_file(course="large"), "from another course"),
    "odd-version": (a_file(version="1.0"), DAMAGED),
    "no-sheets": (a_file(sheets=None), DAMAGED),
    "sheet-is-text": (a_file(sheets=["x"]), DAMAGED),
    "answers-are-a-list": (a_file(sheets=a_sheet(answers=["x"])), DAMAGED),
    "answer-is-a-number": (a_file(sheets=a_sheet(answers={"short": 7})), DAMAGED),
    "answer-is-a-group": (a_file(sheets=a_sheet(answers={"short": {"toString": "x"}})), DAMAGED),
    "revision-is-text": (a_file(sheets=a_sheet(revision="1")), DAMAGED),
    "no-such-day": (a_file(sheets=a_sheet(saved="2026-99-99")), DAMAGED),
    "odd-place": (a_file(sheets=a_sheet(place="../../x")), DAMAGED),
    "place-is-a-group": (a_file(sheets=a_sheet(place={})), DAMAGED),
}


def test_a_file_that_is_no_copy_is_refused_and_nothing_is_lost(sheet: Page, tmp_path: Path) -> None:
    path = tmp_path / "given.json"
    put(sheet, {"short": "mine"})
    sheet.reload()
    expect(switch(sheet)).to_be_checked()
    before = kept(sheet)
    for name, (content, words) in REFUSED.items():
        path.write_text(content if isinstance(content, str) else json.dumps(content), "utf-8")
        sheet.evaluate("psychoed.parts.worksheet.say('')")
        bring(sheet, path)
        says(sheet, words)
        says(sheet, "Nothing was changed.")
        assert kept(sheet) == before, name
        expect(sheet.locator("#every-field-short")).to_have_value("mine")


@pytest.mark.parametrize(("choice", "left"), [("The ones in the file", "x"), ("The ones on this device", "mine")])
def test_other_answers_on_the_device_are_asked_about(choice: str, left: str, sheet: Page, tmp_path: Path) -> None:
    path = tmp_path / "given.json"
    sheets = [*a_sheet(answers={"short": "x"}), *a_sheet(place="one-thing:more-fields", answers={"card-first": "y"})]
    path.write_text(json.dumps(a_file(sheets=sheets)), "utf-8")
    sheet.locator("#every-field-short").fill("mine")
    switch(sheet).click()
    bring(sheet, path)
    expect(sheet.locator("[data-actions] .ps-asking")).to_contain_text("(1)")
    assert kept(sheet) == {}
    button(sheet, choice).click()
    says(sheet, "Your answers from the file are back")
    expect(sheet.locator("#every-field-short")).to_have_value(left)
    assert entry(sheet, MORE)["answers"] == {"card-first": "y"}
    assert (KEY in kept(sheet)) == (left == "x")


def test_a_copy_of_an_older_sheet_is_taken(sheet: Page, tmp_path: Path) -> None:
    path = tmp_path / "given.json"
    path.write_text(json.dumps(a_file(sheets=a_sheet(revision=3, answers={"short": "x", "gone": "y"}))), "utf-8")
    switch(sheet).click()
    bring(sheet, path)
    expect(sheet.locator("#every-field-short")).to_have_value("x")
    expect(sheet.locator(".ps-older li")).to_have_text("y")
    assert set(kept(sheet)) == {KEY}


def test_a_file_that_does_not_fit_into_the_store_changes_nothing_there(sheet: Page, tmp_path: Path) -> None:
    path = tmp_path / "given.json"
    sheets = [*a_sheet(place="one-thing:more-fields", answers={"card-first": "y"}), *a_sheet(answers={"short": "x"})]
    path.write_text(json.dumps(a_file(sheets=sheets)), "utf-8")
    switch(sheet).click()
    sheet.evaluate(
        """() => {
            const real = Storage.prototype.setItem;
            let count = 0;
            Storage.prototype.setItem = function (...all) {
                if (++count > 1) throw new DOMException("full", "QuotaExceededError");
                real.apply(this, all);
            };
        }"""
    )
    bring(sheet, path)
    alarms(sheet, "There is no room left")
    assert kept(sheet) == {}
    expect(sheet.locator("#every-field-short")).to_have_value("x")
    expect(switch(sheet)).not_to_be_checked()

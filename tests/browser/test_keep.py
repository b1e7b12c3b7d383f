"""Keeping answers: only for readers who ask for it, for some days, and nothing is left of it when they clear it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.keeping import (
    FULL,
    KEY,
    LINE,
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
    saved,
    says,
    switch,
    turn_on,
)
from tests.browser.test_worksheet import written

NO_STORE = """for (const name of ["localStorage", "sessionStorage"]) Object.defineProperty(window, name, {
    get() { throw new DOMException("blocked", "SecurityError"); } });"""


# ---------- off and on ----------


def test_it_is_off_and_nothing_is_stored(sheet: Page) -> None:
    expect(switch(sheet)).not_to_be_checked()
    fill(sheet)
    assert not sheet.evaluate("'keep' in psychoed.parts")
    switch(sheet).click()
    expect(button(sheet, "Yes, keep it")).to_be_visible()
    expect(sheet.locator(".ps-keep-panel")).to_contain_text("It is not sent to anyone")
    expect(sheet.locator(".ps-keep-panel")).not_to_contain_text("folder")
    expect(switch(sheet)).not_to_be_checked()
    button(sheet, "No").click()
    sheet.locator("#every-field-short").fill("still not kept")
    sheet.wait_for_timeout(550)
    assert sheet.evaluate("Object.entries(localStorage)") == []
    expect(sheet.locator(".ps-kept")).to_contain_text("Nothing you write here is saved")


def test_everything_written_comes_back_in_a_new_window_and_another_sheet_stays_off(
    sheet: Page, course: str, context: BrowserContext
) -> None:
    turn_on(sheet)
    says(sheet, "What you write on this sheet is kept")
    expect(sheet.locator(".ps-kept")).to_contain_text("kept in this browser until the end of")
    fill(sheet)
    names = written(sheet)
    sheet.reload()
    expect(switch(sheet)).to_be_checked()
    assert written(sheet) == names
    url = sheet.url
    sheet.close()
    again = context.new_page()
    again.goto(url)
    expect(switch(again)).to_be_checked()
    assert written(again) == names
    again.goto(course + OTHER)
    expect(switch(again)).not_to_be_checked()
    fill(again)
    again.wait_for_timeout(550)
    assert set(kept(again)) == {KEY}


def test_an_answer_taken_back_is_no_longer_kept(sheet: Page) -> None:
    turn_on(sheet)
    field = sheet.locator("#every-field-short")
    field.fill("once")
    saved(sheet, "short", "once")
    field.fill("")
    sheet.locator("#every-field-number-3").check(force=True)
    sheet.locator("#every-field-number-4").check(force=True)
    saved(sheet, "number-4", "4")
    assert entry(sheet)["answers"] == {"number-4": "4"}


def test_turning_it_off_asks_once_and_deletes_what_is_kept(sheet: Page) -> None:
    turn_on(sheet)
    sheet.locator("#every-field-short").fill("mine")
    saved(sheet, "short", "mine")
    switch(sheet).click()
    button(sheet, "No, keep it").click()
    expect(switch(sheet)).to_be_checked()
    switch(sheet).click()
    button(sheet, "Yes, delete it").click()
    expect(switch(sheet)).not_to_be_checked()
    expect(switch(sheet)).to_be_focused()
    assert kept(sheet) == {}
    expect(sheet.locator("#every-field-short")).to_have_value("mine")
    sheet.locator("#every-field-short").fill("mine again")
    sheet.wait_for_timeout(550)
    assert kept(sheet) == {}


def test_clearing_the_page_clears_what_is_kept_of_it(sheet: Page) -> None:
    turn_on(sheet)
    put(sheet, {"card-first": "other"}, MORE)
    fill(sheet)
    button(sheet, "Clear this page").click()
    button(sheet, "Yes, clear it").click()
    says(sheet, "Nothing of this sheet is kept now.")
    assert written(sheet) == []
    sheet.wait_for_timeout(550)
    assert set(kept(sheet)) == {MORE}


def test_words_typed_right_before_leaving_are_kept(sheet: Page, course: str) -> None:
    turn_on(sheet)
    sheet.locator("#every-field-short").fill("the last words")
    sheet.goto(course + "help.html")
    assert entry(sheet)["answers"] == {"short": "the last words"}


# ---------- days ----------


def test_after_its_day_it_is_deleted_when_a_worksheet_is_opened(page: Page, course: str) -> None:
    page.clock.install(time="2026-11-22T12:00:00")
    page.goto(course + SHEET)
    switch(page).click()
    page.get_by_label("How long?").select_option("1 day")
    button(page, "Yes, keep it").click()
    page.locator("#every-field-short").fill("for a day")
    page.clock.run_for(1000)
    assert entry(page)["until"] == "2026-11-23"
    expect(page.locator(".ps-kept")).to_contain_text("until the end of Monday, November 23")
    page.clock.set_system_time("2026-11-23T23:00:00")
    page.reload()
    expect(page.locator("#every-field-short")).to_have_value("for a day")
    expect(page.get_by_label("How long?")).to_have_value("1")
    page.clock.set_system_time("2026-11-24T00:10:00")
    page.goto(course + OTHER)
    page.wait_for_function("() => localStorage.length === 0")
    page.goto(course + SHEET)
    assert written(page) == []


def test_writing_starts_the_days_again_and_they_can_be_changed(page: Page, course: str) -> None:
    page.clock.install(time="2026-11-22T12:00:00")
    page.goto(course + SHEET)
    turn_on(page)
    page.clock.set_system_time("2026-11-25T12:00:00")
    page.locator("#every-field-short").fill("later")
    page.clock.run_for(1000)
    assert entry(page)["until"] == "2026-12-02"
    page.locator("#every-field-long").fill("right before")
    page.get_by_label("How long?").select_option("30 days")
    assert entry(page)["until"] == "2026-12-25"
    assert entry(page)["answers"] == {"short": "later", "long": "right before"}


def test_a_clock_that_was_wrong_does_not_keep_answers_for_years(sheet: Page) -> None:
    put(sheet, {"short": "x"}, until="2037-01-01")
    sheet.clock.install(time="2026-11-22T12:00:00")
    sheet.reload()
    expect(sheet.locator("#every-field-short")).to_have_value("x")
    assert entry(sheet)["until"] == "2026-12-22"


# ---------- a browser that keeps nothing ----------


@pytest.mark.parametrize(("script", "words"), [(NO_STORE, "does not let this page keep"), (FULL, "no room left")])
def test_a_browser_that_keeps_nothing_says_so_and_a_copy_can_be_saved(
    script: str, words: str, page: Page, course: str, tmp_path: Path
) -> None:
    page.add_init_script(script)
    page.goto(course + SHEET)
    page.locator("#every-field-short").fill("typed")
    switch(page).click()
    button(page, "Yes, keep it").click()
    alarms(page, words)
    expect(switch(page)).not_to_be_checked()
    expect(page.locator("#every-field-short")).to_have_value("typed")
    found = json.loads(exported(page, tmp_path).read_text("utf-8"))
    assert found["sheets"][0]["answers"] == {"short": "typed"}


def test_more_than_can_be_read_again_is_not_kept(sheet: Page) -> None:
    turn_on(sheet)
    sheet.locator("#every-field-short").fill("typed")
    saved(sheet, "short", "typed")
    sheet.locator("#every-field-long").fill("x" * 300_000)
    alarms(sheet, "There is no room left")
    assert entry(sheet)["answers"] == {"short": "typed"}


def test_room_that_runs_out_later_is_told_and_tried_again(sheet: Page) -> None:
    turn_on(sheet)
    sheet.evaluate(f"() => {{ window.real = Storage.prototype.setItem; {FULL} }}")
    sheet.locator("#every-field-short").fill("typed")
    alarms(sheet, "There is no room left")
    expect(sheet.locator("#every-field-short")).to_have_value("typed")
    sheet.evaluate("() => { Storage.prototype.setItem = window.real; }")
    sheet.locator("#every-field-long").fill("more")
    saved(sheet, "long", "more")
    assert entry(sheet)["answers"] == {"short": "typed", "long": "more"}
    expect(sheet.locator("[data-actions] [role=alert]")).to_be_empty()


# ---------- two windows ----------


def test_two_windows_do_not_overwrite_each_other(sheet: Page, context: BrowserContext) -> None:
    turn_on(sheet)
    second = context.new_page()
    second.goto(sheet.url)
    expect(switch(second)).to_be_checked()
    sheet.locator("#every-field-short").fill("from the first")
    saved(sheet, "short", "from the first")
    expect(second.locator("#every-field-short")).to_have_value("from the first")
    second.locator("#every-field-long").fill("from the second")
    saved(second, "long", "from the second")
    expect(sheet.locator("#every-field-long")).to_have_value("from the second")
    assert entry(sheet)["answers"] == {"short": "from the first", "long": "from the second"}


@pytest.mark.parametrize("how", ["wipe", "clear"])
def test_what_one_window_clears_the_other_forgets_and_does_not_keep_again(
    how: str, sheet: Page, context: BrowserContext
) -> None:
    turn_on(sheet)
    sheet.locator("#every-field-short").fill(LINE)
    saved(sheet, "short", LINE)
    second = context.new_page()
    second.goto(sheet.url)
    expect(second.locator("#every-field-short")).to_have_value(LINE)
    if how == "wipe":
        sheet.evaluate("psychoed.wipe()")
    else:
        button(sheet, "Clear this page").click()
        button(sheet, "Yes, clear it").click()
    expect(second.locator("#every-field-short")).to_have_value("")
    expect(switch(second)).not_to_be_checked()
    second.locator("#every-field-long").fill("typed later")
    second.wait_for_timeout(550)
    assert kept(second) == {}


def test_what_the_browser_threw_away_is_not_kept_again_but_stays_on_the_page(sheet: Page) -> None:
    turn_on(sheet)
    sheet.locator("#every-field-short").fill("typed")
    saved(sheet, "short", "typed")
    sheet.evaluate("localStorage.clear()")
    sheet.locator("#every-field-long").fill("more")
    says(sheet, "What was kept on this device is gone.")
    expect(switch(sheet)).not_to_be_checked()
    expect(sheet.locator("#every-field-short")).to_have_value("typed")
    assert kept(sheet) == {}


def test_a_wipe_takes_words_that_were_about_to_be_kept(sheet: Page) -> None:
    turn_on(sheet)
    sheet.locator("#every-field-short").fill("about to be kept")
    sheet.evaluate("psychoed.wipe()")
    assert written(sheet) == []
    sheet.wait_for_timeout(550)
    assert kept(sheet) == {}
    expect(switch(sheet)).not_to_be_checked()


# ---------- from a folder ----------


def test_from_a_folder_the_reader_is_warned_and_it_works(page: Page, site: Path, tmp_path: Path) -> None:
    page.goto((site / "dev" / "en" / SHEET).as_uri())
    page.locator("#every-field-short").fill("kept from a folder")
    switch(page).click()
    expect(page.locator(".ps-keep-panel")).to_contain_text("Other files that are opened from this device could read it")
    button(page, "Yes, keep it").click()
    path = exported(page, tmp_path)
    page.reload()
    expect(page.locator("#every-field-short")).to_have_value("kept from a folder")
    page.evaluate("psychoed.wipe()")
    switch(page).click()
    bring(page, path)
    expect(page.locator("#every-field-short")).to_have_value("kept from a folder")

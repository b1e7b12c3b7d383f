"""What stands in the store: answers of an older sheet find their fields again, and values from anybody are words."""

from __future__ import annotations

import json

from playwright.sync_api import Dialog, Page, Route, expect

from tests.browser.keeping import (
    FULL,
    KEY,
    alarms,
    button,
    entry,
    kept,
    put,
    saved,
    says,
    switch,
    turn_on,
)
from tests.browser.test_worksheet import written

# ---------- a worksheet that changed ----------


def renamed(page: Page, names: dict[str, str]) -> None:
    """Serve the worksheet as if its fields had had other ids before."""

    def answer(route: Route) -> None:
        response = route.fetch()
        body = response.text()
        here = "&#34;renamed&#34;:{}"
        assert here in body
        route.fulfill(response=response, body=body.replace(here, here[:-2] + json.dumps(names).replace('"', "&#34;")))

    page.route("**/every-field.html", answer)


def test_answers_of_an_older_sheet_move_to_the_new_one(sheet: Page) -> None:
    put(
        sheet,
        {
            "brief": "by its new name",
            "boxes-yes": "Yes",
            "boxes--other": "more",
            "long": "same name",
            "gone": "no\nplace",
        },
        "tiny:a:one-thing:every-field:7",
        rest={"older": "from before"},
    )
    renamed(sheet, {"brief": "short", "boxes": "checks"})
    sheet.reload()
    expect(sheet.locator("#every-field-short")).to_have_value("by its new name")
    expect(sheet.locator("#every-field-long")).to_have_value("same name")
    expect(sheet.locator("#every-field-checks-yes")).to_be_checked()
    expect(sheet.locator("#every-field-checks--other")).to_have_value("more")
    expect(sheet.locator(".ps-older li")).to_have_text(["no\nplace", "from before"])
    assert set(kept(sheet)) == {KEY}
    assert entry(sheet)["rest"] == {"gone": "no\nplace", "older": "from before"}
    sheet.locator("#every-field-short").fill("changed")
    saved(sheet, "short", "changed")
    assert entry(sheet)["rest"] == {"gone": "no\nplace", "older": "from before"}


def test_the_older_place_stays_until_the_new_one_is_written(sheet: Page) -> None:
    old = "tiny:a:one-thing:every-field:7"
    put(sheet, {"short": "old words"}, old, until=sheet.evaluate("new Date().toISOString().slice(0, 10)"))
    sheet.add_init_script(FULL)
    sheet.reload()
    expect(sheet.locator("#every-field-short")).to_have_value("old words")
    alarms(sheet, "There is no room left")
    assert set(kept(sheet)) == {old}


def test_a_value_that_a_field_cannot_hold_is_shown_beside_the_sheet(sheet: Page) -> None:
    put(sheet, {"log-1-strong": "very", "log-1-which": "Neither", "short": "fine"})
    sheet.reload()
    expect(sheet.locator(".ps-older li")).to_have_text(["very", "Neither"])
    assert written(sheet) == ["every-field-short"]


# ---------- values from anybody ----------

MARKUP = "<img src=x onerror=alert(1)><script>alert(2)</script>"


def test_what_is_kept_is_words_and_never_markup(sheet: Page) -> None:
    asked: list[Dialog] = []
    sheet.on("dialog", lambda dialog: asked.append(dialog))
    answers: dict[str, object] = {"short": MARKUP, "nowhere": MARKUP, "constructor": MARKUP, MARKUP: MARKUP}
    text = json.dumps({"v": 1, "saved": "2026-11-20", "until": "2099-01-01", "answers": answers, "rest": {}})
    text = text.replace('"rest": {}', f'"rest": {{"__proto__": {json.dumps(MARKUP)}}}')
    sheet.evaluate("([key, value]) => localStorage.setItem(key, value)", [KEY, text])
    sheet.reload()
    expect(sheet.locator("#every-field-short")).to_have_value(MARKUP)
    expect(sheet.locator(".ps-older li")).to_have_text([MARKUP] * 4)
    assert sheet.locator("img[src=x]").count() == 0
    assert sheet.evaluate("({}).polluted === undefined && Object.getPrototypeOf({}) === Object.prototype")
    sheet.locator("#every-field-long").fill("more")
    saved(sheet, "long", "more")
    assert "__proto__" in sheet.evaluate("key => localStorage.getItem(key)", KEY)
    assert asked == []


UNREADABLE = {
    "no-json": "{",
    "null": "null",
    "list": "[]",
    "number": "7",
    "wrong-types": json.dumps({"v": 1, "saved": 1, "until": 2, "answers": 3, "rest": 4}),
    "no-day": json.dumps({"v": 1, "saved": "x", "until": "y", "answers": {}, "rest": {}}),
    "nested": json.dumps({"v": 1, "saved": "2026-11-20", "until": "2099-01-01", "answers": {"short": {}}, "rest": {}}),
    "huge": '{"v":1,"saved":"2026-11-20","until":"2099-01-01","rest":{},"answers":{"short":"' + "x" * 5_000_000 + '"}}',
}


def test_what_cannot_be_read_is_told_and_replaced_only_when_asked(sheet: Page) -> None:
    for name, value in UNREADABLE.items():
        sheet.evaluate("([key, value]) => localStorage.setItem(key, value)", [KEY, value])
        sheet.reload()
        says(sheet, "it cannot be read")
        expect(switch(sheet)).not_to_be_checked()
        assert written(sheet) == [], name
        assert sheet.evaluate("key => localStorage.getItem(key)", KEY) == value
    sheet.locator("#every-field-short").fill("new")
    turn_on(sheet)
    assert entry(sheet)["answers"] == {"short": "new"}


def test_what_a_newer_version_kept_is_left_alone(sheet: Page) -> None:
    put(sheet, {"short": "x"}, v=2)
    before = kept(sheet)
    sheet.reload()
    says(sheet, "A newer version of this sheet kept answers here")
    switch(sheet).click()
    says(sheet, "Open the newer version")
    expect(button(sheet, "Yes, keep it")).to_be_hidden()
    assert kept(sheet) == before

"""Leaving quickly and clearing: first everything is wiped, then the page is gone, and Back brings nothing of it."""

from __future__ import annotations

import re

from playwright.sync_api import BrowserContext, Page, Route, expect

SHEET, WORD = "one-thing/every-field.html", "quetzalcoatlus"
NEUTRAL = "https://www.weather.gov/"
KEEP = (
    "() => { localStorage['tiny:a:x:1'] = '{}'; localStorage['other'] = 'theirs'; sessionStorage['tiny:view'] = '{}' }"
)
LEFT = "() => JSON.stringify([Object.keys(localStorage), Object.keys(sessionStorage)])"


def elsewhere(context: BrowserContext) -> list[str]:
    """Stand in for the neutral place; no test asks another host."""
    asked: list[str] = []

    def answer(route: Route) -> None:
        asked.append(route.request.url)
        route.fulfill(status=200, content_type="text/html", body="<title>Weather</title>")

    context.route(re.compile(r"^https://"), answer)
    return asked


def left_behind(context: BrowserContext, course: str) -> str:
    page = context.new_page()
    page.goto(course + "about.html")
    kept = str(page.evaluate(LEFT))
    page.close()
    return kept


def test_leaving_wipes_first_and_back_brings_nothing(context: BrowserContext, course: str) -> None:
    page = context.new_page()
    asked = elsewhere(context)
    page.goto(course + "index.html")
    page.goto(course + SHEET)
    page.evaluate(KEEP)
    page.locator("#fields textarea").first.fill(WORD)
    page.get_by_role("link", name="Leave quickly").click()
    expect(page).to_have_url(NEUTRAL)
    assert asked == [NEUTRAL]
    assert left_behind(context, course) == '[["other"],[]]'
    page.evaluate("history.back()")
    expect(page).to_have_url(course + "index.html")


def test_shift_three_times_leaves_from_every_kind_of_page(context: BrowserContext, course: str) -> None:
    page = context.new_page()
    elsewhere(context)
    for address in ("index.html", "one-thing/index.html", SHEET, "help.html", "counselors/one-thing/index.html"):
        page.goto(course + address)
        for _ in range(3):
            page.keyboard.press("Shift")
        expect(page).to_have_url(NEUTRAL)


def test_the_view_dialog_has_the_way_out_too(context: BrowserContext, course: str) -> None:
    page = context.new_page()
    elsewhere(context)
    page.goto(course + "index.html")
    page.get_by_role("button", name="View").click()
    page.get_by_role("dialog").get_by_role("button", name="Leave quickly").click()
    expect(page).to_have_url(NEUTRAL)


def test_shift_while_typing_capitals_stays(page: Page, course: str) -> None:
    page.goto(course + SHEET)
    field = page.locator("#fields textarea").first
    field.focus()
    for letter in "ABCDE":
        page.keyboard.down("Shift")
        page.keyboard.press(letter)
        page.keyboard.up("Shift")
    page.wait_for_timeout(700)
    expect(field).to_have_value("ABCDE")


def test_without_script_the_way_out_is_a_plain_link(context: BrowserContext, course: str) -> None:
    page = context.new_page()
    page.goto(course + SHEET)
    link = page.locator(".ps-leave")
    assert link.get_attribute("href") == NEUTRAL
    assert link.get_attribute("rel") == "noreferrer noopener"


def test_clear_my_answers_stands_on_every_page_and_asks_once(
    page: Page, course: str, addresses: tuple[str, ...]
) -> None:
    for address in (one for one in addresses if "/file/" not in one):
        page.goto(course + address)
        expect(page.locator("footer").get_by_role("button", name="Clear my answers")).to_be_visible()
    page.goto(course + SHEET)
    page.evaluate(KEEP)
    page.locator("#fields textarea").first.fill(WORD)
    page.locator("footer").get_by_role("button", name="Clear my answers").click()
    page.locator("footer").get_by_role("button", name="No, keep it").click()
    assert "tiny:a:x:1" in page.evaluate(LEFT)
    page.locator("footer").get_by_role("button", name="Clear my answers").click()
    page.locator("footer").get_by_role("button", name="Yes, clear it").click()
    expect(page.locator("footer [role=status]")).to_contain_text("We cannot clear your browser’s list of visited pages")
    assert page.evaluate(LEFT) == '[["other"],[]]'
    expect(page.locator("#fields textarea").first).to_have_value("")


def test_clearing_reaches_the_course_in_other_tabs(context: BrowserContext, course: str) -> None:
    here, there = context.new_page(), context.new_page()
    for page in (here, there):
        page.goto(course + SHEET)
    there.locator("#fields textarea").first.fill(WORD)
    here.locator("footer").get_by_role("button", name="Clear my answers").click()
    here.locator("footer").get_by_role("button", name="Yes, clear it").click()
    expect(there.locator("#fields textarea").first).to_have_value("")


def test_no_field_can_send_what_is_typed(context: BrowserContext, course: str) -> None:
    page = context.new_page()  # Its console will speak: that is the proof.
    page.goto(course + SHEET)
    with page.expect_event("console") as told:
        page.evaluate(
            """() => { const form = document.createElement("form"); form.action = "/taken"; form.innerHTML = "<input name=a value=b>";
                document.body.append(form); form.submit(); }"""
        )
    assert "form-action" in told.value.text
    assert page.url == course + SHEET

"""What is done of a plan is kept only if the reader asks, comes back, and goes with a wipe."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from generator.plans.codes import module_signs
from tests.browser.chromium import find_chromium
from tests.browser.conftest import SWITCHES
from tests.browser.keeping import kept
from tests.browser.planning import KEY, ONE, OTHER, code, link, tick, titles


def switch(page: Page) -> Locator:
    """The box that turns keeping on and off."""
    return page.get_by_role("checkbox", name="Keep my plan and my ticks on this device")


def turn_on(page: Page) -> None:
    """Keep the plan, for seven days."""
    switch(page).click()
    page.get_by_role("button", name="Yes, keep them").click()
    expect(switch(page)).to_be_checked()


def ticked(page: Page) -> list[str]:
    """The boxes that are ticked, as lesson and what was done."""
    found: list[str] = page.locator("input[data-done]:checked").evaluate_all("boxes => boxes.map((box) => box.id)")
    return found


READ_ONE, PRACTICED_OTHER = f"read-{module_signs(ONE)}", f"practiced-{module_signs(OTHER)}"


def test_with_keeping_off_nothing_is_in_any_store(page: Page, course: str) -> None:
    page.goto(link(course, ONE, OTHER))
    tick(page, "One thing", "I have read it")
    switch(page).click()
    expect(page.get_by_text("anyone who uses this browser can see them")).to_be_visible()
    page.get_by_role("button", name="No", exact=True).click()
    page.get_by_role("button", name="Show what I did").click()
    page.locator(".ps-done .ps-qr").wait_for()
    stores = page.evaluate(
        "async () => [{ ...localStorage }, { ...sessionStorage }, await caches.keys(), await indexedDB.databases(), document.cookie]"
    )
    assert stores == [{}, {}, [], [], ""]
    page.reload()
    assert ticked(page) == []


def test_what_is_kept_comes_back_with_and_without_the_link(page: Page, course: str) -> None:
    page.goto(link(course, ONE, OTHER))
    tick(page, "One thing", "I have read it")
    turn_on(page)
    expect(page.get_by_text("Kept until the end of")).to_be_visible()
    tick(page, "Another thing", "I practiced it")
    entry = json.loads(page.evaluate("key => localStorage.getItem(key)", KEY))
    assert entry["answers"] == {
        "plan": code(ONE, OTHER),
        module_signs(ONE): "read",
        module_signs(OTHER): "practiced",
    }
    page.goto("about:blank")
    page.goto(link(course, ONE, OTHER))
    expect(switch(page)).to_be_checked()
    assert ticked(page) == [READ_ONE, PRACTICED_OTHER]
    page.goto(f"{course}index.html")
    page.get_by_role("link", name="I have a code").click()
    expect(page.get_by_text("This is the plan that you kept on this device.")).to_be_visible()
    assert titles(page) == ["One thing", "Another thing"] and ticked(page) == [READ_ONE, PRACTICED_OTHER]


def test_the_next_plan_shows_what_was_done_of_the_last(page: Page, course: str) -> None:
    page.goto(link(course, ONE))
    turn_on(page)
    tick(page, "One thing", "I have read it")
    page.goto("about:blank")
    page.goto(link(course, OTHER, ONE))
    expect(switch(page)).to_be_checked()
    assert ticked(page) == [READ_ONE]
    page.evaluate("text => { location.hash = text; }", code(OTHER))
    expect(page.locator(".ps-plan-list > li")).to_have_count(1)
    assert json.loads(page.evaluate("key => localStorage.getItem(key)", KEY))["answers"] == {
        "plan": code(OTHER),
        module_signs(ONE): "read",
        module_signs(OTHER): "",
    }


def test_turning_it_off_deletes_what_is_kept(page: Page, course: str) -> None:
    page.goto(link(course, ONE))
    turn_on(page)
    switch(page).click()
    expect(page.get_by_text("Nothing of your plan is kept now.")).to_be_visible()
    assert kept(page) == {}


def test_a_wipe_takes_the_kept_plan_and_the_one_that_is_shown(page: Page, course: str) -> None:
    page.goto(link(course, ONE))
    tick(page, "One thing", "I have read it")
    turn_on(page)
    page.get_by_role("button", name="Show what I did").click()
    page.locator(".ps-done .ps-qr").wait_for()
    page.locator("footer").get_by_role("button", name="Clear my answers").click()
    page.get_by_role("button", name="Yes, clear it").click()
    expect(page.get_by_text("Cleared. What you wrote is gone")).to_be_visible()
    assert kept(page) == {} and page.evaluate("location.hash") == ""
    expect(page.locator(".ps-plan-list, .ps-done")).to_have_count(0)
    expect(page.get_by_label("Type the code from your slip")).to_have_value("")


def test_a_wipe_in_another_window_takes_the_plan_from_this_one(
    context: BrowserContext, page: Page, course: str
) -> None:
    for keeps in (False, True):
        page.goto("about:blank")
        page.goto(link(course, ONE))
        if keeps:
            turn_on(page)
        tick(page, "One thing", "I have read it")
        page.get_by_role("button", name="Show what I did").click()
        page.locator(".ps-done .ps-qr").wait_for()
        other = context.new_page()
        other.goto(f"{course}help.html")
        other.locator("footer").get_by_role("button", name="Clear my answers").click()
        other.get_by_role("button", name="Yes, clear it").click()
        other.get_by_text("Cleared.").wait_for()
        other.close()
        expect(page.locator(".ps-plan-list, .ps-done")).to_have_count(0)
        expect(page.get_by_label("Type the code from your slip")).to_have_value("")
        assert page.url == f"{course}plan.html" and kept(page) == {}
        assert page.locator("#shown").inner_text() == ""
        # And nothing of it comes back with what is done next.
        page.get_by_label("Type the code from your slip").fill(code(OTHER))
        page.keyboard.press("Enter")
        expect(switch(page)).not_to_be_checked()
        assert ticked(page) == [] and kept(page) == {}


def test_leaving_quickly_takes_the_plan_in_every_window(context: BrowserContext, page: Page, course: str) -> None:
    page.goto(link(course, ONE))
    turn_on(page)
    tick(page, "One thing", "I have read it")
    other = context.new_page()
    other.goto(link(course, OTHER, ONE))
    expect(switch(other)).to_be_checked()
    other.evaluate("document.querySelector('.ps-leave').href = location.origin + '/dev/en/help.html'")
    other.get_by_role("link", name="Leave quickly").first.click()
    other.wait_for_url("**/help.html")
    expect(page.locator(".ps-plan-list")).to_have_count(0)
    assert page.url == f"{course}plan.html" and kept(page) == {}


def test_what_is_kept_and_what_is_not_stands_above_the_list(page: Page, course: str) -> None:
    page.goto(link(course, ONE))
    gone = page.get_by_text("Your ticks are gone when you open a lesson or leave this page.")
    expect(gone).to_be_in_viewport()
    turn_on(page)
    expect(gone).to_have_count(0)
    told = page.get_by_text("Your plan and your ticks are kept on this device.", exact=True)
    expect(told).to_be_visible()
    page.goto("about:blank")
    # So whoever opens the page next, by another link, sees that something is kept.
    page.goto(link(course, OTHER))
    expect(told).to_be_in_viewport()
    switch(page).click()
    expect(gone).to_be_visible()


def test_a_broken_entry_breaks_nothing(page: Page, course: str) -> None:
    for entry in ("{", "[]", '{"v":1,"saved":"x"}', '"x"', "9" * 300_000):
        page.goto(f"{course}help.html")
        page.evaluate("([key, entry]) => localStorage.setItem(key, entry)", [KEY, entry])
        page.goto(link(course, ONE))
        expect(page.get_by_text("Something is kept for your plan, but it cannot be read.")).to_be_visible()
        assert titles(page) == ["One thing"]
    turn_on(page)
    assert json.loads(page.evaluate("key => localStorage.getItem(key)", KEY))["answers"]["plan"] == code(ONE)


def test_a_hostile_entry_runs_nothing(page: Page, course: str) -> None:
    page.add_init_script("window.ran = 0")
    page.goto(f"{course}help.html")
    hostile = "<img src=x onerror=ran=1>"
    page.evaluate(
        "([key, text]) => localStorage.setItem(key, JSON.stringify({ v: 1, saved: '2026-11-20', until: '2099-01-01',"
        " answers: { plan: text, [text]: text, KPCV: text }, rest: {} }))",
        [KEY, hostile],
    )
    page.goto(f"{course}plan.html")
    expect(page.get_by_text("Something is kept for your plan, but it cannot be read.")).to_be_visible()
    assert page.evaluate("window.ran") == 0


def test_it_goes_after_its_day(page: Page, course: str) -> None:
    page.goto(link(course, ONE))
    turn_on(page)
    page.evaluate(
        """key => {
            const entry = JSON.parse(localStorage.getItem(key));
            localStorage.setItem(key, JSON.stringify({ ...entry, saved: "2020-01-01", until: "2020-01-08" }));
        }""",
        KEY,
    )
    page.goto(f"{course}plan.html")
    page.wait_for_function("key => localStorage.getItem(key) === null", arg=KEY)
    assert titles(page) == []


def test_it_is_kept_from_a_folder_too(page: Page, site: Path) -> None:
    root = f"{(site / 'dev/en').as_uri()}/"
    page.goto(link(root, ONE))
    switch(page).click()
    expect(page.get_by_text("Other files that are opened from this device could read them")).to_be_visible()
    page.get_by_role("button", name="Yes, keep them").click()
    tick(page, "One thing", "I have read it")
    page.goto(f"{root}plan.html")
    expect(page.get_by_text("This is the plan that you kept")).to_be_visible()
    assert ticked(page) == [READ_ONE]


# ---------- the Back button, with the page cache that drivers switch off ----------


@pytest.fixture
def cached(browser: Browser) -> Iterator[Browser]:
    """A Chromium that keeps pages it left, as people's browsers do."""
    off = ["--disable-back-forward-cache"]
    opened = browser.browser_type.launch(executable_path=find_chromium(), args=list(SWITCHES), ignore_default_args=off)
    yield opened
    opened.close()


def test_the_back_button_brings_back_only_what_is_kept(cached: Browser, course: str) -> None:
    for keeps in (False, True):
        with cached.new_context() as context:
            page = context.new_page()
            page.set_default_timeout(5_000)
            page.goto(link(course, ONE))
            if keeps:
                turn_on(page)
            tick(page, "One thing", "I have read it")
            page.get_by_role("button", name="Show what I did").click()
            page.locator(".ps-done .ps-qr").wait_for()
            page.evaluate("() => addEventListener('pageshow', (event) => { window.cameFromCache = event.persisted; })")
            page.get_by_role("link", name="One thing").click()
            page.wait_for_url("**/one-thing/index.html")
            page.evaluate("setTimeout(() => history.back())")
            page.wait_for_url("**/plan.html*", wait_until="commit")
            page.wait_for_function("() => window.cameFromCache === true")
            expect(page.locator(".ps-done")).to_have_count(0)
            assert ticked(page) == ([READ_ONE] if keeps else [])
            expect(switch(page)).to_be_checked(checked=keeps)

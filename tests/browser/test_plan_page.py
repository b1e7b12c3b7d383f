"""The page of a plan: codes that are wrong, boxes, the way back, narrow pages, no script."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.planning import ONE, OTHER, assigned, code, completed, dense, done, link, tick, titles
from tests.browser.test_pages import violations

GOOD = dense(code(ONE, OTHER))
SENTENCES = {
    GOOD[:-4]: "Some letters of the code are missing",
    GOOD[:-1] + ("0" if GOOD[-1] != "0" else "1"): "is not right, or a part is missing",
    dense(code(ONE, course="steps")): "belongs to another course",
    "9" * 5_000: "much longer than a code can be",
    "<script>ran=1</script><img src=x onerror=ran=1>": "does not look like a code",
    "%3Cscript%3Eran%3D1%3C/script%3E": "does not look like a code",
    "%E0%A4%A%": "does not look like a code",
    "javascript:ran=1": "does not look like a code",
    "%00dev-%00": "does not look like a code",
    "\u202edev-\u200f18RS": "does not look like a code",
    "__proto__": "does not look like a code",
    dense(done((ONE, True, False))): "It is for a counselor.",
}


# Each is a page of its own, and takes its time; the others come one after the other into one page.
LOADED = tuple(SENTENCES)[3:7]


@pytest.mark.parametrize("text", LOADED, ids=("long", "script", "encoded", "junk"))
def test_a_bad_code_in_the_address_gets_a_sentence_and_runs_nothing(text: str, page: Page, course: str) -> None:
    page.add_init_script("window.ran = 0")
    for address in ("plan.html", "counselors/codes.html"):
        page.goto(f"{course}{address}#{text}")
        expect(page.locator("#typing [role=alert]")).to_contain_text(SENTENCES[text])
        assert page.locator("#shown").inner_text() == ""
        assert page.evaluate("window.ran") == 0


@pytest.mark.parametrize("address", ["plan.html", "counselors/codes.html"])
def test_every_bad_code_gets_its_sentence_followed_or_typed(address: str, page: Page, course: str) -> None:
    page.add_init_script("window.ran = 0")
    page.goto(course + address)
    refused = {text: said for text, said in SENTENCES.items() if "counselor" not in said or address == "plan.html"}
    for text, said in refused.items():
        page.evaluate("text => { location.hash = text; }", text)
        expect(page.locator("#typing [role=alert]")).to_contain_text(said)
        assert page.locator("#shown").inner_text() == "" and page.evaluate("window.ran") == 0
    page.evaluate("history.replaceState(null, '', location.pathname)")
    for text, said in refused.items():
        if "%" not in text:
            page.locator("#code").fill(text)
            page.keyboard.press("Enter")
            expect(page.locator("#typing [role=alert]")).to_contain_text(said)
            expect(page.locator("#code")).to_be_focused()
    assert page.evaluate("[window.ran, location.hash]") == [0, ""]


def test_a_code_can_be_checked_against_the_slip_and_its_mistake_stands_beside_it(page: Page, course: str) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(course + "plan.html")
    field = page.get_by_label("Type the code from your slip")
    assert field.get_attribute("aria-invalid") is None
    long = code(ONE, *(f"gone-{number}" for number in range(12)))
    wrong = long[:-1] + ("0" if long[-1] != "0" else "1")
    field.fill(wrong)
    # All of it is seen: nothing is cut off at the side or below.
    assert field.evaluate(
        "field => field.scrollWidth <= field.clientWidth && field.scrollHeight <= field.clientHeight + 4"
    )
    page.get_by_role("button", name="Show my plan").click()
    alarm = page.locator("#typing [role=alert]")
    expect(alarm).to_be_in_viewport()
    expect(field).to_be_focused()
    expect(field).to_be_in_viewport()
    expect(field).to_have_value(wrong)
    expect(field).to_have_attribute("aria-invalid", "true")
    described = str(field.get_attribute("aria-describedby")).split()
    assert alarm.get_attribute("id") in described
    above, below = alarm.bounding_box(), field.bounding_box()
    assert above and below and above["y"] + above["height"] <= below["y"]
    field.fill(long)
    field.press("Enter")
    expect(page.get_by_text("12 lessons of the plan are not here.")).to_be_visible()
    page.get_by_role("button", name="Type another code").click()
    expect(field).to_be_focused()
    expect(field).to_have_value("")
    assert alarm.inner_text() == "" and field.get_attribute("aria-invalid") is None


def test_a_newer_form_is_named(page: Page, course: str) -> None:
    page.goto(course + "plan.html")
    found = page.evaluate("""() => {
        const signs = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
        for (const one of signs) for (const other of signs) {
            const text = `dev-9ABC1KPCV${one}${other}`;
            if (psychoed.parts.codes.read(text, "ABC").reason === "newer-form") return text;
        }
    }""")
    page.goto(f"{course}plan.html#{found}")
    expect(page.locator("#typing [role=alert]")).to_contain_text("made by a newer version of these pages")


def test_the_code_may_change_while_the_page_is_open_and_back_works(page: Page, course: str) -> None:
    page.goto(link(course, ONE))
    page.evaluate("text => { location.hash = text; }", dense(code(OTHER, ONE)))
    expect(page.locator(".ps-plan-list > li")).to_have_count(2)
    page.evaluate("location.hash = 'dev-nonsense'")
    expect(page.locator("#typing [role=alert]")).not_to_be_empty()
    expect(page.locator(".ps-plan-list")).to_have_count(0)
    page.go_back()
    expect(page.locator(".ps-plan-list > li")).to_have_count(2)
    page.go_back()
    expect(page.locator(".ps-plan-list > li")).to_have_count(1)
    page.get_by_role("button", name="Type another code").click()
    page.get_by_label("Type the code from your slip").fill(code(OTHER))
    page.keyboard.press("Enter")
    assert titles(page) == ["Another thing"]
    page.go_back()
    expect(page.locator(".ps-plan-list > li > a")).to_have_text("One thing")


def test_every_box_says_of_which_lesson_it_is(page: Page, course: str) -> None:
    page.goto(link(course, ONE, OTHER))
    for title in ("One thing", "Another thing"):
        for what in ("I have read it", "I practiced it"):
            box = page.get_by_role("checkbox", name=f"{what} {title}")
            expect(box).to_have_count(1)
            expect(box.locator("xpath=ancestor::li")).to_contain_text(title)
            box.check()


def test_a_link_within_the_page_leaves_the_plan_and_its_ticks(page: Page, course: str) -> None:
    page.goto(link(course, ONE))
    tick(page, "One thing", "I have read it")
    page.keyboard.press("Home")
    page.evaluate("document.querySelector('.ps-skip').click()")
    expect(page).to_have_url(re.compile("#content$"))
    expect(page.get_by_label("I have read it")).to_be_checked()
    page.go_back()
    expect(page.get_by_label("I have read it")).to_be_checked()


def test_the_page_says_that_the_history_keeps_the_address(page: Page, course: str) -> None:
    page.goto(link(course, ONE))
    expect(page.get_by_text("So your browser may keep it in its list of visited pages.")).to_be_visible()


# ---------- everybody ----------


def test_axe_finds_nothing_on_pages_of_plans(browser: Browser, course: str) -> None:
    found = []
    for width, scheme in ((320, "light"), (1280, "dark")):
        context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme)  # type: ignore[arg-type]
        page = context.new_page()
        page.emulate_media(reduced_motion="reduce")
        page.goto(course + "plan.html#nonsense-18RS2-NR9G")
        found += violations(page)
        page.goto(link(course, ONE, OTHER, "gone"))
        page.goto("about:blank")
        completed(page, link(course, OTHER, ONE))
        page.get_by_label("Keep my plan and my ticks").click()
        page.get_by_role("button", name="Yes, keep them").wait_for()
        found += violations(page) + sideways(page)
        page.goto(course + "counselors/assign.html")
        found += violations(page)
        assigned(page)
        found += violations(page) + sideways(page)
        page.goto(f"{course}counselors/codes.html#{dense(done((ONE, True, True), (OTHER, False, False)))}")
        found += violations(page) + sideways(page)
        context.close()
    assert found == []


def sideways(page: Page) -> list[str]:
    """Whether the page scrolls sideways, or has something too small for a finger."""
    wide = ["scrolls sideways"] if page.evaluate("document.documentElement.scrollWidth > innerWidth") else []
    small = page.evaluate(
        """() => [...document.querySelectorAll(".ps-plans button, .ps-plans select, .ps-plans input[type=text], .ps-choice label, .ps-plans summary, ol a")]
            .filter((target) => target.checkVisibility({ visibilityProperty: true }))
            .filter((target) => target.getBoundingClientRect().height < 43.9 || target.getBoundingClientRect().width < 43.9)
            .map((target) => target.outerHTML.slice(0, 120))"""
    )
    return [*wide, *small]


def test_a_plan_of_a_hundred_lessons_fits_a_narrow_page(page: Page, course: str) -> None:
    page.set_viewport_size({"width": 320, "height": 800})
    page.goto(link(course, ONE, *(f"gone-{number}" for number in range(99))))
    tick(page, "One thing", "I have read it")
    page.get_by_role("button", name="Show what I did").click()
    page.locator(".ps-done .ps-qr").wait_for()
    assert sideways(page) == []
    expect(page.get_by_text("99 lessons of the plan are not here.")).to_be_visible()


def test_without_script_every_lesson_stands_with_its_letters(browser: Browser, course: str) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(course + "plan.html")
        rows = page.locator("#lessons li:visible").all_inner_texts()
        letters = code(ONE, OTHER).split("-")[2:4]
        assert [row.split()[:2] + row.split()[-1:] for row in rows] == [
            ["One", "thing", letters[0]],
            ["Another", "thing:", letters[1]],
        ]
        expect(page.get_by_label("Type the code")).to_be_hidden()
        page.goto(course + "counselors/assign.html")
        expect(page.get_by_text("psychoed assign MODULE")).to_be_visible()
        expect(page.locator("#lessons")).to_be_hidden()

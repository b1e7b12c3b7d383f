"""Assign, open on another device, do, read back; over http and from a folder. No server ever sees the plan."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from generator.plans.codes import dense
from tests.browser.conftest import RELEASE
from tests.browser.planning import (
    ONE,
    OTHER,
    Log,
    code,
    done,
    link,
    scanned,
    serve,
    tick,
    titles,
    type_code,
)
from tests.browser.test_pages import violations


@pytest.fixture(scope="module")
def noted(site: Path) -> Iterator[tuple[str, Log]]:
    """The course on a server that notes all it is sent."""
    server, log = serve(site)
    yield f"http://127.0.0.1:{server.server_port}/", log
    server.shutdown()


def another(browser: Browser) -> BrowserContext:
    """Another person's device."""
    made = browser.new_context(viewport={"width": 360, "height": 800})
    made.set_default_timeout(5_000)
    return made


def assigned(page: Page) -> tuple[str, str]:
    """Tick both lessons, the second one first; return the link and the code."""
    page.get_by_role("checkbox", name="Another thing").check()
    page.get_by_role("checkbox", name="One thing").check()
    expect(page.locator("#chosen li")).to_have_count(2)
    return str(page.locator("#link").get_attribute("href")), page.locator("#short").inner_text()


def completed(page: Page, address: str) -> tuple[str, str]:
    """Open a plan, tick some of it; return the short code and what the square says."""
    page.goto(address)
    assert titles(page) == ["Another thing", "One thing"]
    tick(page, "Another thing", "I have read it")
    tick(page, "Another thing", "I practiced it")
    tick(page, "One thing", "I have read it")
    page.get_by_role("button", name="Show what I did").click()
    expect(page.get_by_role("heading", name="What I did")).to_be_focused()
    return page.locator(".ps-done .ps-code").inner_text(), scanned(page.locator(".ps-done .ps-qr"))


def said(page: Page) -> list[str]:
    return page.locator(".ps-said-list li").all_inner_texts()


READ_BACK = ["Another thing: “1 < 2” & # more: read and practiced", "One thing: read"]


def test_from_the_counselor_to_the_reader_and_back_over_http(noted: tuple[str, Log], browser: Browser) -> None:
    origin, log = noted
    log.requests.clear()
    with another(browser) as counselor, another(browser) as reader, another(browser) as third:
        desk = counselor.new_page()
        desk.goto(f"{origin}dev/en/counselors/assign.html")
        address, short = assigned(desk)
        assert short == code(OTHER, ONE)
        assert address == f"{origin}dev/en/plan.html#{dense(short)}" == scanned(desk.locator("#qr .ps-qr"))
        told, square = completed(reader.new_page(), address)
        assert told == done((OTHER, True, True), (ONE, True, False))
        assert square == f"{origin}dev/en/counselors/codes.html#{dense(told)}"
        # Typed from a slip of paper, and scanned.
        back = counselor.new_page()
        back.goto(f"{origin}dev/en/counselors/codes.html")
        back.get_by_label("The code").fill(told.lower().replace("-", " "))
        back.keyboard.press("Enter")
        expect(back.get_by_role("heading", name="The reader says")).to_be_focused()
        expect(back.get_by_text("It is not proof")).to_be_visible()
        assert said(back) == READ_BACK
        assert back.evaluate("location.hash") == ""
        scan = third.new_page()
        scan.goto(square)
        assert said(scan) == READ_BACK
        # The reader may also type the short code.
        typed = third.new_page()
        typed.goto(f"{origin}dev/en/index.html")
        type_code(typed, short.lower())
        assert titles(typed) == ["Another thing", "One thing"]
    sent = "\n".join(log.requests)
    assert len(log.requests) > 20 and "plan.html" in sent and "codes.html" in sent
    groups = {group for text in (short, told) for group in text.split("-")[1:] if len(group) > 3}
    assert len(groups) >= 6
    assert [group for group in sorted(groups) if group.lower() in sent.lower()] == []
    assert not re.search("(?m)^(POST|PUT|PATCH|DELETE) |^referer: .*#", sent, re.IGNORECASE)


def test_the_same_from_a_folder(site: Path, browser: Browser) -> None:
    root = f"{(site / 'dev/en').as_uri()}/"
    with another(browser) as counselor, another(browser) as reader:
        desk = counselor.new_page()
        desk.goto(root + "counselors/assign.html")
        address, short = assigned(desk)
        # A folder is on this device alone: the link leads to the published course, and the page says so.
        assert address == f"https://tiny.example/dev/en/plan.html#{dense(short)}" == scanned(desk.locator("#qr .ps-qr"))
        expect(desk.get_by_text("You opened this page from a folder.")).to_contain_text(
            "https://tiny.example/dev/en/plan.html"
        )
        told, square = completed(reader.new_page(), f"{root}plan.html#{address.partition('#')[2]}")
        assert square == f"https://tiny.example/dev/en/counselors/codes.html#{dense(told)}"
        back = counselor.new_page()
        back.goto(f"{root}counselors/codes.html#{dense(told)}")
        assert said(back) == READ_BACK
        expect(back.get_by_text("2 read, 1 practiced, of 2 lessons.")).to_be_visible()


def test_the_order_is_the_counselors(page: Page, course: str) -> None:
    page.goto(course + "counselors/assign.html")
    assigned(page)
    page.get_by_role("button", name="Later: Another thing").click()
    assert page.locator("#short").inner_text() == code(ONE, OTHER)
    expect(page.get_by_role("button", name="Earlier: Another thing")).to_be_focused()
    page.get_by_role("button", name="Take out: One thing").click()
    expect(page.get_by_role("checkbox", name="One thing")).not_to_be_checked()
    assert page.locator("#short").inner_text() == code(OTHER)
    page.get_by_role("button", name="All of it").click()
    assert page.locator("#short").inner_text() == code(OTHER, ONE)
    page.get_by_role("button", name="Put in the order of the list").click()
    assert page.locator("#short").inner_text() == code(ONE, OTHER)
    page.get_by_role("button", name="Start over").click()
    expect(page.locator("#made")).to_be_hidden()


def test_nothing_can_be_typed_into_a_plan(page: Page, course: str) -> None:
    page.goto(course + "counselors/assign.html")
    fields = page.locator("#assign input:not([type=checkbox]), #assign textarea, #assign [contenteditable]")
    assert [field.get_attribute("id") for field in fields.all()] == ["find"]
    assigned(page)
    before = page.locator("#link").get_attribute("href")
    page.locator("#find").fill("Maria Lopez 3/14")
    expect(page.get_by_text("No lesson in the list has these words.")).to_be_visible()
    assert page.locator("#link").get_attribute("href") == before
    page.locator("#find").fill("ANOTHER")
    expect(page.locator("#lessons li:visible")).to_have_count(1)


def test_the_copied_link_is_the_one_that_is_shown(
    context: BrowserContext, page: Page, course: str, origin: str
) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"], origin=origin)
    page.goto(course + "counselors/assign.html")
    address, short = assigned(page)
    page.get_by_role("button", name="Copy the link").click()
    expect(page.locator("#copied")).to_contain_text("Copied.")
    assert page.evaluate("navigator.clipboard.readText()") == address
    page.get_by_role("button", name="Copy the short code").click()
    page.wait_for_function("text => navigator.clipboard.readText().then((found) => found === text)", arg=short)


def test_slips_are_printed_alone_and_neutral(page: Page, course: str) -> None:
    page.goto(course + "counselors/assign.html")
    _, short = assigned(page)
    page.evaluate("window.print = () => { window.printed = document.title; }")
    page.get_by_role("button", name="Print the slips").click()
    assert page.evaluate("window.printed") == "Course"
    page.emulate_media(media="print")
    slips = page.locator(".ps-slip:visible")
    expect(slips).to_have_count(4)
    shown = page.locator("body").inner_text()
    assert shown.count("Draft – not yet reviewed by a clinician") == shown.count("Call or text 988 any time.") == 4
    assert "Another thing" not in shown and "In it: Lesson 2, Lesson 1." in shown
    assert shown.count(short) == 4
    assert scanned(slips.nth(2).locator(".ps-qr")).endswith(dense(short))


def test_a_plan_made_at_latest_names_its_own_version(origin: str, page: Page) -> None:
    page.goto(f"{origin}/{RELEASE}/en/plan.html")
    found = page.evaluate(
        """([version, ...near]) => near.map((one) => psychoed.parts.codes.place(one, "", version))""",
        [RELEASE, f"{origin}/latest/en/plan.html", "https://a.example/latest/en/counselors/codes.html", "plan.html"],
    )
    assert found == [
        {"address": f"{origin}/{RELEASE}/en/plan.html", "from": "here"},
        {"address": f"https://a.example/{RELEASE}/en/counselors/codes.html", "from": "web"},
        {"address": f"{origin}/{RELEASE}/en/plan.html", "from": "here"},
    ]


def test_a_reader_who_keeps_the_course_has_all_that_a_plan_needs(site: Path) -> None:
    listed = {path for path, *_ in json.loads((site / "dev/en/offline.json").read_text(encoding="utf-8"))["files"]}
    parts = ("codes", "plan", "kept", "progress", "qr", "done")
    assert {"plan.html", *(f"assets/{part}.js" for part in parts)} <= listed
    assert not [path for path in listed if path in ("assign.html", "codes.html") or path.startswith("counselors/")]


# ---------- versions ----------


def test_a_plan_of_another_version_leads_there(page: Page, course: str, origin: str) -> None:
    page.goto(link(course, ONE, version=RELEASE))
    expect(page.get_by_text(f"This plan was made for version {RELEASE} of this course.")).to_be_visible()
    assert titles(page) == []
    page.get_by_role("link", name=f"Open the plan in version {RELEASE}").click()
    expect(page).to_have_url(link(f"{origin}/{RELEASE}/en/", ONE, version=RELEASE))
    assert titles(page) == ["One thing"]


def test_a_plan_of_another_version_can_be_shown_here(page: Page, course: str) -> None:
    page.goto(link(course, ONE, version=RELEASE))
    page.get_by_role("button", name="Show it in version dev").click()
    assert titles(page) == ["One thing"]
    expect(page.get_by_text(f"This plan was made for version {RELEASE}")).to_be_visible()


def test_a_version_that_is_not_there_is_named(page: Page, course: str, site: Path) -> None:
    page.goto(link(course, ONE, "a-lesson-of-that-time", version="2031.1"))
    expect(page.get_by_text("Version 2031.1 is not here.")).to_be_visible()
    expect(page.get_by_text("1 lesson of the plan is not here.")).to_be_visible()
    assert titles(page) == ["One thing"]
    page.goto(link(f"{(site / 'dev/en').as_uri()}/", ONE, version=RELEASE))
    expect(page.get_by_text("From here, this page cannot tell")).to_be_visible()
    assert titles(page) == ["One thing"]


def test_a_plan_of_unknown_modules_says_so(page: Page, course: str) -> None:
    page.goto(link(course, "gone", "gone-too"))
    expect(page.get_by_text("None of the lessons of this plan are here.")).to_be_visible()


# ---------- bad codes ----------

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

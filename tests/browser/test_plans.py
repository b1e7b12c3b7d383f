"""Assign, open on another device, do, read back; over http and from a folder. No server ever sees the plan."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.conftest import RELEASE
from tests.browser.planning import (
    ONE,
    OTHER,
    Log,
    assigned,
    code,
    completed,
    dense,
    done,
    link,
    scanned,
    serve,
    titles,
    type_code,
)


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
    parts = ("codes", "switch", "plan", "kept", "progress", "qr", "done")
    assert {"plan.html", *(f"assets/{part}.js" for part in parts)} <= listed
    assert not [path for path in listed if path in ("assign.html", "codes.html") or path.startswith("counselors/")]


# ---------- versions ----------


def test_a_plan_of_another_version_leads_there(page: Page, course: str, origin: str) -> None:
    page.goto(link(course, ONE, version=RELEASE))
    expect(page.get_by_text(f"This plan was made for version {RELEASE} of this course.")).to_be_visible()
    assert titles(page) == []
    page.get_by_role("link", name=f"Open the plan in version {RELEASE}").click()
    expect(page).to_have_url(link(f"{origin}/{RELEASE}/en/", ONE, version=RELEASE))
    page.locator(".ps-plan-list > li > a").first.wait_for()
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

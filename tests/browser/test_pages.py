"""Every page: no sideways scroll, help one tap away, quiet, open to everybody (axe), alive without script and from a folder."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import ONLY_IN_DRAFT, RELEASE

KINDS = {
    "home": "index.html",
    "lesson": "one-thing/index.html",
    "lesson with a story": "another-thing/index.html",
    "worksheet": "one-thing/every-field.html",
    "help": "help.html",
    "glossary": "glossary.html",
    "about": "about.html",
    "counselors": "counselors/index.html",
    "guide": "counselors/one-thing/index.html",
}
FROM_A_FOLDER = ("index.html", "one-thing/index.html", "one-thing/every-field.html", "help.html")
AXE = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
}


def violations(page: Page) -> list[str]:
    # Scrolled, something always stands half under the header; that alone makes it no smaller.
    page.evaluate("scrollTo(0, 0)")
    found = Axe().run(page, options=AXE).response["violations"]
    return [f"{item['id']}: {node['html'][:160]}" for item in found for node in item["nodes"]]


def test_every_page_fits_every_width_and_has_help_one_tap_away(
    page: Page, course: str, addresses: tuple[str, ...]
) -> None:
    wrong: list[str] = []
    for address in addresses:
        page.goto(course + address)
        for width in (320, 360, 1280):
            page.set_viewport_size({"width": width, "height": 800})
            if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
                wrong.append(f"{address} scrolls sideways at {width}")
            help_link = page.locator(".ps-help-link").bounding_box()
            if (
                not help_link
                or help_link["height"] < 44
                or help_link["x"] < 0
                or help_link["x"] + help_link["width"] > width
            ):
                wrong.append(f"{address} has no help link at {width}")
        if page.locator(".ps-draft-mark").count() != 1 or page.locator("h1").count() != 1:
            wrong.append(f"{address} lacks its draft mark or its one h1")
    assert wrong == []
    page.locator(".ps-help-link").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Get help now")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(scheme: Literal["light", "dark"], browser: Browser, course: str, site: Path) -> None:
    found: list[str] = []
    folder = f"{(site / 'dev/en').as_uri()}/"
    for width in (320, 1280):
        context = browser.new_context(viewport={"width": width, "height": 800})
        page = context.new_page()
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        for kind, address in KINDS.items():
            # Every kind over http; from a folder each width has half of them, which are the same pages.
            for root in (course, folder)[: 2 if (width == 320) == (address in FROM_A_FOLDER) else 1]:
                page.goto(root + address)
                found += [f"{kind}, {width}, {root}: {item}" for item in violations(page)]
        context.close()
    assert found == []


def test_axe_finds_nothing_in_an_answered_quiz_and_an_open_menu(page: Page, course: str) -> None:
    # Half faded in, words have less contrast than they will have.
    page.emulate_media(reduced_motion="reduce")
    page.goto(course + KINDS["lesson"])
    for asked in page.locator(".ps-question").all():
        if asked.locator(".ps-choice input").count():
            asked.locator(".ps-choice input").first.check()
        for row in asked.locator(".ps-match select").all():
            row.select_option(index=1)
        asked.locator(".ps-check button").first.click()
    assert violations(page) == []
    page.get_by_role("button", name="Menu").click()
    expect(page.locator(".ps-nav-close")).to_be_focused()
    assert violations(page) == []


def test_axe_finds_nothing_while_a_worksheet_is_kept(page: Page, course: str) -> None:
    page.goto(course + KINDS["worksheet"])
    page.get_by_role("checkbox", name="Keep what I write on this device").click()
    yes = page.get_by_role("button", name="Yes, keep it")
    expect(yes).to_be_visible()
    assert violations(page) == []
    yes.click()
    page.locator("#fields textarea").first.fill("some words")
    expect(page.get_by_role("checkbox", name="Keep what I write on this device")).to_be_checked()
    assert violations(page) == []
    page.locator("footer").get_by_role("button", name="Clear my answers").click()
    assert violations(page) == []


def test_targets_are_large_enough_for_a_finger(page: Page, course: str) -> None:
    for address in KINDS.values():
        page.goto(course + address)
        small = page.evaluate(
            """() => [...document.querySelectorAll(
                    "button, summary, select, textarea, .ps-choice label, a[href^='tel:'], a[href^='sms:'], .ps-nav a")]
                .filter((target) => target.checkVisibility({ visibilityProperty: true }))
                .filter((target) => target.getBoundingClientRect().height < 43.9 || target.getBoundingClientRect().width < 43.9)
                .map((target) => target.outerHTML.slice(0, 120))"""
        )
        assert small == [], address


def test_the_menu_is_a_button_that_opens_the_drawer_and_escape_closes_it(page: Page, course: str) -> None:
    page.goto(course + KINDS["lesson"])
    menu = page.get_by_role("button", name="Menu")
    expect(menu).to_have_attribute("aria-expanded", "false")
    expect(page.locator("#ps-menu")).to_be_hidden()
    menu.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".ps-nav-close")).to_be_focused()
    expect(page.locator("#ps-menu a[aria-current=page]")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#ps-menu")).to_be_hidden()
    expect(menu).to_be_focused()


def test_twice_the_text_still_fits_a_phone(page: Page, course: str) -> None:
    for address in KINDS.values():
        page.goto(course + address)
        page.evaluate("document.documentElement.style.fontSize = '250%'")  # The theme's own size is 125 %.
        assert page.evaluate("document.documentElement.scrollWidth") <= 360, address


def test_the_focus_can_be_seen_at_every_stop(page: Page, course: str) -> None:
    page.goto(course + KINDS["worksheet"])
    unseen: list[str] = []
    stops: list[str] = []
    for _ in range(400):
        page.keyboard.press("Tab")
        name, seen = page.evaluate(
            """(() => { const at = document.activeElement; const box = at.getBoundingClientRect();
                const marks = [at, at.labels && at.labels[0], at.closest("h3")].filter(Boolean);
                const lined = marks.some((one) => [null, "::after"].some((part) => {
                    const style = getComputedStyle(one, part); return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 1; }));
                const x = box.left + box.width / 2, y = box.top + Math.min(box.height / 2, 20);
                const on = document.elementFromPoint(x, y);
                const clear = box.top >= -1 && y < innerHeight && on && (on === at || at.contains(on) || on.contains(at) || (at.labels || [])[0] === on);
                return [at === document.body ? "" : at.outerHTML.slice(0, 120), lined && !!clear]; })()"""
        )
        if not name or name in stops[:1]:
            break
        stops.append(name)
        if not seen:
            unseen.append(name)
    assert len(stops) > 40
    assert unseen == []


def test_focus_never_goes_to_what_cannot_be_seen(page: Page, course: str) -> None:
    page.set_viewport_size({"width": 320, "height": 800})
    page.goto(course + KINDS["lesson"])
    for _ in range(25):
        page.keyboard.press("Tab")
        left, right, focused = page.evaluate(
            """(() => { const box = document.activeElement.getBoundingClientRect();
                return [box.left, box.right, document.activeElement.outerHTML.slice(0, 200)]; })()"""
        )
        assert -1 <= left < right - 1 <= 320, focused


def test_without_script_the_answers_can_be_read(browser: Browser, course: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 320, "height": 800})
    page = context.new_page()
    page.goto(course + KINDS["lesson"])
    for answers in page.locator(".ps-answers").all():
        answers.locator("summary").click()
        expect(answers.locator("li").first).to_be_visible()
        assert len(answers.locator("li").first.inner_text()) > 15
    assert page.locator(".ps-check").count() == 0
    expect(page.locator("[data-opens=search]")).to_be_hidden()
    page.locator(".ps-menu").click()
    expect(page.locator("#ps-menu a").first).to_be_visible()
    page.goto(course + "help.html")
    expect(page.locator("a[href^='tel:']").first).to_be_visible()
    context.close()


def test_a_copy_in_a_folder_works_without_a_server(page: Page, site: Path) -> None:
    page.goto((site / "dev/en/another-thing/index.html").as_uri())
    asked = page.locator('.ps-question[data-kind="one_answer"]')
    asked.locator("input").first.check()
    asked.locator(".ps-check button").first.click()
    expect(asked.locator(".ps-note")).to_be_visible()
    expect(page.locator(".ps-versions button")).to_be_hidden()
    page.locator(".ps-versions a").click()
    expect(page.get_by_role("link", name=re.compile(RELEASE))).to_be_visible()


def test_the_version_list_leads_to_the_same_page_or_else_home(page: Page, course: str, origin: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(course + "one-thing/index.html")
    assert not any(url.endswith("versions.json") for url in asked)
    page.get_by_role("button", name="Other versions of this page").click()
    page.get_by_role("link", name=f"{RELEASE} (latest)").click()
    expect(page).to_have_url(f"{origin}/{RELEASE}/en/one-thing/index.html")
    page.goto(course + ONLY_IN_DRAFT)
    page.get_by_role("button", name="Other versions of this page").click()
    page.get_by_role("link", name=f"{RELEASE} (latest)").click()
    expect(page).to_have_url(f"{origin}/{RELEASE}/en/index.html")


def test_the_front_page_lists_the_versions_and_passes_axe(page: Page, origin: str) -> None:
    page.goto(f"{origin}/index.html")
    expect(page.get_by_role("listitem").get_by_role("link")).to_have_count(2)
    assert violations(page) == []

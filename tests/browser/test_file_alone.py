"""The one-file edition, opened by itself from an empty folder as a phone opens it: alive, quiet, readable, open to everybody."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request, expect

from tests.browser.test_pages import violations

NAME = "01-lesson.html"


@pytest.fixture
def alone(site: Path, tmp_path: Path) -> str:
    """The address of the file, with nothing beside it."""
    (tmp_path / "alone").mkdir()
    return Path(shutil.copy(site / "dev/en/one-thing/file" / NAME, tmp_path / "alone")).as_uri()


@pytest.fixture
def asked(context: BrowserContext) -> list[str]:
    """Everything that the page asks for."""
    found: list[str] = []

    def request(one: Request) -> None:
        if not one.url.startswith("data:"):
            found.append(one.url)

    context.on("request", request)
    return found


def answer(page: Page) -> None:
    """Check an answer to every question."""
    for question in page.locator(".ps-question").all():
        if question.locator(".ps-choice input").count():
            question.locator(".ps-choice input").first.check()
        for row in question.locator(".ps-match select").all():
            row.select_option(index=1)
        question.locator(".ps-check button").first.click()


def test_the_quiz_answers_by_keyboard_and_nothing_is_asked_for(page: Page, alone: str, asked: list[str]) -> None:
    page.goto(alone)
    question = page.locator('.ps-question[data-kind="one_answer"]').first
    question.locator("input").first.focus()
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    expect(question.get_by_role("button", name="Check my answer")).to_be_focused()
    page.keyboard.press("Enter")
    expect(question.locator(".ps-note")).to_be_visible()
    expect(question.locator(".ps-said")).not_to_be_empty()
    answer(page)
    assert (
        page.locator(".ps-summary")
        .inner_text()
        .startswith(f"You have looked at {page.locator('.ps-question').count()}")
    )
    assert asked == [alone]


def test_a_worksheet_is_filled_in_cleared_after_one_question_and_never_kept(page: Page, alone: str) -> None:
    page.goto(alone)
    fields = page.locator(".ps-sheet textarea")
    for field in fields.all():
        field.fill("mine")
    page.locator(".ps-sheet input[type=checkbox]").first.check()
    sheet = page.locator(".ps-sheet").first
    sheet.get_by_role("button", name="Clear my answers").click()
    expect(sheet.get_by_role("group", name="Do you want to clear all you wrote in this file?")).to_be_visible()
    sheet.get_by_role("button", name="No, keep it").click()
    assert fields.first.input_value() == "mine"
    sheet.get_by_role("button", name="Clear my answers").click()
    sheet.get_by_role("button", name="Yes, clear it").click()
    expect(sheet.get_by_role("status")).to_contain_text("What you wrote in this file is gone.")
    assert not any("mine" in field.input_value() for field in fields.all())
    assert page.locator(".ps-sheet input:checked").count() == 0
    fields.first.fill("mine")
    assert page.evaluate("[localStorage.length, sessionStorage.length]") == [0, 0]
    page.reload()
    assert fields.first.input_value() != "mine"
    assert page.get_by_text("Keep what I write").count() == 0


def test_three_times_shift_leaves_and_empties_the_page(page: Page, context: BrowserContext, alone: str) -> None:
    page.goto(alone)
    page.locator(".ps-sheet textarea").first.fill("mine")
    context.set_offline(True)
    for _ in range(3):
        page.keyboard.press("Shift")
    page.wait_for_url("about:blank")


def test_help_is_one_tap_away_and_every_link_within_leads_to_its_place(page: Page, alone: str) -> None:
    page.goto(alone)
    page.locator(".ps-help-link").click()
    expect(page.locator("#help a[href='tel:988']").first).to_be_in_viewport()
    expect(page.get_by_role("heading", name="Get help now")).to_be_in_viewport()
    head = page.locator(".ps-header").bounding_box()
    title = page.get_by_role("heading", name="Get help now").bounding_box()
    assert head and title and title["y"] >= head["height"] - 1
    page.keyboard.press("Home")
    page.locator(".ps-jump summary").click()
    for link in page.locator(".ps-jump a").all():
        assert page.locator(str(link.get_attribute("href"))).count() == 1


def test_it_fits_every_width_and_large_text(page: Page, alone: str) -> None:
    page.goto(alone)
    answer(page)
    wide = "document.documentElement.scrollWidth > innerWidth"
    for width in (320, 360, 768, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        assert not page.evaluate(wide), width
        for link in page.locator(".ps-help-link, .ps-leave").all():
            box = link.bounding_box()
            assert box and box["height"] >= 44 and box["x"] >= 0 and box["x"] + box["width"] <= width
    page.set_viewport_size({"width": 360, "height": 800})
    page.evaluate("document.documentElement.style.fontSize = '250%'")
    assert not page.evaluate(wide)
    small = page.evaluate(
        """() => [...document.querySelectorAll("button, summary, select, textarea, .ps-choice label, a[href^='tel:']")]
            .filter((target) => target.checkVisibility({ visibilityProperty: true }))
            .filter((target) => target.getBoundingClientRect().height < 43.9 || target.getBoundingClientRect().width < 43.9)
            .map((target) => target.outerHTML.slice(0, 120))"""
    )
    assert small == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing(width: int, scheme: Literal["light", "dark"], browser: Browser, alone: str) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": 800}, color_scheme=scheme, reduced_motion="reduce"
    )
    page = context.new_page()
    page.goto(alone)
    answer(page)
    page.locator(".ps-sheet").first.get_by_role("button", name="Clear my answers").click()
    # What the header happens to cover where the page has been scrolled to counts as too small.
    page.evaluate("scrollTo(0, 0)")
    found = violations(page)
    context.close()
    assert found == []


def test_without_script_all_of_it_can_be_read(browser: Browser, alone: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 320, "height": 800})
    page = context.new_page()
    page.goto(alone)
    for answers in page.locator(".ps-answers").all():
        answers.locator("summary").click()
        assert len(answers.locator("li").first.inner_text()) > 15
    assert page.locator("button").count() == 0
    expect(page.locator(".ps-sheet textarea").first).to_be_visible()
    expect(page.locator("#help a[href^='tel:']").first).to_be_visible()
    context.close()


def test_one_sheet_can_be_printed_alone(page: Page, alone: str) -> None:
    page.goto(alone)
    page.evaluate("window.print = () => {}")
    sheet = page.locator(".ps-sheet").first
    sheet.get_by_role("button", name="Print this worksheet").click()
    page.emulate_media(media="print")
    expect(sheet).to_be_visible()
    expect(page.locator(".ps-draft-mark")).to_be_visible()
    expect(page.locator(".ps-crisis")).to_be_visible()
    for gone in ("h1", "#quiz", "#help", ".ps-header", ".ps-sheet >> nth=1"):
        expect(page.locator(gone)).to_be_hidden()
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(page.locator("h1")).to_be_visible()


def test_the_lesson_page_gives_the_file(page: Page, course: str) -> None:
    page.goto(f"{course}one-thing/index.html")
    with page.expect_download() as given:
        page.locator("#take a").click()
    assert given.value.suggested_filename == NAME
    assert "<!doctype html>" in Path(given.value.path()).read_text(encoding="utf-8")


def test_it_is_set_in_the_same_type_as_the_site(page: Page, alone: str, course: str) -> None:
    asked = "[getComputedStyle(document.querySelector('#content p, main p')).fontFamily, getComputedStyle(document.body).fontFamily]"
    page.goto(course + "one-thing/index.html")
    there = page.evaluate(asked)
    page.goto(alone)
    assert page.evaluate(asked) == there
    assert there[0].startswith("system-ui")

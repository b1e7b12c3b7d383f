"""The section "Print": large targets, no sideways scroll, open to everybody, all of it without script."""

from __future__ import annotations

import re
from typing import Literal

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.test_pages import KINDS, violations

WITH_SHEETS = ("lesson", "worksheet", "guide")


def open_all(page: Page, address: str) -> None:
    """Go to a page and open every group of its section "Print"."""
    page.goto(address)
    for summary in page.locator("#print summary").all():
        summary.click()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_with_every_group_open_axe_finds_nothing(
    page: Page, course: str, scheme: Literal["light", "dark"], width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    for kind in WITH_SHEETS:
        open_all(page, course + KINDS[kind])
        # Clicking has scrolled; a link half behind the header would count as too small.
        page.evaluate("scrollTo(0, 0)")
        assert violations(page) == [], kind


def test_every_link_is_large_enough_and_nothing_scrolls_sideways(page: Page, course: str) -> None:
    page.set_viewport_size({"width": 320, "height": 800})
    for kind in WITH_SHEETS:
        open_all(page, course + KINDS[kind])
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), kind
        boxes = [target.bounding_box() for target in page.locator("#print :is(a, summary)").all()]
        assert len(boxes) > 8
        assert [box for box in boxes if box is None or box["width"] < 43.9 or box["height"] < 43.9] == []


def link(page: Page, words: str, rest: str) -> Locator:
    """The link that shows these words and whose name goes on with the others."""
    return page.get_by_role("link", name=re.compile(f"^{words} ?, {rest}$"))


def test_a_screen_reader_hears_the_whole_name_of_a_link(page: Page, course: str) -> None:
    page.goto(course + KINDS["lesson"])
    usual = link(page, "Handout", "Standard print, US Letter, PDF")
    expect(usual).to_be_visible()
    assert usual.inner_text().splitlines()[0] == "Handout"
    page.locator("#print summary", has_text="Large print").click()
    expect(link(page, "Handout", "Large print, US Letter, PDF")).to_be_visible()


def test_without_script_the_groups_open(browser: Browser, course: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 800})
    page = context.new_page()
    for kind in WITH_SHEETS:
        open_all(page, course + KINDS[kind])
        for link in page.locator("#print a").all():
            expect(link).to_be_visible()
    context.close()


def test_print_and_type_stand_beside_each_other(page: Page, course: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(course + KINDS["worksheet"])
    to_print = link(page, "Print it", "Every field, Standard print, US Letter, PDF").bounding_box()
    to_type = link(page, "Type into it", "Every field, To type into, US Letter, PDF").bounding_box()
    assert to_print and to_type and to_print["y"] == to_type["y"]

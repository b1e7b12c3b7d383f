"""How little a first visit moves, what it asks for, and how small the frame stays."""

from __future__ import annotations

import gzip
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page

from generator.dress.kinds import WEAR
from generator.dress.scripts import script
from generator.language.strings import interface_strings
from tests.browser.planning import ONE, OTHER, link, tick

FRAME = "document.querySelectorAll('body *').length - document.querySelectorAll('#content *').length"


def packed(content: bytes) -> int:
    return len(gzip.compress(content, 9))


KINDS = {
    "index.html": "home",
    "help.html": "help",
    "plan.html": "plan",
    "one-thing/index.html": "lesson",
    "one-thing/every-field.html": "worksheet",
}


@pytest.mark.parametrize("address", KINDS)
def test_a_first_visit_moves_little_and_asks_for_little(page: Page, course: str, address: str) -> None:
    moved: dict[str, int] = {}
    page.on("response", lambda answer: moved.update({urlsplit(answer.url).path: packed(answer.body())}))
    page.goto(course + address)
    page.wait_for_load_state("networkidle")
    assert len(moved) <= 3 + len(WEAR[KINDS[address]].scripts), moved  # type: ignore[index]  # the page, its scripts, the icon
    assert sum(moved.values()) < 40_000, moved


def test_a_plan_that_is_kept_and_shown_as_done_moves_little_in_all(page: Page, course: str) -> None:
    moved: dict[str, int] = {}
    page.on("response", lambda answer: moved.update({urlsplit(answer.url).path: packed(answer.body())}))
    page.goto(link(course, ONE, OTHER))
    page.wait_for_load_state("networkidle")
    first = set(moved)
    page.get_by_role("checkbox", name="Keep my plan and my ticks").click()
    page.get_by_role("button", name="Yes, keep them").click()
    tick(page, "One thing", "I have read it")
    page.get_by_role("button", name="Show what I did").click()
    page.locator(".ps-done .ps-qr").wait_for()
    # The page is faster than the answers' bodies come here.
    page.wait_for_timeout(500)
    parts = sorted(path.rpartition("/")[2] for path in set(moved) - first)
    # Fetched when they are used, and not before.
    assert parts == ["done.js", "kept.js", "progress.js", "qr.js"]
    assert sum(moved.values()) < 40_000, moved


def test_the_quiz_and_the_worksheet_script_are_small() -> None:
    strings = interface_strings("en")[0]
    assert packed(script(("quiz", "worksheet"), strings).encode()) <= 6_000
    code = script(("base", "frame", "quiz", "worksheet"), strings)
    assert "import " not in code and "export " not in code


def test_the_frame_of_every_page_stays_small(page: Page, course: str, addresses: tuple[str, ...]) -> None:
    for address in (one for one in addresses if "/file/" not in one):
        page.goto(course + address)
        assert page.evaluate(FRAME) <= 400, address

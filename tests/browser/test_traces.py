"""What is typed leaves no trace unless the reader keeps it: not on the disk, and not behind the Back button."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.chromium import find_chromium
from tests.browser.conftest import SWITCHES
from tests.browser.keeping import (
    LINE,
    OTHER,
    SHEET,
    fill,
    kept,
    switch,
    turn_on,
)
from tests.browser.test_worksheet import fill as fill_by_hand
from tests.browser.test_worksheet import written

WORD = "quokkawumple"


def traces(folder: Path) -> list[str]:
    """The files under a folder that hold the word, as bytes of one or of two a letter."""
    return [
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.is_file()
        and any(WORD.encode(encoding) in path.read_bytes() for encoding in ("utf-8", "utf-16-le", "utf-16-be"))
    ]


@pytest.mark.parametrize("keeps", [False, True])
def test_the_browser_has_no_trace_of_what_was_typed_unless_the_reader_keeps_it(
    keeps: bool, browser: Browser, course: str, tmp_path: Path
) -> None:
    folder = tmp_path / "profile"
    with browser.browser_type.launch_persistent_context(
        folder, executable_path=find_chromium(), args=list(SWITCHES)
    ) as context:
        page = context.new_page()
        for address in (SHEET, OTHER):
            page.goto(course + address)
            if keeps:
                turn_on(page)
            fill_by_hand(page, WORD)
            assert len(written(page)) > 5
            page.wait_for_timeout(500)
        page.goto(course + "one-thing/index.html")
        for box in page.locator("textarea").all():
            box.fill(WORD)
        page.goto(course + "help.html")
        page.go_back()
    assert any(folder.rglob("History"))
    found = traces(folder)
    # The second case proves that the search would see it.
    assert ([name for name in found if "Local Storage" in name] == found) if keeps else found == []
    assert bool(found) == keeps


# ---------- the Back button, with the page cache that drivers switch off ----------


@pytest.fixture(scope="module")
def cached(browser: Browser) -> Iterator[Browser]:
    """A Chromium that keeps pages it left, as people's browsers do."""
    off = ["--disable-back-forward-cache"]
    opened = browser.browser_type.launch(executable_path=find_chromium(), args=list(SWITCHES), ignore_default_args=off)
    yield opened
    opened.close()


def leave(page: Page, course: str) -> None:
    page.evaluate("() => addEventListener('pageshow', (event) => { window.cameFromCache = event.persisted; })")
    page.goto(course + "help.html")


def back(page: Page) -> None:
    """Go back, and prove that the page is the very one that was left."""
    page.evaluate("setTimeout(() => history.back())")
    page.wait_for_url("**/every-field.html", wait_until="commit")
    page.wait_for_function("() => window.cameFromCache === true")


ENDS = ("never kept", "kept", "cleared")


@pytest.mark.parametrize("ends", ENDS)
def test_the_back_button_brings_back_only_what_is_kept(ends: str, cached: Browser, course: str) -> None:
    with cached.new_context() as context:
        page = context.new_page()
        page.set_default_timeout(5_000)
        page.goto(course + SHEET)
        if ends != "never kept":
            turn_on(page)
        page.locator("#every-field-short").fill(LINE)
        leave(page, course)
        if ends == "cleared":
            page.evaluate("localStorage.clear()")
        back(page)
        expect(page.locator("#every-field-short")).to_have_value(LINE if ends == "kept" else "")
        expect(switch(page)).to_be_checked(checked=ends == "kept")
        assert bool(kept(page)) == (ends == "kept")


def test_the_back_button_brings_nothing_back_after_a_wipe(cached: Browser, course: str) -> None:
    with cached.new_context() as context:
        page = context.new_page()
        page.set_default_timeout(5_000)
        page.goto(course + SHEET)
        turn_on(page)
        fill(page)
        leave(page, course)
        page.evaluate("psychoed.wipe()")
        # Whether from the cache or anew: a browser may throw a page away that was sent a message.
        page.evaluate("setTimeout(() => history.back())")
        page.wait_for_url("**/every-field.html", wait_until="commit")
        expect(switch(page)).not_to_be_checked()
        assert written(page) == []
        assert kept(page) == {}

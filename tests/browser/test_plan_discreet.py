"""A plan in a discreet course: nothing that a browser keeps or shows around the page says what it is about."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from generator.build import build_course
from generator.order import Order, Place
from tests.browser.planning import ONE, OTHER, Log, code, serve, tick, type_code
from tests.conftest import COURSES, ROOT

# The words of the course that would tell which lessons somebody reads, in any form.
TELLING = re.compile(r"tiny|one.?thing|another|draft|lesson|recover|addict|craving", re.IGNORECASE)


@pytest.fixture(scope="module")
def discreet(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Log]]:
    """The tiny course, discreet, on a server that notes what it is asked: its home and the notes."""
    folder = tmp_path_factory.mktemp("discreet")
    shutil.copytree(COURSES / "tiny", folder / "tiny")
    with (folder / "tiny" / "course.yml").open("a", encoding="utf-8") as file:
        file.write("\ndiscreet: true\n")
    place = Place(folder / "tiny", ROOT / "mkdocs.yml", folder / "site")
    result = build_course(place, Order(formats=("web",), jobs=1))
    assert result.good, result.problems
    server, log = serve(place.site)
    yield f"http://127.0.0.1:{server.server_port}/dev/en/", log
    server.shutdown()


@pytest.fixture
def origin(discreet: tuple[str, Log]) -> str:
    """The one host that a page may ask: the discreet course's."""
    return discreet[0].removesuffix("/dev/en/")


def test_what_stays_around_a_plan_tells_nothing(page: Page, discreet: tuple[str, Log]) -> None:
    home, log = discreet
    seen: list[str] = []

    def note() -> None:
        seen.extend((page.url.removeprefix(home), page.title()))

    page.goto(home + "index.html")
    note()
    type_code(page, code(OTHER, ONE), by_key=True)
    expect(page.locator(".ps-plan-list > li")).to_have_count(2)
    note()
    page.get_by_role("checkbox", name="Keep my plan and my ticks on this device").click()
    page.get_by_role("button", name="Yes, keep them").click()
    tick(page, "One thing", "I have read it")
    tick(page, "Another thing", "I practiced it")
    page.get_by_role("button", name="Show what I did").click()
    page.locator(".ps-done .ps-qr").wait_for()
    page.evaluate("window.print = () => { window.printed = document.title; }")
    page.get_by_role("button", name="Print the sheet").click()
    seen.append(page.evaluate("window.printed"))
    store = page.evaluate("({ ...localStorage })")
    assert len(store) == 1
    for key, value in store.items():
        assert re.fullmatch(r"p[0-9a-f]{6}:a:plan:1", key)
        seen.extend((key, value))
    seen.extend(
        page.locator(".ps-plan-list > li > a").evaluate_all("links => links.map((one) => one.getAttribute('href'))")
    )
    page.get_by_role("link", name="One thing").click()
    page.wait_for_url("**/index.html")
    note()
    assert len(seen) >= 11 and all(seen)
    assert [text for text in seen if TELLING.search(text)] == []
    assert [line for line in (sent.partition("\n")[0] for sent in log.requests) if TELLING.search(line)] == []
    page.evaluate("psychoed.wipe()")
    page.wait_for_function("localStorage.length === 0")

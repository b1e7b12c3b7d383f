"""The manual in a browser: no barrier in it, room on a phone, and a search that finds."""

from __future__ import annotations

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from generator.manual.pages import write_manual


@pytest.fixture(scope="module")
def manual(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("manual-pages")
    write_manual(folder)
    return folder


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", ["index", "fields", "questions"])
def test_no_page_has_a_barrier_that_axe_finds(browser: Browser, manual: Path, name: str, scheme: str) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 900}, color_scheme=scheme)
    page.goto((manual / f"{name}.html").as_uri())
    found = Axe().run(page).response["violations"]
    page.close()
    assert [(one["id"], one["nodes"][0]["html"]) for one in found] == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_can_be_read_on_a_phone_and_searched(browser: Browser, manual: Path, scheme: str) -> None:
    page: Page = browser.new_page(viewport={"width": 320, "height": 700}, color_scheme=scheme)
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    for path in sorted(manual.glob("*.html")):
        page.goto(path.as_uri())
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, path.name
    page.goto((manual / "index.html").as_uri())
    page.fill("#psm-ask", "wallet card")
    page.locator("#psm-found a", has_text="wallet_card").first.click()
    assert page.url.endswith("fields.html#wallet-card")
    page.fill("#psm-ask", "xyzzy")
    assert "Nothing was found" in page.locator("#psm-found").inner_text()
    assert said == []
    page.close()

"""A clinic's logo, colours, numbers and pages in a browser: seen, reached, readable in light and dark, on a small phone."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from generator.build import build_course
from generator.order import Order, Place
from tests.browser.conftest import Quiet
from tests.conftest import COURSES, ROOT

PAGES = ("index.html", "help.html", "getting-here.html", "counselors/one-thing/index.html")
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"]}


@pytest.fixture(scope="module")
def clinic(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The home folder of the tiny course as a clinic has it."""
    folder = tmp_path_factory.mktemp("clinic")
    shutil.copytree(COURSES / "tiny", folder / "tiny")
    for name in ("clinic.yml", "logo.svg"):
        shutil.copy(COURSES / "clinic" / name, folder / "tiny")
    shutil.copy(ROOT / "mkdocs.yml", folder)
    place = Place(folder / "tiny", folder / "mkdocs.yml", folder / "site")
    assert build_course(place, Order(formats=("web",), jobs=1)).good
    return place.site / "dev" / "en"


@pytest.fixture(scope="module")
def served(clinic: Path) -> Iterator[str]:
    """Its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(clinic.parents[1])))
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/dev/en/"
    server.shutdown()


@pytest.fixture(params=["light", "dark"])
def small(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    """A small phone; nothing may be refused by the page's policy."""
    context = browser.new_context(viewport={"width": 320, "height": 640}, color_scheme=request.param)
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    yield page
    context.close()
    assert said == []


@pytest.mark.parametrize("name", PAGES)
def test_a_clinics_pages_are_sound_on_a_small_phone(name: str, small: Page, served: str) -> None:
    small.goto(served + name)
    assert small.evaluate("document.documentElement.scrollWidth") <= 320
    drawn = small.locator("img.ps-logo").evaluate(
        "image => [image.complete, image.naturalWidth > 0, image.offsetWidth]"
    )
    assert drawn[:2] == [True, True] and 10 < drawn[2] <= 80
    found = Axe().run(small, options=RULES).response["violations"]
    assert [(one["id"], one["nodes"][0]["html"][:120]) for one in found] == []


def test_links_are_in_the_clinics_colours(small: Page, served: str) -> None:
    small.goto(served + "getting-here.html")
    dark = small.evaluate("matchMedia('(prefers-color-scheme: dark)').matches")
    tone = small.locator("#content a").first.evaluate("link => getComputedStyle(link).color")
    bar = small.locator(".ps-header").evaluate("header => getComputedStyle(header).backgroundColor")
    assert (tone == "rgb(122, 31, 92)") is not dark
    assert bar == "rgb(110, 28, 83)"


def test_the_on_call_line_can_be_tapped_at_the_foot_of_a_lesson(small: Page, served: str) -> None:
    small.goto(served + "one-thing/index.html")
    link = small.locator('.ps-footer a[href="tel:+15550100"]')
    box = link.bounding_box()
    assert box is not None and box["height"] >= 44


def test_its_own_page_is_reached_from_the_menu_and_by_search(small: Page, served: str) -> None:
    small.goto(served + "one-thing/index.html")
    small.get_by_role("button", name="Menu").click()
    small.get_by_role("navigation").get_by_role("link", name="Getting here").click()
    small.wait_for_url("**/getting-here.html")
    small.get_by_role("button", name="Search").click()
    small.get_by_label("What are you looking for?").fill("bus stops")
    small.locator(".ps-search-list").get_by_role("link", name="Getting here").first.wait_for()


def test_it_works_from_a_folder_too(small: Page, clinic: Path) -> None:
    small.goto((clinic / "counselors" / "one-thing" / "index.html").as_uri())
    assert small.locator("img.ps-logo").evaluate("image => image.naturalWidth > 0")
    small.goto((clinic / "getting-here.html").as_uri())
    assert small.locator("h1").inner_text() == "Getting here"
    # Numbers in the clinic's own words are as easy to tap as all others.
    number = small.locator('.ps-extra a[href^="tel:"]').bounding_box()
    assert number and number["height"] >= 43.9 and number["width"] >= 43.9


def test_with_script_off_numbers_and_pages_are_there(browser: Browser, served: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 320, "height": 640})
    page = context.new_page()
    page.goto(served + "help.html")
    assert page.locator('#program a[href^="tel:"]').count() == 3
    assert page.locator('nav a[href="getting-here.html"]').count() == 1
    context.close()

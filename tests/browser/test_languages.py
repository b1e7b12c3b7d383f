"""From one language to the other: by a link that keeps the page and its place, on small screens, and that keeps nothing else."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from generator.build import build_course
from generator.order import Order, Place
from tests.conftest import COURSES, ROOT


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Tiny in English, and in a Spanish that has no lesson of its own yet: the folder of the version."""
    folder = tmp_path_factory.mktemp("languages")
    shutil.copytree(COURSES / "tiny", folder / "tiny")
    file = folder / "tiny" / "course.yml"
    file.write_text(file.read_text("utf-8").replace("languages: [en]", "languages: [en, es]"), "utf-8")
    result = build_course(Place(folder / "tiny", ROOT / "mkdocs.yml", folder / "site"), Order(formats=("web",), jobs=1))
    assert result.good, [str(problem) for problem in result.problems]
    return folder / "site" / "dev"


def test_the_link_keeps_the_page_and_its_place_and_stores_nothing(pages: Path, browser: Browser) -> None:
    page = browser.new_page(viewport={"width": 320, "height": 700})
    page.goto(f"{(pages / 'en' / 'one-thing' / 'index.html').as_uri()}#quiz")
    before = page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie])")
    page.get_by_role("link", name="Español").click()
    assert page.url == f"{(pages / 'es' / 'one-thing' / 'index.html').as_uri()}#quiz"
    assert page.locator("html").get_attribute("lang") == "es"
    assert page.get_by_role("note").filter(has_text="todavía no está en español").count() == 1
    page.get_by_role("link", name="English").click()
    assert page.url.endswith("/en/one-thing/index.html#quiz")
    assert page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie])") == before
    page.close()


def test_it_works_without_script_and_has_room_for_a_finger(pages: Path, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 320, "height": 700})
    page = context.new_page()
    page.goto((pages / "en" / "help.html").as_uri())
    link = page.get_by_role("link", name="Español")
    box = link.bounding_box()
    assert box and box["width"] >= 44 and box["height"] >= 44 and box["x"] + box["width"] <= 320
    link.click()
    assert page.url.endswith("/es/help.html")
    context.close()


@pytest.mark.parametrize(
    "address", ["es/index.html", "es/one-thing/index.html", "es/counselors/one-thing/index.html", "es/glossary.html"]
)
def test_axe_finds_nothing_on_pages_in_two_languages(address: str, pages: Path, browser: Browser) -> None:
    page = browser.new_page(viewport={"width": 320, "height": 700})
    page.goto((pages / address).as_uri())
    found = Axe().run(page).response["violations"]
    assert [(one["id"], [node["html"][:120] for node in one["nodes"]]) for one in found] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.close()


def test_the_front_page_brings_the_browsers_language_forward_and_sends_nobody_on(pages: Path, browser: Browser) -> None:
    for locale, first in (("es-MX", "Español"), ("en-US", "English"), ("fr-FR", "English")):
        context = browser.new_context(locale=locale)
        page = context.new_page()
        page.goto((pages.parent / "index.html").as_uri())
        assert first in page.locator("li a").first.inner_text()
        assert page.locator("li a[data-first]").count() == (0 if locale == "fr-FR" else 1)
        assert page.url.endswith("/site/index.html")
        context.close()

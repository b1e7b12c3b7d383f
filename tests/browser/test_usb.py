"""The zip for a stick, unzipped and opened without a server: every link leads to a file in it, and everything works."""

from __future__ import annotations

import html
import re
import shutil
from pathlib import Path
from zipfile import ZipFile

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from generator.build import build_course
from generator.order import Order, Place
from generator.usb import pack
from tests.browser.planning import ONE, OTHER, code, dense, done, scanned, tick, titles, type_code
from tests.browser.test_pages import violations
from tests.conftest import COURSES, ROOT


@pytest.fixture(scope="module")
def stick(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The zip of the tiny course, pages and sheets, in a folder of its own."""
    folder = tmp_path_factory.mktemp("usb")
    shutil.copytree(COURSES / "tiny", folder / "tiny")
    place = Place(folder / "tiny", ROOT / "mkdocs.yml", folder / "site")
    assert build_course(place, Order(jobs=2)).good
    with ZipFile(pack(place).file) as opened:
        opened.extractall(folder / "a stick")
    shutil.rmtree(place.site)
    return folder / "a stick"


def test_every_address_in_every_page_leads_to_a_file_in_it(stick: Path) -> None:
    pages = list(stick.rglob("*.html"))
    missing = set()
    kinds = set()
    for page in pages:
        text = re.sub(
            r"<script(?![^>]*\bsrc=)[^>]*>.*?</script>", "", page.read_text(encoding="utf-8"), flags=re.DOTALL
        )
        for address in re.findall(r'\s(?:href|src)="([^"]*)"', text):
            path = html.unescape(address).partition("#")[0].partition("?")[0]
            if path and not re.match(r"(https|tel|sms|data):", path):
                target = (page.parent / path).resolve()
                kinds.add(target.suffix)
                if not target.is_file() or not target.is_relative_to(stick.resolve()):
                    missing.add(f"{page.relative_to(stick)} → {address}")
    assert len(pages) > 10
    assert missing == set()
    assert {".html", ".js", ".pdf", ".svg"} <= kinds


def test_from_the_front_page_to_an_answered_quiz_a_worksheet_and_the_one_file(
    page: Page, context: BrowserContext, stick: Path
) -> None:
    asked: list[str] = []
    context.on("request", lambda request: asked.append(request.url))
    page.goto((stick / "index.html").as_uri())
    expect(page.get_by_text("unzip the file first")).to_be_visible()
    assert violations(page) == []
    page.get_by_role("listitem").get_by_role("link").click()
    page.get_by_role("link", name="One thing", exact=True).first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("One thing")
    question = page.locator('.ps-question[data-kind="one_answer"]').first
    question.locator("input").first.check()
    question.get_by_role("button", name="Check my answer").click()
    expect(question.locator(".ps-note")).to_be_visible()
    assert page.locator("svg.ps-picture").first.bounding_box()
    lesson = page.url
    page.locator("#worksheets a").first.click()
    page.locator(".ps-fields textarea").first.fill("mine")
    expect(page.get_by_role("button", name="Print this page")).to_be_visible()
    page.goto(lesson)
    # A browser opens the file from a folder, where it saves it from a server.
    page.goto(str(page.locator("#take a").evaluate("link => link.href")))
    expect(page.locator(".ps-sheet").first).to_be_visible()
    page.goto(lesson)
    page.locator(".ps-versions a").click()
    expect(page).to_have_url((stick / "index.html").as_uri())
    assert [url for url in asked if not url.startswith(("file:", "data:"))] == []


def test_a_plan_is_opened_and_completed(page: Page, context: BrowserContext, stick: Path) -> None:
    asked: list[str] = []
    context.on("request", lambda request: asked.append(request.url))
    page.goto((stick / "index.html").as_uri())
    page.get_by_role("listitem").get_by_role("link").click()
    type_code(page, code(OTHER, ONE).lower(), by_key=True)
    assert titles(page) == ["Another thing", "One thing"]
    page.get_by_role("link", name="Another thing").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Another thing")
    page.go_back()
    tick(page, "Another thing", "I have read it")
    page.get_by_role("button", name="Show what I did").click()
    told = page.locator(".ps-done .ps-code").inner_text()
    assert told == done((OTHER, True, False), (ONE, False, False))
    # The stick holds no address of its own: the square leads to the published course.
    square = scanned(page.locator(".ps-done .ps-qr"))
    assert square == f"https://tiny.example/dev/en/counselors/codes.html#{dense(told)}"
    assert page.evaluate("Object.keys(localStorage).length + Object.keys(sessionStorage).length") == 0
    page.evaluate("window.print = () => { window.printed = document.title; }")
    page.get_by_role("button", name="Print the sheet").click()
    assert page.evaluate("window.printed") == "Course"
    assert [url for url in asked if not url.startswith(("file:", "data:"))] == []


def test_the_search_finds_a_lesson(page: Page, stick: Path) -> None:
    page.goto((stick / "dev/en/index.html").as_uri())
    page.get_by_role("button", name="Search").click()
    page.keyboard.type("window")
    expect(page.get_by_role("dialog").get_by_role("link").first).to_be_visible()

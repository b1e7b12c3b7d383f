"""The patients' pages built by themselves: a plan from its slip to what was done, and nothing that leads to counselors."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from http.server import ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from generator.build import build_course
from generator.order import Order, Place
from tests.browser.planning import ONE, OTHER, code, dense, done, link, scanned, serve, tick, titles, type_code
from tests.browser.test_pages import violations
from tests.conftest import COURSES, ROOT

STAFF = "https://staff.example/group/"


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """Builds the patients' pages of the tiny course with a clinic.yml; returns the folder to be served."""

    def build(clinic: str) -> Path:
        folder = tmp_path_factory.mktemp("alone")
        shutil.copytree(COURSES / "tiny", folder / "tiny")
        (folder / "tiny" / "clinic.yml").write_text(clinic, encoding="utf-8")
        place = Place(folder / "tiny", ROOT / "mkdocs.yml", folder / "site")
        assert build_course(place, Order(formats=("web",), trees=("patients",), jobs=1)).good
        return place.site

    return build


@pytest.fixture
def phone(context: BrowserContext) -> Iterator[Page]:
    """A page; nothing that it asked for may have been missing."""
    lost: list[str] = []
    context.on("response", lambda answer: lost.append(answer.url) if answer.status >= 400 else None)
    page = context.new_page()
    page.on("pageerror", lambda error: lost.append(str(error)))
    yield page
    assert lost == []


def served(site: Path) -> tuple[ThreadingHTTPServer, str]:
    server, _ = serve(site)
    return server, f"http://127.0.0.1:{server.server_port}/dev/en/"


def to_counselors(page: Page) -> list[str]:
    """Whatever in a page leads to the counselors', or names their pages."""
    found: list[str] = page.evaluate(
        """() => [...document.querySelectorAll("*")].flatMap((one) => [...one.attributes])
            .map(({ name, value }) => `${name}=${value}`).filter((text) => /counselors\\/|staff\\.example/.test(text))"""
    )
    return found


def complete(page: Page, course: str) -> str:
    """From the front page to what was done; returns the code that is shown."""
    page.goto(course + "index.html")
    type_code(page, code(OTHER, ONE))
    assert titles(page) == ["Another thing", "One thing"]
    page.get_by_role("link", name="Another thing").click()
    page.locator("h1", has_text="Another thing").wait_for()
    page.go_back()
    page.get_by_role("checkbox", name="Keep my plan and my ticks on this device").click()
    page.get_by_role("button", name="Yes, keep them").click()
    tick(page, "Another thing", "I have read it")
    page.get_by_role("button", name="Show what I did").click()
    expect(page.get_by_role("heading", name="What I did")).to_be_focused()
    return page.locator(".ps-done .ps-code").inner_text()


def test_a_plan_is_done_without_any_page_for_counselors(alone: Callable[[str], Path], phone: Page) -> None:
    site = alone("name: Juniper House\n")
    server, course = served(site)
    assert complete(phone, course) == done((OTHER, True, False), (ONE, False, False))
    # There is no page that could read a square: it is not drawn, and nobody is asked to scan it.
    expect(phone.locator(".ps-qr")).to_have_count(0)
    expect(phone.get_by_text("Your counselor can scan this square.")).to_have_count(0)
    assert violations(phone) == []
    for address in ("plan.html", "index.html", "help.html", "about.html", "one-thing/index.html"):
        phone.goto(course + address)
        assert to_counselors(phone) == [], address
    phone.goto(course + "plan.html")
    expect(phone.get_by_text("This is the plan that you kept on this device.")).to_be_visible()
    phone.locator("footer").get_by_role("button", name="Clear my answers").click()
    phone.get_by_role("button", name="Yes, clear it").click()
    expect(phone.get_by_text("Cleared.")).to_be_visible()
    assert phone.evaluate("Object.keys(localStorage)") == []
    server.shutdown()
    # And the same files from a folder.
    phone.goto(link(f"{(site / 'dev/en').as_uri()}/", ONE))
    assert titles(phone) == ["One thing"]
    phone.get_by_role("link", name="One thing").click()
    phone.locator("h1", has_text="One thing").wait_for()


def test_the_square_leads_where_the_clinic_s_counselors_are(alone: Callable[[str], Path], phone: Page) -> None:
    server, course = served(alone(f"counselors_url: {STAFF}\n"))
    told = complete(phone, course)
    assert scanned(phone.locator(".ps-done .ps-qr")) == f"{STAFF}codes.html#{dense(told)}"
    expect(phone.get_by_text("Your counselor can scan this square.")).to_be_visible()
    server.shutdown()

"""What the browser tests share: the tiny course on a web server of its own, and Chromium.

The tiny course holds every kind of block, question and field. It is built as `dev` and as a release that lacks
one page, so that the version list has somewhere to go.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, sync_playwright

from generator.build import build_course
from generator.order import Order, Place
from tests.browser.chromium import find_chromium, how_to_install
from tests.conftest import COURSES, ROOT

RELEASE = "2026.1"
ONLY_IN_DRAFT = "another-thing/one-line.html"
# Chromium's own errands must not be mistaken for the page's.
SWITCHES = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)


class Quiet(SimpleHTTPRequestHandler):
    """A file server that says nothing."""

    def log_message(self, format: str, *args: object) -> None:
        """Stay quiet."""


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the built course."""
    folder = tmp_path_factory.mktemp("browser")
    shutil.copytree(COURSES / "tiny", folder / "tiny")
    shutil.copy(ROOT / "mkdocs.yml", folder / "mkdocs.yml")
    place = Place(folder / "tiny", folder / "mkdocs.yml", folder / "site")
    for version in ("dev", RELEASE):
        result = build_course(place, Order(version=version, formats=("web",), jobs=1))
        assert result.good, [str(problem) for problem in result.problems]
    (place.site / RELEASE / "en" / ONLY_IN_DRAFT).unlink()
    return place.site


@pytest.fixture(scope="session")
def origin(site: Path) -> Iterator[str]:
    """Where the course is served, without a slash at the end."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(site)))
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


@pytest.fixture(scope="session")
def course(origin: str) -> str:
    """The address of the draft's home folder."""
    return f"{origin}/dev/en/"


@pytest.fixture(scope="session")
def addresses(site: Path) -> tuple[str, ...]:
    """Every page of the draft, patients' and counselors'."""
    home = site / "dev" / "en"
    return tuple(sorted(path.relative_to(home).as_posix() for path in home.rglob("*.html")))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests. A missing one fails them: they are never skipped."""
    chromium = find_chromium()
    if chromium is None:
        pytest.fail(how_to_install(), pytrace=False)
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium, args=list(SWITCHES))
        yield opened
        opened.close()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A reader on a phone: nothing of another test is in it."""
    made = browser.new_context(viewport={"width": 360, "height": 800})
    made.set_default_timeout(5_000)
    yield made
    made.close()


@pytest.fixture
def page(context: BrowserContext, origin: str) -> Iterator[Page]:
    """A page; when the test is over, it must have been quiet and must not have asked another host."""
    strangers: list[str] = []
    errors: list[str] = []

    def request(asked: Request) -> None:
        if not asked.url.startswith((origin, "data:", "file:")):
            strangers.append(asked.url)

    def said(message: ConsoleMessage) -> None:
        # The version list asks for a page that may be missing; Chromium notes that by itself.
        if message.type in ("error", "warning") and ONLY_IN_DRAFT not in str(message.location):
            errors.append(f"{message.text} {message.location}")

    context.on("request", request)
    opened = context.new_page()
    opened.on("console", said)
    opened.on("pageerror", lambda error: errors.append(str(error)))
    yield opened
    assert strangers == []
    assert errors == []


@pytest.fixture
def sheet(page: Page, course: str) -> Page:
    """The worksheet with every kind of field."""
    page.goto(course + "one-thing/every-field.html")
    return page

"""Markup in the course's texts and in the address runs nowhere, with the policy taken out of every page."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import BrowserContext

from generator.build import build_course
from generator.order import Order, Place
from tests.browser.conftest import Quiet
from tests.conftest import COURSES, ROOT

# Short, so that no limit of length takes it away; what runs would set `ran`.
PAYLOADS = ("<img src=x onerror=ran=1>", '"><svg onload=ran=1>', "</script><script>ran=1</script>")
TEXTS = re.compile(
    r"^(\s*(?:- )?(?:title|label|hint|caption|term|meaning|purpose|today|heading|closing|when|then|think|feedback|goal"
    r"|low_label|high_label|tagline|about|description|main_message|for_whom): )([A-Z][^\n\"':]*)$",
    re.M,
)
POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """The tiny course with markup at the end of its texts and no policy, on a server of its own."""
    folder = tmp_path_factory.mktemp("hostile")
    shutil.copytree(COURSES / "tiny", folder / "tiny")
    shutil.copy(ROOT / "mkdocs.yml", folder)
    changed = 0
    for path in sorted((folder / "tiny").rglob("*.yml")):
        text, count = TEXTS.subn(
            lambda found: found[1] + "'" + found[2] + " " + PAYLOADS[found.start() % 3].replace("'", "''") + "'",
            path.read_text(encoding="utf-8"),
        )
        changed += count
        path.write_text(text, encoding="utf-8")
    assert changed > 60
    place = Place(folder / "tiny", folder / "mkdocs.yml", folder / "site")
    result = build_course(place, Order(formats=("web",), jobs=1))
    assert result.good, [str(problem) for problem in result.problems if problem.level == "error"]
    for page in place.site.rglob("*.html"):
        whole, count = POLICY.subn("", page.read_text(encoding="utf-8"))
        assert count == 1, page
        page.write_text(whole, encoding="utf-8")
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(place.site)))
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/", place.site
    server.shutdown()


def test_markup_in_texts_and_in_the_address_runs_nowhere(hostile: tuple[str, Path], context: BrowserContext) -> None:
    origin, site = hostile
    page = context.new_page()
    page.add_init_script("window.ran = 0")
    pages = sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html"))
    assert len(pages) > 12
    shown = 0
    for address in pages:
        page.goto(f'{origin}{address}?q=<img src=x onerror=ran=1>#"><svg onload=ran=1>')
        shown += page.locator("body").inner_text().count("ran=1")
        for part in ("Search", "View"):
            opener = page.get_by_role("button", name=part, exact=True)
            if opener.count():
                opener.click()
                page.locator("dialog[open]").wait_for()
                if part == "Search":
                    page.keyboard.type("onload")
                    page.locator("dialog[open] li:visible").first.wait_for()
                page.keyboard.press("Escape")
        for check in page.locator(".ps-check button:visible").all()[:3]:
            check.click()
        assert page.evaluate("window.ran") == 0, address
    assert shown > 60  # The markup is there, as the text that it is.

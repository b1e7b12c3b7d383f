"""How little a first visit moves, what it asks for, and how small the frame stays."""

from __future__ import annotations

import gzip
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page

from generator.dress.kinds import WEAR
from generator.dress.scripts import script
from generator.frame import interface_strings

FRAME = "document.querySelectorAll('body *').length - document.querySelectorAll('#content *').length"


def packed(content: bytes) -> int:
    return len(gzip.compress(content, 9))


@pytest.mark.parametrize("address", ["index.html", "one-thing/index.html", "one-thing/every-field.html", "help.html"])
def test_a_first_visit_moves_little_and_asks_for_little(page: Page, course: str, address: str) -> None:
    moved: dict[str, int] = {}
    page.on("response", lambda answer: moved.update({urlsplit(answer.url).path: packed(answer.body())}))
    page.goto(course + address)
    page.wait_for_load_state("networkidle")
    kind = "lesson" if address == "one-thing/index.html" else "worksheet" if "field" in address else "home"
    assert len(moved) <= 3 + len(WEAR[kind].scripts), moved  # the page, its scripts, the icon
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

"""Long words and letters from right to left: nothing is cut, on small screens and on paper."""

from __future__ import annotations

import shutil
from pathlib import Path

import pypdf
import pypdfium2
import pytest
from playwright.sync_api import Browser

from generator.build import build_course
from generator.language import dates
from generator.language.names import locale_of
from generator.order import Order, Place
from tests.conftest import COURSES, ROOT
from tests.language.pseudo import LONG_WORD, put_into

LEFT, RIGHT = "eo", "he"
EDGE = 4 / 25.4 * 72
"""Points; no sheet has letters so near the edge of the paper."""
PAGES = (
    "index.html",
    "help.html",
    "about.html",
    "plan.html",
    "one-thing/index.html",
    "one-thing/every-field.html",
    "one-thing/more-fields.html",
    "counselors/index.html",
    "counselors/modules.html",
    "counselors/assign.html",
    "counselors/programs/three-days.html",
    "counselors/one-thing/index.html",
)
# What stands past the sides, other than what is hidden there for screen readers or scrolls in a box of its own.
OUTSIDE = """() => {
  const width = document.documentElement.clientWidth;
  const past = [...document.querySelectorAll("body *")].filter((one) => {
    const box = one.getBoundingClientRect();
    const style = getComputedStyle(one);
    return box.width && (box.right > width + 1 || box.left < -1) && style.visibility !== "hidden"
      && style.position !== "absolute" && !one.closest("table, .md-sidebar, .ps-unseen, .ps-downloads i");
  });
  return [document.documentElement.scrollWidth - width, past.map((one) => one.className + " " + one.textContent.slice(0, 40))];
}"""
# Texts whose letters stand over each other: two leaves of the page that both hold words and cross.
CROSSED = """() => {
  const leaves = [...document.querySelectorAll(".ps-content *")].filter((one) => one.childElementCount === 0
    && one.textContent.trim() && !one.closest("svg, thead, .ps-unseen, details:not([open]), option, template, [hidden]") && one.getClientRects().length);
  const boxes = leaves.map((one) => [one, one.getBoundingClientRect()]).filter(([one, box]) => box.width > 2 && box.height > 2);
  const found = [];
  for (let i = 0; i < boxes.length; i += 1) {
    for (let j = i + 1; j < Math.min(boxes.length, i + 12); j += 1) {
      const [a, b] = [boxes[i][1], boxes[j][1]];
      const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      const tall = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
      if (wide > 3 && tall > 6 && !boxes[i][0].contains(boxes[j][0]) && getComputedStyle(boxes[i][0]).display !== "inline") {
        found.push(boxes[i][0].textContent.slice(0, 30) + " | " + boxes[j][0].textContent.slice(0, 30));
      }
    }
  }
  return found;
}"""


@pytest.fixture(scope="module", params=[LEFT, RIGHT])
def made(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Tiny in the pseudo-language: the folder of its pages."""
    language = request.param
    folder = tmp_path_factory.mktemp(language)
    shutil.copytree(COURSES / "tiny", folder / "tiny")
    shutil.copy(ROOT / "mkdocs.yml", folder / "mkdocs.yml")
    put_into(folder / "tiny", language)
    with pytest.MonkeyPatch.context() as patch:
        # Months of CLDR would be in Hebrew letters, which our fonts do not have.
        patch.setattr(dates, "locale_of", lambda _: locale_of("en"))
        result = build_course(Place(folder / "tiny", folder / "mkdocs.yml", folder / "site"), Order(jobs=1))
    assert [str(problem) for problem in result.problems if problem.level == "error"] == []
    return folder / "site" / "dev" / language


def test_pages_of_320_pixels_have_no_sideways_scroll_and_nothing_crosses(made: Path, browser: Browser) -> None:
    page = browser.new_page(viewport={"width": 320, "height": 700})
    wrong: dict[str, object] = {}
    for address in PAGES:
        page.goto((made / address).as_uri())
        outside, crossed = page.evaluate(OUTSIDE), page.evaluate(CROSSED)
        if outside != [0, []] or crossed:
            wrong[address] = (outside, crossed)
    page.close()
    assert wrong == {}


def test_what_is_looked_for_is_found(made: Path, browser: Browser) -> None:
    page = browser.new_page(viewport={"width": 320, "height": 700})
    page.goto((made / "index.html").as_uri())
    page.evaluate("document.querySelector('.ps-lead').style.whiteSpace = 'nowrap'")
    page.evaluate("document.querySelector('h1').style.marginBottom = '-40px'")
    outside, crossed = page.evaluate(OUTSIDE), page.evaluate(CROSSED)
    page.close()
    assert (outside[0] > 0 or outside[1]) and crossed


def test_the_page_runs_the_way_its_letters_do(made: Path, browser: Browser) -> None:
    page = browser.new_page(viewport={"width": 320, "height": 700})
    page.goto((made / "one-thing/every-field.html").as_uri())
    is_right = made.name == RIGHT
    assert page.evaluate("getComputedStyle(document.body).direction") == ("rtl" if is_right else "ltr")
    box, tick = (page.locator(name).first.bounding_box() for name in (".ps-choice", ".ps-choice input"))
    assert box and tick
    near = (box["x"] + box["width"]) - (tick["x"] + tick["width"]) if is_right else tick["x"] - box["x"]
    assert 0 < near < 30
    number = page.locator(".ps-crisis a[href^='tel:']").first
    assert number.evaluate("one => getComputedStyle(one).direction") == "ltr"
    page.close()


def test_the_menu_opens_from_its_side(made: Path, browser: Browser) -> None:
    page = browser.new_page(viewport={"width": 320, "height": 700})
    page.goto((made / "index.html").as_uri())
    page.locator(".ps-menu").first.click()
    page.wait_for_timeout(400)
    menu = page.locator(".md-sidebar--primary").bounding_box()
    assert menu
    assert menu["x"] >= -1 and menu["x"] + menu["width"] <= 321
    assert (menu["x"] > 10) is (made.name == RIGHT)
    page.close()


def test_sheets_hold_all_their_letters_and_are_tagged(made: Path) -> None:
    sheets = sorted(made.rglob("*.pdf"))
    assert len(sheets) > 30
    assert any(LONG_WORD[:20] in _letters(file) for file in sheets)
    for file in sheets:
        whole = pypdf.PdfReader(file).trailer["/Root"]
        assert whole["/Lang"] == made.name and whole["/MarkInfo"]["/Marked"], file.name  # type: ignore[index]
        for side in pypdfium2.PdfDocument(file):
            width, height = side.get_size()
            words = side.get_textpage()
            for place in range(words.count_chars()):
                left, bottom, right, top = words.get_charbox(place)
                if right - left > 0.1 and words.get_text_range(place, 1).strip():
                    inside = EDGE <= left and right <= width - EDGE and EDGE <= bottom and top <= height - EDGE
                    assert inside, (file.name, words.get_text_range(max(0, place - 20), 30))


def _letters(file: Path) -> str:
    return "".join("".join(side.get_textpage().get_text_range().split()) for side in pypdfium2.PdfDocument(file))

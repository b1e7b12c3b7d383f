"""Text size, space and colours: at once, in this tab only, on every page, and gone when they are wiped."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.test_pages import KINDS, violations

KEPT = "Object.entries(sessionStorage).filter(([key]) => key.endsWith('view'))"
ROOT_SIZE = "parseFloat(getComputedStyle(document.documentElement).fontSize)"
LOOK = """() => { const words = getComputedStyle(document.querySelector("#content p:not([class]):not(:last-child)")), size = parseFloat(words.fontSize);
    return [words.letterSpacing, words.wordSpacing, words.lineHeight, words.marginBottom].map((length) => parseFloat(length) / size); }"""
PAPERS = {"light": "rgb(251, 248, 243)", "dark": "rgb(20, 25, 27)"}


def opened(page: Page) -> Locator:
    page.locator("[data-opens=view]").first.click()
    dialog = page.get_by_role("dialog", name="Text and colors")
    expect(dialog).to_be_visible()
    return dialog


def choose(page: Page, dialog: Locator, group: str, down: int) -> None:
    """By keyboard: to the group, then so many choices on."""
    dialog.get_by_role("group", name=group).get_by_role("radio").first.focus()
    for _ in range(down):
        page.keyboard.press("ArrowDown")


def kept(page: Page, value: str) -> None:
    """As a page would find it."""
    page.evaluate("(value) => (sessionStorage[psychoed.prefix + 'view'] = value)", value)
    page.reload()


@pytest.mark.parametrize("width", [360, 1700, 2100])
def test_each_size_is_what_it_says_at_every_width(page: Page, course: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(course + KINDS["about"])
    usual = page.evaluate(ROOT_SIZE)
    choose(page, opened(page), "Text size", 0)
    for times in (1.25, 1.5, 2):
        page.keyboard.press("ArrowDown")
        assert page.evaluate(ROOT_SIZE) == pytest.approx(usual * times)


def test_more_space_is_what_readers_need_at_least(page: Page, course: str) -> None:
    page.goto(course + KINDS["lesson"])
    choose(page, opened(page), "Space", 1)
    letters, between, line, after = page.evaluate(LOOK)
    assert letters >= 0.119 and between >= 0.159 and line >= 1.5 and after >= 1.99
    tight = page.evaluate(
        """() => [...document.querySelectorAll("#content *, .ps-footer *, .ps-nav *")]
            .filter((part) => !part.closest("svg") && [...part.childNodes].some((node) => node.nodeType === 3 && node.data.trim()))
            .filter((part) => { const look = getComputedStyle(part), size = parseFloat(look.fontSize);
                return parseFloat(look.letterSpacing) < 0.119 * size || parseFloat(look.lineHeight) < 1.49 * size; })
            .map((part) => part.outerHTML.slice(0, 100))"""
    )
    assert tight == []


@pytest.mark.parametrize(("device", "place", "chosen"), [("light", 2, "dark"), ("dark", 1, "light")])
def test_chosen_colours_stand_above_the_devices(
    page: Page, course: str, device: Literal["light", "dark"], place: int, chosen: str
) -> None:
    page.emulate_media(color_scheme=device)
    page.goto(course + KINDS["home"])
    expect(page.locator("body")).to_have_css("background-color", PAPERS[device])
    choose(page, opened(page), "Colors", place)
    expect(page.locator("body")).to_have_css("background-color", PAPERS[chosen])


def test_a_choice_lasts_in_its_tab_and_nowhere_else(page: Page, course: str, browser: Browser) -> None:
    page.goto(course + KINDS["lesson"])
    dialog = opened(page)
    choose(page, dialog, "Text size", 2)
    choose(page, dialog, "Space", 1)
    choose(page, dialog, "Colors", 2)
    page.keyboard.press("Escape")
    expect(page.locator("[data-opens=view]").first).to_be_focused()
    page.goto(course + KINDS["help"])
    html = page.locator("html")
    expect(html).to_have_attribute("data-size", "150")
    expect(html).to_have_attribute("data-space", "wide")
    expect(html).to_have_attribute("data-colours", "dark")
    assert page.evaluate("localStorage.length") == 0
    assert page.evaluate(KEPT) == [["tiny:view", '{"size":"150","space":"wide","colours":"dark"}']]
    dialog = opened(page)
    expect(dialog.get_by_role("radio", name="Much larger")).to_be_checked()
    other = browser.new_context()
    fresh = other.new_page()
    fresh.goto(course + KINDS["help"])
    assert fresh.evaluate("Object.keys(document.documentElement.dataset)") == []
    other.close()


def test_back_to_usual_and_wiping_leave_nothing(page: Page, course: str) -> None:
    page.goto(course + KINDS["lesson"])
    for end in ("Back to usual", "wipe"):
        dialog = opened(page)
        choose(page, dialog, "Text size", 3)
        choose(page, dialog, "Colors", 1)
        assert page.evaluate(KEPT)
        if end == "wipe":
            page.evaluate("psychoed.wipe()")
        else:
            dialog.get_by_role("button", name=end).click()
        assert page.evaluate(KEPT) == []
        assert page.evaluate("Object.keys(document.documentElement.dataset)") == []
        checked = dialog.get_by_role("radio", checked=True).all()
        assert [radio.get_attribute("value") for radio in checked] == ["", "", ""]
        dialog.get_by_role("button", name="Close").click()
        expect(dialog).to_be_hidden()


@pytest.mark.parametrize(
    "value",
    ["{", "null", "7", '{"size":"9000","space":{},"colours":"red"}', '{"size":"200;","__proto__":{"space":"wide"}}'],
)
def test_a_value_that_nobody_can_choose_does_nothing(page: Page, course: str, value: str) -> None:
    page.goto(course + KINDS["home"])
    kept(page, value)
    assert page.evaluate("Object.keys(document.documentElement.dataset)") == []
    expect(opened(page).get_by_role("radio", checked=True)).to_have_count(3)


def test_a_page_from_the_page_cache_is_set_right(page: Page, course: str) -> None:
    page.goto(course + KINDS["home"])
    page.evaluate("sessionStorage[psychoed.prefix + 'view'] = '{\"size\":\"125\"}'")
    page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")
    expect(page.locator("html")).to_have_attribute("data-size", "125")


def test_without_a_store_a_choice_still_works(page: Page, course: str) -> None:
    page.add_init_script(
        "Object.defineProperty(window, 'sessionStorage', { get() { throw new DOMException('no', 'SecurityError'); } })"
    )
    page.goto(course + KINDS["home"])
    choose(page, opened(page), "Text size", 1)
    expect(page.locator("html")).to_have_attribute("data-size", "125")


def test_it_works_from_a_folder(page: Page, site: Path) -> None:
    page.goto((site / "dev/en/one-thing/index.html").as_uri())
    choose(page, opened(page), "Space", 1)
    expect(page.locator("html")).to_have_attribute("data-space", "wide")


@pytest.mark.parametrize("value", ['{"size":"200","space":"wide"}', '{"size":"150"}'])
def test_no_page_scrolls_sideways_with_large_text(page: Page, course: str, value: str) -> None:
    page.goto(course + KINDS["home"])
    kept(page, value)
    wrong: list[str] = []
    for kind, address in KINDS.items():
        page.goto(course + address)
        for width in (360, 800, 1280):
            page.set_viewport_size({"width": width, "height": 800})
            if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
                wrong.append(f"{kind} at {width}")
    assert wrong == []


@pytest.mark.parametrize(("scheme", "size"), [("light", "100"), ("dark", "200")])
def test_axe_finds_nothing_in_the_dialog_and_fingers_find_its_choices(
    page: Page, course: str, scheme: Literal["light", "dark"], size: str
) -> None:
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    page.set_viewport_size({"width": 320 if size == "100" else 360, "height": 700})
    page.goto(course + KINDS["lesson"])
    kept(page, f'{{"size":"{size}"}}')
    dialog = opened(page)
    assert violations(page) == []
    for target in dialog.locator("button, label").all():
        box = target.bounding_box()
        assert box and box["width"] >= 44 and box["height"] >= 44 and box["x"] >= 0
        assert box["x"] + box["width"] <= page.viewport_size["width"]  # type: ignore[index]
    assert dialog.evaluate("(box) => box.scrollWidth <= box.clientWidth")

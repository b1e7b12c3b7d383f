"""The guide's page: minutes for each length, counts for each group, the note, and the way around a long page."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from generator.compile import read_module
from generator.frame import frame_of, read_shared
from generator.lengths import LENGTHS, minutes_of
from generator.load import read_source
from generator.render.guide import materials
from generator.schema.module import Module
from tests.browser.test_pages import violations
from tests.conftest import COURSES

GUIDE = "counselors/one-thing/index.html"
KIT = "counselors/group.html"
SHARED, _ = read_shared(COURSES / "tiny")
assert SHARED is not None
FRAME = frame_of(SHARED, "en")


def one_thing() -> Module:
    source, _ = read_source(COURSES / "tiny", "en/one-thing.yml")
    assert source is not None
    case, _ = read_module(source, FRAME)
    assert case is not None
    return case.module


@pytest.fixture
def guide(page: Page, course: str) -> Page:
    page.goto(course + GUIDE)
    return page


def headings(page: Page) -> list[str]:
    return page.locator(".ps-part-minutes").all_inner_texts()


def test_the_chosen_length_is_in_every_heading_and_marked_in_the_table(guide: Page) -> None:
    parts = one_thing().guide.timetable
    assert headings(guide) == [f"{each} minutes" for each in minutes_of(parts, 90)]
    for length in LENGTHS:
        guide.get_by_role("radio", name=f"{length} min").check()
        assert headings(guide) == [f"{each} minutes" for each in minutes_of(parts, length)]
        marked = guide.locator(f".ps-times [data-length='{length}']").first
        assert marked.evaluate("it => getComputedStyle(it).boxShadow") != "none"


def test_every_count_is_that_of_the_printed_packet(guide: Page) -> None:
    module = one_thing()
    for people in (1, 2, 3, 7, 13, 14, 15, 40):
        guide.get_by_label("People in the group").fill(str(people))
        shown = guide.locator("[data-each]").all_inner_texts()
        assert shown == [needed.count for needed in materials(module, FRAME, people)]


def test_a_large_group_is_warned_of_and_a_wrong_number_changes_nothing(guide: Page) -> None:
    field, said = guide.get_by_label("People in the group"), guide.locator(".ps-people-said")
    field.fill("14")
    expect(said).to_have_text("")
    field.fill("15")
    expect(said).to_contain_text("fewer than 15 people. With 15, split the group")
    before = guide.locator("[data-each]").all_inner_texts()
    for wrong in ("0", "41", "-3", "2.5", ""):
        field.fill(wrong)
        expect(said).to_have_text("Type a whole number from 1 to 40.")
        expect(field).to_have_attribute("aria-invalid", "true")
        assert guide.locator("[data-each]").all_inner_texts() == before
    field.fill("9")
    expect(said).to_have_text("")


def test_clearing_brings_length_and_count_back(guide: Page) -> None:
    before = (headings(guide), guide.locator("[data-each]").all_inner_texts())
    guide.get_by_role("radio", name="60 min").check()
    guide.get_by_label("People in the group").fill("3")
    guide.get_by_role("button", name="Clear my answers").click()
    guide.get_by_role("button", name="Yes, clear it").click()
    assert (headings(guide), guide.locator("[data-each]").all_inner_texts()) == before
    assert guide.evaluate("localStorage.length + sessionStorage.length") == 0


def test_the_note_is_copied_as_plain_words(guide: Page, context: BrowserContext, origin: str) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"], origin=origin)
    guide.get_by_role("button", name="Copy the note").click()
    expect(guide.locator("#note [role=status]")).to_contain_text("is copied")
    assert guide.evaluate("navigator.clipboard.readText()").splitlines() == [
        "Objective: Members name one thing.",
        "Method: Education and a worksheet.",
        "Response: Members took part.",
    ]


def test_without_a_clipboard_the_note_is_selected(page: Page, course: str) -> None:
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    page.goto(course + GUIDE)
    page.get_by_role("button", name="Copy the note").click()
    expect(page.locator("#note [role=status]")).to_contain_text("The text is selected")
    assert "Members took part." in page.evaluate("String(getSelection())")


def test_on_a_phone_the_contents_are_one_tap_away_from_everywhere(guide: Page) -> None:
    guide.locator("#fidelity").scroll_into_view_if_needed()
    link = guide.get_by_role("link", name="On this page", exact=True)
    expect(link).to_be_in_viewport()
    link.click()
    expect(guide.locator("#contents li a").first).to_be_in_viewport()
    guide.get_by_role("link", name="Watch for", exact=True).click()
    expect(guide.get_by_role("heading", name="Watch for")).to_be_in_viewport()
    broken = (
        "[...document.querySelectorAll('#contents a')].filter(a => !document.querySelector(a.hash)).map(a => a.hash)"
    )
    assert guide.evaluate(broken) == []


def test_without_script_the_table_says_it_all(browser: Browser, course: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 800})
    page = context.new_page()
    page.goto(course + GUIDE)
    rows = page.locator(".ps-times tbody tr")
    for place, row in enumerate(
        zip(*(minutes_of(one_thing().guide.timetable, length) for length in LENGTHS), strict=True)
    ):
        assert [int(each) for each in rows.nth(place).locator("td b").all_inner_texts()] == list(row)
    for gone in (".ps-length", ".ps-people", "[data-opens=group]", ".ps-note-copy"):
        expect(page.locator(gone)).to_be_hidden()
    expect(page.locator("[data-each]").first).to_have_text("one for each person, 15 for 14 and the leader")
    context.close()


def test_axe_finds_nothing_on_what_all_groups_share(page: Page, course: str, site: Path) -> None:
    for width in (320, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        for address in (course + KIT, (site / "dev/en" / KIT).as_uri()):
            page.goto(address)
            assert violations(page) == []
            assert not page.evaluate("document.documentElement.scrollWidth > innerWidth")

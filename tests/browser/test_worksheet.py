"""Worksheets: everything can be filled in, cleared and printed, and nothing is kept."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from playwright.sync_api import BrowserContext, Page, expect
from pypdf import PdfReader

from tests.browser.keeping import LINE


def fill(page: Page, line: str = LINE) -> None:
    """Write into every field of the worksheet, and tick all boxes."""
    for field in page.locator("#fields textarea").all():
        field.fill(line)
    for field in page.locator("#fields input[type=number], #fields input[type=text]").all():
        field.fill("7")
    for field in page.locator("#fields select").all():
        field.select_option(index=1)
    for field in page.locator("#fields input[type=checkbox]").all():
        field.check()
    for group in page.locator("#fields fieldset:has(input[type=radio])").all():
        group.locator("input[type=radio]").last.check(force=True)


def written(page: Page) -> list[str]:
    """What differs from an untouched page."""
    return page.evaluate(
        """() => [...document.querySelectorAll("#fields textarea, #fields input, #fields select")].filter((field) =>
            field.type === "checkbox" || field.type === "radio" ? field.checked
            : field.tagName === "SELECT" ? field.selectedIndex > 0 : field.value !== field.defaultValue).map((field) => field.id)"""
    )


def test_every_field_can_be_filled_in_and_has_a_name(sheet: Page) -> None:
    fill(sheet)
    assert len(written(sheet)) > 15
    nameless = sheet.evaluate(
        """() => [...document.querySelectorAll("#fields textarea, #fields input, #fields select")]
            .filter((field) => !field.labels.length && !field.ariaLabel).map((field) => field.outerHTML)"""
    )
    assert nameless == []


def test_clear_asks_once_and_then_empties_everything(sheet: Page) -> None:
    fill(sheet)
    clear = sheet.get_by_role("button", name="Clear this page")
    clear.click()
    sheet.get_by_role("button", name="No, keep it").click()
    assert written(sheet)
    clear.click()
    sheet.get_by_role("button", name="Yes, clear it").click()
    assert written(sheet) == []
    expect(sheet.locator("[data-actions] > [role=status]")).to_have_text("Your answers on this page are cleared.")
    expect(clear).to_be_focused()


def test_what_was_typed_is_forgotten_on_reload_and_on_coming_back(sheet: Page, course: str) -> None:
    fill(sheet)
    sheet.reload()
    assert written(sheet) == []
    fill(sheet)
    sheet.goto(course + "help.html")
    sheet.go_back()
    assert written(sheet) == []


def test_a_page_that_comes_back_from_the_page_cache_is_empty(sheet: Page) -> None:
    # Drivers switch that cache off, so its event is made by hand.
    fill(sheet)
    sheet.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")
    assert written(sheet) == []


def test_nothing_typed_is_stored_or_put_into_the_address(sheet: Page, context: BrowserContext) -> None:
    address = sheet.url
    fill(sheet)
    sheet.locator("#fields input[type=number]").first.press("Enter")
    assert sheet.url == address
    assert sheet.locator("#fields form").count() == 0
    kept = str(context.storage_state(indexed_db=True)) + str(sheet.evaluate("Object.entries(sessionStorage)"))
    assert LINE not in kept
    assert sheet.locator("#fields :is(input, textarea, select):not([autocomplete=off])").count() == 0


def test_a_field_grows_with_its_words(sheet: Page) -> None:
    field = sheet.locator("#fields textarea.ps-line-field").first
    before = field.bounding_box()
    field.fill(f"{LINE} " * 4)
    after = field.bounding_box()
    assert before and after and after["height"] > before["height"] * 2
    assert field.evaluate("field => field.scrollHeight <= field.clientHeight + 1")


def test_paper_shows_what_was_typed_and_leaves_the_buttons_out(sheet: Page, tmp_path: Path) -> None:
    sheet.locator("#fields textarea").first.fill(LINE)
    sheet.emulate_media(media="print")
    expect(sheet.locator("#fields textarea").first).to_be_visible()
    for hidden in (".ps-header", ".ps-nav", ".ps-actions", ".ps-downloads", ".ps-versions"):
        expect(sheet.locator(hidden).first).to_be_hidden()
    words = " ".join(
        " ".join(part.extract_text() for part in PdfReader(BytesIO(sheet.pdf(format="Letter"))).pages).split()
    )
    assert LINE in words
    assert "Draft – not yet reviewed" in words
    assert "988" in words
    assert "Print this page" not in words

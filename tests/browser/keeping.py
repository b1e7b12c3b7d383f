"""What the tests of keeping answers share: the switch, the worksheet filled, and what stands in the store."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from playwright.sync_api import Locator, Page, expect

LINE = "Ana rides the night bus home, and counts the lamps on the way"
SHEET = "one-thing/every-field.html"
OTHER = "one-thing/more-fields.html"
KEY = "tiny:a:one-thing:every-field:1"
MORE = "tiny:a:one-thing:more-fields:1"
FULL = 'Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); };'


def switch(page: Page) -> Locator:
    """The box that turns keeping on and off."""
    return page.get_by_label("Keep what I write on this device", exact=True).and_(page.get_by_role("checkbox"))


def button(page: Page, name: str) -> Locator:
    """A button below the worksheet."""
    return page.locator("[data-actions]").get_by_role("button", name=name, exact=True)


def turn_on(page: Page) -> None:
    """Keep what is written, for seven days."""
    switch(page).click()
    button(page, "Yes, keep it").click()
    expect(switch(page)).to_be_checked()


def fill(page: Page) -> None:
    """Write into every field at once; by hand it takes seconds."""
    page.evaluate(
        """line => document.querySelectorAll("#fields textarea, #fields input, #fields select").forEach((field) => {
            if (field.type === "checkbox" || field.type === "radio") field.checked = true;
            else if (field.tagName === "SELECT") field.selectedIndex = 1;
            else field.value = field.tagName === "TEXTAREA" ? line : "7";
            field.dispatchEvent(new Event("input", { bubbles: true }));
        })""",
        LINE,
    )


def kept(page: Page) -> dict[str, object]:
    """All entries of localStorage, read as JSON where that can be done."""
    found: dict[str, str] = page.evaluate("({ ...localStorage })")
    return {key: json.loads(text) for key, text in found.items()}


def entry(page: Page, key: str = KEY) -> dict[str, Any]:
    """One entry."""
    found: dict[str, Any] = json.loads(page.evaluate("key => localStorage.getItem(key)", key))
    return found


def today(page: Page, ahead: int = 0) -> str:
    """A day as the device counts it, so many days ahead."""
    day: str = page.evaluate("(ahead) => psychoed.parts.kept.day(ahead)", ahead)
    return day


def put(page: Page, answers: Mapping[str, object], key: str = KEY, **more: object) -> None:
    """Store an entry as if it had been kept before."""
    value = {"v": 1, "saved": "2026-11-20", "until": "2099-01-01", "answers": answers, "rest": {}, **more}
    page.evaluate("([key, value]) => localStorage.setItem(key, value)", [key, json.dumps(value)])


def saved(page: Page, field: str, text: str) -> None:
    """Wait until a field's words are in the store."""
    page.wait_for_function(
        "([key, id, text]) => (JSON.parse(localStorage.getItem(key) || '{}').answers || {})[id] === text",
        arg=[KEY, field, text],
    )


def says(page: Page, words: str) -> None:
    """Expect a sentence below the worksheet."""
    expect(page.locator("[data-actions] > [role=status]")).to_contain_text(words)


def alarms(page: Page, words: str) -> None:
    """Expect a sentence that interrupts."""
    expect(page.locator("[data-actions] [role=alert]")).to_contain_text(words)


def exported(page: Page, folder: Path) -> Path:
    """Save a copy; return the file."""
    with page.expect_download() as waiting:
        button(page, "Save a copy as a file").click()
    assert waiting.value.suggested_filename == "answers.json"
    path = folder / "answers.json"
    waiting.value.save_as(path)
    return path


def bring(page: Page, path: Path) -> None:
    """Choose a file to bring back."""
    with page.expect_file_chooser() as waiting:
        button(page, "Bring back a copy").click()
    waiting.value.set_files(path)

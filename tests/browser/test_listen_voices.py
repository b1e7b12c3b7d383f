"""Reading aloud on devices with no voice, with voices that send words away, with voices that fail or speak another language."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.test_pages import KINDS
from tests.browser.voices import FAR, SPANISH, VOICES, opened, told, with_voices


@pytest.fixture
def lesson(course: str) -> str:
    return course + KINDS["lesson"]


@pytest.mark.parametrize("voices", [(), (FAR,), (FAR, SPANISH)], ids=["none", "far", "other language"])
def test_without_a_voice_of_the_device_there_is_no_button(
    page: Page, lesson: str, voices: Sequence[dict[str, Any]]
) -> None:
    with_voices(page, voices)
    page.goto(lesson)
    expect(page.locator(".ps-choice input").first).to_be_visible()
    expect(page.locator("[data-opens=listen]")).to_be_hidden()


def test_a_voice_that_went_away_is_not_replaced_by_one_that_sends_words_away(page: Page, lesson: str) -> None:
    with_voices(page)
    bar = opened(page, lesson)
    page.evaluate("device.voices = device.voices.filter((voice) => !voice.localService)")
    bar.get_by_role("button", name="Play").click()
    expect(bar.get_by_role("status")).to_contain_text("no voice of its own")
    assert told(page) == []


def test_the_reading_goes_on_when_the_device_forgets_to_tell(page: Page, lesson: str) -> None:
    page.clock.install()
    with_voices(page)
    bar = opened(page, lesson, holds=True)
    bar.get_by_role("button", name="Play").click()
    page.clock.run_for(1_500)
    page.evaluate("device.current = null")
    page.clock.run_for(2_500)
    assert [piece["text"] for piece in told(page)][1:] == ["One thing"]
    page.clock.run_for(60_000)
    assert len(told(page)) > 3, "a sentence without an end stops the reading for ever"


def test_words_that_nobody_heard_are_said_again_and_then_the_reader_is_told(page: Page, lesson: str) -> None:
    page.clock.install()
    with_voices(page)
    bar = opened(page, lesson)
    page.evaluate("device.deaf = true")
    bar.get_by_role("button", name="Play").click()
    page.clock.run_for(15_000)
    assert len({piece["text"] for piece in told(page)}) == 1 and len(told(page)) == 3
    expect(bar.get_by_role("status")).to_contain_text("Press Play to try again")
    expect(bar.get_by_role("button", name="Play")).to_be_visible()


@pytest.mark.parametrize("voices", [VOICES, (*VOICES, SPANISH)], ids=["no voice", "a voice"])
def test_another_language_is_read_by_its_own_voice_or_not_at_all(
    page: Page, lesson: str, voices: Sequence[dict[str, Any]]
) -> None:
    page.clock.install()
    with_voices(page, voices)
    bar = opened(page, lesson)
    page.evaluate(
        """() => { const made = document.createElement("p"); made.lang = "es"; made.textContent = "Una cosa.";
            document.querySelector("#content h1").before(made); }"""
    )
    bar.get_by_role("button", name="Play").click()
    page.clock.run_for(200)
    if SPANISH in voices:
        page.clock.run_for(1_000)
        assert ("Una cosa.", "Cerca", "es-MX") in [
            (piece["text"], piece["voice"], piece["lang"]) for piece in told(page)
        ]
    else:
        expect(page.locator(".ps-spoken")).to_have_text("Una cosa.")
        expect(bar.get_by_role("status")).to_contain_text("another language")
        page.clock.run_for(4_000)
        assert "Una cosa." not in [piece["text"] for piece in told(page)]
    assert "One thing" in [piece["text"] for piece in told(page)]

"""Reading aloud: only voices of the device, every word once and in order, and nobody surprised by a voice."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Page, expect

from tests.browser.test_pages import KINDS, violations
from tests.browser.voices import bare, opened, told, until, with_voices

# What a reader sees, without what is not read; made apart from the script that is tested.
SEEN = """() => {
  const content = document.querySelector("#content .ps");
  content.querySelectorAll("[role=img]").forEach((picture) => picture.replaceWith(picture.getAttribute("aria-label")));
  content.querySelectorAll(`nav, button, select, textarea, input, details, .ps-back, .ps-actions, .ps-downloads, .ps-sources, .ps-review,
    .ps-unseen, [aria-hidden=true]`).forEach((part) => part.remove());
  return content.innerText;
}"""


@pytest.fixture
def lesson(course: str) -> str:
    return course + KINDS["lesson"]


def test_every_word_is_read_once_in_order_in_short_pieces_by_a_near_voice(page: Page, course: str) -> None:
    with_voices(page)
    page.emulate_media(reduced_motion="reduce")
    for kind, address in KINDS.items():
        bar = opened(page, course + address)
        assert told(page) == [], "opening the bar must not make a sound"
        bar.get_by_role("button", name="Play").click()
        expect(bar.get_by_role("status")).to_have_text("This is the end of the page.")
        said = told(page)
        assert {piece["voice"] for piece in said} == {"Near"}, kind
        assert max(len(piece["text"]) for piece in said) <= 180, kind
        assert [piece["text"] for piece in said if "not yet reviewed" in piece["text"]][1:] == [], kind
        assert bare("".join(piece["text"] for piece in said)) == bare(page.evaluate(SEEN)), kind


def test_the_words_being_read_are_marked(page: Page, lesson: str) -> None:
    with_voices(page)
    bar = opened(page, lesson)
    bar.get_by_role("button", name="Play").click()
    expect(bar.get_by_role("status")).to_have_text("This is the end of the page.")
    pictures = [piece for piece in told(page) if piece["whole"]]
    assert pictures and all(piece["text"] in piece["name"] for piece in pictures)
    for piece in told(page):
        if not piece["whole"]:
            assert bare(piece["text"]) in bare(piece["marked"]) in bare(piece["inside"])
    expect(page.locator(".ps-spoken")).to_have_count(0)


def test_without_highlights_the_whole_paragraph_is_marked(page: Page, lesson: str) -> None:
    with_voices(page)
    page.add_init_script("delete window.Highlight")
    bar = opened(page, lesson)
    bar.get_by_role("button", name="Play").click()
    expect(bar.get_by_role("status")).to_have_text("This is the end of the page.")
    said = told(page)
    assert all(piece["whole"] for piece in said)
    assert all(bare(piece["text"]) in bare(piece["name"] or piece["inside"]) for piece in said)


def test_what_came_since_is_read_without_its_signs(page: Page, lesson: str) -> None:
    with_voices(page)
    bar = opened(page, lesson)
    asked = page.locator('.ps-question[data-kind="one_answer"]')
    asked.locator("input").first.check()
    asked.locator(".ps-check button").first.click()
    bar.get_by_role("button", name="Play").click()
    expect(bar.get_by_role("status")).to_have_text("This is the end of the page.")
    text = "".join(piece["text"] for piece in told(page))
    assert bare(asked.locator(".ps-note > div").inner_text()) in bare(text)
    assert not set(text) & set("✓↻±♥")


def test_the_digits_of_a_telephone_number_are_said_one_by_one(page: Page, course: str) -> None:
    with_voices(page)
    bar = opened(page, course + KINDS["help"])
    bar.get_by_role("button", name="Play").click()
    expect(bar.get_by_role("status")).to_have_text("This is the end of the page.")
    assert any("9 8 8" in piece["text"] and "9 8 8" not in piece["marked"] for piece in told(page))


def test_a_pause_is_a_cancel_and_play_says_the_sentence_again(page: Page, lesson: str) -> None:
    with_voices(page)
    bar = opened(page, lesson, holds=True)
    page.keyboard.press("Enter")
    page.evaluate("device.finish()")
    until(page, 2)
    page.keyboard.press("Enter")
    expect(bar.get_by_role("button", name="Play")).to_be_focused()
    assert page.evaluate("[device.paused, device.current]") == [0, None]
    page.keyboard.press("Enter")
    until(page, 3)
    page.evaluate("device.finish()")
    until(page, 4)
    texts = [piece["text"] for piece in told(page)]
    assert texts[1] == texts[2] and len(set(texts)) == 3


def test_back_and_next_go_by_one_sentence(page: Page, lesson: str) -> None:
    with_voices(page)
    bar = opened(page, lesson, holds=True)
    bar.get_by_role("button", name="Play").click()
    for name in ("Next sentence", "Next sentence", "Back one sentence"):
        before = len(told(page))
        bar.get_by_role("button", name=name).click()
        until(page, before + 1)
    first, second, third, again = (piece["text"] for piece in told(page))
    assert again == second and len({first, second, third}) == 3


def test_speed_and_voice_are_chosen_at_once_and_kept_nowhere(page: Page, lesson: str) -> None:
    with_voices(page)
    bar = opened(page, lesson, holds=True)
    bar.get_by_role("button", name="Play").click()
    expect(bar.get_by_role("radio", name="Slow")).to_be_hidden()
    bar.get_by_role("button", name="Speed and voice").click()
    bar.get_by_role("radio", name="Normal").focus()
    page.keyboard.press("ArrowLeft")
    until(page, 2)
    bar.get_by_role("radio", name="Fast").check()
    until(page, 3)
    assert bar.get_by_role("combobox", name="Voice").locator("option").all_inner_texts() == ["Near", "Second"]
    bar.get_by_role("combobox", name="Voice").select_option("Second")
    until(page, 4)
    said = told(page)
    assert [piece["rate"] for piece in said] == [1, 0.8, 1.2, 1.2]
    assert [piece["voice"] for piece in said] == ["Near", "Near", "Near", "Second"]
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0


@pytest.mark.parametrize(
    "leaving",
    [
        "dispatchEvent(new PageTransitionEvent('pagehide'))",
        "psychoed.wipe()",
        "document.querySelector('.ps-listen button').dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }))",
        "[...document.querySelectorAll('.ps-listen button')].pop().click()",
    ],
    ids=["leaving", "wiping", "Escape", "Close"],
)
def test_it_falls_silent(page: Page, lesson: str, leaving: str) -> None:
    with_voices(page)
    bar = opened(page, lesson, holds=True)
    bar.get_by_role("button", name="Play").click()
    until(page, 1)
    page.evaluate(leaving)
    expect(bar).to_have_count(0)
    assert page.evaluate("device.current") is None
    expect(page.locator(".ps-spoken")).to_have_count(0)
    assert page.evaluate("document.documentElement.style.scrollPaddingBottom + document.body.style.paddingBottom") == ""


def test_escape_gives_the_focus_back_and_another_tab_pauses(page: Page, lesson: str) -> None:
    with_voices(page)
    bar = opened(page, lesson, holds=True)
    page.keyboard.press("Enter")
    until(page, 1)
    page.evaluate(
        "Object.defineProperty(document, 'hidden', { value: true }); document.dispatchEvent(new Event('visibilitychange'))"
    )
    assert page.evaluate("device.current") is None
    expect(bar.get_by_role("button", name="Play")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Listen")).to_be_focused()


def test_it_starts_where_the_reader_is(page: Page, lesson: str) -> None:
    with_voices(page)
    page.emulate_media(reduced_motion="reduce")
    bar = opened(page, lesson, holds=True)
    page.evaluate("document.querySelector('#quiz').scrollIntoView()")
    bar.get_by_role("button", name="Play").click()
    assert told(page)[0]["text"] == page.locator("#quiz h2").inner_text()
    bar.get_by_role("button", name="Pause").click()
    page.evaluate("getSelection().selectAllChildren(document.querySelector('#objectives li:last-child'))")
    bar.get_by_role("button", name="Play").click()
    assert told(page)[1]["text"] == page.locator("#objectives li").last.inner_text()
    page.evaluate("device.finish()")
    until(page, 3)
    bar.get_by_role("button", name="Pause").click()
    bar.get_by_role("button", name="Play").click()
    assert told(page)[3]["text"] == told(page)[2]["text"], "a selection that was used brings the reader back to it"


def test_sentences_are_cut_where_people_breathe(page: Page, lesson: str) -> None:
    with_voices(page)
    bar = opened(page, lesson)
    long = " word and another word" * 6
    page.evaluate(
        "(text) => { document.querySelector('#content .ps').innerHTML = `<p>${text}</p><p aria-hidden='true'>Sign</p>`; }",
        f"It costs 1.5 units, e.g. a call. “Is it so?” Yes! A{long}, {long}without a stop {'x' * 400}",
    )
    bar.get_by_role("button", name="Play").click()
    expect(bar.get_by_role("status")).to_have_text("This is the end of the page.")
    texts = [piece["text"] for piece in told(page)]
    assert texts[:3] == ["It costs 1.5 units, e.g. a call.", "“Is it so?”", "Yes!"]
    assert texts[3] == f"A{long},"
    assert [len(text) for text in texts[-3:]] == [180, 180, 40]
    assert max(map(len, texts)) <= 180


def test_the_focus_is_never_under_the_bar(page: Page, lesson: str) -> None:
    with_voices(page)
    page.set_viewport_size({"width": 320, "height": 560})
    page.emulate_media(reduced_motion="reduce")
    bar = opened(page, lesson)
    bar.get_by_role("button", name="Speed and voice").click()
    page.locator(".ps-skip").focus()
    for _ in range(45):
        page.keyboard.press("Tab")
        under, focused = page.evaluate(
            """() => { const focus = document.activeElement, bar = document.querySelector(".ps-listen").getBoundingClientRect();
                const box = focus.getBoundingClientRect();
                return [!focus.closest(".ps-listen") && box.bottom > bar.top + 1, focus.outerHTML.slice(0, 160)]; }"""
        )
        assert not under, focused
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    foot = page.locator(".ps-footer").bounding_box()
    place = bar.bounding_box()
    assert foot and place and foot["y"] + foot["height"] <= place["y"] + 1, "the end of the page is under the bar"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_the_bar_and_fingers_find_its_buttons(
    page: Page, lesson: str, scheme: Literal["light", "dark"]
) -> None:
    with_voices(page)
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    page.set_viewport_size({"width": 320, "height": 640})
    bar = opened(page, lesson, holds=True)
    page.keyboard.press("Enter")
    bar.get_by_role("button", name="Speed and voice").click()
    assert violations(page) == []
    for target in bar.locator("button, label:has(input), select").all():
        box = target.bounding_box()
        assert box and box["width"] >= 44 and box["height"] >= 44
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_it_reads_from_a_folder_too(page: Page, site: Path) -> None:
    with_voices(page)
    bar = opened(page, (site / "dev/en/one-thing/index.html").as_uri())
    bar.get_by_role("button", name="Play").click()
    until(page, 6)

"""The group mode: one step at a time, nothing shown by accident, a quiet timer, a screen that stays on."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.test_guide import GUIDE, one_thing
from tests.browser.test_pages import violations

LOCK = """() => { window.held = 0; window.asked = 0;
    const request = async () => { asked += 1; held += 1; return { release: () => (held -= 1) }; };
    Object.defineProperty(navigator, "wakeLock", { value: { request } }); }"""


def open_mode(page: Page) -> Locator:
    page.get_by_role("button", name="Group mode").click()
    dialog = page.get_by_role("dialog", name="Group mode")
    expect(dialog).to_be_visible()
    return dialog


@pytest.fixture
def guide(page: Page, course: str) -> Page:
    page.goto(course + GUIDE)
    return page


def step(dialog: Locator) -> str:
    return dialog.locator(".ps-group-step").inner_text()


def place(dialog: Locator) -> tuple[int, int]:
    number, total = re.findall(r"\d+", dialog.locator(".ps-group-place").inner_text())
    return int(number), int(total)


def all_steps(page: Page, dialog: Locator) -> list[str]:
    page.keyboard.press("Home")
    found = [step(dialog)]
    for _ in range(place(dialog)[1] - 1):
        page.keyboard.press("PageDown")
        found.append(step(dialog))
    return found


def test_steps_come_in_order_with_the_role_play_at_its_line_and_teach_back_in_the_last_third(guide: Page) -> None:
    dialog = open_mode(guide)
    found = all_steps(guide, dialog)
    wanted = [
        "Opening ritual",
        "Welcome. You can pass at any time.",
        "Current concerns (check-in)",
        "What is one thing since last time?",
        "One thing",
        "A friend calls.",
        "No thanks.",
        "What did you notice?",
        "Wrap-up and home practice",
        "What will you try?",
        "What will you tell someone at home?",
        "Closing ritual",
        "Thank you for coming.",
    ]
    assert len(found) == len(wanted)
    for words, shown in zip(wanted, found, strict=True):
        assert words in shown


def test_keys_of_clickers_and_buttons_move_and_stop_at_the_ends(guide: Page) -> None:
    dialog = open_mode(guide)
    total = place(dialog)[1]
    expect(dialog.get_by_role("button", name="Back")).to_have_attribute("aria-disabled", "true")
    for key, wanted in (
        ("ArrowRight", 2), ("PageDown", 3), (" ", 4), ("ArrowLeft", 3), ("PageUp", 2), ("Shift+ ", 1), ("ArrowLeft", 1),
        ("End", total), ("ArrowRight", total), ("Home", 1),
    ):  # fmt: skip
        guide.keyboard.press(key)
        assert place(dialog) == (wanted, total), key
    guide.keyboard.press("Control+ArrowRight")
    assert place(dialog)[0] == 1
    dialog.get_by_role("button", name="Next").click()
    # After a press by hand, a clicker's space goes on as well.
    guide.keyboard.press(" ")
    assert place(dialog)[0] == 3
    dialog.get_by_role("button", name="Back").click()
    assert place(dialog)[0] == 2


def test_what_is_for_the_leader_is_hidden_until_asked_for_and_again_next_time(guide: Page) -> None:
    module = one_thing()
    secrets = [line.text.words for part in module.guide.timetable for line in part.lines if line.kind == "do"]
    secrets += [words for item in module.guide.watch_for for words in (item.sign.words, item.response.words)]
    dialog = open_mode(guide)
    shown = " ".join(all_steps(guide, dialog))
    assert [words for words in secrets if words in shown] == []
    toggle = dialog.get_by_role("button", name="Lines for the leader")
    toggle.click()
    expect(toggle).to_have_attribute("aria-pressed", "true")
    steps = all_steps(guide, dialog)
    for words in secrets:
        (held,) = [each for each in steps if words in each]
        assert "Leader only" in held
    guide.keyboard.press("Escape")
    dialog = open_mode(guide)
    expect(toggle).to_have_attribute("aria-pressed", "false")
    assert [words for words in secrets if words in " ".join(all_steps(guide, dialog))] == []


def test_hiding_the_leaders_line_that_is_shown_goes_on_to_what_the_group_may_see(guide: Page) -> None:
    dialog = open_mode(guide)
    toggle = dialog.get_by_role("button", name="Lines for the leader")
    toggle.click()
    while "Leader only" not in step(dialog):
        guide.keyboard.press("ArrowRight")
    toggle.click()
    assert "Leader only" not in step(dialog)


def test_no_answer_of_the_quiz_is_ever_shown(guide: Page) -> None:
    answers = guide.locator("#answer-key li").all_inner_texts()
    asked = [" ".join(question.ask.words.split()) for question in one_thing().quiz if hasattr(question.ask, "words")]
    dialog = open_mode(guide)
    dialog.get_by_role("button", name="Lines for the leader").click()
    shown = " ".join(all_steps(guide, dialog))
    assert answers and [words for words in (*answers, *asked) if words in shown] == []


def test_a_step_is_gone_to_from_the_list(guide: Page) -> None:
    dialog = open_mode(guide)
    dialog.get_by_text("Go to", exact=True).click()
    dialog.get_by_role("button", name="Role-play: A call").click()
    assert "A friend calls." in step(dialog)
    guide.keyboard.press(" ")
    assert "The friend" in step(dialog)


def test_the_timer_starts_when_asked_pauses_and_goes_on_when_the_dialog_is_closed(page: Page, course: str) -> None:
    page.clock.install()
    page.goto(course + GUIDE)
    dialog = open_mode(page)
    time = dialog.locator(".ps-group-time")
    page.clock.run_for(60_000)
    expect(time).to_be_hidden()
    dialog.get_by_role("button", name="Start the timer").click()
    expect(time).to_have_text("Opening ritual: 5 min left")
    page.clock.run_for(61_000)
    expect(time).to_have_text("Opening ritual: 4 min left")
    dialog.get_by_role("button", name="Pause").click()
    page.clock.run_for(600_000)
    expect(time).to_have_text("Opening ritual: 4 min left Paused.")
    dialog.get_by_role("button", name="Go on").click()
    page.keyboard.press("Escape")
    page.clock.run_for(120_000)
    open_mode(page)
    expect(time).to_have_text("Opening ritual: 2 min left")
    page.clock.run_for(70_000)
    expect(time).to_have_text("Opening ritual: less than 1 min left")
    page.clock.run_for(60_000)
    expect(time).to_have_text("Opening ritual: the time is over. Finish when it fits.")
    expect(dialog.get_by_role("status")).to_have_text("Opening ritual: the time is over. Finish when it fits.")
    page.clock.run_for(121_000)
    expect(time).to_have_text("Opening ritual: 2 min over. Finish when it fits.")


def test_the_timer_belongs_to_its_part_and_to_the_length_that_was_chosen(page: Page, course: str) -> None:
    page.clock.install()
    page.goto(course + GUIDE)
    page.get_by_role("radio", name="60 min").check()
    dialog = open_mode(page)
    assert "3 minutes" in dialog.locator(".ps-group-now").inner_text()
    time, here = dialog.locator(".ps-group-time"), dialog.get_by_role("button", name="Start it for this part")
    dialog.get_by_role("button", name="Start the timer").click()
    expect(time).to_have_text("Opening ritual: 3 min left")
    expect(here).to_be_hidden()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    expect(time).to_have_text("Opening ritual: 3 min left")
    here.click()
    expect(time).to_have_text("Current concerns (check-in): 17 min left")


def test_nothing_sounds_flashes_or_is_kept(guide: Page) -> None:
    dialog = open_mode(guide)
    dialog.get_by_role("button", name="Start the timer").click()
    guide.wait_for_timeout(1_100)
    assert (
        guide.evaluate("document.querySelectorAll('audio, video').length + localStorage.length + sessionStorage.length")
        == 0
    )
    moving = "[...document.querySelectorAll('.ps-group *')].filter(it => getComputedStyle(it).animationName !== 'none').length"
    assert guide.evaluate(moving) == 0
    assert guide.evaluate("document.cookie") == ""


def test_the_screen_stays_on_while_it_is_open(page: Page, course: str) -> None:
    page.add_init_script(f"({LOCK})()")
    page.goto(course + GUIDE)
    assert page.evaluate("asked") == 0
    open_mode(page)
    page.wait_for_function("held === 1")
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    page.wait_for_function("asked === 2 && held === 1")
    page.keyboard.press("Escape")
    page.wait_for_function("held === 0")
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    assert page.evaluate("asked") == 2


def test_a_browser_that_refuses_to_stay_awake_is_no_hindrance(page: Page, course: str) -> None:
    refuse = "{ value: { request: () => Promise.reject(new Error('no')) } }"
    page.add_init_script(f"Object.defineProperty(navigator, 'wakeLock', {refuse})")
    page.goto(course + GUIDE)
    dialog = open_mode(page)
    page.keyboard.press("ArrowRight")
    assert place(dialog)[0] == 2


def test_it_opens_from_a_folder_and_has_the_ways_out(page: Page, site: Path) -> None:
    page.goto((site / "dev/en" / GUIDE).as_uri())
    dialog = open_mode(page)
    page.keyboard.press("End")
    assert "Thank you for coming." in step(dialog)
    expect(dialog.get_by_role("link", name="Get help now")).to_be_visible()
    expect(dialog.get_by_role("button", name="Leave quickly")).to_be_visible()
    dialog.get_by_role("button", name="Close").click()
    expect(dialog).to_be_hidden()
    expect(page.get_by_role("button", name="Group mode")).to_be_focused()


def test_wiping_starts_anew(guide: Page) -> None:
    dialog = open_mode(guide)
    guide.keyboard.press("End")
    dialog.get_by_role("button", name="Start the timer").click()
    guide.evaluate("psychoed.wipe()")
    expect(dialog).to_be_hidden()
    dialog = open_mode(guide)
    assert place(dialog)[0] == 1
    expect(dialog.get_by_role("button", name="Start the timer")).to_be_visible()


LOOKS: tuple[tuple[Literal["light", "dark"], tuple[tuple[int, str], ...]], ...] = (
    ("light", ((320, ""), (1280, ""))),
    ("dark", ((360, "200"),)),
)


@pytest.mark.parametrize(("scheme", "widths"), LOOKS)
def test_axe_finds_nothing_and_every_width_is_enough(
    scheme: Literal["light", "dark"], widths: tuple[tuple[int, str], ...], browser: Browser, course: str
) -> None:
    for width, size in widths:
        context = browser.new_context(viewport={"width": width, "height": 740}, color_scheme=scheme)
        context.set_default_timeout(5_000)
        page = context.new_page()
        page.goto(course + GUIDE)
        page.evaluate("(size) => size && (document.documentElement.dataset.size = size)", size)
        dialog = open_mode(page)
        dialog.get_by_role("button", name="Start the timer").click()
        dialog.get_by_role("button", name="Lines for the leader").click()
        dialog.get_by_text("Go to", exact=True).click()
        for _ in range(4):
            assert page.evaluate("document.querySelector('.ps-group').scrollWidth <= innerWidth")
            page.keyboard.press("PageDown")
        small = dialog.locator("button:visible, a:visible, summary:visible").evaluate_all(
            "found => found.filter(it => it.getBoundingClientRect().height < 44).map(it => it.textContent)"
        )
        assert small == []
        assert violations(page) == []
        context.close()

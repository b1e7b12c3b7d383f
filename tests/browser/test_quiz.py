"""The quiz by keyboard: each kind of question answers in words, beside what was chosen, and keeps no score."""

from __future__ import annotations

import re

from playwright.sync_api import Locator, Page, expect

FIRST, SECOND = "one-thing/index.html", "another-thing/index.html"


def question(page: Page, kind: str) -> Locator:
    return page.locator(f'.ps-question[data-kind="{kind}"]')


def press(page: Page, found: Locator, key: str = "Enter") -> None:
    found.focus()
    page.keyboard.press(key)


def check(page: Page, asked: Locator) -> None:
    button = asked.locator(".ps-check button").first
    press(page, button)
    expect(button).to_be_focused()


def choose(page: Page, asked: Locator, verdict: str) -> None:
    place = asked.locator(f'.ps-answers [data-verdict="{verdict}"]').first.get_attribute("data-for")
    press(page, asked.locator(f'.ps-choice[data-place="{place}"] input'), "Space")


def test_a_fitting_answer_says_so_in_words(page: Page, course: str) -> None:
    page.goto(course + SECOND)
    asked = question(page, "one_answer")
    choose(page, asked, "yes")
    expect(asked.locator(".ps-note")).to_have_count(0)
    check(page, asked)
    expect(asked.locator("[role=status]")).to_contain_text("Yes, that fits.")
    expect(asked.locator(".ps-note")).to_contain_text("This fits.")
    expect(asked.locator(".ps-note")).to_contain_text("It is small and costs nothing.")
    expect(page.locator(".ps-summary")).to_have_text(re.compile(r"You have looked at 1 of \d questions"))


def test_an_answer_that_does_not_fit_is_told_gently_and_once(page: Page, course: str) -> None:
    page.goto(course + SECOND)
    asked = question(page, "one_answer")
    choose(page, asked, "no")
    check(page, asked)
    note = asked.locator(".ps-note").inner_text()
    assert note.count("Not quite") == 1
    assert not re.search(r"wrong|incorrect|score|[✗✘❌]", asked.inner_text(), re.I)
    expect(asked.locator("[role=status]")).to_contain_text("try again if you like")


def test_arrow_keys_change_a_radio_without_feedback(page: Page, course: str) -> None:
    page.goto(course + SECOND)
    asked = question(page, "true_false")
    press(page, asked.locator("input").first, "ArrowDown")
    expect(asked.locator("input").nth(1)).to_be_checked()
    expect(asked.locator(".ps-note")).to_have_count(0)


def test_nothing_chosen_is_met_with_a_kind_sentence(page: Page, course: str) -> None:
    page.goto(course + FIRST)
    for kind in ("one_answer", "several_answers", "true_false", "could_help", "matching", "ordering"):
        asked = question(page, kind)
        check(page, asked)
        expect(asked.locator("[role=status]")).to_have_text("Choose an answer first, or go on to the next question.")
    expect(page.locator(".ps-summary")).to_be_hidden()


def test_several_answers_show_what_was_chosen_and_what_fits_too(page: Page, course: str) -> None:
    page.goto(course + SECOND)
    asked = question(page, "several_answers")
    choose(page, asked, "yes")
    choose(page, asked, "no")
    check(page, asked)
    expect(asked.locator('.ps-note[data-verdict="yes"]')).to_have_count(1)
    expect(asked.locator('.ps-note[data-verdict="no"]')).to_have_count(1)
    expect(asked.locator('.ps-note[data-verdict="missed"]')).to_contain_text("This one fits too.")
    expect(asked.locator("[role=status]")).to_contain_text("Part of this fits.")


def test_every_idea_that_was_chosen_gets_a_note(page: Page, course: str) -> None:
    page.goto(course + FIRST)
    asked = question(page, "could_help")
    boxes = asked.locator("input")
    for place in range(boxes.count()):
        press(page, boxes.nth(place), "Space")
    check(page, asked)
    expect(asked.locator(".ps-note")).to_have_count(boxes.count())
    expect(asked.locator("[role=status]")).to_contain_text("Here is a note on each one you chose.")


def test_matching_and_ordering_are_judged_row_by_row(page: Page, course: str) -> None:
    page.goto(course + FIRST)
    for kind in ("matching", "ordering"):
        asked = question(page, kind)
        rows = asked.locator(".ps-match")
        rights = [rows.nth(place).get_attribute("data-right") or "" for place in range(rows.count())]
        rows.nth(0).locator("select").select_option(rights[0])
        rows.nth(1).locator("select").select_option(rights[0])
        check(page, asked)
        expect(rows.nth(0).locator(".ps-note")).to_contain_text("This fits.")
        expect(rows.nth(1).locator(".ps-note")).to_contain_text("Not quite.")
        for place, right in enumerate(rights):
            rows.nth(place).locator("select").select_option(right)
        expect(asked.locator("[role=status]")).to_have_text("")
        check(page, asked)
        expect(asked.locator("[role=status]")).to_contain_text("Yes, that fits.")


def test_a_reflection_gets_a_thought_and_no_verdict(page: Page, course: str) -> None:
    page.goto(course + SECOND)
    asked = question(page, "reflection")
    asked.locator("textarea").fill("My sister")
    expect(asked.locator(".ps-check button").first).to_have_text("Show a thought")
    check(page, asked)
    expect(asked.locator(".ps-note")).to_contain_text("There is no right answer")
    expect(asked.locator("[role=status]")).to_contain_text("Thank you for thinking about it.")


def test_try_again_clears_and_goes_back_to_the_first_choice(page: Page, course: str) -> None:
    page.goto(course + SECOND)
    asked = question(page, "several_answers")
    choose(page, asked, "no")
    check(page, asked)
    press(page, asked.get_by_role("button", name="Try again"))
    expect(asked.locator(".ps-note")).to_have_count(0)
    expect(asked.locator("input:checked")).to_have_count(0)
    expect(asked.locator("input").first).to_be_focused()


def test_a_screen_reader_hears_the_notes(page: Page, course: str) -> None:
    page.goto(course + SECOND)
    asked = question(page, "one_answer")
    choose(page, asked, "yes")
    check(page, asked)
    expect(asked.locator("[role=status]")).to_contain_text("It is small and costs nothing.")
    described = asked.locator("input:checked").get_attribute("aria-describedby")
    expect(page.locator(f"#{described}")).to_contain_text("It is small and costs nothing.")

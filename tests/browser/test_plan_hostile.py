"""What a stranger may put into the address, the store or the list of versions: a sentence each, and nothing runs."""

from __future__ import annotations

import json
from datetime import date, timedelta

import pytest
from playwright.sync_api import Page, Route

from generator.plans.codes import Code, Item, module_signs, plan_of, write_code

PLAN = write_code(plan_of(["one-thing", "another-thing"], "dev"), "tiny")
OLD = write_code(plan_of(["one-thing"], "2026.1"), "tiny")
DONE = write_code(Code("done", "dev", (Item(module_signs("one-thing"), True, True),)), "tiny")
FIRST = module_signs("one-thing")
UNREADABLE = "Something is kept for your plan, but it cannot be read."


def kept(**changes: object) -> str:
    """An entry as the page keeps it, with changes."""
    today = date.today()
    whole = {"v": 1, "saved": str(today), "until": str(today + timedelta(7)), "answers": {"plan": PLAN}, "rest": {}}
    return json.dumps({**whole, **changes})


def opened_with(page: Page, course: str, entry: str) -> None:
    """The page of plans, with something in its place in the store."""
    page.goto(course + "help.html")
    page.evaluate("entry => localStorage.setItem(`${psychoed.prefix}a:plan:1`, entry)", entry)
    page.goto(course + "plan.html")


@pytest.mark.parametrize(
    "entry",
    [
        "{",
        "null",
        "[]",
        "x" * 300_000,
        kept(v="1"),
        kept(v=2),
        kept(answers=[PLAN]),
        kept(answers={"plan": 5}),
        kept(until="2026-99-99"),
        kept(answers={"plan": "<img src=x onerror=alert(1)>"}),
        kept(answers={"plan": "x" * 100_000}),
        kept(answers={"plan": DONE}),
    ],
    ids=lambda entry: str(entry)[:60],
)
def test_what_is_kept_and_cannot_be_read_is_said_where_somebody_sees_it(entry: str, page: Page, course: str) -> None:
    opened_with(page, course, entry)
    page.locator("#plan [role=status]").filter(has_text=UNREADABLE).wait_for()
    assert page.locator("#shown li").count() == 0
    assert page.locator(".ps-alarm").all_inner_texts() == [""] and page.input_value("#code") == ""


def test_names_of_javascript_in_the_store_are_words(page: Page, course: str) -> None:
    day = str(date.today() + timedelta(7))
    answers = f'{{"__proto__":"x","constructor":"read","plan":"{PLAN}","{FIRST}":"read <b> practiced evil"}}'
    opened_with(
        page,
        course,
        f'{{"v":1,"saved":"{date.today()}","until":"{day}","answers":{answers},"rest":{{"__proto__":""}}}}',
    )
    page.locator("#shown [role=status]").filter(has_text="This is the plan that you kept").wait_for()
    assert page.locator("#shown input[data-done]:checked").count() == 2


@pytest.mark.parametrize(
    ("answer", "sentence"),
    [
        ("<html>", "cannot tell whether version 2026.1 is there"),
        ("null", "cannot tell whether version 2026.1 is there"),
        ('{"length": 1000000000}', "cannot tell whether version 2026.1 is there"),
        ('[null, 1, "2026.1", [], {}]', "Version 2026.1 is not here"),
        ('[{"version": "__proto__"}, {"version": {"2026.1": 1}}]', "Version 2026.1 is not here"),
        ('[{"version": "2026.1", "title": "<img src=x onerror=alert(1)>", "aliases": 5}]', "Open the plan in version"),
    ],
)
def test_a_hostile_list_of_versions_runs_and_breaks_nothing(
    answer: str, sentence: str, page: Page, course: str
) -> None:
    def answered(route: Route) -> None:
        route.fulfill(status=200, body=answer, content_type="application/json")

    page.route("**/versions.json", answered)
    page.goto(f"{course}plan.html#{OLD}")
    page.locator("#shown").filter(has_text=sentence).wait_for()
    hrefs = page.eval_on_selector_all("#shown a", "links => links.map((link) => link.href)")
    assert all(href.startswith(course.removesuffix("dev/en/")) for href in hrefs)


def test_the_field_never_holds_another_code_than_the_one_that_is_spoken_of(page: Page, course: str) -> None:
    page.goto(f"{course}counselors/codes.html#{DONE}")
    page.locator("#shown h2").wait_for()
    for text in ("<img src=x onerror=alert(1)>", "x" * 5000, "%E0%A4%A", "\u202e" + DONE):
        page.evaluate("text => (location.hash = text)", text)
        page.locator(".ps-alarm").filter(has_text="code").wait_for()
        assert page.input_value("#code") == "" and page.inner_text("#shown") == ""

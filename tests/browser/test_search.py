"""The search by keyboard: it finds words in the middle of a lesson and forgives slips; what was typed stays nowhere."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from generator.build import build_course
from generator.order import Order, Place
from generator.render.search.folding import words_in
from tests.browser.test_pages import violations
from tests.conftest import COURSES, ROOT

HOSTILE = "<img src=x onerror=alert(1)> “1 < 2” & </script>"
CHANGES = {
    "'Another thing: “1 < 2” & # more'": f"'{HOSTILE}'",
    "heading: It helps": "heading: La recaída y <b>la vergüenza</b>",
    "People like small things.": "Los cañones suenan. Una emoción pasa, como las olas.",
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tiny course with Spanish and hostile words in it, as a folder without a server."""
    made = tmp_path_factory.mktemp("search")
    shutil.copytree(COURSES / "tiny", made / "tiny")
    shutil.copy(ROOT / "mkdocs.yml", made / "mkdocs.yml")
    path = made / "tiny" / "en" / "another-thing.yml"
    text = path.read_text(encoding="utf-8")
    for old, new in CHANGES.items():
        assert old in text
        text = text.replace(old, new)
    path.write_text(text, encoding="utf-8")
    result = build_course(Place(made / "tiny", made / "mkdocs.yml", made / "site"), Order(formats=("web",), jobs=1))
    assert result.good, [str(problem) for problem in result.problems]
    return made / "site" / "dev" / "en"


def open_search(page: Page, address: str) -> None:
    page.goto(address)
    page.get_by_role("button", name="Search").click()
    expect(page.get_by_label("What are you looking for?")).to_be_focused()


def type_anew(page: Page, words: str) -> None:
    page.get_by_label("What are you looking for?").fill("")
    expect(page.locator(".ps-search-list li")).to_have_count(0)
    page.keyboard.type(words)


def test_a_word_in_the_middle_of_a_lesson_is_found_and_leads_there(page: Page, course: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.removeprefix(course)))
    page.goto(course + "index.html")
    assert not any("search" in address for address in asked)
    open_search(page, course + "index.html")
    page.keyboard.type("window")
    found = page.get_by_role("listitem").filter(has_text="opens the window").first
    expect(found).to_be_visible()
    expect(page.get_by_role("status").filter(has_text="2 places found.")).to_be_visible()
    expect(found.locator("mark")).to_have_text("window")
    assert len(found.inner_text()) < 400
    data = sorted(address for address in asked if address.startswith("search/"))
    assert data[-2:] == ["search/index.js", "search/w.js"] and len(data) < 5, data
    found.get_by_role("link").click()
    expect(page).to_have_url(re.compile(r"-thing/index\.html#s-it-helps$"))
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_slips_and_endings_are_forgiven(page: Page, course: str) -> None:
    open_search(page, course + "index.html")
    for typed, meant in (("widnow", "window"), ("qindow", "window"), ("windw", "window")):
        type_anew(page, typed)
        expect(
            page.get_by_role("status").filter(has_text=f"Nothing has “{typed}”. These have “{meant}”")
        ).to_be_visible()
        expect(page.locator("mark").first).to_have_text(meant)
    for typed, mark in (
        ("windows", "window"),
        ("wind", "window"),
        ("opening window", "opens"),
        ("Glass, of WATER!", "glass"),
    ):
        type_anew(page, typed)
        expect(
            page.get_by_role("listitem").filter(has_text="opens the window").locator("mark", has_text=mark).first
        ).to_be_visible()


def test_words_that_stand_nowhere_together_are_found_apart(page: Page, course: str) -> None:
    open_search(page, course + "index.html")
    page.keyboard.type("window naloxone glossary accounts")
    expect(page.get_by_role("status").filter(has_text="No place has all of your words.")).to_be_visible()
    expect(page.get_by_role("listitem").filter(has_text="opens the window").first).to_be_visible()


def test_nothing_found_is_told_kindly_and_names_help(page: Page, course: str) -> None:
    open_search(page, course + "one-thing/index.html")
    page.keyboard.type("zzqqxx")
    expect(page.get_by_role("status").filter(has_text="Nothing was found. Try another word")).to_be_visible()
    page.get_by_role("dialog").get_by_role("link", name="Get help now").click()
    expect(page).to_have_url(course + "help.html")


def test_the_way_out_stands_in_the_dialog(page: Page, course: str) -> None:
    open_search(page, course + "index.html")
    page.keyboard.type("window")
    expect(page.get_by_role("dialog").locator("mark").first).to_be_visible()
    page.wait_for_load_state("networkidle")
    page.context.set_offline(True)
    page.get_by_role("dialog").get_by_role("button", name="Leave quickly").click()
    expect(page).to_have_url("about:blank")


def test_who_types_of_danger_sees_help_first(page: Page, course: str) -> None:
    open_search(page, course + "one-thing/index.html")
    urgent = page.locator(".ps-search-urgent")
    for typed in ("sucide", "want to die", "Overdosing"):
        type_anew(page, typed)
        expect(urgent).to_be_visible()
        assert urgent.evaluate("(box) => box.compareDocumentPosition(document.querySelector('.ps-search-list')) & 4")
    type_anew(page, "window")
    expect(urgent).to_be_hidden()
    type_anew(page, "suicide")
    urgent.get_by_role("link").click()
    expect(page).to_have_url(course + "help.html")


def test_the_keyboard_goes_through_the_results_and_back_to_the_opener(page: Page, course: str) -> None:
    page.goto(course + "index.html")
    opener = page.get_by_role("button", name="Search")
    opener.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_label("What are you looking for?")).to_be_focused()
    page.keyboard.type("thing")
    page.keyboard.press("Enter")
    links = page.get_by_role("dialog").get_by_role("listitem").get_by_role("link")
    expect(links.first).to_be_focused()
    expect(links).to_have_count(6)
    page.keyboard.press("Tab")
    expect(links.nth(1)).to_be_focused()
    page.get_by_role("button", name="Show more").focus()
    page.keyboard.press("Enter")
    expect(links.nth(6)).to_be_focused()
    assert page.url == course + "index.html"
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(opener).to_be_focused()


def test_typed_words_are_kept_nowhere(page: Page, course: str) -> None:
    open_search(page, course + "index.html")
    for leave in ("Escape", "Close", "wipe"):
        page.keyboard.type("window")
        expect(page.locator(".ps-search-list mark").first).to_be_visible()
        if leave == "Escape":
            page.keyboard.press("Escape")
        elif leave == "Close":
            page.get_by_role("button", name="Close").click()
        else:
            page.evaluate("psychoed.wipe()")
        expect(page.locator(".ps-search-field")).to_have_value("")
        expect(page.locator(".ps-search-list li")).to_have_count(0)
        assert "window" not in page.locator("dialog.ps-search").inner_html()
        if leave != "wipe":
            page.get_by_role("button", name="Search").click()
            expect(page.get_by_label("What are you looking for?")).to_be_focused()
    kept = page.evaluate(
        "[JSON.stringify(localStorage), JSON.stringify(sessionStorage), document.cookie, location.href, history.length]"
    )
    assert not any("window" in str(value) for value in kept)
    assert page.locator("script[src*='search/']").count() == 0


def test_what_comes_after_closing_is_not_shown(page: Page, course: str) -> None:
    open_search(page, course + "index.html")
    held: list[Route] = []
    page.route("**/search/w.js", lambda route: held.append(route))
    with page.expect_request("**/search/w.js"):
        page.keyboard.type("window")
    page.keyboard.press("Escape")
    with page.expect_response("**/search/w.js"):
        held[0].continue_()
    page.wait_for_timeout(300)
    assert page.locator(".ps-search-list li").count() == 0
    assert page.locator(".ps-search-said").text_content() == ""


def test_it_works_from_a_folder_with_accents_or_without(page: Page, folder: Path) -> None:
    open_search(page, (folder / "one-thing" / "index.html").as_uri())
    for typed, mark in (
        ("recaida", "recaída"),
        ("RECAÍDAS", "recaída"),
        ("recada", "recaída"),
        ("verguenza", "vergüenza"),
        ("emociones", "emoción"),
        ("canon", "cañones"),
    ):
        type_anew(page, typed)
        expect(page.locator(".ps-search-list mark", has_text=re.compile(f"^{mark}$", re.I)).first).to_be_visible()
    page.get_by_role("dialog").get_by_role("listitem").get_by_role("link").first.click()
    expect(page).to_have_url(re.compile(r"/another-thing/index\.html#s-la-recaida"))


def test_titles_with_signs_come_out_as_text(page: Page, folder: Path) -> None:
    open_search(page, (folder / "index.html").as_uri())
    for typed in ("onerror", "alert 1"):
        type_anew(page, typed)
        expect(page.get_by_role("listitem").filter(has_text=HOSTILE).first).to_be_visible()
    type_anew(page, "recaida")
    expect(page.get_by_role("listitem").filter(has_text="<b>la vergüenza</b>").first).to_be_visible()
    type_anew(page, "<img src=x onerror=alert(1)>zzqq")
    expect(page.locator(".ps-search-said")).not_to_be_empty()
    assert page.locator("dialog.ps-search :is(img, b, script)").count() == 0


def test_counselors_find_their_guides_and_patients_do_not(page: Page, course: str) -> None:
    open_search(page, course + "index.html")
    page.keyboard.type("facilitator guide")
    expect(page.locator(".ps-search-said")).to_have_text(re.compile("Nothing|No place"))
    expect(page.get_by_role("listitem").filter(has_text="Facilitator guide")).to_have_count(0)
    open_search(page, course + "counselors/index.html")
    page.keyboard.type("facilitator guide")
    found = page.get_by_role("dialog").get_by_role("listitem").get_by_role("link").first
    expect(found).to_have_text(re.compile("Facilitator guide"))
    assert str(found.get_attribute("href")).startswith(f"{course}counselors/")


def test_a_search_that_cannot_be_loaded_says_so_and_tries_again(page: Page, course: str) -> None:
    open_search(page, course + "index.html")
    page.route("**/search/w.js", lambda route: route.fulfill(status=200, content_type="text/html", body=""))
    page.keyboard.type("window")
    expect(page.get_by_role("status").filter(has_text="cannot be loaded right now")).to_be_visible()
    page.unroute("**/search/w.js")
    page.keyboard.press("Enter")
    expect(page.get_by_role("listitem").filter(has_text="opens the window").first).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_fits_a_small_screen_and_large_text_and_passes_axe(page: Page, course: str, scheme: str) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light", reduced_motion="reduce")
    open_search(page, course + "one-thing/index.html")
    page.keyboard.type("thing suicide")
    expect(page.get_by_role("dialog").get_by_role("listitem").first).to_be_visible()
    assert violations(page) == []
    small = """() => [...document.querySelectorAll("dialog.ps-search :is(a, button, input)")].filter((target) => target.checkVisibility())
        .filter((target) => target.getBoundingClientRect().height < 44 || target.getBoundingClientRect().width < 44).map((target) => target.outerHTML)"""
    for width, size in ((320, ""), (360, "200")):
        page.set_viewport_size({"width": width, "height": 700})
        page.evaluate(f"document.documentElement.dataset.size = '{size}'")
        assert page.evaluate(
            "(() => { const box = document.querySelector('dialog.ps-search'); return box.scrollWidth <= box.clientWidth && box.clientWidth <= innerWidth; })()"
        )
        assert page.evaluate(small) == []


def test_the_browser_folds_letters_as_the_generator_does(page: Page, course: str) -> None:
    open_search(page, course + "index.html")
    page.keyboard.type("window")
    expect(page.locator(".ps-search-list mark").first).to_be_visible()
    letters = [
        chr(code) for start, end in ((0x20, 0x588), (0x1E00, 0x2010), (0x2012, 0x2100)) for code in range(start, end)
    ]
    texts = [f"x{letter}y {letter}" for letter in letters if letter != "-"]
    theirs = page.evaluate("(texts) => texts.map((text) => psychoed.parts.find.wordsIn(text))", texts)
    ours = [list(dict.fromkeys(words_in(text))) for text in texts]
    assert [(text, a, b) for text, a, b in zip(texts, ours, theirs, strict=True) if a != b] == []

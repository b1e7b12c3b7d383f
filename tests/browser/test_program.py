"""The pages of programs: weeks, real dates, and the calendar file, over http, from a folder, and without script."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest
import vobject
from playwright.sync_api import Browser, Download, Page, expect

from generator.build import build_course
from generator.frame import frame_of, read_shared
from generator.order import Order, Place
from generator.programs.weeks import resolve
from generator.render.programs.calendar import calendar
from tests.browser.test_pages import violations
from tests.conftest import COURSES, ROOT

PROGRAM = "counselors/programs/three-days.html"
ODD = "</template><script>alert(1)</script> & Ünïts; a, b \\\\n " + "and so on, " * 9 + "DTSTART:20010101T000000"


@pytest.fixture(scope="session")
def unwritten(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The tiny course with a safety module that is not written; its counselors' folder."""
    folder = tmp_path_factory.mktemp("unwritten")
    shutil.copytree(COURSES / "tiny", folder / "tiny")
    course = folder / "tiny" / "course.yml"
    added = (
        "planned: {third-thing: A third thing}\nsafety_modules: [third-thing]\noutside: {title: Tiny, topics: true}\n"
    )
    course.write_text(course.read_text("utf-8") + added, "utf-8")
    program = folder / "tiny" / "programs" / "three-days.yml"
    text = program.read_text("utf-8").replace("family: [another-thing]", "individual: [third-thing]")
    program.write_text(text.replace("title: Open hour", f"title: '{ODD}'"), "utf-8")
    safety = folder / "tiny" / "safety.yml"
    text = safety.read_text("utf-8")
    safety.write_text(_given_to(text, "third-thing"), "utf-8")
    place = Place(folder / "tiny", ROOT / "mkdocs.yml", folder / "site")
    result = build_course(place, Order(formats=("web",), jobs=1))
    assert result.good, [str(problem) for problem in result.problems]
    return f"{(place.site / 'dev/en/counselors').as_uri()}/"


def _given_to(text: str, module: str) -> str:
    """The safety file with its first message but the one that stands everywhere given to a module."""
    lines = text.splitlines(keepends=True)
    start = next(index for index, line in enumerate(lines) if line.startswith("messages:"))
    heads = [index for index in range(start, len(lines)) if lines[index].startswith("  S-")]
    for head, after in zip(heads, [*heads[1:], len(lines)], strict=True):
        id_ = lines[head].strip().rstrip(":")
        body = "".join(lines[head:after])
        if f"everywhere: {id_}" in text or f"worksheets: {id_}" in text:
            continue
        if "    modules: [" in body:
            return text.replace(body, body.replace("    modules: [", f"    modules: [{module}, "))
        return text.replace(body, f"{body.rstrip()}\n    modules: [{module}]\n\n")
    raise AssertionError("no message to give away")


def _choose(page: Page, day: str) -> None:
    page.get_by_label("First day").fill(day)
    page.get_by_role("button", name="Show the dates").click()


def _download(page: Page) -> tuple[Download, bytes]:
    with page.expect_download() as caught:
        page.get_by_role("link", name="Save the dates as a calendar file").click()
    return caught.value, Path(caught.value.path()).read_bytes()


def _made(day: date, course: Path = COURSES / "tiny") -> bytes:
    """The file as the command line makes it."""
    shared, _ = read_shared(course)
    assert shared is not None
    frame = frame_of(shared, "en")
    titles = {"one-thing": "One thing", "another-thing": "Another thing: “1 < 2” & # more"}
    return calendar(resolve(shared.programs[0], frame.spec, titles), day, frame)


def test_the_overview_leads_to_the_program_and_its_weeks_to_the_guides(page: Page, course: str) -> None:
    page.goto(f"{course}counselors/programs.html")
    expect(page.get_by_text("2 weeks · 9 h a week · 18 h in all")).to_be_visible()
    page.get_by_role("link", name="Two small weeks").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Two small weeks")
    first = page.locator("#week-1 .ps-day").first
    expect(first.get_by_role("heading")).to_have_text("Monday")
    expect(first.locator(".ps-hour-time").first).to_have_text("9:00–10:30 am")
    first.get_by_role("link", name="One thing").click()
    expect(page).to_have_url(f"{course}counselors/one-thing/index.html")


def test_dates_are_shown_and_the_file_is_that_of_the_command_line(page: Page, course: str) -> None:
    page.goto(course + PROGRAM)
    expect(page.get_by_role("link", name="Save the dates as a calendar file")).to_be_hidden()
    # Over the end of a year, and the end of summer time is of no matter: the times float.
    _choose(page, "2026-12-28")
    expect(page.locator("#start-said")).to_contain_text("from Monday, December 28, 2026 to Thursday, January 7, 2027")
    expect(page.locator("#week-1 .ps-week-dates")).to_have_text("Dec 28 – Jan 1")
    expect(page.locator("#week-2 .ps-date")).to_have_text(["Jan 5", "Jan 7"])
    saved, content = _download(page)
    assert saved.suggested_filename == "dates.ics"
    assert content == _made(date(2026, 12, 28))
    assert len(vobject.readOne(content.decode()).vevent_list) == 10
    _choose(page, "2028-02-28")
    assert _download(page)[1] == _made(date(2028, 2, 28))


def test_it_works_from_a_folder_too(page: Page, site: Path) -> None:
    page.goto((site / "dev/en" / PROGRAM).as_uri())
    _choose(page, "2027-01-04")
    assert _download(page)[1] == _made(date(2027, 1, 4))


def test_odd_signs_come_through_the_page_whole(page: Page, unwritten: str) -> None:
    page.goto(f"{unwritten}programs/three-days.html")
    _choose(page, "2027-01-04")
    content = _download(page)[1]
    course = Path(unwritten.removeprefix("file://")).parents[3] / "tiny"
    assert content == _made(date(2027, 1, 4), course)
    titles = [event.summary.value for event in vobject.readOne(content.decode()).vevent_list]
    assert ODD.strip() in titles and "Group: One thing" in titles


def test_a_wrong_weekday_offers_the_right_days(page: Page, course: str) -> None:
    page.goto(course + PROGRAM)
    _choose(page, "2026-12-09")
    expect(page.locator("#start-said p")).to_have_text(
        "The program starts on a Monday. Wednesday, December 9, 2026 is another day of the week. Did you mean:"
    )
    expect(page.locator("#week-1 .ps-week-dates")).to_be_empty()
    expect(page.get_by_role("link", name="Save the dates as a calendar file")).to_be_hidden()
    page.get_by_role("button", name="Monday, December 14, 2026").click()
    expect(page.locator("#week-1 .ps-week-dates")).to_have_text("Dec 14 – Dec 18")
    assert page.get_by_label("First day").input_value() == "2026-12-14"


def test_30_february_no_day_and_years_out_of_reach_are_told_in_a_sentence(page: Page, course: str) -> None:
    page.goto(course + PROGRAM)
    said = page.locator("#start-said p")
    page.get_by_role("button", name="Show the dates").click()
    expect(said).to_have_text("Choose a day first.")
    field = page.get_by_label("First day")
    field.focus()
    page.keyboard.type("02302027")
    page.keyboard.press("Enter")
    expect(said).to_have_text("This day is not in the calendar. Choose another one.")
    # Where a browser has no field for dates, it is a text field.
    field.evaluate("(field) => { field.type = 'text'; field.value = '2027-02-30'; }")
    page.get_by_role("button", name="Show the dates").click()
    expect(said).to_have_text("This day is not in the calendar. Choose another one.")
    for odd in ("<img src=x onerror=alert(1)>", "2027-2-1", "1999-01-04", "2150-01-05"):
        field.evaluate("(field, odd) => { field.value = odd; }", odd)
        page.get_by_role("button", name="Show the dates").click()
        expect(said).to_have_count(1)
        expect(page.locator("#week-1 .ps-week-dates")).to_be_empty()
    expect(said).to_have_text("Choose a year from 2001 to 2099.")


def test_clearing_takes_the_dates_away(page: Page, course: str) -> None:
    page.goto(course + PROGRAM)
    _choose(page, "2026-12-07")
    expect(page.locator("#week-1 .ps-week-dates")).not_to_be_empty()
    page.locator("footer").get_by_role("button", name="Clear my answers").click()
    page.locator("footer").get_by_role("button", name="Yes, clear it").click()
    expect(page.locator("#week-1 .ps-week-dates")).to_be_empty()
    assert page.get_by_label("First day").input_value() == ""
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0


def test_without_script_the_weeks_stand_there_and_the_command_is_named(browser: Browser, course: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 320, "height": 800})
    page = context.new_page()
    page.goto(course + PROGRAM)
    expect(page.locator("#week-2 .ps-day")).to_have_count(2)
    expect(page.locator("#start code")).to_have_text("psychoed program three-days --start YYYY-MM-DD --out dates.ics")
    expect(page.locator("#first-day")).to_be_hidden()
    expect(page.locator(".ps-date")).to_have_text([""] * 5)
    context.close()


def test_what_is_not_written_is_named_with_the_messages_to_read_out(page: Page, unwritten: str) -> None:
    page.goto(f"{unwritten}programs/three-days.html")
    expect(page.locator("#missing li")).to_have_text(["A third thing (week 1) safety"])
    hour = page.locator("#week-1 .ps-hour-individual")
    expect(hour.locator(".ps-hour-topic")).to_have_text("A third thing not written yet safety")
    expect(hour.get_by_role("link")).to_have_count(0)
    expect(page.locator("#safety .ps-safety")).to_have_count(1)
    expect(page.locator("#safety")).to_contain_text("A third thing")
    page.get_by_role("link", name="Read these out until the safety lessons are written").first.click()
    expect(page.locator("#safety")).to_be_in_viewport()


@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing_and_nothing_scrolls_sideways(width: int, page: Page, unwritten: str) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(color_scheme="dark" if width == 320 else "light", reduced_motion="reduce")
    for address in ("programs.html", "programs/three-days.html"):
        page.goto(unwritten + address)
        if "three" in address:
            _choose(page, "2026-12-08")
            assert violations(page) == []
            _choose(page, "2026-12-07")
        assert violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        small = page.evaluate(
            """() => [...document.querySelectorAll(".ps-week-jump a, #start button, #start a, .ps-downloads a")]
                .filter((target) => target.checkVisibility() && target.getBoundingClientRect().height < 43.9)
                .map((target) => target.outerHTML)"""
        )
        assert small == []
    page.set_viewport_size({"width": 360, "height": 800})
    page.evaluate("document.documentElement.style.fontSize = '250%'")
    wide = page.evaluate(
        """() => [...document.querySelectorAll(".ps *")].filter((one) => one.getBoundingClientRect().right > 361)
            .map((one) => one.outerHTML.slice(0, 120))"""
    )
    assert page.evaluate("document.documentElement.scrollWidth") <= 360, wide


def test_on_a_phone_days_stand_under_each_other_and_on_a_wide_screen_side_by_side(page: Page, course: str) -> None:
    page.goto(course + PROGRAM)

    def tops() -> set[int]:
        return {round(day.bounding_box()["y"]) for day in page.locator("#week-1 .ps-day").all()}  # type: ignore[index]

    assert len(tops()) == 3
    page.set_viewport_size({"width": 1280, "height": 800})
    assert len(tops()) == 1

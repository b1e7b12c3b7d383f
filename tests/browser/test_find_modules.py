"""Finding a module: words and choices together narrow the table down, it fits a phone and paper, and nothing is kept."""

from __future__ import annotations

import io
import re
import shutil
from collections.abc import Iterator
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pypdfium2
import pytest
from PIL import ImageChops
from playwright.sync_api import Browser, Page, expect

from generator.build import build_course
from generator.order import Order, Place
from tests.browser.conftest import RELEASE, Quiet
from tests.browser.test_pages import violations
from tests.conftest import ROOT

MANY = 500
ROWS = ".ps-find-table tbody tr"
# One keystroke: from the event to the frame that shows its outcome, in milliseconds.
KEYSTROKE = """async (typed) => {
    const field = document.getElementById("find-words");
    const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    await frame();
    const start = performance.now();
    field.value = typed;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    document.body.getBoundingClientRect();
    const worked = performance.now() - start;
    await frame();
    return [worked, performance.now() - start];
}"""

SHOWN_ON_PAPER = """() => {
    document.querySelector(".ps-find-form button").click();
    dispatchEvent(new Event("beforeprint"));
    return document.querySelectorAll(".ps-find-table tbody tr:not([hidden])").length;
}"""


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The counselors' tree of the shipped course: five modules written, the others planned."""
    folder = tmp_path_factory.mktemp("find")
    place = Place(ROOT / "modules", ROOT / "mkdocs.yml", folder / "site")
    assert build_course(place, Order(formats=("web",), trees=("counselors",))).good
    return place.site / "dev" / "en" / "counselors"


@pytest.fixture(scope="module")
def table(shipped: Path) -> Iterator[str]:
    """The address of the table over http."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(shipped)))
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/modules.html"
    server.shutdown()


@pytest.fixture
def open_page(browser: Browser) -> Iterator[Page]:
    """A page that must stay quiet."""
    context = browser.new_context(viewport={"width": 360, "height": 800})
    context.set_default_timeout(5_000)
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    yield page
    context.close()
    assert said == []


def shown(page: Page) -> list[str]:
    """The titles of the rows that can be seen, in their order."""
    return [title.strip() for title in page.locator(f"{ROWS}:visible th").all_inner_texts()]


def count(page: Page) -> str:
    return page.locator(".ps-find-count strong").inner_text()


def choose(page: Page, name: str, label: str) -> None:
    if not page.locator(".ps-find-more").evaluate("(more) => more.open"):
        page.locator(".ps-find-more summary").click()
    page.get_by_label(name, exact=True).select_option(label=label)


def test_words_are_found_in_title_need_and_objective_in_any_case_and_form(open_page: Page, table: str) -> None:
    open_page.goto(table)
    field = open_page.get_by_label("Words to look for")
    for typed, wanted in (
        ("STRESS", "Handling stress"),
        ("arguments", "Talking and listening as a family"),
        ("own craving cards", "Coping with cravings and urges"),
        ("sleepin", "Handling stress"),
    ):
        field.fill(typed)
        assert wanted in shown(open_page), typed
        assert len(shown(open_page)) < 5, typed
    # The track's name is no part of what the words are looked for in.
    field.fill("zzz")
    assert shown(open_page) == []
    assert count(open_page) == "No lesson fits all of this. Take one choice away, or try another word."


def test_choices_and_words_hold_together_and_one_press_takes_all_back(open_page: Page, table: str) -> None:
    open_page.goto(table)
    everything = shown(open_page)
    assert len(everything) == 43 and count(open_page) == "All 43 lessons (38 not written yet)."
    choose(open_page, "Pathway", "The first weeks")
    assert len(shown(open_page)) == 12 and count(open_page) == "12 of 43 lessons (9 not written yet)."
    choose(open_page, "Safety message", "Fear or harm at home")
    assert shown(open_page) == ["Handling stress"] and count(open_page) == "1 of 43 lessons."
    open_page.get_by_label("Words to look for").fill("money")
    assert shown(open_page) == []
    open_page.get_by_role("button", name="Show all again").click()
    assert shown(open_page) == everything
    expect(open_page.get_by_label("Words to look for")).to_be_focused()
    assert [field.input_value() for field in open_page.locator(".ps-find-form select").all()] == [""] * 6


def test_what_is_not_written_can_be_hidden_and_never_fits_what_only_written_ones_have(
    open_page: Page, table: str
) -> None:
    open_page.goto(table)
    hide = open_page.get_by_label("Hide lessons that are not written yet")
    hide.check()
    assert len(shown(open_page)) == 5 and count(open_page) == "5 of 43 lessons."
    hide.uncheck()
    for name, label, wanted in (
        ("Lesson length", "Up to 20 minutes", None),
        ("Track", "Family and the people close to you", ["Talking and listening as a family"]),
        ("Review", "Draft", None),
    ):
        choose(open_page, name, label)
        found = shown(open_page)
        assert 0 < len(found) <= 5 and (wanted is None or found == wanted), name
        open_page.get_by_label(name, exact=True).select_option("")


def test_the_order_can_be_chosen_and_what_is_not_written_stays_at_the_end(open_page: Page, table: str) -> None:
    open_page.goto(table)
    usual = shown(open_page)
    choose(open_page, "Order", "By title, from A to Z")
    by_title = shown(open_page)
    assert by_title[:5] == sorted(usual[:5]) and by_title[5:] == sorted(usual[5:], key=str.casefold)
    choose(open_page, "Order", "As in the course")
    assert shown(open_page) == usual


def test_the_count_is_said_once_when_the_typing_rests(open_page: Page, table: str) -> None:
    open_page.goto(table)
    open_page.evaluate(
        """() => { window.heard = []; new MutationObserver(() => { const voice = document.querySelector("p.ps-unseen[role=status]");
            if (voice && voice.textContent !== window.heard.at(-1)) window.heard.push(voice.textContent); })
            .observe(document.body, { subtree: true, childList: true, characterData: true }); }"""
    )
    open_page.get_by_label("Words to look for").press_sequentially("anger", delay=30)
    open_page.wait_for_timeout(1_200)
    assert open_page.evaluate("window.heard") == ["1 of 43 lessons."]


def test_nothing_of_it_is_kept_and_the_address_stays(open_page: Page, table: str) -> None:
    open_page.goto(table)
    open_page.get_by_label("Words to look for").fill("stress")
    choose(open_page, "Review", "Draft")
    assert open_page.url == table
    assert open_page.evaluate("[localStorage.length, sessionStorage.length, document.cookie, history.length]") == [
        0,
        0,
        "",
        2,
    ]
    open_page.evaluate("psychoed.wipe()")
    expect(open_page.locator(f"{ROWS}:visible")).to_have_count(43)
    open_page.get_by_label("Words to look for").fill("stress")
    open_page.reload()
    assert open_page.get_by_label("Words to look for").input_value() == "" and len(shown(open_page)) == 43


def test_it_works_from_a_folder(open_page: Page, shipped: Path) -> None:
    open_page.goto((shipped / "modules.html").as_uri())
    open_page.get_by_label("Words to look for").fill("anger")
    assert shown(open_page) == ["Managing anger"]
    open_page.get_by_role("link", name=re.compile("^Sheets ?: Managing anger$")).click()
    expect(open_page).to_have_url(re.compile(r"/anger-management/index\.html#print$"))


def test_without_script_the_whole_table_stands_there(browser: Browser, table: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 320, "height": 800})
    page = context.new_page()
    page.goto(table)
    assert len(shown(page)) == 43 and count(page) == "All 43 lessons (38 not written yet)."
    expect(page.locator(".ps-find-form")).to_be_hidden()
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    context.close()


@pytest.mark.parametrize("width", [320, 360, 768, 1280, 1920])
def test_it_fits_every_width_also_with_twice_the_text(open_page: Page, table: str, width: int) -> None:
    open_page.set_viewport_size({"width": width, "height": 900})
    open_page.goto(table)
    for size in ("100", "200"):
        open_page.evaluate("(size) => document.documentElement.dataset.size = size", size)
        assert open_page.evaluate("document.documentElement.scrollWidth") <= width, size
        # No word runs over the edge of its cell.
        wide = (
            "(cells) => cells.filter((cell) => cell.scrollWidth > cell.clientWidth + 1).map((cell) => cell.textContent)"
        )
        assert open_page.locator(f"{ROWS} > *").evaluate_all(wide) == [], size
    is_table = open_page.locator(".ps-find-table thead").evaluate("(head) => head.getBoundingClientRect().width > 100")
    open_page.evaluate("() => delete document.documentElement.dataset.size")
    is_table_at_usual = open_page.locator(".ps-find-table thead").evaluate(
        "(head) => head.getBoundingClientRect().width > 100"
    )
    assert (is_table, is_table_at_usual) == (width == 1920 and is_table, width >= 1280)


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_and_targets_are_large(open_page: Page, table: str, width: int, scheme: str) -> None:
    open_page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    open_page.set_viewport_size({"width": width, "height": 900})
    open_page.goto(table)
    open_page.locator(".ps-find-more").evaluate("(more) => more.open = true")
    assert violations(open_page) == []
    small = """(targets) => targets.filter((target) => target.checkVisibility() && target.getBoundingClientRect().height < 43.9)
        .map((target) => target.outerHTML)"""
    assert (
        open_page.locator(
            ".ps-find-form :is(input[type=text], select, button, summary), .ps-find-open a, .ps-find-file a"
        ).evaluate_all(small)
        == []
    )


def test_on_paper_it_lies_on_its_side_says_what_was_chosen_and_loses_no_word(open_page: Page, table: str) -> None:
    open_page.goto(table)
    choose(open_page, "Pathway", "The first weeks")
    pdf = pypdfium2.PdfDocument(io.BytesIO(open_page.pdf(prefer_css_page_size=True)))
    assert all(page.get_width() > page.get_height() for page in pdf) and len(pdf) <= 4
    text = " ".join(page.get_textpage().get_text_range() for page in pdf)
    said = re.sub(r"\W+", "", text)
    assert "Pathway: The first weeks" in " ".join(text.split()) and "Words to look for" not in text
    for title in shown(open_page):
        assert re.sub(r"\W+", "", title) in said, title
    assert "Managing anger" not in text
    for page in pdf:
        # The printed area, in points: white paper on both sides.
        ink = ImageChops.invert(page.render().to_pil().convert("L")).getbbox()
        assert ink and ink[0] > 20 and ink[2] < page.get_width() - 20


def test_five_hundred_modules_narrow_down_without_lag(open_page: Page, shipped: Path, tmp_path: Path) -> None:
    folder = tmp_path / "many"
    shutil.copytree(shipped, folder)
    page = folder / "modules.html"
    head, body, foot = re.split(r"(?<=<tbody>)|(?=</tbody>)", page.read_text(encoding="utf-8"))
    rows = re.findall(r"<tr data-ways.*?</tr>", body, re.S)
    assert len(rows) == 5
    made = (rows[number % 5].replace('<th scope="row">', f'<th scope="row">Number{number} ') for number in range(MANY))
    page.write_text(head + "\n".join(made) + foot, encoding="utf-8")
    open_page.set_viewport_size({"width": 1280, "height": 900})
    open_page.goto(page.as_uri())
    assert open_page.locator(ROWS).count() == MANY
    taken = [
        open_page.evaluate(KEYSTROKE, typed)
        for typed in ("s", "st", "str", "stre", "str", "st", "s", "", "n", "number499")
    ]
    assert shown(open_page) == ["Number499 Talking and listening as a family"]
    # Measured: 5 to 60 ms of work a keystroke. Several times as much on a busy machine still goes with the typing.
    assert sorted(worked for worked, _ in taken)[len(taken) // 2] < 250, taken
    field = open_page.get_by_label("Words to look for")
    field.fill("")
    expect(open_page.locator(f"{ROWS}:visible")).to_have_count(MANY)
    field.fill("number499")
    # Who prints at once gets all of it, too.
    assert open_page.evaluate(SHOWN_ON_PAPER) == MANY


def test_a_version_without_the_page_opens_at_the_counselors_home(open_page: Page, course: str, origin: str) -> None:
    missing = f"{origin}/{RELEASE}/en/counselors/modules.html"
    # The answer of a server that has no such page, without the note that the browser writes for one.
    open_page.add_init_script(
        f"const asked = fetch; window.fetch = (address, how) =>"
        f" String(address) === {missing!r} ? Promise.resolve(new Response('', {{ status: 404 }})) : asked(address, how);"
    )
    open_page.goto(course + "counselors/modules.html")
    open_page.get_by_role("button", name="Other versions of this page").click()
    open_page.get_by_role("link", name=f"{RELEASE} (latest)").click()
    expect(open_page).to_have_url(f"{origin}/{RELEASE}/en/counselors/index.html")

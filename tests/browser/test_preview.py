"""The live preview: a save is seen on the page and on paper, a mistake is shown and nothing dies."""

from __future__ import annotations

import re
import shutil
import time
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader

from generator.order import Order, Place
from generator.serve.run import Wanted, previewing
from generator.serve.server import Preview
from tests.conftest import COURSES, ROOT

PATIENCE = 20_000
"""Milliseconds; the machine of the tests may be busy."""
SEEN = 10.0
"""Seconds within which a save has to be seen there; the aim is 2, and what it takes is printed."""
LESSON = "/dev/en/one-thing/index.html"
HANDOUT = "/dev/en/one-thing/print/01-handout-letter.pdf"
TITLE = "One thing"


@dataclass(frozen=True)
class Desk:
    """A course that somebody writes, and its preview."""

    place: Place
    server: Preview

    @property
    def module(self) -> Path:
        return self.place.course / "en" / "one-thing.yml"

    def address(self, path: str) -> str:
        return f"http://127.0.0.1:{self.server.port}{path}"

    def edit(self, old: str, new: str) -> float:
        """Save the module with other words; when that was."""
        text = self.module.read_text("utf-8")
        assert old in text
        self.module.write_text(text.replace(old, new), "utf-8")
        return time.monotonic()


def a_course(folder: Path) -> Place:
    shutil.copytree(COURSES / "tiny", folder / "tiny")
    shutil.copy(ROOT / "mkdocs.yml", folder / "mkdocs.yml")
    return Place(folder / "tiny", folder / "mkdocs.yml", folder / "site")


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    place = a_course(tmp_path_factory.mktemp("preview"))
    with previewing(place, Order(jobs=1), Wanted(port=18100), lambda outcome: None) as server:
        yield Desk(place, server)


@pytest.fixture
def open_page(browser: Browser, desk: Desk) -> Iterator[Page]:
    """The lesson in the preview; afterwards the course is as it was."""
    files = (*desk.place.course.rglob("*.*"), desk.place.config_file)
    before = {path: path.read_bytes() for path in files}
    context = browser.new_context(viewport={"width": 1000, "height": 700})
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    page.goto(desk.address(LESSON))
    expect(page.locator("h1")).to_have_text(TITLE, timeout=PATIENCE)
    yield page
    context.close()
    number = desk.server.state.shown.number
    changed = [path for path in before if not path.exists() or path.read_bytes() != before[path]]
    for path in changed:
        path.write_bytes(before[path])
    if changed:
        desk.server.state.newer_than(number, 20)


def test_a_save_is_seen_on_the_page_and_the_place_is_kept(open_page: Page, desk: Desk) -> None:
    open_page.evaluate("window.scrollTo(0, 400)")
    saved = desk.edit(f"title: {TITLE}\n", "title: One small thing\n")
    expect(open_page.locator("h1")).to_have_text("One small thing", timeout=PATIENCE)
    took = time.monotonic() - saved
    print(f"\nsave to page: {took:.2f} s")
    assert took < SEEN
    open_page.wait_for_function("window.scrollY === 400")


def test_a_save_is_seen_on_paper_and_in_the_pdf(open_page: Page, desk: Desk) -> None:
    open_page.locator("a[href$='01-handout-letter.pdf']").first.evaluate("link => link.click()")
    open_page.wait_for_url("**/.preview/paper?*")
    paper = open_page.locator(".psp-paper[data-key]")
    paper.wait_for()
    before, pages = paper.get_attribute("data-key"), open_page.locator(".psp-pages img").count()
    assert pages >= 1
    saved = desk.edit(f"title: {TITLE}\n", "title: One paper thing\n")
    open_page.wait_for_function(f"document.querySelector('.psp-paper').dataset.key !== '{before}'")
    took = time.monotonic() - saved
    print(f"\nsave to paper: {took:.2f} s")
    assert took < SEEN
    pdf = PdfReader(BytesIO(open_page.request.get(desk.address(HANDOUT)).body()))
    assert "One paper thing" in pdf.pages[0].extract_text()
    drawn = open_page.evaluate("[...document.images].map(image => image.naturalWidth > 100)")
    assert drawn == [True] * len(pdf.pages)


def test_a_mistake_is_listed_beside_the_last_good_page_and_goes_away_when_mended(open_page: Page, desk: Desk) -> None:
    desk.edit(f"title: {TITLE}\n", f"titel: {TITLE}\n")
    panel = open_page.locator(".psp-bad")
    expect(panel.get_by_role("alert")).to_contain_text("You see the last good pages", timeout=PATIENCE)
    expect(panel).to_contain_text(re.compile(r"tiny/en/one-thing\.yml:\d+:1"))
    expect(panel).to_contain_text("Unknown key 'titel'; did you mean 'title'?")
    expect(panel).to_contain_text("What to do:")
    expect(panel).to_contain_text("psychoed explain key-is-known")
    expect(open_page.locator("h1")).to_have_text(TITLE)
    desk.edit(f"titel: {TITLE}\n", f"title: {TITLE}\n")
    expect(panel).to_have_count(0, timeout=PATIENCE)


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("tiny/course.yml", b"id: [", "tiny/course.yml:2:1"),
        ("tiny/en/one-thing.yml", b"\xff\xfe", "is not UTF-8"),
        ("mkdocs.yml", b"theme: [", "mkdocs.yml:2:1: error"),
        ("mkdocs.yml", b"site_name: x\nhooks: [x.py]\n", "'hooks' cannot be used here"),
    ],
)
def test_whatever_breaks_is_named_and_the_page_stays(
    open_page: Page, desk: Desk, name: str, content: bytes, said: str
) -> None:
    path = desk.place.course.parent / name
    good = path.read_bytes()
    path.write_bytes(content)
    panel = open_page.locator(".psp-panel.psp-bad")
    expect(panel).to_contain_text(said, timeout=PATIENCE)
    expect(open_page.locator("h1")).to_have_text(TITLE)
    path.write_bytes(good)
    expect(panel).to_have_count(0, timeout=PATIENCE)


def test_a_module_that_is_taken_out_leaves_a_page_that_says_so(open_page: Page, desk: Desk) -> None:
    course = desk.place.course / "course.yml"
    open_page.goto(desk.address("/dev/en/another-thing/index.html"))
    course.write_text(course.read_text("utf-8").replace("another-thing", "one-thing", 1), "utf-8")
    expect(open_page.locator(".psp-panel.psp-bad")).to_be_visible(timeout=PATIENCE)


def test_the_program_s_own_fault_is_named_as_such_and_the_server_goes_on(
    browser: Browser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = a_course(tmp_path)
    monkeypatch.setattr("generator.serve.run.build_web", fails_until_there_is_a_file)
    with previewing(place, Order(jobs=1), Wanted(port=18200), lambda outcome: None) as server:
        page = browser.new_page()
        page.goto(f"http://127.0.0.1:{server.port}/")
        panel = page.locator(".psp-panel.psp-bad")
        expect(panel).to_contain_text("a fault of the program, not of your text", timeout=PATIENCE)
        expect(panel).to_contain_text("ZeroDivisionError")
        (place.course / "mended.txt").write_text("now")
        expect(page.locator("h1")).to_have_text("Tiny", timeout=PATIENCE)
        page.close()
    assert not place.site.exists()


def fails_until_there_is_a_file(place: Place, order: Order) -> object:
    from generator.serve import work

    if (place.course / "mended.txt").exists():
        return work.build_web(place, order)
    return work._guarded(lambda: 1 // 0)  # type: ignore[arg-type,return-value]


def test_a_course_that_was_never_good_shows_its_problems_and_then_itself(browser: Browser, tmp_path: Path) -> None:
    place = a_course(tmp_path)
    module = place.course / "en" / "one-thing.yml"
    text = module.read_text("utf-8")
    module.write_text(text.replace("minutes: ", "minuts: ", 1), "utf-8")
    with previewing(place, Order(jobs=1), Wanted(port=18300), lambda outcome: None) as server:
        page = browser.new_page()
        page.goto(f"http://127.0.0.1:{server.port}{LESSON}")
        expect(page.locator("h1")).to_have_text("The course cannot be shown yet", timeout=PATIENCE)
        expect(page.locator(".psp-panel")).to_contain_text("Unknown key 'minuts'")
        module.write_text(text, "utf-8")
        expect(page.locator("h1")).to_have_text(TITLE, timeout=PATIENCE)
        page.close()


def test_no_page_of_the_preview_complains_of_its_policy(open_page: Page, desk: Desk) -> None:
    said: list[str] = []
    open_page.on("console", lambda message: said.append(message.text))
    alone = sorted((desk.place.kept / "preview/web/dev/en").rglob("file/*.html"))[0]
    for address in (
        LESSON,
        "/dev/en/counselors/index.html",
        f"/dev/en/{alone.relative_to(alone.parents[2]).as_posix()}",
    ):
        open_page.goto(desk.address(address))
        open_page.wait_for_function("document.querySelector('script[data-page]')")
        open_page.wait_for_timeout(300)
    assert said == []
    assert not desk.place.site.exists()
    assert not any(b".preview" in path.read_bytes() for path in (desk.place.kept / "preview/web/dev").rglob("*.html"))

"""Reading without a network: nothing before somebody asks, all of it or nothing, never two versions mixed, gone when it is removed."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable, Iterator
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from generator.render.offline import LIST, Listed, digest_of, offline_list
from tests.browser.conftest import RELEASE, Quiet
from tests.browser.planning import ONE, OTHER, code, done, link, tick, titles, type_code
from tests.browser.test_pages import violations

SHEET = "one-thing/print/01-handout-letter.pdf"
LESSON, WORKSHEET = "one-thing/index.html", "one-thing/every-field.html"
KEPT = """async () => [...new Set((await Promise.all((await caches.keys()).map(async (name) =>
    (await (await caches.open(name)).keys()).map(({ url }) => url)))).flat())]"""
NAMES = "() => caches.keys()"
OPEN = "(address) => fetch(address).then((answer) => answer.text())"
FULL = """{ const put = Cache.prototype.put; Cache.prototype.put = function (key, answer) {
    return key.endsWith("help.html") ? Promise.reject(new DOMException("full", "QuotaExceededError")) : put.call(this, key, answer); }; }"""
WORKERS = "async () => (await navigator.serviceWorker.getRegistrations()).map(({ scope }) => scope)"


class Host:
    """A web server that can lose its network, lose files, and publish anew."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.tree = folder / "dev" / "en"
        self.asked: list[str] = []
        self.missing: set[str] = set()
        self.before: Callable[[str], None] = lambda path: None
        self.server: ThreadingHTTPServer | None = None
        self.port = 0
        self.news = time.time()

    def start(self) -> None:
        host = self

        class Handler(Quiet):
            def send_head(self) -> object:  # type: ignore[override]
                host.asked.append(self.path.removeprefix("/dev/en/"))
                host.before(self.path)
                if any(self.path.endswith(name) for name in host.missing):
                    return self.send_error(404)
                return super().send_head()

        self.server = ThreadingHTTPServer(("127.0.0.1", self.port), partial(Handler, directory=str(self.folder)))
        self.port = self.server.server_port
        Thread(target=self.server.serve_forever, args=(0.02,), daemon=True).start()

    def stop(self) -> None:
        if self.server:
            self.server.shutdown()
            self.server.server_close()
        self.server = None

    def publish(self, address: str, old: str, new: str, version: str = "dev") -> None:
        """Put other words into a page, and list everything anew as a build does."""
        page = self.folder / version / "en" / address
        text = page.read_text(encoding="utf-8")
        assert old in text
        page.write_text(text.replace(old, new), encoding="utf-8")
        self.relist(version)

    def relist(self, version: str = "dev") -> None:
        tree = self.folder / version / "en"
        ours = [path for path in tree.rglob("*") if path.suffix in (".html", ".js", ".css", ".svg", ".pdf")]
        listed = [
            Listed(path.relative_to(tree).as_posix(), digest_of(path.read_bytes()), path.stat().st_size)
            for path in ours
            if path.name != "worker.js" and "counselors" not in path.parts and "file" not in path.parts
        ]
        sheets = [file for file in listed if file.path.endswith(".pdf")]
        (tree / LIST).write_bytes(offline_list((file for file in listed if file not in sheets), sheets))
        # A server tells times in whole seconds: what is published anew is newer by some.
        self.news += 10
        for path in (*ours, tree / LIST):
            os.utime(path, (self.news, self.news))

    @property
    def home(self) -> str:
        return f"http://127.0.0.1:{self.port}/dev/en/"


@pytest.fixture
def host(site: Path, tmp_path: Path) -> Iterator[Host]:
    """The tiny course on a server of its own, with one sheet that stands for all."""
    shutil.copytree(site, tmp_path / "site")
    made = Host(tmp_path / "site")
    (made.tree / SHEET).parent.mkdir(exist_ok=True)
    (made.tree / SHEET).write_bytes(b"%PDF-1.4 a sheet")
    made.relist()
    made.start()
    yield made
    made.stop()


@pytest.fixture
def phone(context: BrowserContext, host: Host) -> Iterator[Page]:
    """A page; it must not have failed, nor asked another host."""
    wrong: list[str] = []
    context.on("request", lambda asked: None if asked.url.startswith(host.home[:-7]) else wrong.append(asked.url))
    page = context.new_page()
    page.on("pageerror", lambda error: wrong.append(str(error)))
    yield page
    assert [one for one in wrong if not one.startswith("file:")] == []


def opened(page: Page, host: Host, version: str = "dev") -> Locator:
    page.goto(host.home.replace("/dev/", f"/{version}/") + "about.html")
    page.get_by_role("button", name="Keep this course on this device").click()
    return page.get_by_role("dialog", name="Keep this course on this device")


def keep(page: Page, host: Host, version: str = "dev") -> Locator:
    dialog = opened(page, host, version)
    dialog.get_by_role("button", name="Keep it (").click()
    expect(dialog.get_by_role("status")).to_have_text("Done. You can now read this course without a network.")
    return dialog


def looks_again(page: Page) -> None:
    """As if an hour had gone by."""
    page.evaluate(
        "Object.keys(sessionStorage).forEach((key) => key.endsWith('quiet') && sessionStorage.removeItem(key))"
    )


def search(page: Page, typed: str) -> None:
    page.evaluate("scrollTo(0, 0)")
    page.get_by_role("button", name="Search").click()
    page.get_by_role("dialog").get_by_role("textbox").press_sequentially(typed)


def nothing_is_kept(page: Page) -> None:
    assert page.evaluate(NAMES) == []
    assert page.evaluate(WORKERS) == []


def test_a_plan_is_opened_and_shown_without_a_network(phone: Page, host: Host) -> None:
    keep(phone, host)
    host.stop()
    # By the link that somebody sent, and typed from a slip on the page that the front page leads to.
    phone.goto(link(host.home, OTHER, ONE))
    assert titles(phone) == ["Another thing", "One thing"]
    phone.goto(host.home)
    type_code(phone, code(ONE, OTHER))
    assert titles(phone) == ["One thing", "Another thing"]
    tick(phone, "One thing", "I practiced it")
    phone.get_by_role("checkbox", name="Keep my plan and my ticks on this device").click()
    phone.get_by_role("button", name="Yes, keep them").click()
    phone.get_by_role("button", name="Show what I did").click()
    phone.locator(".ps-done .ps-qr").wait_for()
    assert phone.locator(".ps-done .ps-code").inner_text() == done((ONE, False, True), (OTHER, False, False))
    phone.get_by_role("link", name="One thing").click()
    phone.wait_for_url("**/one-thing/index.html")
    phone.goto(host.home + "plan.html")
    expect(phone.get_by_text("This is the plan that you kept on this device.")).to_be_visible()
    # A wipe takes the course, too: then the page is gone with the network.
    phone.evaluate("psychoed.wipe()")
    nothing_is_kept(phone)
    assert phone.evaluate("Object.keys(localStorage)") == []


def test_nothing_is_kept_before_somebody_asks(phone: Page, host: Host) -> None:
    for address in ("index.html", LESSON, WORKSHEET, "help.html", "counselors/index.html"):
        phone.goto(host.home + address)
    dialog = opened(phone, host)
    expect(dialog).to_contain_text("Anyone who uses this device can see that the course is here")
    expect(dialog).to_contain_text("It takes about 0.")
    phone.keyboard.press("Escape")
    expect(phone.get_by_role("button", name="Keep this course on this device")).to_be_focused()
    phone.goto(host.home + LESSON)
    nothing_is_kept(phone)
    assert "worker.js" not in host.asked and not any("offline" in asked for asked in host.asked[:15])


def test_what_is_kept_works_without_a_network(phone: Page, host: Host) -> None:
    keep(phone, host)
    host.stop()
    phone.goto(host.home)
    expect(phone.get_by_role("heading", level=1)).to_be_visible()
    phone.goto(host.home + LESSON)
    question = phone.locator(".ps-question").first
    question.locator("input").first.check()
    question.get_by_role("button", name="Check my answer").click()
    expect(question.locator("[role=status]")).not_to_be_empty()
    search(phone, "window")
    expect(phone.get_by_role("dialog").locator("li a").first).to_be_visible()
    phone.goto(host.home + WORKSHEET)
    phone.get_by_role("button", name="Clear this page").click()
    expect(phone.get_by_role("button", name="Yes, clear it").first).to_be_visible()
    phone.reload()
    expect(phone.get_by_role("heading", level=1)).to_be_visible()


def test_what_is_not_kept_is_told_from_the_home_page(phone: Page, host: Host) -> None:
    keep(phone, host)
    host.stop()
    phone.goto(host.home + "one-thing/not-there.html")
    expect(phone.locator(".ps-offline-note")).to_contain_text("The page you asked for is not on this device")
    assert phone.url == host.home + "index.html#not-kept"
    phone.get_by_role("link", name="Get help now").first.click()
    expect(phone.get_by_role("heading", level=1)).to_have_text("Get help now")


def test_pages_of_counselors_and_pages_from_the_network_are_left_alone(phone: Page, host: Host) -> None:
    keep(phone, host)
    phone.goto(host.home + "counselors/one-thing/index.html")
    phone.wait_for_load_state("networkidle")
    expect(phone.locator(".ps-offline-note")).to_have_count(0)
    key = "counselors/one-thing/print/01-guide-letter.pdf"
    (host.tree / key).parent.mkdir(exist_ok=True)
    (host.tree / key).write_bytes(b"%PDF-1.4 answers")
    phone.evaluate(OPEN, host.home + key)
    shutil.copy(host.tree / LESSON, host.tree / "one-thing" / "new.html")
    host.asked.clear()
    phone.goto(host.home + "one-thing/new.html")
    # A newer page with older scripts would be neither.
    assert {"one-thing/new.html", "assets/frame.js", "assets/quiz.js"} <= set(host.asked)
    kept = phone.evaluate(KEPT)
    assert len(kept) > 20 and not any("counselors" in url or "new.html" in url for url in kept)


def test_sheets_are_kept_when_they_are_opened_and_all_by_one_button(phone: Page, host: Host) -> None:
    (host.tree / SHEET.replace("handout", "poster")).write_bytes(b"%PDF-1.4 another")
    host.relist()
    keep(phone, host)
    phone.goto(host.home + LESSON)
    assert host.home + SHEET not in phone.evaluate(KEPT)
    phone.evaluate(OPEN, host.home + SHEET)
    phone.wait_for_function("async (address) => caches.match(address)", arg=host.home + SHEET)
    dialog = opened(phone, host)
    dialog.get_by_role("button", name="Also keep the sheets to print (0.1 MB)").click()
    expect(dialog.get_by_role("status")).to_have_text("The sheets to print are on this device now, too.")
    expect(dialog.get_by_role("button", name="Also keep")).to_have_count(0)
    assert host.home + SHEET.replace("handout", "poster") in phone.evaluate(KEPT)


def test_a_newer_version_is_announced_and_only_who_says_yes_gets_it(phone: Page, host: Host) -> None:
    keep(phone, host)
    (host.tree / SHEET).write_bytes(b"%PDF-1.4 a newer sheet")
    host.publish(LESSON, "One thing", "Another title")
    phone.goto(host.home + "index.html")
    note = phone.locator(".ps-offline-note")
    expect(note).to_contain_text("A newer version of this course is here.")
    note.get_by_role("button", name="Not now").click()
    expect(note).to_have_count(0)
    host.asked.clear()
    phone.goto(host.home + LESSON)
    expect(phone.get_by_role("heading", level=1)).to_have_text("One thing")
    phone.wait_for_load_state("networkidle")
    expect(note).to_have_count(0)
    assert host.asked == []
    looks_again(phone)
    phone.reload()
    with phone.expect_navigation():
        note.get_by_role("button", name="Get it (0.1 MB)").click()
    expect(phone.get_by_role("heading", level=1)).to_have_text("Another title")
    assert len(phone.evaluate(NAMES)) == 1
    # Only what changed was sent again.
    assert sorted(set(host.asked)) == sorted([LESSON, LIST])
    host.stop()
    phone.reload()
    expect(phone.get_by_role("heading", level=1)).to_have_text("Another title")


def test_words_on_the_page_and_other_windows_wait_for_the_reader(
    phone: Page, host: Host, context: BrowserContext
) -> None:
    keep(phone, host)
    host.publish(LESSON, "One thing", "Another title")
    looks_again(phone)
    phone.goto(host.home + WORKSHEET)
    other = context.new_page()
    other.goto(host.home + LESSON)
    phone.locator("#fields textarea").first.fill("My words")
    phone.get_by_role("button", name="Get it").click()
    note = phone.locator(".ps-offline-note")
    expect(note).to_contain_text("What you wrote on this page and did not keep is then gone.")
    note.get_by_role("button", name="Show it now").click()
    expect(note).to_contain_text("Other windows still show the older version.")
    assert phone.locator("#fields textarea").first.input_value() == "My words"
    other.reload()
    expect(other.get_by_role("heading", level=1)).to_have_text("One thing")
    other.close()
    # It is all there already.
    host.stop()
    with phone.expect_navigation():
        note.get_by_role("button", name="Show it now").click()
    phone.goto(host.home + LESSON)
    expect(phone.get_by_role("heading", level=1)).to_have_text("Another title")


@pytest.mark.parametrize("fault", ["missing", "mixed", "lost", "full"])
def test_a_failure_is_told_and_leaves_nothing_half(
    fault: str, phone: Page, host: Host, context: BrowserContext
) -> None:
    said = break_it(fault, host, context)
    dialog = opened(phone, host)
    dialog.get_by_role("button", name="Keep it (").click()
    expect(dialog.get_by_role("status")).to_contain_text(said)
    expect(dialog.get_by_role("status")).to_contain_text("Nothing was kept.")
    nothing_is_kept(phone)


@pytest.mark.parametrize("fault", ["mixed", "lost"])
def test_a_failed_renewal_leaves_the_old_version_whole(
    fault: str, phone: Page, host: Host, context: BrowserContext
) -> None:
    keep(phone, host)
    before = sorted(phone.evaluate(KEPT))
    host.publish(LESSON, "One thing", "Another title")
    host.publish("help.html", "Get help now", "Get help today")
    said = break_it(fault, host, context)
    phone.goto(host.home + LESSON)
    phone.get_by_role("button", name="Get it").click()
    note = phone.locator(".ps-offline-note")
    expect(note).to_contain_text(f"{said} What was here before is still here")
    assert sorted(phone.evaluate(KEPT)) == before
    expect(phone.get_by_role("heading", level=1)).to_have_text("One thing")


def break_it(fault: str, host: Host, context: BrowserContext) -> str:
    """Prepare a failure; return what is to be said of it."""

    def lose(path: str) -> None:
        if path.endswith("/dev/en/help.html"):
            raise ConnectionAbortedError

    match fault:
        case "missing":
            host.missing.add("/dev/en/help.html")
            return "A part of the course could not be found."
        case "mixed":
            help_page = host.tree / "help.html"
            help_page.write_text(help_page.read_text(encoding="utf-8") + "<!-- newer -->", encoding="utf-8")
            host.news += 10
            os.utime(help_page, (host.news, host.news))
            return (
                "The pages that came are not all of one version. "
                "Maybe the course is being renewed right now. Try again in ten minutes."
            )
        case "lost":
            host.before = lose
            return "There is no network right now, or it was lost."
        case _:
            context.add_init_script(FULL)
            return "There is not enough room on this device."


def test_clearing_everything_removes_it_and_it_stays_removed(phone: Page, host: Host) -> None:
    keep(phone, host)
    phone.goto(host.home + LESSON)
    # A sheet is on its way while everything is cleared.
    host.before = lambda path: time.sleep(0.6 if path.endswith(".pdf") else 0)
    phone.evaluate("(address) => { window.late = fetch(address).then((answer) => answer.text()); }", host.home + SHEET)
    clear = phone.locator("[data-clear]")
    clear.get_by_role("button", name="Clear my answers").click()
    clear.get_by_role("button", name="Yes, clear it").click()
    expect(phone.get_by_text("Cleared. What you wrote is gone").first).to_be_visible()
    nothing_is_kept(phone)
    # The worker still answers this page until it is left: it must not put anything back.
    phone.evaluate("late")
    phone.evaluate(OPEN, host.home + SHEET)
    search(phone, "thing")
    phone.wait_for_load_state("networkidle")
    nothing_is_kept(phone)
    for _ in range(2):
        phone.reload()
        nothing_is_kept(phone)
    assert phone.evaluate("navigator.serviceWorker.controller") is None
    host.stop()
    with pytest.raises(Exception, match="ERR_CONNECTION_REFUSED"):
        phone.goto(host.home + LESSON)


def test_clearing_while_it_is_being_kept_leaves_nothing(phone: Page, host: Host) -> None:
    host.before = lambda path: time.sleep(0.15)
    dialog = opened(phone, host)
    dialog.get_by_role("button", name="Keep it (").click()
    expect(dialog.locator("progress")).to_be_visible()
    phone.wait_for_function("async () => (await caches.keys()).length")
    phone.evaluate("psychoed.wipe()")
    nothing_is_kept(phone)
    host.before = lambda path: None
    phone.wait_for_timeout(600)
    nothing_is_kept(phone)
    phone.reload()
    nothing_is_kept(phone)


def test_stop_and_a_closed_window_leave_nothing(phone: Page, host: Host) -> None:
    host.before = lambda path: time.sleep(0.15)
    dialog = opened(phone, host)
    dialog.get_by_role("button", name="Keep it (").click()
    phone.keyboard.press("Escape")
    phone.get_by_role("button", name="Keep this course on this device").click()
    dialog.get_by_role("button", name="Stop").click()
    expect(dialog.get_by_role("status")).to_have_text("Stopped. Nothing was kept.")
    nothing_is_kept(phone)
    dialog.get_by_role("button", name="Keep it (").click()
    phone.wait_for_function("async () => (await caches.keys()).length")
    phone.goto(host.home + "index.html")
    host.before = lambda path: None
    opened(phone, host).get_by_role("button", name="Keep it (").wait_for()
    nothing_is_kept(phone)


def test_removing_takes_every_version_of_this_course(phone: Page, host: Host) -> None:
    host.relist(RELEASE)
    keep(phone, host)
    dialog = keep(phone, host, RELEASE)
    phone.evaluate("caches.open('another-course:pages:/x/en/:1')")
    assert len(phone.evaluate(NAMES)) == 3 and len(phone.evaluate(WORKERS)) == 2
    dialog.get_by_role("button", name="Remove it from this device").click()
    expect(dialog.get_by_role("status")).to_contain_text("The course is removed from this device.")
    assert phone.evaluate(NAMES) == ["another-course:pages:/x/en/:1"] and phone.evaluate(WORKERS) == []
    expect(dialog.get_by_role("button", name="Keep it (")).to_be_focused()
    phone.keyboard.press("Enter")
    expect(dialog.get_by_role("status")).to_contain_text("Done.")
    host.stop()
    phone.goto(host.home.replace("/dev/", f"/{RELEASE}/") + LESSON)
    expect(phone.get_by_role("heading", level=1)).to_be_visible()


def test_where_nothing_can_be_kept_it_is_said_and_in_a_folder_it_is_not_offered(phone: Page, host: Host) -> None:
    phone.add_init_script("Object.defineProperty(window, 'isSecureContext', { value: false })")
    dialog = opened(phone, host)
    expect(dialog).to_contain_text("This page did not come over a safe connection")
    expect(dialog).to_contain_text("each lesson can be saved as one file")
    phone.goto((host.tree / "about.html").as_uri())
    expect(phone.locator("#offline")).to_be_hidden()


def test_the_panel_and_the_note_are_open_to_everybody(phone: Page, host: Host) -> None:
    phone.emulate_media(reduced_motion="reduce")
    phone.set_viewport_size({"width": 320, "height": 800})
    dialog = opened(phone, host)
    expect(dialog.get_by_role("button", name="Keep it (")).to_be_visible()
    assert seen_by_all(phone) == [] and fits(dialog)
    dialog.get_by_role("button", name="Keep it (").click()
    expect(dialog.get_by_role("button", name="Remove it")).to_be_visible()
    assert seen_by_all(phone) == [] and fits(dialog)
    host.publish(LESSON, "One thing", "Another title")
    looks_again(phone)
    phone.goto(host.home + "index.html")
    expect(phone.get_by_role("button", name="Get it")).to_be_visible()
    assert seen_by_all(phone) == [] and fits(phone.locator(".ps-offline-note"))


def seen_by_all(page: Page) -> list[str]:
    """What axe finds in light and in dark."""
    found = []
    for scheme in ("dark", "light"):
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        found += violations(page)
    return found


def fits(place: Locator) -> bool:
    """Whether it scrolls nowhere sideways, and a finger finds each of its buttons."""
    return place.evaluate(
        """(place) => place.scrollWidth <= place.clientWidth && [...place.querySelectorAll("button, a")].every((target) =>
            target.getBoundingClientRect().height > 43.9 && target.getBoundingClientRect().width > 43.9)"""
    )

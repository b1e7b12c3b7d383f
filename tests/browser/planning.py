"""What the tests of plans share: a server that notes all it is asked, and plans of the tiny course."""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import zxingcpp
from PIL import Image
from playwright.sync_api import Locator, Page, expect

from generator.plans.codes import Code, Item, dense, module_signs, plan_of, write_code

ONE, OTHER = "one-thing", "another-thing"
KEY = "tiny:a:plan:1"


def code(*modules: str, version: str = "dev", course: str = "tiny") -> str:
    """The code of a plan."""
    return write_code(plan_of(modules, version), course)


def done(*items: tuple[str, bool, bool], version: str = "dev") -> str:
    """The code of what was done: module, read, practiced."""
    return write_code(Code("done", version, tuple(Item(module_signs(id_), *said) for id_, *said in items)), "tiny")


def link(course: str, *modules: str, version: str = "dev") -> str:
    """The address of a plan."""
    return f"{course}plan.html#{dense(code(*modules, version=version))}"


def type_code(page: Page, text: str, *, by_key: bool = False) -> None:
    """From the front page to the plan of a code that is typed."""
    page.get_by_role("link", name="I have a code").click()
    page.wait_for_url("**/plan.html")
    page.get_by_label("Type the code from your slip").fill(text)
    if by_key:
        page.keyboard.press("Enter")
    else:
        page.get_by_role("button", name="Show my plan").click()
    page.locator(".ps-plan-list > li").first.wait_for()


def assigned(page: Page) -> tuple[str, str]:
    """Tick both lessons, the second one first; return the link and the code."""
    page.get_by_role("checkbox", name="Another thing").check()
    page.get_by_role("checkbox", name="One thing").check()
    expect(page.locator("#chosen li")).to_have_count(2)
    return str(page.locator("#link").get_attribute("href")), page.locator("#short").inner_text()


def completed(page: Page, address: str) -> tuple[str, str]:
    """Open a plan, tick some of it; return the short code and what the square says."""
    page.goto(address)
    assert titles(page) == ["Another thing", "One thing"]
    tick(page, "Another thing", "I have read it")
    tick(page, "Another thing", "I practiced it")
    tick(page, "One thing", "I have read it")
    page.get_by_role("button", name="Show what I did").click()
    expect(page.get_by_role("heading", name="What I did")).to_be_focused()
    return page.locator(".ps-done .ps-code").inner_text(), scanned(page.locator(".ps-done .ps-qr"))


@dataclass
class Log:
    """Everything that a server was sent: request lines, headers, bodies."""

    requests: list[str] = field(default_factory=list)

    def handler(self, folder: Path) -> type[SimpleHTTPRequestHandler]:
        """A file server of a folder that notes all."""
        log = self.requests

        class Noting(SimpleHTTPRequestHandler):
            def __init__(self, *args: object, **kwargs: object) -> None:
                super().__init__(*args, directory=str(folder), **kwargs)  # type: ignore[arg-type]

            def _note(self) -> None:
                body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
                log.append(f"{self.requestline}\n{self.headers}\n{body.decode('utf-8', 'replace')}")

            def do_GET(self) -> None:
                self._note()
                super().do_GET()

            def do_HEAD(self) -> None:
                self._note()
                super().do_HEAD()

            def do_POST(self) -> None:
                self._note()
                self.send_error(405)

            do_PUT = do_PATCH = do_DELETE = do_OPTIONS = do_POST

            def log_message(self, format: str, *args: object) -> None:
                pass

        return Noting


def serve(folder: Path) -> tuple[ThreadingHTTPServer, Log]:
    """Serve a folder on a port of its own."""
    log = Log()
    server = ThreadingHTTPServer(("127.0.0.1", 0), log.handler(folder))
    Thread(target=server.serve_forever, daemon=True).start()
    return server, log


def scanned(square: Locator) -> str:
    """What an independent decoder reads in a QR code, of a picture as a phone could take it."""
    shown = Image.open(io.BytesIO(square.screenshot()))
    (found,) = zxingcpp.read_barcodes(shown)
    return found.text


def tick(page: Page, title: str, what: str) -> None:
    """Tick a box beside a lesson of a plan."""
    page.locator(".ps-plan-list > li").filter(has=page.get_by_role("link", name=title)).get_by_label(what).check()


def titles(page: Page) -> list[str]:
    """The lessons of the plan that is shown, in order: of each title what stands before its colon."""
    return [title.partition(":")[0] for title in page.locator(".ps-plan-list > li > a").all_inner_texts()]

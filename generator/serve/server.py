"""The preview's web server: files of the preview's folder, with one script put into each page on its way.

It listens on this computer alone, and answers only to its own name: a page from elsewhere that has its own name lead
here (DNS rebinding) gets nothing.
"""

from __future__ import annotations

import errno
import ipaddress
import json
import mimetypes
import re
from collections.abc import Callable
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from generator.paths import TEMPLATES
from generator.serve.pages import note_page, paper_page, with_script
from generator.serve.sheets import Sheets
from generator.serve.state import State

OWN = "/.preview/"
PATIENCE = 20.0
"""Seconds that a page's question for news may stay open."""
PORTS = 20
"""Ports that are tried, from the first one on, where the person named none."""
_ASSETS = {"preview.js": "text/javascript; charset=utf-8", "preview.css": "text/css; charset=utf-8"}


class NoPort(Exception):
    """Nothing can listen there; the message says why and what to do."""


class Preview(ThreadingHTTPServer):
    """The server, and what its answers are made of."""

    daemon_threads = True
    # An answer that a browser no longer waits for is no news.
    handle_error = staticmethod(lambda *_: None)  # type: ignore[assignment]

    def __init__(self, address: tuple[str, int], site: Path, home: Callable[[], str], sheets: Sheets) -> None:
        self.state = State()
        self.site, self.home, self.sheets = site, home, sheets
        super().__init__(address, _Answer)

    @property
    def port(self) -> int:
        """The port that it listens on."""
        return int(self.server_address[1])

    def knows(self, host: str) -> bool:
        """Whether a request asks for us: by an address in numbers, or as `localhost`."""
        name = re.sub(r":\d*$", "", host).strip("[]").lower()
        return name in ("localhost", str(self.server_address[0])) or _is_number(name)


def _is_number(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


def listen(host: str, port: int, is_chosen: bool, *given: Any) -> Preview:
    """A server at the port, or at one of the next where the person did not choose it. Raises NoPort."""
    for number in range(port, port + (1 if is_chosen else PORTS)):
        try:
            return Preview((host, number), *given)
        except OSError as error:
            if error.errno not in (errno.EADDRINUSE, errno.EACCES):
                raise NoPort(f"nothing can listen at {host} ({error.strerror}); leave --host out") from None
        except OverflowError:
            break
    tried = f"port {port} is" if is_chosen else f"the ports from {port} to {port + PORTS - 1} are"
    raise NoPort(f"{tried} in use by another program; name a free one, as --port {port + 1000}")


class _Answer(BaseHTTPRequestHandler):
    """Answers one request."""

    protocol_version = "HTTP/1.1"
    server: Preview

    def do_GET(self) -> None:
        """Answer with a file, a page of the preview's own, or news."""
        if not self.server.knows(self.headers.get("Host", "")):
            self._text("This preview answers at its own address alone.", HTTPStatus.FORBIDDEN)
            return
        asked = urlsplit(self.path)
        path, query = unquote(asked.path), {key: values[0] for key, values in parse_qs(asked.query).items()}
        if path.startswith(OWN):
            self._own(path.removeprefix(OWN), query)
        elif path == "/":
            self._home()
        elif path.endswith(".pdf"):
            self._pdf(path)
        else:
            self._file(path)

    do_HEAD = do_GET

    def _home(self) -> None:
        home = self.server.home()
        if home:
            self.send_response(HTTPStatus.FOUND)
            self.send_header("Location", home)
            self.send_header("Content-Length", "0")
            self.end_headers()
        else:
            self._note()

    def _own(self, name: str, query: dict[str, str]) -> None:
        if name in _ASSETS:
            self._send((TEMPLATES / "preview" / name).read_bytes(), _ASSETS[name])
        elif name == "state":
            self._state(query)
        elif name == "paper":
            self._html(paper_page(query.get("sheet", "")))
        elif name == "sheet":
            self._json(self.server.sheets.drawn(query.get("sheet", "")))
        elif found := re.fullmatch(r"sheet/([0-9a-f]{64})/([0-9]{1,3})\.svg", name):
            self._drawing(found[1], int(found[2]))
        else:
            self._text("There is no such page.", HTTPStatus.NOT_FOUND)

    def _state(self, query: dict[str, str]) -> None:
        seen = query.get("seen", "")
        shown = self.server.state.newer_than(int(seen) if re.fullmatch("[0-9]{1,15}", seen) else -1, PATIENCE)
        self._json({**shown.as_json(), "page": self._digest(query.get("page", ""))})

    def _digest(self, page: str) -> str:
        file = self._found(page)
        return with_script(file.read_bytes())[1] if file and file.suffix == ".html" else ""

    def _drawing(self, key: str, number: int) -> None:
        page = self.server.sheets.page(key, number)
        if page is None:
            self._text("There is no such page.", HTTPStatus.NOT_FOUND)
        else:
            self._send(page.encode(), "image/svg+xml")

    def _pdf(self, path: str) -> None:
        pdf = self.server.sheets.pdf(path)
        if pdf is None:
            self._note()
        else:
            self._send(pdf, "application/pdf")

    def _file(self, path: str) -> None:
        file = self._found(path)
        if file is None:
            self._note()
            return
        content = file.read_bytes()
        if file.suffix == ".html":
            self._html(with_script(content)[0])
            return
        kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
        text = kind.startswith("text/") or kind in ("application/json", "application/javascript")
        self._send(content, f"{kind}; charset=utf-8" if text else kind)

    def _found(self, path: str) -> Path | None:
        """The file of an address, if it is one within the folder."""
        if not path.startswith("/") or "\0" in path:
            return None
        file = self.server.site / path.lstrip("/")
        file = file / "index.html" if path.endswith("/") else file
        inside = file.resolve().is_relative_to(self.server.site.resolve())
        return file if inside and file.is_file() else None

    def _note(self) -> None:
        """Say that there is no such page, and go on looking for it."""
        shown = self.server.state.shown
        self._html(note_page(shown), HTTPStatus.NOT_FOUND if shown.has_pages else HTTPStatus.SERVICE_UNAVAILABLE)

    def _json(self, value: object) -> None:
        self._send(json.dumps(value).encode(), "application/json")

    def _html(self, content: bytes, status: HTTPStatus = HTTPStatus.OK) -> None:
        self._send(content, "text/html; charset=utf-8", status)

    def _text(self, words: str, status: HTTPStatus) -> None:
        self._send(f"{words}\n".encode(), "text/plain; charset=utf-8", status)

    def _send(self, content: bytes, kind: str, status: HTTPStatus = HTTPStatus.OK) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Cross-Origin-Resource-Policy", "same-origin")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:
        """Requests are no news to the person."""

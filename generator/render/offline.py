"""Keeping the course without a network: the list of what a browser keeps when a reader asks, and the worker that answers.

    offline.json    {"digest": …, "files": [[path, digest, bytes], …], "sheets": [[path, digest, bytes], …]}
    worker.js       answers from what is kept; it is asked for by nobody who did not ask to keep the course

Paths are relative to the tree. `files` is what is kept at once: all pages and what they load; `sheets` are the PDFs in
the usual print, which are kept when a reader asks for these too. The digest of the whole names a version: it is made
from the files' bytes, so the same course has the same one wherever it is built.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from operator import attrgetter

from rjsmin import jsmin

from generator.course import Build
from generator.editions import editions_of
from generator.paths import TEMPLATES
from generator.render.downloads import IN_ORDER
from generator.render.outputs import OutputFile

LIST = "offline.json"
WORKER_FILE = "worker.js"
_DIGITS = 12
"""Of a file's digest: enough to tell versions and damage apart. The same are compared in offline-store.js."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A file that can be kept: its path in the tree, the digest of its bytes, their number."""

    path: str
    digest: str
    size: int

    @property
    def row(self) -> list[str | int]:
        """As it stands in the list."""
        return [self.path, self.digest, self.size]


def digest_of(content: bytes) -> str:
    """The digest that a browser compares."""
    return hashlib.sha256(content).hexdigest()[:_DIGITS]


def offline_list(files: Iterable[Listed], sheets: Iterable[Listed]) -> bytes:
    """Write the list; the order of what comes in does not matter."""
    rows = {
        name: [one.row for one in sorted(listed, key=attrgetter("path"))]
        for name, listed in (("files", files), ("sheets", sheets))
    }
    whole = json.dumps(rows, separators=(",", ":"))
    return json.dumps({"digest": digest_of(whole.encode()), **rows}, separators=(",", ":")).encode() + b"\n"


def digests_in(content: bytes) -> Mapping[str, str]:
    """Path → digest in a list that we wrote; nothing where it has another shape."""
    try:
        told = json.loads(content)
        return {path: digest for rows in (told["files"], told["sheets"]) for path, digest, _ in rows}
    except (KeyError, TypeError, ValueError):
        return {}


def usual_ending(build: Build) -> str:
    """How the addresses of the sheets end that most people print: `-letter.pdf`."""
    usual = min(editions_of(build.editions, fillable=False), key=IN_ORDER.index).name
    return f"-{build.papers[0]}{'' if usual == 'standard' else f'-{usual}'}.pdf"


def worker(prefix: str) -> OutputFile:
    """The worker of a course; `prefix` begins the names of all that its pages keep."""
    return OutputFile(WORKER_FILE, f"const PREFIX={json.dumps(prefix)};{_worker()}\n".encode())


@cache
def _worker() -> str:
    return str(jsmin((TEMPLATES / WORKER_FILE).read_text(encoding="utf-8"))).strip()

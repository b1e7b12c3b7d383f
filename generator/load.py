"""Disk → Source(path, text): the only reader of an author's files.

Large files, folders in place of files, links that lead out of the course and broken UTF-8 are problems, not crashes.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from generator.problems import Problem, Problems

LARGEST_FILE = 1_000_000
"""Bytes. The shipped modules are about 40 KB; a million leaves room and keeps a bad file from eating the memory."""


@dataclass(frozen=True, slots=True)
class Source:
    """A file's text and where it came from: `path` as shown to people, `digest` of its bytes (SHA-256, hex)."""

    path: str
    text: str
    digest: str


def read_source(folder: Path, name: str) -> tuple[Source | None, Problems]:
    """Read `folder/name`; `name` uses forward slashes and is shown as `<folder's name>/<name>`."""
    shown = f"{folder.resolve().name}/{name}"
    found = _raw(folder, name)
    if isinstance(found, tuple):
        return None, (Problem(shown, 1, 1, *found),)
    try:
        text = found.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return None, (_broken_utf8(shown, found, error),)
    if not text.strip():
        return None, (Problem(shown, 1, 1, "the file is empty", "file-is-not-empty"),)
    return Source(shown, text, hashlib.sha256(found).hexdigest()), ()


def _raw(folder: Path, name: str) -> bytes | tuple[str, str]:
    """The file's bytes, or what is wrong and the rule that says so."""
    path = folder / name
    if not path.exists():
        return "there is no such file", "file-is-there"
    if not path.resolve().is_relative_to(folder.resolve()):
        return "this link leads out of the course's folder; put the file itself here", "file-is-inside-the-course"
    if not path.is_file():
        return "this is a folder, or no plain file; a file should stand here", "file-is-a-file"
    size = path.stat().st_size
    if size > LARGEST_FILE:
        too_large = f"the file has {size:,} bytes; the most is {LARGEST_FILE:,}"
        return too_large, "file-is-not-too-large"
    return path.read_bytes()


def _broken_utf8(shown: str, raw: bytes, error: UnicodeDecodeError) -> Problem:
    before = raw[: error.start]
    line = before.count(b"\n") + 1
    column = len(before.rpartition(b"\n")[2].decode("utf-8", "replace")) + 1
    sentence = f"the byte 0x{raw[error.start]:02x} is not UTF-8; save the file as UTF-8"
    return Problem(shown, line, column, sentence, "file-is-utf-8")


def languages_in(folder: Path) -> tuple[str, ...]:
    """Names of the folders that hold module files, sorted; `pictures` and the like hold none."""
    if not folder.is_dir():
        return ()
    return tuple(path.name for path in sorted(folder.iterdir()) if path.is_dir() and module_names(folder, path.name))


def module_names(folder: Path, language: str) -> tuple[str, ...]:
    """Names of the module files of a language, sorted, as `<language>/<module>.yml`."""
    place = folder / language
    if not place.is_dir():
        return ()
    return tuple(f"{language}/{path.name}" for path in sorted(place.iterdir()) if path.suffix in (".yml", ".yaml"))

"""Disk → Source(path, text): the only reader of an author's files.

Large files, folders in place of files, links that lead out of the course, names that cannot be printed and broken
UTF-8 are problems, not crashes.
"""

from __future__ import annotations

import hashlib
import os
import stat
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.problems import Problem, Problems

LARGEST_FILE = 1_000_000
"""Bytes. The shipped modules are about 40 KB; a million leaves room and keeps a bad file from eating the memory."""


LONGEST_NAME = 200
"""Bytes of a file's name. Most disks take 255, and what is kept of a module is named after it with a few letters more."""

_KINDS = {
    stat.S_IFIFO: "a pipe, and no plain file",
    stat.S_IFSOCK: "a socket, and no plain file",
    stat.S_IFCHR: "a device, and no plain file",
    stat.S_IFBLK: "a device, and no plain file",
}


@dataclass(frozen=True, slots=True)
class Source:
    """A file's text and where it came from: `path` as shown to people, `digest` of its bytes (SHA-256, hex)."""

    path: str
    text: str
    digest: str


def read_source(folder: Path, name: str) -> tuple[Source | None, Problems]:
    """Read `folder/name`; `name` uses forward slashes and is shown as `<folder's name>/<name>`."""
    shown = printable(f"{folder.resolve().name}/{name}")
    found = _odd_name(name) or _raw(folder, name)
    if isinstance(found, tuple):
        return None, (Problem(shown, 1, 1, *found),)
    try:
        # A letter and its accent are one sign, however they were typed: so they print, and so they are found.
        text = unicodedata.normalize("NFC", found.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        return None, (_broken_utf8(shown, found, error),)
    if not text.strip():
        return None, (Problem(shown, 1, 1, "the file is empty", "file-is-not-empty"),)
    return Source(shown, text, hashlib.sha256(found).hexdigest()), ()


def read_bytes(folder: Path, name: str) -> bytes | tuple[str, str]:
    """The bytes of a file that is no text, or what stands against reading it and the rule that says so."""
    return _odd_name(name) or _raw(folder, name)


def printable(name: str) -> str:
    """A file's name as it can stand in a message: `\\n` for a line end, `\\xe9` for a byte that is not UTF-8."""
    # Python holds such a byte as one of the letters from U+DC80 on.
    letters = (letter if letter.isprintable() else ascii(letter)[1:-1].replace("\\udc", "\\x") for letter in name)
    return "".join(letters)


def _odd_name(name: str) -> tuple[str, str] | None:
    if not name.isprintable():
        return "this name holds a character that cannot be printed; rename the file", "file-name-is-plain"
    if len(os.fsencode(Path(name).name)) > LONGEST_NAME:
        return f"this name is longer than {LONGEST_NAME} bytes; rename the file", "file-name-is-plain"
    return None


def _raw(folder: Path, name: str) -> bytes | tuple[str, str]:
    """The file's bytes, or what is wrong and the rule that says so."""
    try:
        return _not_to_be_read(folder, folder / name) or (folder / name).read_bytes()
    except FileNotFoundError:
        return "there is no such file", "file-is-there"
    except OSError as error:
        return f"this file cannot be read ({error.strerror}); give yourself the right to read it", "file-can-be-read"


def _not_to_be_read(folder: Path, path: Path) -> tuple[str, str] | None:
    """What stands against opening it: that would wait for ever at a pipe, and may start things at a device."""
    found = path.stat()
    if not path.resolve().is_relative_to(folder.resolve()):
        return "this link leads out of the course's folder; put the file itself here", "file-is-inside-the-course"
    if not stat.S_ISREG(found.st_mode):
        what = _KINDS.get(stat.S_IFMT(found.st_mode), "a folder, or no plain file")
        return f"this is {what}; a file should stand here", "file-is-a-file"
    if found.st_size > LARGEST_FILE:
        return f"the file has {found.st_size:,} bytes; the most is {LARGEST_FILE:,}", "file-is-not-too-large"
    return None


def _broken_utf8(shown: str, raw: bytes, error: UnicodeDecodeError) -> Problem:
    before = raw[: error.start]
    line = before.count(b"\n") + 1
    column = len(before.rpartition(b"\n")[2].decode("utf-8", "replace")) + 1
    sentence = f"the byte 0x{raw[error.start]:02x} is not UTF-8; save the file as UTF-8"
    return Problem(shown, line, column, sentence, "file-is-utf-8")


BESIDE_MODULES = ("locales", "overlays", "programs", "reviews", "translations")
"""Folders of the course whose files are no modules."""


def languages_in(folder: Path) -> tuple[str, ...]:
    """Names of the folders that hold module files, sorted; `pictures` and the like hold none."""
    if not folder.is_dir():
        return ()
    folders = (path.name for path in sorted(folder.iterdir()) if path.is_dir() and path.name not in BESIDE_MODULES)
    return tuple(name for name in folders if module_names(folder, name))


def module_names(folder: Path, language: str) -> tuple[str, ...]:
    """Names of the module files of a language, sorted, as `<language>/<module>.yml`; so for `programs`, too."""
    place = folder / language
    if not place.is_dir():
        return ()
    return tuple(f"{language}/{path.name}" for path in sorted(place.iterdir()) if path.suffix in (".yml", ".yaml"))


def no_folder(folder: Path, name: str) -> Problems:
    """The problem if something else stands where a folder of the course should; it need not be there."""
    if not os.path.lexists(folder / name) or (folder / name).is_dir():
        return ()
    shown = printable(f"{folder.resolve().name}/{name}")
    said = "this is no folder; put a folder with the files here, or take this away"
    return (Problem(shown, 1, 1, said, "file-is-a-file"),)


def twins(folder: Path, names: Sequence[str]) -> dict[str, Problem]:
    """Those files whose address another one before them has, with the problem: `a.yaml` beside `a.yml` or `A.yml`.

    Many disks do not tell `a` from `A`, and both files would become the same pages.
    """
    first: dict[str, str] = {}
    found: dict[str, Problem] = {}
    for name in sorted(names, key=lambda name: (not name.endswith(".yml"), name.swapcase())):
        other = first.setdefault(name.rpartition(".")[0].casefold(), name)
        if other != name:
            message = f"this file and '{printable(other)}' are one module by their names; keep one of the two"
            shown = printable(f"{folder.resolve().name}/{name}")
            found[name] = Problem(shown, 1, 1, message, "file-is-the-only-one")
    return found

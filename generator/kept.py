"""What is kept between builds, as JSON beside the site: a record a module, and what was built from what.

JSON and not pickle: a course folder from somebody else must not be able to run code. What is read back is held to
its types, and a path in it to the shape of our own outputs: what does not fit counts as not kept.
"""

from __future__ import annotations

import json
import os
import re
import stat
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Annotated, Any, TypeVar

from pydantic import Field, TypeAdapter, ValidationError

from generator.compile import Compiled
from generator.course import digest
from generator.facts import Facts
from generator.guard import MARK
from generator.paths import PACKAGE, TEMPLATES
from generator.problems import Problems
from generator.render.course_json import Parts, as_kept, from_kept, key_of
from generator.render.outputs import path_of
from generator.render.search import Piece, pieces_of

DRIVEN = (
    "fontpkg_atkinson_hyperlegible",
    "fontpkg_noto_sans",
    "icalendar",
    "jinja2",
    "markdown_it",
    "material",
    "mkdocs",
    "rcssmin",
    "rjsmin",
    "segno",
    "tinycss2",
    "typst",
)
"""Packages that show in the bytes of a site."""

SHAPE = 10
"""Raised when the shape of what is kept changes; older files are then left aside."""


# No name starts with a dot: so none is `..`, none is hidden, and none leads out of the folder.
_INSIDE = "(/[A-Za-z0-9_][A-Za-z0-9._-]*)+"
ModulePath = Annotated[str, Field(pattern=f"^[a-z][a-z0-9-]*{_INSIDE}$", max_length=1000)]
"""Where a module's output stands in the language's folder: `stress/…` or `counselors/stress/…`."""
SitePath = Annotated[str, Field(pattern=f"^({re.escape(MARK)}|[a-z]{{2,3}}(-[A-Z]{{2}})?{_INSIDE})$", max_length=1000)]
"""Where a file stands in the version's folder: `en/…`, or the mark."""


@dataclass(frozen=True, slots=True)
class Record:
    """A module as the last build left it: the digest of its inputs, its facts and problems, the keys of its outputs."""

    key: str
    problems: Problems
    facts: Facts | None
    pages: Mapping[ModulePath, str]
    """Path in the language's folder → key."""
    sheets: Mapping[ModulePath, str]
    files: Mapping[ModulePath, str]
    search: tuple[Piece, ...]
    """What the module adds to the search of each tree."""
    parts: Annotated[str, Field(pattern="^([0-9a-f]{64})?$")]
    """The digest of its entries in course.json, which are kept beside the record; empty without any."""


def record_of(key: str, compiled: Compiled) -> Record:
    """What to keep of a compiled module."""
    return Record(
        key,
        compiled.problems,
        compiled.facts,
        {path_of(page.tree, page.address): page.key for page in compiled.pages},
        {path_of(sheet.tree, sheet.address): sheet.key for sheet in compiled.sheets},
        {file.path: file.key for file in compiled.files},
        pieces_of(compiled.pages),
        key_of(compiled.parts) if compiled.parts else "",
    )


def write_record(path: Path, record: Record) -> None:
    """Keep a record."""
    write_whole(path, json.dumps({"shape": SHAPE, **asdict(record)}, separators=(",", ":")).encode())


def read_record(path: Path) -> Record | None:
    """A record, or None if there is none of this shape."""
    kept = _read_as(_RECORD, path)
    if kept is None or kept.shape != SHAPE:
        return None
    return Record(kept.key, kept.problems, kept.facts, kept.pages, kept.sheets, kept.files, kept.search, kept.parts)


@dataclass(frozen=True, slots=True)
class _KeptRecord(Record):
    """A record as it stands on disk."""

    shape: int


_RECORD = TypeAdapter(_KeptRecord)


def write_parts(path: Path, parts: Parts) -> None:
    """Keep a module's entries in course.json: they are large, and only read when that file is made anew."""
    write_whole(path, as_kept(parts))


def read_parts(path: Path, key: str) -> Parts | None:
    """The entries that were kept, or None where they are not those of this key."""
    try:
        return from_kept(_bytes_of(path), key)
    except OSError:
        return None


@dataclass(frozen=True, slots=True)
class BuiltFile:
    """A file of the last build: the key of its inputs, and its size and time so that a change by hand is seen."""

    key: str
    size: int
    mtime_ns: int


@dataclass(frozen=True, slots=True)
class _Ledger:
    """The built files as they stand on disk."""

    shape: int
    files: Mapping[SitePath, tuple[str, int, int]]


_LEDGER = TypeAdapter(_Ledger)


def read_built(path: Path) -> dict[str, BuiltFile]:
    """The files of the last build by path; empty if there was none."""
    kept = _read_as(_LEDGER, path)
    if kept is None or kept.shape != SHAPE:
        return {}
    return {name: BuiltFile(*row) for name, row in kept.files.items()}


def write_built(path: Path, files: Mapping[str, BuiltFile]) -> None:
    """Keep what was built."""
    rows = {name: (file.key, file.size, file.mtime_ns) for name, file in sorted(files.items())}
    write_whole(path, json.dumps({"shape": SHAPE, "files": rows}, separators=(",", ":")).encode())


def still_there(folder: Path, files: Mapping[str, BuiltFile]) -> dict[str, BuiltFile]:
    """Those files that stand in the folder as they were built."""
    return {name: file for name, file in files.items() if _stat(folder / name) == (file.size, file.mtime_ns)}


def _stat(path: Path) -> tuple[int, int] | None:
    try:
        found = path.lstat()
    except OSError:
        return None
    # We build no links; one that stands here was put here, and would be carried into the new site.
    return (found.st_size, found.st_mtime_ns) if stat.S_ISREG(found.st_mode) else None


Kept = TypeVar("Kept")


def _read_as(kind: TypeAdapter[Kept], path: Path) -> Kept | None:
    """What stands in a JSON file, or None where it is of another shape in any way."""
    try:
        return kind.validate_json(_bytes_of(path), strict=True)
    except (OSError, ValidationError):
        return None


def _bytes_of(path: Path) -> bytes:
    """A plain file's bytes, empty where there is something else: a pipe would be waited for."""
    return path.read_bytes() if path.is_file() else b""


def read_json(path: Path) -> dict[str, Any] | None:
    """A JSON object, or None where there is none or it is broken: what is kept can always be made again."""
    try:
        found = json.loads(_bytes_of(path))
    except (OSError, ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None


def write_whole(path: Path, content: bytes) -> None:
    """Write a file so that a reader sees the old bytes or the new, never half of them."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.new")
    beside.unlink(missing_ok=True)
    # Made anew and never opened: through a link that somebody put here we would write into another file.
    with beside.open("xb") as file:
        file.write(content)
    os.replace(beside, path)


@cache
def code_digest() -> str:
    """Digest of the generator and its templates by name, size and time, and of the packages that it drives.

    An upgrade of either makes everything anew.
    """
    own = (path for folder in (PACKAGE, TEMPLATES) for path in folder.rglob("*") if "__pycache__" not in path.parts)
    # A package is found without loading it; its first file is as new as its installation.
    specs = [find_spec(name) for name in DRIVEN]
    theirs = (Path(spec.origin) for spec in specs if spec and spec.origin)
    rows = ((path, path.stat()) for path in sorted((*own, *theirs)) if path.is_file())
    return digest(*(f"{path}:{found.st_size}:{found.st_mtime_ns}" for path, found in rows))

"""What is kept between builds, as JSON beside the site: a record a module, and what was built from what.

JSON and not pickle: a course folder from somebody else must not be able to run code.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

from generator.compile import Compiled
from generator.course import Facts, Reference, digest
from generator.paths import PACKAGE, TEMPLATES
from generator.problems import Problem, Problems
from generator.render.outputs import SearchEntry, Tree, path_of

DRIVEN = (
    "fontpkg-atkinson-hyperlegible",
    "fontpkg-noto-sans",
    "jinja2",
    "markdown-it-py",
    "mkdocs",
    "mkdocs-material",
    "segno",
    "typst",
)
"""Packages whose versions show in the bytes of a site."""

SHAPE = 4
"""Raised when the shape of what is kept changes; older files are then left aside."""


@dataclass(frozen=True, slots=True)
class Record:
    """A module as the last build left it: the digest of its inputs, its facts and problems, the keys of its outputs."""

    key: str
    problems: Problems
    facts: Facts | None
    pages: Mapping[str, str]
    """Path in the language's folder → key."""
    sheets: Mapping[str, str]
    search: tuple[tuple[Tree, str, SearchEntry], ...]
    """Tree, address of the page, entry."""


def record_of(key: str, compiled: Compiled) -> Record:
    """What to keep of a compiled module."""
    return Record(
        key,
        compiled.problems,
        compiled.facts,
        {path_of(page.tree, page.address): page.key for page in compiled.pages},
        {path_of(sheet.tree, sheet.address): sheet.key for sheet in compiled.sheets},
        tuple((page.tree, page.address, entry) for page in compiled.pages for entry in page.search),
    )


def write_record(path: Path, record: Record) -> None:
    """Keep a record."""
    write_whole(path, json.dumps({"shape": SHAPE, **asdict(record)}, separators=(",", ":")).encode())


def read_record(path: Path) -> Record | None:
    """A record, or None if there is none of this shape."""
    kept = read_json(path)
    if kept is None or kept.get("shape") != SHAPE:
        return None
    return Record(
        kept["key"],
        tuple(Problem(**problem) for problem in kept["problems"]),
        _facts(kept["facts"]) if kept["facts"] else None,
        kept["pages"],
        kept["sheets"],
        tuple((tree, address, SearchEntry(**entry)) for tree, address, entry in kept["search"]),
    )


def _facts(kept: dict[str, Any]) -> Facts:
    rows = {name: tuple(tuple(row) for row in kept[name]) for name in ("worksheets", "terms")}
    references = tuple(Reference(**reference) for reference in kept["references"])
    return Facts(**{**kept, **rows, "references": references, "sources": tuple(kept["sources"])})


@dataclass(frozen=True, slots=True)
class BuiltFile:
    """A file of the last build: the key of its inputs, and its size and time so that a change by hand is seen."""

    key: str
    size: int
    mtime_ns: int


def read_built(path: Path) -> dict[str, BuiltFile]:
    """The files of the last build by path; empty if there was none."""
    kept = read_json(path)
    if kept is None or kept.get("shape") != SHAPE:
        return {}
    return {name: BuiltFile(*row) for name, row in kept["files"].items()}


def write_built(path: Path, files: Mapping[str, BuiltFile]) -> None:
    """Keep what was built."""
    rows = {name: (file.key, file.size, file.mtime_ns) for name, file in sorted(files.items())}
    write_whole(path, json.dumps({"shape": SHAPE, "files": rows}, separators=(",", ":")).encode())


def still_there(folder: Path, files: Mapping[str, BuiltFile]) -> dict[str, BuiltFile]:
    """Those files that stand in the folder as they were built."""
    return {name: file for name, file in files.items() if _stat(folder / name) == (file.size, file.mtime_ns)}


def _stat(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_size, found.st_mtime_ns


def read_json(path: Path) -> dict[str, Any] | None:
    """A JSON object, or None where there is none or it is broken: what is kept can always be made again."""
    try:
        found = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return None
    return found if isinstance(found, dict) else None


def write_whole(path: Path, content: bytes) -> None:
    """Write a file so that a reader sees the old bytes or the new, never half of them."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.new")
    beside.write_bytes(content)
    os.replace(beside, path)


@cache
def code_digest() -> str:
    """Digest of the generator and its templates by name, size and time, and of the versions of what it drives.

    An upgrade of either makes everything anew.
    """
    files = sorted(
        path
        for folder in (PACKAGE, TEMPLATES)
        for path in folder.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    )
    rows = ((path, path.stat()) for path in files)
    return digest(
        *(f"{name} {version(name)}" for name in DRIVEN),
        *(f"{path}:{found.st_size}:{found.st_mtime_ns}" for path, found in rows),
    )

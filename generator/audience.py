"""A build of one tree by itself: for whom it is, and what else in the site's folder holds the other tree."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from generator.guard import MARK
from generator.order import TREES, Place, Tree

_LANGUAGE = r"[a-z]{2,3}(-[A-Z]{2})?"
_IN_A_ZIP = re.compile(rf"[^/]+/{_LANGUAGE}/(?P<counselors>counselors/)?.+")


def trees_for(audience: Tree | None) -> tuple[Tree, ...]:
    """The trees that an audience needs: its own, or both where none is named."""
    return (audience,) if audience else TREES


def trees_in(version: Path) -> frozenset[Tree]:
    """The trees that stand in a version's folder; without pages, printed sheets count."""
    return frozenset(tree for language in _languages(version) for tree in _of_language(language))


def others_in(place: Place, trees: tuple[Tree, ...]) -> tuple[str, ...]:
    """Names of the versions and zip files in the site's folder that hold a tree which is not among these.

    Who puts the whole folder on a server puts these there, too. Zip files that are not ours are left out.
    """
    if not place.site.is_dir():
        return ()
    entries = sorted(place.site.iterdir())
    held = ((entry.name, trees_in(entry) if entry.is_dir() else _trees_in_zip(entry)) for entry in entries)
    return tuple(name for name, found in held if found - set(trees))


def _languages(version: Path) -> Iterator[Path]:
    if (version / MARK).is_file():
        yield from (path for path in version.iterdir() if path.is_dir())


def _of_language(folder: Path) -> Iterator[Tree]:
    for path in folder.iterdir():
        yield "counselors" if path.name == "counselors" else "patients"


def _trees_in_zip(file: Path) -> frozenset[Tree]:
    if file.suffix != ".zip" or not file.is_file():
        return frozenset()
    try:
        with ZipFile(file) as opened:
            names = opened.namelist()
    except (BadZipFile, OSError):
        return frozenset()
    if not any(name.count("/") == 1 and name.endswith(f"/{MARK}") for name in names):
        return frozenset()
    found = (_IN_A_ZIP.fullmatch(name) for name in names)
    return frozenset("counselors" if one["counselors"] else "patients" for one in found if one)

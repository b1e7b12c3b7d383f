"""A version's folder → the course as that version holds it, by language."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from pathlib import Path

from pydantic import ValidationError

from generator.guard import MARK
from generator.history.shape import FORMAT, NAME, CourseFile
from generator.problems import did_you_mean
from generator.versions import order_of, released_files, versions_in


class NotCompared(Exception):
    """Two versions cannot be compared; the message says why."""


def read_version(site: Path, version: str) -> Mapping[str, CourseFile]:
    """What a version holds, by language: the counselors' file, or the patients' where that tree stands alone.

    Raises NotCompared if there is no such version, or if it does not carry what can be compared.
    """
    folder = site / version
    if not (folder / MARK).is_file():
        there = [one.version for one in versions_in(site)]
        known = did_you_mean(version, there) or "; nothing is released yet"
        raise NotCompared(f"there is no version {version} in {site}{known}")
    found = {path.name: file for path in sorted(folder.iterdir()) if (file := _file_in(path)) is not None}
    if not found:
        raise NotCompared(
            f"version {version} carries no {NAME}: it was built by an older version of this program, which did not write it,"
            " or without pages; it cannot be compared"
        )
    _refuse_changed(folder, found.values())
    return {language: _read(file, version) for language, file in found.items()}


def last_before(site: Path, version: str) -> str | None:
    """The newest release that is older than a version."""
    older = (one.version for one in versions_in(site) if one.is_released)
    return max((one for one in older if order_of(one) < order_of(version)), key=order_of, default=None)


def _file_in(language: Path) -> Path | None:
    places = (language / "counselors" / NAME, language / NAME)
    return next((path for path in places if path.is_file()), None) if language.is_dir() else None


def _refuse_changed(folder: Path, files: Iterable[Path]) -> None:
    """A released file that has other bytes than its manifest says tells nothing about the release."""
    rows = released_files(folder)
    if rows is None:
        return
    for path in files:
        row = rows.get(path.relative_to(folder).as_posix())
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        if not isinstance(row, dict) or row.get("sha256") != digest:
            name = path.relative_to(folder.parent).as_posix()
            raise NotCompared(f"{name} was changed after its release; put it back first")


def _read(path: Path, version: str) -> CourseFile:
    raw = path.read_bytes()
    try:
        return CourseFile.model_validate_json(raw)
    except ValidationError:
        raise NotCompared(_why_not(raw, path, version)) from None


def _why_not(raw: bytes, path: Path, version: str) -> str:
    try:
        shape = json.loads(raw).get("format")
    except (ValueError, AttributeError, RecursionError):
        shape = FORMAT
    if isinstance(shape, int) and shape > FORMAT:
        return f"version {version} was built by a newer version of this program; compare it with that one"
    return f"{path} cannot be read, so version {version} cannot be compared"

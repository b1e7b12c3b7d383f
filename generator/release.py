"""A draft → a release: a folder that never changes again, with a manifest of its bytes, and `latest/` beside it."""

from __future__ import annotations

import hashlib
import json
import shutil
from dataclasses import dataclass, replace
from pathlib import Path

from generator.build import Result, build_course
from generator.frame import frame_of, read_shared
from generator.guard import may_write
from generator.history.raised import not_raised
from generator.history.released import NotCompared, last_before, read_version
from generator.order import Order, Place, Say, silent
from generator.problems import Problems, in_order
from generator.usb import pack
from generator.versions import MANIFEST, NAME, released_files, renew_versions, versions_in
from generator.write import recover


class NotReleased(Exception):
    """A release that cannot be made; the message says why."""


@dataclass(frozen=True, slots=True)
class Changed:
    """A released file that no longer has the bytes it was released with."""

    version: str
    path: str
    how: str


def release_course(place: Place, order: Order, say: Say = silent) -> Result:
    """Build `order.version`, freeze it in `site/<version>/` and make it `latest/` if it is the newest.

    Beside it stands the whole of it as one zip file. A module whose text changed since the last release
    has to have a higher revision. Raises NotReleased if the name is no version, stands already, or
    an older release was changed by hand.
    """
    target = _free_place(place, order.version)
    workshop = place.kept / "release"
    shutil.rmtree(workshop, ignore_errors=True)
    try:
        result = build_course(replace(place, site=workshop / "site"), order, say)
        result = replace(result, problems=in_order((*result.problems, *_not_raised(place, workshop / "site", order))))
        if result.good:
            _freeze(workshop / "site" / order.version, target)
            _renew(place)
            pack(place, order.version)
    finally:
        shutil.rmtree(workshop, ignore_errors=True)
    return result


def _free_place(place: Place, version: str) -> Path:
    """Where the version will stand, if it may."""
    if not NAME.fullmatch(version):
        raise NotReleased(f"'{version}' is not a version; use a year and a number, as 2026.1")
    may_write(place, "latest")
    target = place.site / version
    recover(target)
    if target.exists():
        raise NotReleased(f"version {version} is released already and never changes; choose the next number")
    changed = changed_files(place.site)
    if changed:
        first = changed[0]
        raise NotReleased(
            f"version {first.version} was changed after its release: {first.path} {first.how}; put it back first"
        )
    return target


def _not_raised(place: Place, built: Path, order: Order) -> Problems:
    """Modules whose text changed since the last release at the same revision; that one may be too old to tell."""
    last = last_before(place.site, order.version)
    if last is None or not (built / order.version).is_dir():
        return ()
    try:
        old, new = read_version(place.site, last), read_version(built, order.version)
    except NotCompared:
        return ()
    return not_raised(place, last, old, new)


def _freeze(built: Path, target: Path) -> None:
    (built / MANIFEST).write_bytes(manifest(built))
    target.parent.mkdir(parents=True, exist_ok=True)
    # One rename: the version is there whole, or not at all.
    built.rename(target)


def _renew(place: Place) -> None:
    shared, _ = read_shared(place.course)
    assert shared, "the build has just read it"
    renew_versions(place, frame_of(shared, shared.course.languages[0]))


def manifest(folder: Path) -> bytes:
    """The digest and size of every file, as JSON: `{"version", "files": {path: {"sha256", "bytes"}}}`."""
    files = {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }
    rows = {
        path: {"sha256": hashlib.sha256(raw).hexdigest(), "bytes": len(raw)}
        for path, raw in files.items()
        if path != MANIFEST
    }
    return (json.dumps({"version": folder.name, "files": rows}, indent=1, sort_keys=True) + "\n").encode()


def changed_files(site: Path) -> tuple[Changed, ...]:
    """Every released file that is missing, new, or has other bytes than its manifest says."""
    return tuple(
        found for version in versions_in(site) if version.is_released for found in _changed_in(site / version.version)
    )


def _changed_in(folder: Path) -> list[Changed]:
    then = released_files(folder)
    if then is None:
        return [Changed(folder.name, MANIFEST, "is missing or broken")]
    now = json.loads(manifest(folder))["files"]
    names = sorted(then.keys() | now.keys())
    return [
        Changed(folder.name, name, _how(then.get(name), now.get(name)))
        for name in names
        if then.get(name) != now.get(name)
    ]


def _how(then: object, now: object) -> str:
    return "is missing" if now is None else "is new" if then is None else "has other bytes"

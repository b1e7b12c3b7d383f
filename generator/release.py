"""A draft → a release: a folder that never changes again, with a manifest of its bytes, and `latest/` beside it."""

from __future__ import annotations

import hashlib
import json
import shutil
from dataclasses import dataclass, replace
from pathlib import Path

from generator.build import Order, Result, Say, build_course
from generator.kept import read_json
from generator.study import Place
from generator.versions import LATEST, NAME, versions_in, write_front_page
from generator.write import exchange, recover

MANIFEST = "manifest.json"


class NotReleased(Exception):
    """A release that cannot be made; the message says why."""


@dataclass(frozen=True, slots=True)
class Changed:
    """A released file that no longer has the bytes it was released with."""

    version: str
    path: str
    how: str


def release_course(place: Place, order: Order, say: Say) -> Result:
    """Build `order.version`, freeze it in `site/<version>/` and make it `latest/` if it is the newest.

    Raises NotReleased if the name is no version, stands already, or an older release was changed by hand.
    """
    target = place.site / order.version
    recover(target)
    if not NAME.fullmatch(order.version):
        raise NotReleased(f"'{order.version}' is not a version; use a year and a number, as 2026.1")
    if target.exists():
        raise NotReleased(f"version {order.version} is released already and never changes; choose the next number")
    changed = changed_files(place.site)
    if changed:
        first = changed[0]
        raise NotReleased(f"version {first.version} was changed after its release: {first.path} {first.how}; put it back first")
    workshop = place.kept / "release"
    shutil.rmtree(workshop, ignore_errors=True)
    result = build_course(replace(place, site=workshop), order, say)
    if result.good:
        _freeze(workshop / order.version, target)
        _renew_latest(place)
        write_front_page(place.site)
    shutil.rmtree(workshop, ignore_errors=True)
    shutil.rmtree(workshop.parent / ".psychoed", ignore_errors=True)
    return result


def _freeze(built: Path, target: Path) -> None:
    (built / MANIFEST).write_bytes(manifest(built))
    target.parent.mkdir(parents=True, exist_ok=True)
    # One rename: the version is there whole, or not at all.
    built.rename(target)


def manifest(folder: Path) -> bytes:
    """The digest and size of every file, as JSON: `{"version", "files": {path: {"sha256", "bytes"}}}`."""
    files = {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}
    rows = {path: {"sha256": hashlib.sha256(raw).hexdigest(), "bytes": len(raw)} for path, raw in files.items() if path != MANIFEST}
    return (json.dumps({"version": folder.name, "files": rows}, indent=1, sort_keys=True) + "\n").encode()


def changed_files(site: Path) -> tuple[Changed, ...]:
    """Every released file that is missing, new, or has other bytes than its manifest says."""
    released = [version.version for version in versions_in(site) if NAME.fullmatch(version.version)]
    return tuple(found for version in released for found in _changed_in(site / version))


def _changed_in(folder: Path) -> list[Changed]:
    kept = read_json(folder / MANIFEST)
    if kept is None:
        return [Changed(folder.name, MANIFEST, "is missing or broken")]
    now = json.loads(manifest(folder))["files"]
    then = kept["files"]
    names = sorted(then.keys() | now.keys())
    return [Changed(folder.name, name, _how(then.get(name), now.get(name))) for name in names if then.get(name) != now.get(name)]


def _how(then: object, now: object) -> str:
    return "is missing" if now is None else "is new" if then is None else "has other bytes"


def _renew_latest(place: Place) -> None:
    """Make `latest/` a copy of the newest release: a copy, because not every host and stick knows links."""
    newest = next(version.version for version in versions_in(place.site) if LATEST in version.aliases)
    latest, fresh = place.site / LATEST, place.kept / "latest.new"
    recover(latest)
    shutil.rmtree(fresh, ignore_errors=True)
    shutil.copytree(place.site / newest, fresh)
    if latest.exists():
        exchange(fresh, latest)
        shutil.rmtree(fresh)
    else:
        fresh.rename(latest)

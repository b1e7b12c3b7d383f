"""The versions beside each other: versions.json in mike's shape, the front page that lists them, `latest/`."""

from __future__ import annotations

import json
import re
import shutil
from dataclasses import dataclass
from pathlib import Path

from generator.course import Frame
from generator.guard import MARK
from generator.kept import write_whole
from generator.order import Place
from generator.render.front import FrontRow, front_page
from generator.write import exchange, recover

LATEST = "latest"
DRAFT = "dev"
MANIFEST = "manifest.json"
NAME = re.compile(r"[0-9]{4}\.(0|[1-9][0-9]{0,2})(\.(0|[1-9][0-9]{0,2}))?")
"""A release is named after its year and number: 2026.1 or 2026.1.2."""


@dataclass(frozen=True, slots=True)
class Version:
    """A version's folder; `aliases` holds `latest` for the newest release."""

    version: str
    aliases: tuple[str, ...] = ()

    @property
    def is_released(self) -> bool:
        """Whether it is frozen; the draft is not."""
        return NAME.fullmatch(self.version) is not None

    def as_json(self) -> dict[str, object]:
        """The shape that mike writes and Material's and Zensical's selectors read."""
        return {"version": self.version, "title": self.version, "aliases": list(self.aliases)}


def order_of(version: str) -> tuple[int, ...]:
    """Sorts 2026.10 after 2026.9; the draft comes last."""
    return tuple(int(part) for part in version.split(".")) if NAME.fullmatch(version) else (0,)


def versions_in(site: Path) -> tuple[Version, ...]:
    """Every version that stands in the folder, newest first; the draft last."""
    folders = [path.name for path in site.iterdir() if (path / MARK).is_file()] if site.is_dir() else []
    names = sorted((name for name in folders if NAME.fullmatch(name) or name == DRAFT), key=order_of, reverse=True)
    newest = next((name for name in names if NAME.fullmatch(name)), None)
    return tuple(Version(name, (LATEST,) if name == newest else ()) for name in names)


def renew_versions(place: Place, frame: Frame) -> None:
    """Bring `latest/`, versions.json and the front page in line with the versions that stand in the folder now."""
    versions = versions_in(place.site)
    _renew_latest(place, versions)
    listed = json.dumps([version.as_json() for version in versions], indent=2) + "\n"
    _write_if_new(place.site / "versions.json", listed.encode())
    _write_if_new(
        place.site / "index.html", front_page([_row(place.site, version) for version in versions], frame).encode()
    )


def _renew_latest(place: Place, versions: tuple[Version, ...]) -> None:
    """Make `latest/` a copy of the newest release: a copy, because not every host and stick knows links."""
    newest = next((version.version for version in versions if LATEST in version.aliases), None)
    latest, fresh = place.site / LATEST, place.kept / "latest.new"
    recover(latest)
    if newest is None or _manifest(place.site / newest) == _manifest(latest):
        return
    shutil.rmtree(fresh, ignore_errors=True)
    shutil.copytree(place.site / newest, fresh)
    if latest.exists():
        exchange(fresh, latest)
        shutil.rmtree(fresh)
    else:
        fresh.rename(latest)


def _manifest(folder: Path) -> bytes:
    path = folder / MANIFEST
    return path.read_bytes() if path.is_file() else b""


def _write_if_new(path: Path, content: bytes) -> None:
    if not path.is_file() or path.read_bytes() != content:
        write_whole(path, content)


def _row(site: Path, version: Version) -> FrontRow:
    languages = tuple(
        sorted(path.name for path in (site / version.version).iterdir() if (path / "index.html").is_file())
    )
    return FrontRow(version.version, languages, LATEST in version.aliases, version.is_released)

"""The versions beside each other: versions.json in mike's shape, the front page that lists them, `latest/`."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from generator.addresses import HOME
from generator.course import Frame
from generator.guard import MARK
from generator.kept import read_json, write_whole
from generator.language.strings import has_words, interface_languages, interface_of
from generator.order import Place
from generator.render.front import FrontHome, FrontRow, Zip, front_page
from generator.render.lesson import anchor_of
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
    _write_if_new(place.site / "versions.json", versions_json(versions).encode())
    rows = [replace(row_of(place.site, version), zip=_zip_of(place, version, frame)) for version in versions]
    _write_if_new(place.site / "index.html", front_page(rows, frame, words=words_of_front(place, rows, frame)).encode())


def versions_json(versions: Sequence[Version]) -> str:
    """The list that a version's pages read."""
    return json.dumps([version.as_json() for version in versions], indent=2) + "\n"


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


def zip_name(version: str, frame: Frame) -> str:
    """What a version is called as one file: a name that tells strangers no more than the course wants to."""
    return f"{anchor_of(frame.outside_title) or 'course'}-{version}.zip"


def _zip_of(place: Place, version: Version, frame: Frame) -> Zip | None:
    """The version as one file, if it stands in the site and is as new as the version is."""
    path, ledger = place.site / zip_name(version.version, frame), place.kept / f"built-{version.version}.json"
    if path.is_symlink() or not path.is_file():
        return None
    found = path.stat()
    # A draft changes, and what was packed before is then another course; a release does not.
    is_old = not version.is_released and ledger.is_file() and ledger.stat().st_mtime_ns > found.st_mtime_ns
    return None if is_old else Zip(path.name, found.st_size)


def words_of_front(place: Place, rows: Sequence[FrontRow], frame: Frame) -> dict[str, Mapping[str, str]]:
    """The interface's words in each language that a version has, the course's first one in front."""
    found = {home.language for row in rows for home in row.homes}
    known = interface_languages(place.course)
    # A release may have a language that the course has no more.
    others = (language for language in sorted(found - {frame.language}) if has_words(language, known))
    return {frame.language: frame.strings, **{one: interface_of(one, place.course).strings for one in others}}


def released_files(folder: Path) -> Mapping[str, object] | None:
    """What a release's manifest says of each of its files; None where it is missing or broken, as in a draft."""
    rows = (read_json(folder / MANIFEST) or {}).get("files")
    return rows if isinstance(rows, dict) else None


def row_of(site: Path, version: Version) -> FrontRow:
    """What the front page says of a version."""
    languages = sorted(path for path in (site / version.version).iterdir() if path.is_dir())
    homes = tuple(home for language in languages for home in _home_of(language))
    return FrontRow(version.version, homes, LATEST in version.aliases, version.is_released)


def _home_of(language: Path) -> Iterator[FrontHome]:
    """Where a language starts: with the patients' home, or with the counselors' where their tree stands alone."""
    for address, alone in ((HOME, False), (f"counselors/{HOME}", True)):
        if (language / address).is_file():
            yield FrontHome(language.name, f"{language.name}/{address}", alone)
            return

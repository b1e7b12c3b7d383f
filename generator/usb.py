"""A built version → one zip file that works unzipped, from any folder: for a USB stick, or a computer without internet.

It holds the version's folder as it stands in the site, and above it a front page of its own and the version list. The
front page is called index.html because that is where the pages' link to all versions leads, and what a double-click opens.
The same version gives the same bytes: names in order, one time for all files, nothing of the machine.
"""

from __future__ import annotations

import io
import os
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from generator.course import Frame
from generator.frame import frame_of, read_shared
from generator.guard import MARK, may_write
from generator.order import Place
from generator.problems import Problems, errors
from generator.render.front import front_page
from generator.versions import Version, renew_versions, row_of, versions_in, versions_json, words_of_front, zip_name

_TIME = (1980, 1, 1, 0, 0, 0)
_SMALL_ALREADY = frozenset({".gz", ".jpg", ".pdf", ".png", ".webp", ".woff2", ".zip"})
_PLAIN_FILE = 0o100644 << 16


class NotPacked(Exception):
    """A version that cannot be packed; the message says why."""


@dataclass(frozen=True, slots=True)
class Packed:
    """The zip file that was written. With errors among the problems, nothing was."""

    problems: Problems = ()
    file: Path = Path()
    version: str = ""
    files: int = 0
    size: int = 0


def pack(place: Place, name: str | None = None, out: Path | None = None) -> Packed:
    """Pack the version of that name (the newest release if none is named, else the draft) into one zip file.

    It stands beside the versions, where the front page lists it, or at `out`. Raises NotPacked if there is no such
    version, if something in its folder is a link, or if the zip would replace what this program did not make.
    """
    shared, problems = read_shared(place.course)
    if shared is None or errors(problems):
        return Packed(problems)
    frame = frame_of(shared, shared.course.languages[0])
    version = _chosen(place, name)
    may_write(place, version.version)
    file = out or place.site / zip_name(version.version, frame)
    _may_take(file, place)
    files = _write(file, place.site / version.version, _above(place, version, frame))
    renew_versions(place, frame)
    return Packed((), file, version.version, files, file.stat().st_size)


def _chosen(place: Place, name: str | None) -> Version:
    there = versions_in(place.site)
    if not there:
        raise NotPacked(f"nothing is built in {place.site} yet; run `psychoed build` first")
    found = [version for version in there if version.version == name] if name else there
    if not found:
        raise NotPacked(
            f"there is no version '{name}' in {place.site}; there are: {', '.join(each.version for each in there)}"
        )
    # Newest first, the draft last.
    return found[0]


def _may_take(file: Path, place: Place) -> None:
    """Raise NotPacked if writing the file would replace anything but an older zip of ours, or change a version."""
    folder, site = file.parent.resolve(), place.site.resolve()
    if file.is_dir():
        raise NotPacked(f"{file} is a folder; name a file in it with --out")
    if folder != site and folder.is_relative_to(site):
        raise NotPacked(f"{file} would stand inside a version; name a file elsewhere with --out")
    if file.is_symlink():
        raise NotPacked(f"{file} is a link to another file; name a file of its own with --out")
    if file.exists() and not _is_ours(file):
        raise NotPacked(f"{file} was not made by this program; move it away, or name another file with --out")


def _is_ours(file: Path) -> bool:
    """Whether it is a zip with a version in it."""
    if not file.is_file():
        return False
    try:
        with ZipFile(file) as opened:
            return any(name.count("/") == 1 and name.endswith(f"/{MARK}") for name in opened.namelist())
    except BadZipFile:
        return False


def _above(place: Place, version: Version, frame: Frame) -> Mapping[str, bytes]:
    """What stands above the version's folder: in a zip it is the only one."""
    rows = [row_of(place.site, version)]
    page = front_page(rows, frame, unzipped=True, words=words_of_front(place, rows, frame))
    return {"index.html": page.encode(), "versions.json": versions_json([version]).encode()}


def _write(file: Path, folder: Path, above: Mapping[str, bytes]) -> int:
    """Write the zip so that a reader sees the old one or the new; return how many files are in it."""
    paths = {f"{folder.name}/{path.relative_to(folder).as_posix()}": path for path in _files_in(folder)}
    file.parent.mkdir(parents=True, exist_ok=True)
    beside = file.with_name(f".{file.name}.new")
    beside.unlink(missing_ok=True)
    try:
        # Made anew and never opened: through a link that somebody put here we would write into another file.
        with beside.open("xb") as raw, ZipFile(raw, "w") as opened:
            for name in sorted((*above, *paths)):
                with io.BytesIO(above[name]) if name in above else paths[name].open("rb") as source:
                    _add(opened, name, source, len(above[name]) if name in above else paths[name].stat().st_size)
        os.replace(beside, file)
    finally:
        beside.unlink(missing_ok=True)
    return len(above) + len(paths)


def _files_in(folder: Path) -> Iterator[Path]:
    """Every file of a version. A link, or what is no plain file, was put there by somebody and is not followed."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                yield from _files_in(Path(entry.path))
            elif entry.is_file(follow_symlinks=False):
                yield Path(entry.path)
            else:
                raise NotPacked(
                    f"{entry.path} is a link or no plain file, which a build never makes; delete it and build again"
                )


def _add(opened: ZipFile, name: str, source: BinaryIO, size: int) -> None:
    info = ZipInfo(name, _TIME)
    info.create_system, info.external_attr = 3, _PLAIN_FILE
    info.compress_type = ZIP_STORED if Path(name).suffix in _SMALL_ALREADY else ZIP_DEFLATED
    info.file_size = size
    with opened.open(info, "w") as target:
        shutil.copyfileobj(source, target, 1 << 20)

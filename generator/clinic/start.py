"""A clinic's own course: started as a copy of the shipped one, and later compared with what ships then.

Nothing here writes into a folder that holds something, and nothing else of this package writes into a course.
"""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.editors import help_editors
from generator.kept import read_json
from generator.load import LARGEST_FILE, Source, languages_in
from generator.paths import SHIPPED, START
from generator.source import read_yaml, shown

RECORD = ".psychoed-course.json"
"""Stands in the clinic's folder: what each file was like when the copy was made."""
CLINIC = "modules/clinic.yml"
"""Made to be changed; what changes in the shipped one is told, for it explains new keys."""
SAFETY = "modules/safety.yml"
SAFETY_PARTS = ("numbers", "messages")
SHAPE = 1
"""Of the record; raised when what stands in it changes."""

Digests = Mapping[str, str]
"""A file's path, or a part of safety.yml as `messages S-CRISIS` → the digest of its content."""


class NotStarted(Exception):
    """The folder cannot be used; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Change:
    """A file, or a part of safety.yml, that is not what it was when the copy was made."""

    name: str
    by: str
    """`you`, `us` or `both`."""
    how: str
    """`changed`, `new` or `gone`."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """A clinic's course beside the shipped one."""

    since: str
    """The version of the program that the copy was made with."""
    shipped: Path
    """Where the files as they ship now stand."""
    files: tuple[Change, ...]
    safety: tuple[Change, ...]
    """Phone numbers and safety messages, by their ids."""
    is_safety_read: bool = True
    """Whether the clinic's safety.yml can be read; of one that cannot, nobody knows what is in it."""


def start(folder: Path) -> tuple[str, ...]:
    """Copy the shipped course into a new or empty folder; the names of the files written. Raises NotStarted."""
    _refuse(folder)
    if not shipped_files():
        raise NotStarted("this installation brings no course to start from; install psychoed again")
    try:
        return _fill_empty(folder) if folder.exists() else _make(folder)
    except OSError as error:
        raise NotStarted(f"{folder} cannot be written ({error.strerror or error}); name another folder") from None


def _refuse(folder: Path) -> None:
    try:
        if folder.is_symlink() and not folder.exists():
            raise NotStarted(f"{folder} is a link that leads nowhere; name a new folder")
        if folder.resolve().is_relative_to((SHIPPED / "modules").resolve()):
            raise NotStarted(f"{folder} is inside the course that came with psychoed; name a folder somewhere else")
        if folder.exists() and not folder.is_dir():
            raise NotStarted(f"{folder} is a file; name a new folder")
        if folder.is_dir() and any(folder.iterdir()):
            raise NotStarted(f"{folder} holds something already; name a new or an empty folder")
    except OSError as error:
        raise NotStarted(f"{folder} cannot be read ({error.strerror or error}); name another folder") from None


def _fill(folder: Path) -> Iterator[str]:
    for name, content in shipped_files().items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        yield name
    for template, name in (("README.md", "README.md"), ("gitignore", ".gitignore")):
        (folder / name).write_bytes((START / template).read_bytes())
        yield name
    yield from help_editors(folder / "modules", languages_in(folder / "modules"))
    # Last: a copy that was cut short has no record, and is not taken for a whole one.
    (folder / RECORD).write_text(_record(), encoding="utf-8")
    yield RECORD


def _make(folder: Path) -> tuple[str, ...]:
    """A folder that stands there whole or not at all, whatever ends this."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix=".psychoed-", dir=folder.parent) as beside:
        fresh = Path(beside) / "course"
        fresh.mkdir()
        names = tuple(_fill(fresh))
        fresh.rename(folder)
    return names


def _fill_empty(folder: Path) -> tuple[str, ...]:
    """Fill a folder that somebody made, and may stand in; what ends this leaves it empty."""
    try:
        return tuple(_fill(folder))
    except BaseException:
        for path in folder.iterdir():
            shutil.rmtree(path, ignore_errors=True) if path.is_dir() else path.unlink(missing_ok=True)
        raise


def _record() -> str:
    files = shipped_files()
    told = {"shape": SHAPE, "version": generator_version(), "files": digests(files), "safety": safety_digests(files)}
    return json.dumps(told, indent=1, sort_keys=True) + "\n"


def shipped_files() -> dict[str, bytes]:
    """The shipped course by path: everything in `modules/`, and mkdocs.yml."""
    return course_files(SHIPPED)


def course_files(folder: Path) -> dict[str, bytes]:
    """What a folder holds of a course; names that start with a dot are other programs' own."""
    found = sorted(path for path in (folder / "modules").rglob("*") if path.is_file())
    named = {path.relative_to(folder): path for path in (*found, folder / "mkdocs.yml") if path.is_file()}
    return {
        name.as_posix(): _content(path)
        for name, path in named.items()
        if not any(part.startswith(".") for part in name.parts)
    }


def _content(path: Path) -> bytes:
    # A film among the lessons would eat the memory; no file of a course is so large.
    size = path.stat().st_size
    return path.read_bytes() if size <= LARGEST_FILE else f"{size} bytes".encode()


def digests(files: Mapping[str, bytes]) -> dict[str, str]:
    """The digest of each file; ends of lines do not count, for some programs change them."""
    return {name: hashlib.sha256(content.replace(b"\r\n", b"\n")).hexdigest() for name, content in files.items()}


def safety_digests(files: Mapping[str, bytes]) -> dict[str, str]:
    """The digest of each number and message of safety.yml; none where it cannot be read."""
    value = _safety(files) or {}
    groups = [(part, value.get(part)) for part in SAFETY_PARTS]
    return {
        f"{part} {id_}": hashlib.sha256(json.dumps(held, sort_keys=True).encode()).hexdigest()
        for part, group in groups
        if isinstance(group, dict)
        for id_, held in group.items()
    }


def _safety(files: Mapping[str, bytes]) -> Mapping[str, object] | None:
    """What safety.yml holds, nothing where it is not there; None where it cannot be read."""
    if SAFETY not in files:
        return {}
    document, problems = read_yaml(Source(SAFETY, files[SAFETY].decode("utf-8", "replace"), ""))
    return document.value if document and not problems and isinstance(document.value, dict) else None


def compare(folder: Path) -> Comparison:
    """What you and we changed since the copy was made. Raises NotStarted if the folder holds no such copy."""
    then = read_json(folder / RECORD)
    if not folder.is_dir():
        raise NotStarted(f"there is no folder {folder}")
    if then is None or not _is_record(then):
        raise NotStarted(
            f"{folder} has no {RECORD} that can be read; only a course made by `psychoed init` can be compared"
        )
    if then.get("shape") != SHAPE:
        raise NotStarted(f"{folder} was started by a newer version of psychoed; compare it with that one")
    try:
        yours, ours = course_files(folder), shipped_files()
    except OSError as error:
        raise NotStarted(f"{error.filename} cannot be read ({error.strerror or error})") from None
    is_read = _safety(yours) is not None
    return Comparison(
        shown(str(then["version"])),
        SHIPPED,
        tuple(changes(then["files"], digests(yours), digests(ours))),
        tuple(changes(then["safety"], safety_digests(yours), safety_digests(ours))) if is_read else (),
        is_read,
    )


def _is_record(then: Mapping[str, object]) -> bool:
    groups = (then.get("files"), then.get("safety"))
    return isinstance(then.get("version"), str) and all(
        isinstance(group, dict) and all(isinstance(value, str) for value in group.values()) for group in groups
    )


def changes(then: Digests, yours: Digests, ours: Digests) -> Iterator[Change]:
    """What is not as it was, by name. Both sides with the same content are of one mind: nothing is left to do."""
    for name in sorted({*then, *yours, *ours}):
        was, here, there = then.get(name), yours.get(name), ours.get(name)
        if here == there:
            continue
        by = "both" if was not in (here, there) else "us" if was == here else "you"
        now = there if by == "us" else here
        yield Change(name, by, "new" if was is None else "gone" if now is None else "changed")


def generator_version() -> str:
    """The version of this package, as it is installed."""
    try:
        return version("psychoed")
    except PackageNotFoundError:
        return "unknown"

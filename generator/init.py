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

from generator.kept import read_json
from generator.load import Source
from generator.paths import SHIPPED, START
from generator.source import read_yaml

RECORD = ".psychoed-course.json"
"""Stands in the clinic's folder: what each file was like when the copy was made."""
CLINIC = "modules/clinic.yml"
"""Made to be changed; what changes in the shipped one is told, for it explains new keys."""
SAFETY = "modules/safety.yml"
SAFETY_PARTS = ("numbers", "messages")

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


def start(folder: Path) -> tuple[str, ...]:
    """Copy the shipped course into a new or empty folder; the names of the files written. Raises NotStarted."""
    _refuse(folder)
    if not shipped_files():
        raise NotStarted("this installation brings no course to start from; install psychoed again")
    made = not folder.exists()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return tuple(_fill(folder))
    except OSError as error:
        _undo(folder, made)
        raise NotStarted(f"{folder} cannot be written ({error.strerror or error}); name another folder") from None


def _refuse(folder: Path) -> None:
    if folder.is_symlink() and not folder.exists():
        raise NotStarted(f"{folder} is a link that leads nowhere; name a new folder")
    try:
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
    # Last: a copy that was cut short has no record, and is not taken for a whole one.
    (folder / RECORD).write_text(_record(), encoding="utf-8")
    yield RECORD


def _undo(folder: Path, made: bool) -> None:
    """Take half a copy away; the folder was empty before."""
    if not folder.is_dir():
        return
    if made:
        shutil.rmtree(folder, ignore_errors=True)
        return
    for path in folder.iterdir():
        shutil.rmtree(path, ignore_errors=True) if path.is_dir() else path.unlink(missing_ok=True)


def _record() -> str:
    files = shipped_files()
    told = {"shape": 1, "version": generator_version(), "files": digests(files), "safety": safety_digests(files)}
    return json.dumps(told, indent=1, sort_keys=True) + "\n"


def shipped_files() -> dict[str, bytes]:
    """The shipped course by path: everything in `modules/`, and mkdocs.yml."""
    return course_files(SHIPPED)


def course_files(folder: Path) -> dict[str, bytes]:
    """What a folder holds of a course; names that start with a dot are other programs' own."""
    found = sorted(path for path in (folder / "modules").rglob("*") if path.is_file())
    named = {path.relative_to(folder): path for path in (*found, folder / "mkdocs.yml") if path.is_file()}
    return {
        name.as_posix(): path.read_bytes()
        for name, path in named.items()
        if not any(part.startswith(".") for part in name.parts)
    }


def digests(files: Mapping[str, bytes]) -> dict[str, str]:
    """The digest of each file; ends of lines do not count, for some programs change them."""
    return {name: hashlib.sha256(content.replace(b"\r\n", b"\n")).hexdigest() for name, content in files.items()}


def safety_digests(files: Mapping[str, bytes]) -> dict[str, str]:
    """The digest of each number and message of safety.yml; none where it cannot be read."""
    text = files.get(SAFETY, b"").decode("utf-8", "replace")
    document, _ = read_yaml(Source(SAFETY, text, ""))
    value = document.value if document and isinstance(document.value, dict) else {}
    groups = [(part, value.get(part)) for part in SAFETY_PARTS]
    return {
        f"{part} {id_}": hashlib.sha256(json.dumps(held, sort_keys=True).encode()).hexdigest()
        for part, group in groups
        if isinstance(group, dict)
        for id_, held in group.items()
    }


def compare(folder: Path) -> Comparison:
    """What you and we changed since the copy was made. Raises NotStarted if the folder holds no such copy."""
    then = read_json(folder / RECORD)
    if not folder.is_dir():
        raise NotStarted(f"there is no folder {folder}")
    if then is None or not _is_record(then):
        raise NotStarted(
            f"{folder} has no {RECORD} that can be read; only a course made by `psychoed init` can be compared"
        )
    try:
        yours, ours = course_files(folder), shipped_files()
    except OSError as error:
        raise NotStarted(f"{error.filename} cannot be read ({error.strerror or error})") from None
    return Comparison(
        str(then["version"]),
        SHIPPED,
        tuple(changes(then["files"], digests(yours), digests(ours))),
        tuple(changes(then["safety"], safety_digests(yours), safety_digests(ours))),
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

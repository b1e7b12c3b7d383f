"""OutputFiles → disk: a new folder made beside the old one, then swapped in whole.

Files that did not change are linked, not written again. Until the swap, the old folder is untouched; a build
that is killed leaves it as it was.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
from collections.abc import Iterable
from pathlib import Path

from generator.kept import BuiltFile
from generator.render.outputs import OutputFile

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2


class Staging:
    """A folder that becomes the site: kept files are linked into it, new ones written."""

    def __init__(self, target: Path, beside: Path) -> None:
        self.target = target
        self.folder = beside / f"{target.name}.new"
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir(parents=True)
        self._made: set[Path] = {self.folder}

    def link(self, names: Iterable[str]) -> None:
        """Take files over from the old folder as they are."""
        for name in names:
            here = self._room_for(name)
            try:
                os.link(self.target / name, here)
            except OSError:  # A file system without hard links.
                shutil.copy2(self.target / name, here)

    def write(self, file: OutputFile, key: str) -> BuiltFile:
        """Write a new file."""
        here = self._room_for(file.path)
        here.write_bytes(file.content)
        found = here.stat()
        return BuiltFile(key, found.st_size, found.st_mtime_ns)

    def swap(self) -> None:
        """Put the new folder in the place of the old one, and delete the old."""
        if self.target.exists():
            exchange(self.folder, self.target)
            shutil.rmtree(self.folder)
        else:
            self.target.parent.mkdir(parents=True, exist_ok=True)
            os.rename(self.folder, self.target)

    def _room_for(self, name: str) -> Path:
        here = self.folder / name
        if here.parent not in self._made:
            here.parent.mkdir(parents=True, exist_ok=True)
            self._made.add(here.parent)
        return here


def exchange(new: Path, old: Path) -> None:
    """Swap two folders: in one step on Linux, elsewhere in two that `recover` can finish."""
    if sys.platform == "linux" and _exchange_at_once(new, old):
        return
    aside = old.with_name(f".{old.name}.old")
    shutil.rmtree(aside, ignore_errors=True)
    os.rename(old, aside)
    try:
        os.rename(new, old)
    except OSError:
        os.rename(aside, old)
        raise
    os.rename(aside, new)


def _exchange_at_once(new: Path, old: Path) -> bool:
    try:
        rename = ctypes.CDLL(None, use_errno=True).renameat2
    except (AttributeError, OSError):  # A C library without renameat2 (glibc before 2.28).
        return False
    done: int = rename(_AT_FDCWD, os.fsencode(new), _AT_FDCWD, os.fsencode(old), _RENAME_EXCHANGE)
    return done == 0


def recover(target: Path) -> None:
    """Finish a swap that was cut off between its two steps: the old folder comes back."""
    aside = target.with_name(f".{target.name}.old")
    if aside.exists() and not target.exists():
        os.rename(aside, target)

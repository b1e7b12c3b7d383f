"""One build at a time: a second one is refused with a clear sentence, and a killed one leaves no lock behind."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from generator.kept import write_whole


class Busy(Exception):
    """Another build is writing the same site."""


@contextmanager
def only_one(kept: Path) -> Iterator[None]:
    """Hold the lock of a site while the block runs. Raises Busy at once if another process holds it."""
    kept.mkdir(parents=True, exist_ok=True)
    lock, holder = FileLock(kept / "lock", timeout=0), kept / "lock-holder"
    try:
        # The system lets go of the lock when the process ends, however it ends.
        with lock:
            write_whole(holder, str(os.getpid()).encode())
            yield
    except Timeout:
        who = _who(holder)
        raise Busy(f"another build is writing this site (process {who}); wait until it ends, then try again") from None


def _who(holder: Path) -> str:
    """The number of the process that holds the lock, as it wrote it down."""
    try:
        found = holder.read_bytes() if holder.is_file() else b""
    except OSError:
        found = b""
    return found.decode() if re.fullmatch(rb"[0-9]{1,20}", found) else "unknown"

"""One build at a time: a second one is refused with a clear sentence, and a killed one leaves no lock behind."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout


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
            holder.write_text(str(os.getpid()), encoding="ascii")
            yield
    except Timeout:
        who = holder.read_text(encoding="ascii") if holder.exists() else "unknown"
        raise Busy(f"another build is writing this site (process {who}); wait until it ends, then try again") from None

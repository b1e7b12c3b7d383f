"""Files → whether one of them changed: by looking at their times, which works on every disk, shared ones too."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

PAUSE = 0.1
"""Seconds between two looks; a look at 600 files takes about 5 ms."""
SETTLED = 0.04
"""Seconds without a change after which a save counts as whole: some editors empty a file before they fill it."""

Seen = dict[str, tuple[int, int]]
"""Path → time and size of each file."""


def look(places: Iterable[Path]) -> Seen:
    """The files at these places and below them; hidden ones and those that editors leave behind do not count."""
    return {path: found for place in places for path, found in _files(str(place))}


def _files(place: str, above: tuple[str, ...] = ()) -> Iterator[tuple[str, tuple[int, int]]]:
    here = os.path.realpath(place)
    if here in above:  # A link that leads back up: with two of them, a look would take hours.
        return
    try:
        if not os.path.isdir(place):
            yield place, _times(os.stat(place))
            return
        with os.scandir(place) as entries:
            for entry in entries:
                if entry.name.startswith((".", "#")) or entry.name.endswith(("~", ".swp", ".tmp", ".pyc")):
                    continue
                if entry.is_dir():
                    yield from _files(entry.path, (*above, here))
                else:
                    yield entry.path, _times(entry.stat())
    except OSError:  # It went away while we looked; the next look will see that.
        return


def _times(found: os.stat_result) -> tuple[int, int]:
    return found.st_mtime_ns, found.st_size


def wait_for_change(places: Iterable[Path], seen: Seen, is_over: Callable[[], bool]) -> Seen:
    """Wait until something differs from `seen` and has settled, or it is over; what is there now."""
    places = tuple(places)
    while not is_over():
        now = look(places)
        if now != seen:
            return _settled(places, now)
        time.sleep(PAUSE)
    return seen


def _settled(places: tuple[Path, ...], now: Seen) -> Seen:
    for _ in range(25):
        time.sleep(SETTLED)
        after = look(places)
        if after == now:
            return now
        now = after
    return now

"""The loop of the preview: build, tell, wait for a save."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, replace
from multiprocessing import get_context, parent_process
from pathlib import Path
from threading import Event, Lock, Thread

from generator.order import Order, Place
from generator.paths import TEMPLATES
from generator.serve.server import Preview, listen
from generator.serve.sheets import Sheets
from generator.serve.state import result_of
from generator.serve.watch import look, wait_for_change
from generator.serve.work import Outcome, Paper, build_web, set_sheet

Told = Callable[[Outcome], None]


@dataclass(frozen=True, slots=True)
class Wanted:
    """Where the preview listens. A port that was not chosen may be another one, if that is taken."""

    host: str = "127.0.0.1"
    port: int = 8000
    is_chosen: bool = False


def preview_place(place: Place) -> Place:
    """Where the preview builds: beside what is kept between builds, never into the site."""
    return replace(place, site=place.kept / "preview" / "web")


class _Builder:
    """A process that builds pages and one that sets sheets; new ones when a template changed, or when one died."""

    def __init__(self, place: Place, order: Order) -> None:
        self._place, self._order, self._lock = place, order, Lock()
        self._pages, self._sheets = _pool(), _pool()

    def renew(self) -> None:
        """Leave the old processes to their end, and start others."""
        with self._lock:
            old, (self._pages, self._sheets) = (self._pages, self._sheets), (_pool(), _pool())
        for pool in old:
            pool.shutdown(wait=False, cancel_futures=True)

    def build(self) -> Outcome:
        """Build the pages."""
        with self._lock:
            pages = self._pages
        outcome = result_of(pages.submit(build_web, self._place, self._order))
        if outcome.fault and not _lives(pages):
            self.renew()
        return outcome

    def set_sheet(self, path: str, known: str, is_drawn: bool) -> Paper | None:
        """Set a sheet; None also where that fails, for the next build says why."""
        with self._lock:
            sheets = self._sheets
        try:
            return sheets.submit(set_sheet, self._place, self._order, path, known, is_drawn).result()
        except Exception:  # Whatever happened there: the page goes on with what it has.
            return None

    def end(self) -> None:
        """End the processes."""
        for pool in (self._pages, self._sheets):
            pool.shutdown(wait=False, cancel_futures=True)


def _lives(pool: ProcessPoolExecutor) -> bool:
    try:
        return pool.submit(int).result() == 0
    except Exception:
        return False


def _pool() -> ProcessPoolExecutor:
    # A fresh start and no fork: this process has threads.
    return ProcessPoolExecutor(1, mp_context=get_context("spawn"), initializer=_live_and_die_with_the_server)


def _live_and_die_with_the_server() -> None:
    """Ctrl-C is meant for the server, which ends this process; and however it ends, this one does not outlive it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    server = parent_process()
    assert server

    def watch() -> None:
        server.join()
        os._exit(1)

    Thread(target=watch, daemon=True).start()


@contextmanager
def previewing(place: Place, order: Order, wanted: Wanted, told: Told) -> Iterator[Preview]:
    """A preview that runs while the block does: a server, and builds in a thread. Raises NoPort."""
    shown = preview_place(place)
    builder, over = _Builder(shown, order), Event()
    try:
        sheets = Sheets(order.version, builder.set_sheet)
        server = listen(wanted.host, wanted.port, wanted.is_chosen, shown.site, lambda: _home(shown, order), sheets)
    except BaseException:
        builder.end()
        raise
    threads = [
        Thread(target=server.serve_forever, kwargs={"poll_interval": 0.1}, daemon=True),
        Thread(target=_build_at_saves, args=(place, builder, server, told, over), daemon=True),
    ]
    try:
        for thread in threads:
            thread.start()
        yield server
    finally:
        over.set()
        server.shutdown()
        server.server_close()
        builder.end()


def _build_at_saves(place: Place, builder: _Builder, server: Preview, told: Told, over: Event) -> None:
    watched = (place.course, place.config_file, TEMPLATES)
    while not over.is_set():
        seen = look(watched)
        outcome = builder.build()
        if over.is_set():
            return
        server.state.tell(outcome)
        told(outcome)
        after = wait_for_change(watched, seen, over.is_set)
        server.sheets.set_ahead()
        if _templates(seen) != _templates(after):
            builder.renew()


def _templates(seen: dict[str, tuple[int, int]]) -> dict[str, tuple[int, int]]:
    return {path: times for path, times in seen.items() if path.startswith(str(TEMPLATES))}


def _home(place: Place, order: Order) -> str:
    """The first page of the course; empty before there is one."""
    version = place.site / order.version
    homes: list[Path] = sorted(version.glob("*/index.html"))
    return f"/{order.version}/{homes[0].parent.name}/index.html" if homes else ""

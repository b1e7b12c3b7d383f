"""The work that is spread over processes: compile modules, build pages, set sheets."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self, TypeVar

from generator.compile import Compiled, compile_module
from generator.course import Build, Frame
from generator.engines.look import Look
from generator.engines.pdf import set_sheets
from generator.engines.site import build_pages
from generator.load import Source
from generator.order import Say, silent
from generator.render.outputs import OutputFile, Page, Sheet

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor

Item = TypeVar("Item")

FEW_MODULES, FEW_PAGES, FEW_SHEETS = 6, 40, 8
"""Up to so many are done in this process: starting others takes about half a second."""

PAGES_A_CHUNK, SHEETS_A_CHUNK = 250, 12
"""Large enough that the start of an engine does not count, small enough that people see how far the work is."""


class WorkerDied(Exception):
    """A process ended before its work did: killed, or out of memory."""


@dataclass(frozen=True, slots=True)
class PageTask:
    """Pages of one tree to build."""

    folder: str
    look: Look
    pages: Sequence[Page]


@dataclass(frozen=True, slots=True)
class SheetTask:
    """A sheet to set, and the language's folder it belongs to."""

    folder: str
    sheet: Sheet


@dataclass(frozen=True, slots=True)
class _Chunk:
    """A function to call in some process, what it is called with, and how many outputs that makes."""

    folder: str
    work: Callable[..., tuple[OutputFile, ...]]
    given: tuple[Any, ...]
    count: int


class Workers:
    """A pool of processes that starts when there is enough to do, and not before."""

    def __init__(self, jobs: int | None = None, say: Say = silent) -> None:
        cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
        self.jobs = jobs or cores
        self.say = say
        self._pool: ProcessPoolExecutor | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._pool:
            self._pool.shutdown(cancel_futures=True)

    def compile(self, sources: Sequence[Source], frame: Frame, build: Build) -> Iterator[tuple[Source, Compiled]]:
        """Compile modules; they come back in any order."""
        parts = split(sources, min(4 * self.jobs, len(sources)))
        here = self.jobs == 1 or len(sources) <= FEW_MODULES
        done = 0
        for part in self._each([(compile_modules, (part, frame, build)) for part in parts], here):
            done += len(part)
            self.say("read", done, len(sources))
            yield from part

    def make(self, pages: Sequence[PageTask], sheets: Sequence[SheetTask]) -> Iterator[tuple[str, OutputFile]]:
        """Build pages and set sheets; the files come back in any order, each with the folder it belongs to."""
        chunks = [*self._page_chunks(pages), *_sheet_chunks(sheets, self.jobs)]
        count = sum(chunk.count for chunk in chunks)
        here = self.jobs == 1 or (sum(len(task.pages) for task in pages) <= FEW_PAGES and len(sheets) <= FEW_SHEETS)
        done = 0
        for chunk, files in self._each([(_with_chunk, (chunk,)) for chunk in chunks], here):
            done += chunk.count
            self.say("make", done, count)
            root = chunk.folder.partition("/")[0] + "/"
            yield from ((root, file) for file in files)

    def _page_chunks(self, tasks: Sequence[PageTask]) -> Iterator[_Chunk]:
        for task in tasks:
            many = max(self.jobs, -(-len(task.pages) // PAGES_A_CHUNK)) if len(task.pages) > FEW_PAGES else 1
            for part in split(task.pages, many):
                yield _Chunk(task.folder, build_pages, (part, task.look), len(part))

    def _each(self, calls: Sequence[tuple[Callable[..., Item], tuple[Any, ...]]], here: bool) -> Iterator[Item]:
        """Call each function, here or in the pool. Raises WorkerDied if a process of the pool ended early."""
        if here:
            yield from (work(*given) for work, given in calls)
            return
        # Loaded here: most builds after an edit never start a process.
        from concurrent.futures import as_completed
        from concurrent.futures.process import BrokenProcessPool

        pool = self._started()
        futures: Iterable[Future[Item]] = [pool.submit(work, *given) for work, given in calls]
        try:
            for future in as_completed(futures):
                yield future.result()
        except BrokenProcessPool:
            raise WorkerDied(
                "a process of this build was stopped from outside, or the memory ran out; try --jobs 1"
            ) from None

    def _started(self) -> ProcessPoolExecutor:
        if self._pool is None:
            import multiprocessing
            from concurrent.futures import ProcessPoolExecutor

            # A plain fork would copy threads. A fork server reads our modules once for all workers; where there is
            # none (Windows), each worker reads them.
            ways = multiprocessing.get_all_start_methods()
            context = multiprocessing.get_context("forkserver" if "forkserver" in ways else "spawn")
            if "forkserver" in ways:
                context.set_forkserver_preload(["generator.workers"])
            self._pool = ProcessPoolExecutor(self.jobs, mp_context=context, initializer=_one_thread)
        return self._pool


def _one_thread() -> None:
    """Each process has a core to itself, so Typst need not share its work out once more."""
    os.environ.setdefault("RAYON_NUM_THREADS", "1")


def _with_chunk(chunk: _Chunk) -> tuple[_Chunk, tuple[OutputFile, ...]]:
    """Do a chunk's work; what it was given need not travel back."""
    return _Chunk(chunk.folder, chunk.work, (), chunk.count), chunk.work(*chunk.given)


def _sheet_chunks(tasks: Sequence[SheetTask], jobs: int) -> Iterator[_Chunk]:
    for folder in sorted({task.folder for task in tasks}):
        sheets = [task.sheet for task in tasks if task.folder == folder]
        for part in split(sheets, max(jobs, -(-len(sheets) // SHEETS_A_CHUNK))):
            yield _Chunk(folder, set_sheets, (part,), len(part))


def compile_modules(sources: Sequence[Source], frame: Frame, build: Build) -> tuple[tuple[Source, Compiled], ...]:
    """Compile modules in this process."""
    return tuple((source, compile_module(source, frame, build)) for source in sources)


def split(items: Sequence[Item], parts: int) -> list[Sequence[Item]]:
    """Cut a sequence into at most so many parts of nearly equal length; none is empty."""
    if not items:
        return []
    size = -(-len(items) // max(1, parts))
    return [items[start : start + size] for start in range(0, len(items), size)]

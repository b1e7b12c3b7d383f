"""The work that is spread over processes: compile modules, build pages, set sheets."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self, TypeVar

from generator.compile import Compiled, compile_module
from generator.course import Build, Frame
from generator.engines.pdf import set_sheets
from generator.engines.site import Look, build_pages
from generator.load import Source
from generator.render.outputs import OutputFile, Page, Sheet

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor

Item = TypeVar("Item")
Task = tuple[str, Callable[..., tuple[OutputFile, ...]], tuple[Any, ...]]
"""A language's folder, a function, and what it is called with."""

FEW_MODULES, FEW_PAGES, FEW_SHEETS = 6, 40, 8
"""Up to so many are done in this process: starting others takes about half a second."""

SHEETS_A_CHUNK = 12


class Workers:
    """A pool of processes that starts when there is enough to do, and not before."""

    def __init__(self, jobs: int | None = None) -> None:
        self.jobs = jobs or len(os.sched_getaffinity(0) if hasattr(os, "sched_getaffinity") else range(os.cpu_count() or 1))
        self._pool: ProcessPoolExecutor | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self._pool:
            self._pool.shutdown(cancel_futures=True)

    def compile(self, sources: Sequence[Source], frame: Frame, build: Build) -> Iterator[tuple[Source, Compiled]]:
        """Compile modules; they come back in any order."""
        if self.jobs == 1 or len(sources) <= FEW_MODULES:
            yield from compile_modules(sources, frame, build)
            return
        chunks = split(sources, min(4 * self.jobs, len(sources)))
        for done in _as_completed([self._submit().submit(compile_modules, chunk, frame, build) for chunk in chunks]):
            yield from done.result()

    def make(
        self, pages: Sequence[tuple[str, Look, Sequence[Page], bool]], sheets: Sequence[tuple[str, Sheet]]
    ) -> Iterator[tuple[str, OutputFile]]:
        """Build pages (folder, look, pages, whether with assets) and set sheets (folder, sheet).

        The files come back in any order, each with the folder it belongs to.
        """
        tasks = self._page_tasks(pages) + _sheet_tasks(sheets, self.jobs)
        count = sum(len(group) for _, _, group, _ in pages)
        if self.jobs == 1 or (count <= FEW_PAGES and len(sheets) <= FEW_SHEETS):
            for folder, work, arguments in tasks:
                yield from ((folder, file) for file in work(*arguments))
            return
        futures = {self._submit().submit(work, *arguments): folder for folder, work, arguments in tasks}
        for done in _as_completed(futures):
            yield from ((futures[done], file) for file in done.result())

    def _page_tasks(self, groups: Sequence[tuple[str, Look, Sequence[Page], bool]]) -> list[Task]:
        tasks: list[Task] = []
        for folder, look, pages, assets in groups:
            chunks = split(pages, self.jobs if len(pages) > FEW_PAGES else 1) or [()]
            tasks += [(folder, build_pages, (chunk, look, assets and not number)) for number, chunk in enumerate(chunks)]
        return tasks

    def _submit(self) -> ProcessPoolExecutor:
        if self._pool is None:
            # Loaded here: most builds after an edit never start a process.
            import multiprocessing
            from concurrent.futures import ProcessPoolExecutor

            # "spawn" is the one way that works alike on every system; a fork would copy Typst's threads.
            self._pool = ProcessPoolExecutor(self.jobs, mp_context=multiprocessing.get_context("spawn"))
        return self._pool


def _as_completed(futures: Iterable[Future[Item]]) -> Iterator[Future[Item]]:
    from concurrent.futures import as_completed

    return as_completed(futures)


def _sheet_tasks(sheets: Sequence[tuple[str, Sheet]], jobs: int) -> list[Task]:
    folders = sorted({folder for folder, _ in sheets})
    return [
        (folder, set_sheets, (chunk,))
        for folder in folders
        for group in ([sheet for place, sheet in sheets if place == folder],)
        for chunk in split(group, max(jobs, -(-len(group) // SHEETS_A_CHUNK)))
    ]


def compile_modules(sources: Sequence[Source], frame: Frame, build: Build) -> tuple[tuple[Source, Compiled], ...]:
    """Compile modules in this process."""
    return tuple((source, compile_module(source, frame, build)) for source in sources)


def split(items: Sequence[Item], parts: int) -> list[Sequence[Item]]:
    """Cut a sequence into at most so many parts of nearly equal length; none is empty."""
    if not items:
        return []
    size = -(-len(items) // max(1, parts))
    return [items[start : start + size] for start in range(0, len(items), size)]

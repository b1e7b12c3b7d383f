"""How far the work is, on the error stream, where somebody looks at it."""

from __future__ import annotations

import sys
from types import TracebackType
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

MANY = 50
"""Things to do from which on a line is written to a stream that is no terminal."""

_WORDS = {
    "read": "Reading modules",
    "make": "Making pages and sheets",
    "bind": "Setting modules in one file, with about 20 MB of memory for each",
}


class Bar:
    """Called with (step, done, of); draws a bar in a terminal and stays silent elsewhere."""

    def __init__(self, quiet: bool) -> None:
        self._progress = None if quiet or not sys.stderr.isatty() else _progress()
        self._lines: set[str] | None = None if quiet else set()
        self._tasks: dict[str, TaskID] = {}

    def __enter__(self) -> Self:
        if self._progress:
            self._progress.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._progress:
            self._progress.stop()

    def __call__(self, step: str, done: int, of: int) -> None:
        if self._progress is None:
            self._say_once(step, of)
            return
        if step not in self._tasks:
            self._tasks[step] = self._progress.add_task(_WORDS[step], total=of)
        self._progress.update(self._tasks[step], completed=done, total=of)

    def _say_once(self, step: str, of: int) -> None:
        """Where nobody watches a bar, a line a step is enough, and none for what is quick."""
        if self._lines is not None and of >= MANY and step not in self._lines:
            self._lines.add(step)
            print(f"{_WORDS[step]}: {of}", file=sys.stderr, flush=True)


def _progress() -> Progress:
    # Loaded here: most builds are quick and nobody watches them, and the library takes 30 ms to load.
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    return Progress(*columns, console=Console(stderr=True), transient=True)

"""How far the work is, on the error stream, where somebody looks at it."""

from __future__ import annotations

from types import TracebackType
from typing import Self

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeElapsedColumn

_WORDS = {"read": "Reading modules", "make": "Making pages and sheets"}


class Bar:
    """Called with (step, done, of); draws a bar in a terminal and stays silent elsewhere."""

    def __init__(self, quiet: bool) -> None:
        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
        console = Console(stderr=True)
        self._progress = Progress(*columns, console=console, transient=True, disable=quiet or not console.is_terminal)
        self._tasks: dict[str, TaskID] = {}

    def __enter__(self) -> Self:
        self._progress.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._progress.stop()

    def __call__(self, step: str, done: int, of: int) -> None:
        if step not in self._tasks:
            self._tasks[step] = self._progress.add_task(_WORDS[step], total=of)
        self._progress.update(self._tasks[step], completed=done, total=of)

"""Addresses → sheets: set when somebody looks at them, and shown as they last were while a mistake is in the way."""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock, Thread

from generator.serve.work import Paper

SetSheet = Callable[[str, str, bool], Paper | None]
"""Path in the version's folder, the key that is known, whether to draw → the sheet; see `work.set_sheet`."""
MOST = 40
"""Sheets that are remembered."""


class Sheets:
    """The sheets that were looked at."""

    def __init__(self, version: str, set_sheet: SetSheet) -> None:
        self._folder, self._set = f"/{version}/", set_sheet
        self._last: dict[tuple[str, bool], Paper] = {}
        self._lock = Lock()

    def pdf(self, address: str) -> bytes | None:
        """The PDF at an address of the site."""
        paper = self._paper(address, is_drawn=False)
        return paper.pdf if paper else None

    def drawn(self, address: str) -> dict[str, object]:
        """The key and the number of pages of a sheet; no key where there is no such sheet."""
        paper = self._paper(address, is_drawn=True)
        return {"key": paper.key, "pages": len(paper.pages)} if paper else {"key": "", "pages": 0}

    def page(self, key: str, number: int) -> str | None:
        """The drawing of a page, counted from 1."""
        with self._lock:
            papers = [paper for paper in self._last.values() if paper.key == key and paper.pages]
        return papers[0].pages[number - 1] if papers and 1 <= number <= len(papers[0].pages) else None

    def set_ahead(self) -> None:
        """Begin to set the sheet that was looked at last, while the pages are built."""
        with self._lock:
            asked = next(reversed(self._last), None)
        if asked:
            Thread(target=self._paper, args=(self._folder + asked[0], asked[1]), daemon=True).start()

    def _paper(self, address: str, is_drawn: bool) -> Paper | None:
        if not address.startswith(self._folder):
            return None
        asked = (address.removeprefix(self._folder), is_drawn)
        with self._lock:
            last = self._last.get(asked)
        made = self._set(asked[0], last.key if last else "", is_drawn)
        if made is None or (last and made.key == last.key):
            return last
        with self._lock:
            self._last.pop(asked, None)
            self._last[asked] = made
            for old in list(self._last)[:-MOST]:
                del self._last[old]
        return made

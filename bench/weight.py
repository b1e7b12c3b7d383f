"""What a first visit to a page moves: the page and all that it loads by itself, each gzipped."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from pathlib import Path

LOADED = re.compile(r"""<(?:script|link)\b[^>]*?\s(?:src|href)=["']?([^"'\s>]+)""")
NOT_LOADED = re.compile(r"""<link\b[^>]*\srel=["']?(?:canonical|prev|next|alternate)["'\s]""")
WORKER = re.compile(r'"search": ?"([^"]+)"')


def first_visit(page: Path) -> int:
    """Bytes over the network. Material and Zensical fetch their search worker and the whole index on every page."""
    return sum(len(gzip.compress(path.read_bytes(), 9)) for path in {page, *_loaded(page)})


def _loaded(page: Path) -> Iterator[Path]:
    text = page.read_text(encoding="utf-8")
    for address in LOADED.findall(NOT_LOADED.sub("<a ", text)):
        yield from _there(page, address)
    for worker in WORKER.findall(text):
        yield from _there(page, worker)
        root = page.parent / worker.partition("assets/")[0]
        yield from _there(root / "index.html", "search/search_index.json")
        yield from _there(root / "index.html", "search.json")


def _there(page: Path, address: str) -> Iterator[Path]:
    path = (page.parent / address.partition("?")[0]).resolve()
    if path.is_file():
        yield path

"""Search entries → the index that Material's search reads (its `search_index.json`)."""

from __future__ import annotations

import html
import json
from collections.abc import Iterable

from generator.render.outputs import OutputFile, SearchEntry, Tree, path_of

_CONFIG = {
    "separator": r"[\s\-]+",
    "pipeline": ["stopWordFilter"],
    "fields": {"title": {"boost": 1000.0}, "text": {"boost": 1.0}, "tags": {"boost": 1000000.0}},
}


def search_index(tree: Tree, entries: Iterable[tuple[str, SearchEntry]], language: str) -> OutputFile:
    """Make the index of one tree from (address of the page, entry)."""
    docs = [
        {
            "location": f"{address}#{entry.anchor}" if entry.anchor else address,
            "title": html.escape(entry.title),
            "text": html.escape(entry.text),
        }
        for address, entry in entries
    ]
    whole = {"config": {**_CONFIG, "lang": [language]}, "docs": docs}
    content = json.dumps(whole, ensure_ascii=False, separators=(",", ":")).encode()
    return OutputFile(path_of(tree, "search/search_index.json"), content)

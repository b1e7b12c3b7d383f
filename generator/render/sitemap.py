"""Addresses → sitemap.xml, which version selectors read to stay on the same page."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from generator.render.outputs import OutputFile


def sitemap(path: str, url: str, addresses: Iterable[str]) -> OutputFile:
    """List the addresses under `url`, sorted."""
    rows = "".join(f"  <url><loc>{escape(url + address, quote=False)}</loc></url>\n" for address in sorted(addresses))
    whole = f'<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{rows}</urlset>\n'
    return OutputFile(path, whole.encode())

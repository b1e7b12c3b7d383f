"""The versions beside each other: versions.json in mike's shape, the front page that lists them, `latest/`."""

from __future__ import annotations

import html
import json
import re
from dataclasses import dataclass
from pathlib import Path

from generator.kept import write_whole

LATEST = "latest"
DRAFT = "dev"
NAME = re.compile(r"[0-9]{4}\.[0-9]{1,2}(\.[0-9]{1,3})?")
"""A release is named after its year and number: 2026.1 or 2026.1.2."""


@dataclass(frozen=True, slots=True)
class Version:
    """A version's folder; `aliases` holds `latest` for the newest release."""

    version: str
    aliases: tuple[str, ...] = ()

    def as_json(self) -> dict[str, object]:
        """The shape that mike writes and Material's and Zensical's selectors read."""
        return {"version": self.version, "title": self.version, "aliases": list(self.aliases)}


def order_of(version: str) -> tuple[int, ...]:
    """Sorts 2026.10 after 2026.9; the draft comes last."""
    return tuple(int(part) for part in version.split(".")) if NAME.fullmatch(version) else (0,)


def versions_in(site: Path) -> tuple[Version, ...]:
    """Every version that stands in the folder, newest first; the draft last."""
    names = [path.name for path in site.iterdir() if path.is_dir() and (NAME.fullmatch(path.name) or path.name == DRAFT)] if site.is_dir() else []
    ordered = sorted(names, key=order_of, reverse=True)
    newest = next((name for name in ordered if NAME.fullmatch(name)), None)
    return tuple(Version(name, (LATEST,) if name == newest else ()) for name in ordered)


def write_front_page(site: Path) -> None:
    """Write versions.json and index.html for what stands in the folder now."""
    versions = versions_in(site)
    listed = json.dumps([version.as_json() for version in versions], indent=2) + "\n"
    _write_if_new(site / "versions.json", listed.encode())
    _write_if_new(site / "index.html", front_page(site, versions).encode())


def _write_if_new(path: Path, content: bytes) -> None:
    if not path.exists() or path.read_bytes() != content:
        write_whole(path, content)


_STYLE = (
    ":root{color-scheme:light dark}body{margin:0;color:#22292b;background:#fbf8f3;"
    "font:1.125rem/1.6 system-ui,-apple-system,'Segoe UI',Roboto,sans-serif}"
    "main{max-width:34rem;margin:0 auto;padding:2.5rem 1rem}h1{margin:0 0 .25rem;font-size:1.9rem;line-height:1.2}"
    "ul{padding:0;list-style:none}li{display:flex;flex-wrap:wrap;gap:.75rem;margin:0 0 .75rem}"
    "a{flex:1 1 12rem;padding:.9rem 1.1rem;font-weight:650;color:#17535f;background:#fff;border:2px solid #6d787a;border-radius:.7rem;"
    "text-underline-offset:.17em}a:hover{border-color:#17535f}a:focus-visible{outline:3px solid #17535f;outline-offset:3px}"
    "@media(prefers-color-scheme:dark){body{color:#ece9e3;background:#14191b}a{color:#93d3df;background:#1c2326;border-color:#8e9a9c}"
    "a:hover{border-color:#93d3df}a:focus-visible{outline-color:#93d3df}}"
)


def front_page(site: Path, versions: tuple[Version, ...]) -> str:
    """A plain page with a link to each version and language; it works from a folder and without script."""
    rows = "".join(_row(site, version) for version in versions)
    return (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">'
        '<meta name="robots" content="noindex"><meta name="referrer" content="no-referrer">'
        '<link rel="icon" href="data:,"><title>Course</title>'
        f"<style>{_STYLE}</style></head><body><main><h1>Course</h1><p>Choose a version. The newest stands first.</p>"
        f"<ul>{rows}</ul></main></body></html>\n"
    )


def _row(site: Path, version: Version) -> str:
    languages = sorted(path.name for path in (site / version.version).iterdir() if (path / "index.html").is_file())
    note = " (latest)" if LATEST in version.aliases else " (draft)" if version.version == DRAFT else ""
    name = html.escape(version.version)
    links = "".join(f'<a href="{name}/{language}/index.html">{name}{note}, {language}</a>' for language in languages)
    return f"<li>{links}</li>"

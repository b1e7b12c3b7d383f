"""What stands in the site's folder is only replaced if this program made it."""

from __future__ import annotations

from pathlib import Path

from generator.order import Place

MARK = "psychoed.json"
"""Stands in every version's folder that this program made."""


class NotOurs(Exception):
    """The site's folder holds what this program did not make; the message says what."""


def may_write(place: Place, version: str) -> None:
    """Raise NotOurs if a build would replace somebody else's files."""
    site = place.site.resolve()
    if place.course.resolve().is_relative_to(site):
        raise NotOurs(f"the course stands inside {place.site}, which a build replaces; name another folder with --site")
    if site.is_dir() and any(site.iterdir()) and not any(site.glob(f"*/{MARK}")):
        raise NotOurs(f"{place.site} holds other things; name an empty folder with --site")
    for name in (version, "latest"):
        _is_ours(site / name)


def _is_ours(folder: Path) -> None:
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        raise NotOurs(f"{folder} is a link or a file, and a folder should stand there; move it away")
    if folder.is_dir() and not (folder / MARK).is_file():
        raise NotOurs(f"{folder} was not made by this program; move it away, or name another folder with --site")

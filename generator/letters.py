"""Which letters can be printed: those that a font of the sheets has."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from importlib.util import find_spec
from pathlib import Path

FONT_PACKAGES = ("fontpkg_atkinson_hyperlegible", "fontpkg_noto_sans")
# Every font of ours has these: English, Spanish and their neighbours, and the signs of good typesetting.
_COMMON = re.compile(r"[ -~\u00a0-\u00ff‘’“”–—…•·\n]*")


def not_printable(text: str) -> str:
    """The first character that no font of the sheets has; empty if all can be printed."""
    if _COMMON.fullmatch(text):
        return ""
    return next(
        (letter for letter in unicodedata.normalize("NFC", text) if letter != "\n" and ord(letter) not in _letters()),
        "",
    )


def named(letter: str) -> str:
    """A character as people can find it: itself, its number and its name."""
    told = f"U+{ord(letter):04X}, {unicodedata.name(letter, 'no name').lower()}"
    # One that a terminal may not show, or take for an order, is told by its number alone.
    return f"“{letter}” ({told})" if letter.isprintable() else f"the character {told}"


@cache
def _letters() -> frozenset[int]:
    # Loaded only for a text that has an unusual character in it.
    from fontTools.ttLib import TTFont

    return frozenset(code for path in _font_files() for code in TTFont(path, lazy=True)["cmap"].getBestCmap())


def _font_files() -> list[Path]:
    roots = [find_spec(package) for package in FONT_PACKAGES]
    folders = [
        Path(root.submodule_search_locations[0], "files") for root in roots if root and root.submodule_search_locations
    ]
    return sorted(path for folder in folders for path in folder.glob("*.ttf"))

"""A line of words and a width → the lines it takes, by estimated letter widths.

No font is read: the web page may fall back to another one, so the estimate is for wide, bold letters.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

# Em widths, rounded up from Atkinson Hyperlegible Bold; Roboto and Segoe UI Bold stay below SAFETY times these.
_LETTERS_BY_WIDTH = {
    0.28: "'.,:;|",
    0.34: " \u00a0!ijl¡",
    0.42: 'frt()[]{}"/-‘’',
    0.50: "I1“”–",
    0.55: "csvxyzFLJ7",
    0.60: "abdeghknopquEZ9",
    0.65: "ABKPRST023456 8?¿$",
    0.72: "CDGHNUVXY&+=<>#",
    0.78: "wOQ",
    0.90: "mMW",
    1.00: "@%—…",
}
_WIDTHS = {letter: width for width, letters in reversed(_LETTERS_BY_WIDTH.items()) for letter in letters}
_OTHER = 0.85
_WIDE = 1.1
SAFETY = 1.08


@dataclass(frozen=True, slots=True)
class Style:
    """How a run of words is set: its size in picture units, its weight, and the step from line to line."""

    size: int
    weight: int
    step: float


LABEL = Style(20, 700, 24)
SMALL_LABEL = Style(17, 700, 21)
DETAIL = Style(17, 400, 21)


def letter_width(letter: str) -> float:
    """Width of one letter in em; an accent on a letter takes no room."""
    base = unicodedata.normalize("NFD", letter)[0]
    if unicodedata.category(base) in ("Mn", "Me", "Cf"):
        return 0.0
    if base in _WIDTHS:
        return _WIDTHS[base]
    return _WIDE if unicodedata.east_asian_width(base) in "WF" or base > "\uffff" else _OTHER


def text_width(text: str, style: Style) -> float:
    """Width of `text` on one line, in picture units."""
    regular = 0.95 if style.weight < 600 else 1.0
    return sum(map(letter_width, text)) * style.size * regular * SAFETY


def words_fit(text: str, width: float, style: Style) -> bool:
    """Say whether every word stands unbroken in `width`."""
    return all(text_width(word, style) <= width for word in text.split(" "))


@lru_cache(maxsize=2_000)
def wrap(text: str, width: float, style: Style) -> tuple[str, ...]:
    """Break `text` into lines of about equal length, as few as `width` allows."""
    lines = _fill(text, width, style)
    if len(lines) == 1 or not words_fit(text, width, style):
        return lines
    narrower = width - 4
    while words_fit(text, narrower, style) and len(closer := _fill(text, narrower, style)) == len(lines):
        lines, narrower = closer, narrower - 4
    return lines


def _fill(text: str, width: float, style: Style) -> tuple[str, ...]:
    """Put as many words on each line as fit."""
    lines: list[str] = []
    for piece in (piece for word in text.split(" ") if word for piece in _pieces(word, width, style)):
        joined = f"{lines[-1]} {piece}" if lines else piece
        if lines and text_width(joined, style) <= width:
            lines[-1] = joined
        else:
            lines.append(piece)
    return tuple(lines)


def _pieces(word: str, width: float, style: Style) -> tuple[str, ...]:
    """A word, cut only if it is wider than a line."""
    if text_width(word, style) <= width:
        return (word,)
    pieces = [""]
    for letter in word:
        if pieces[-1] and letter_width(letter) and text_width(pieces[-1] + letter, style) > width:
            pieces.append("")
        pieces[-1] += letter
    return tuple(pieces)

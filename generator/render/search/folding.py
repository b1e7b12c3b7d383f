"""Text → the words it is found by. The same is done in the browser: `fold` in site_templates/scripts/find.js."""

from __future__ import annotations

import re
import unicodedata

_MARKS_AND_APOSTROPHES = re.compile("[\u0300-\u036f\u00ad'’ʼ]")
_HYPHEN = "-\u2010\u2011"
_WORD = re.compile(rf"[^\W_]+(?:[{_HYPHEN}][^\W_]+)*")
_PARTS = re.compile(f"[{_HYPHEN}]")


def fold(text: str) -> str:
    """Small letters without accents and apostrophes, so that "Recaída" is found by "recaida" and "don't" by "dont".

    Returns as many words as `text` has, in the same order.
    """
    plain = text if text.isascii() else unicodedata.normalize("NFKD", text)
    # Twice: a few letters take a mark when they become small.
    return _MARKS_AND_APOSTROPHES.sub("", _MARKS_AND_APOSTROPHES.sub("", plain).lower()).replace("ς", "σ")


def words_in(text: str) -> list[str]:
    """Every word, folded. "Al-Anon" is found by each half and by "alanon", so it gives three."""
    found: list[str] = _WORD.findall(fold(text))
    for word in [word for word in found if not word.isalnum()]:
        parts = _PARTS.split(word)
        found += (*parts, "".join(parts))
    return [word for word in found if word.isalnum()]

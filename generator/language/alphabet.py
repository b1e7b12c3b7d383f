"""Words in the order of an alphabet: a letter with an accent stands beside the one without."""

from __future__ import annotations

import unicodedata

_AFTER = {"ñ": "n\uffff", "å": "z\uffff", "ø": "z\ufffe"}
"""Letters of their own, which stand after another one and are not that one with an accent."""


def by_alphabet(words: str) -> tuple[str, str]:
    """What to sort words by: without accents first, then as they are; `ñ` comes after all of `n`."""
    small = unicodedata.normalize("NFC", words).casefold()
    spread = "".join(_AFTER.get(letter, letter) for letter in small)
    plain = "".join(letter for letter in unicodedata.normalize("NFD", spread) if not unicodedata.combining(letter))
    return plain, small

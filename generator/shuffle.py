"""Items and a seed → the same items in an order that is the same everywhere, on paper and on screen."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import TypeVar

Item = TypeVar("Item")


def shuffled(items: Sequence[Item], seed: str) -> tuple[Item, ...]:
    """Mix `items` by `seed` alone; three or more never come back in the order they had.

    The seed of a question is `<module>/<question>`, so the letters on a sheet and on its web page agree.
    """
    places = sorted(range(len(items)), key=lambda place: _lot(seed, place))
    if len(items) >= 3 and places == sorted(places):
        places = [*places[1:], places[0]]
    return tuple(items[place] for place in places)


def _lot(seed: str, place: int) -> bytes:
    return hashlib.sha256(f"{seed}/{place}".encode()).digest()

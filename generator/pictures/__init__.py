"""A picture of the module language → its SVG, one file a kind, one line a kind here."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from generator.pictures import cycle, ladder, meter, piles, spectrum, systems, wave
from generator.pictures.face import WITH_NAMES, Face
from generator.schema.pictures import Picture

__all__ = ["DRAWINGS", "WITH_NAMES", "Face", "draw_picture"]

# Any: each function takes its own kind, and the key beside it is that kind's name.
DRAWINGS: dict[str, Callable[[Any, Face], str]] = {
    "wave": wave.draw,
    "meter": meter.draw,
    "cycle": cycle.draw,
    "systems": systems.draw,
    "ladder": ladder.draw,
    "spectrum": spectrum.draw,
    "piles": piles.draw,
}


def draw_picture(picture: Picture, face: Face = WITH_NAMES) -> str:
    """Draw `picture` as one SVG element, 480 units wide."""
    return DRAWINGS[picture.kind](picture, face)

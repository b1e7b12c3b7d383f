"""The name of a sign → its line drawing, 64 units square."""

from __future__ import annotations

from generator.pictures.svg import Point, short

SIGNS = {
    "star": "M32 5 40 23.5 60 25.5 45 39 49.5 59 32 48.5 14.5 59 19 39 4 25.5 24 23.5Z",
    "bolt": "M37 4 13 37H29L25 60 51 25H34Z",
    "hand": (
        "M18 38V17a4.5 4.5 0 0 1 9 0V30M27 30V10a4.5 4.5 0 0 1 9 0V30M36 30V13a4.5 4.5 0 0 1 9 0V32"
        "M45 32V22a4.5 4.5 0 0 1 9 0V40C54 52 46 60 35 60C26 60 21 56 17 49L7.5 36a4.8 4.8 0 0 1 7.6-5.5L18 34"
    ),
    "heart": "M32 57C14 44 5 34 5 22.5A13.5 13.5 0 0 1 32 18A13.5 13.5 0 0 1 59 22.5C59 34 50 44 32 57Z",
    "ear": (
        "M14 26C14 13 22 5 33 5C44 5 51 13 51 24C51 35 43 37 40 45C38 53 34 59 27 59C20 59 16 54 16 49"
        "M23 27C23 19 27 14 33 14C39 14 42 19 42 24C42 31 35 31 34 37C33 42 29 44 26 41"
    ),
    "speech": "M12 8H52A8 8 0 0 1 60 16V38A8 8 0 0 1 52 46H30L17 58V46H12A8 8 0 0 1 4 38V16A8 8 0 0 1 12 8ZM16 21H48M16 33H38",
    "sun": (
        "M45 32A13 13 0 1 1 19 32A13 13 0 1 1 45 32ZM32 4V11M32 53V60M4 32H11M53 32H60"
        "M12.2 12.2 17.2 17.2M46.8 46.8 51.8 51.8M12.2 51.8 17.2 46.8M46.8 17.2 51.8 12.2"
    ),
    "moon": "M40 6A27 27 0 1 0 58 44A23 23 0 0 1 40 6Z",
}
SIZE = 64.0


def sign(name: str, middle: Point) -> str:
    """The sign with its middle at `middle`."""
    x, y = middle[0] - SIZE / 2, middle[1] - SIZE / 2
    return f'<path transform="translate({short(x)} {short(y)})" d="{SIGNS[name]}" stroke-width="3"/>'

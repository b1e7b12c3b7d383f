"""A clinic's colours → what they change in the page's styles, and how well they can be read.

The clinic names the tone of links and buttons; the tones around it are mixed from that one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from generator.paths import STYLES
from generator.schema.clinic import Colours

LEAST_CONTRAST = 4.5
"""Between text and what it stands on (WCAG 2.2, 1.4.3)."""

Theme = Literal["light", "dark"]
_SHEETS: Mapping[Theme, str] = {"light": "colours", "dark": "dark"}
_VARIABLE = re.compile(r"(--ps-[a-z-]+):\s*(#[0-9a-fA-F]{3,6})\s*;")
_SOFT = {"light": 0.12, "dark": 0.16}
"""How much of the tone stands in its soft ground."""
_EASY = 6
"""A tone that we choose ourselves reads with some ease."""
_WHITE, _BLACK = "#ffffff", "#000000"


@dataclass(frozen=True, slots=True)
class Dye:
    """The clinic's tone on a light and on a dark page, each as `#rrggbb`."""

    light: str
    dark: str

    def rule(self, theme: Theme) -> str:
        """The variables that the tone takes the place of, as a rule for `:root`."""
        tone = self.light if theme == "light" else self.dark
        named = {
            "--ps-teal": tone,
            "--ps-teal-soft": soft(tone, theme),
            "--ps-button": tone,
            "--ps-on-button": on_button(theme),
            "--ps-bar": bar(self.light),
        }
        return ":root{" + ";".join(f"{name}:{value}" for name, value in named.items()) + "}"


@dataclass(frozen=True, slots=True)
class Measured:
    """A contrast: of which tone, with what it stands on."""

    ratio: float
    tone: str
    ground: str
    where: str


def dye_of(colours: Colours | None) -> Dye | None:
    """The clinic's dye; a dark tone that it does not name is the light one, as much lighter as it takes."""
    if colours is None:
        return None
    return Dye(colours.light.lower(), (colours.dark or lighter(colours.light)).lower())


def lighter(tone: str) -> str:
    """The tone with as little white in it as makes it readable on a dark page."""
    mixed = (mix(_WHITE, tone, part / 20) for part in range(21))
    return next(one for one in mixed if worst(one, "dark").ratio >= _EASY)


def worst(tone: str, theme: Theme) -> Measured:
    """The least contrast that the tone has anywhere in a theme."""
    return min(_pairs(tone.lower(), theme), key=lambda found: found.ratio)


def _pairs(tone: str, theme: Theme) -> Iterator[Measured]:
    named = variables(theme)
    for ground in ("paper", "surface", "sunken"):
        yield Measured(contrast(tone, named[f"--ps-{ground}"]), tone, named[f"--ps-{ground}"], f"on {ground}")
    yield Measured(contrast(tone, soft(tone, theme)), tone, soft(tone, theme), "on its own soft ground")
    yield Measured(contrast(on_button(theme), tone), on_button(theme), tone, "as the ground of a button")


def soft(tone: str, theme: Theme) -> str:
    """The ground of boxes: the page's paper with a little of the tone."""
    return mix(tone, _WHITE if theme == "light" else variables("dark")["--ps-paper"], _SOFT[theme])


def bar(light: str) -> str:
    """The bar at the top, under white words, in both themes: the light page's tone with a little black."""
    return mix(_BLACK, light, 0.1)


def on_button(theme: Theme) -> str:
    """The words on a button."""
    return variables(theme)["--ps-on-button"]


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, from 1 to 21 (WCAG 2.2, relative luminance)."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def mix(one: str, other: str, part: float) -> str:
    """So much of one colour in another one."""
    pairs = zip(_channels(one), _channels(other), strict=True)
    return "#" + "".join(f"{round(part * a + (1 - part) * b):02x}" for a, b in pairs)


def _luminance(colour: str) -> float:
    linear = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in (v / 255 for v in _channels(colour)))
    return sum(weight * value for weight, value in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def _channels(colour: str) -> tuple[int, int, int]:
    digits = colour.removeprefix("#")
    whole = "".join(2 * digit for digit in digits) if len(digits) == 3 else digits
    return int(whole[:2], 16), int(whole[2:4], 16), int(whole[4:], 16)


@cache
def variables(theme: Theme) -> Mapping[str, str]:
    """The page's own colours, read from the stylesheet that sets them."""
    text = (STYLES / f"{_SHEETS[theme]}.css").read_text(encoding="utf-8")
    return {name: value.lower() for name, value in _VARIABLE.findall(text)}

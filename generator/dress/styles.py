"""Stylesheets of the templates → the one style element of a page: what all pages wear, then what its kind wears."""

from __future__ import annotations

import re
from functools import cache

from rcssmin import cssmin

from generator.dress.colours import Dye
from generator.dress.kinds import WEAR, PageKind
from generator.dress.theme import theme_css
from generator.language.names import Direction
from generator.paths import STYLES

_FIRST = ("everywhere", "header", "menu", "foot", "text")
_HOUSE = "house"
_LAST = ("view-effects", "paper")
_LONE = ("everywhere", "text", "boxes", "words", "opened", "fields", "quiz", "lone", "paper")


@cache
def page_css(kind: PageKind, dye: Dye | None = None, is_named: bool = False, direction: Direction = "ltr") -> str:
    """All styles of a kind of page, minified, in the clinic's colours if it has any.

    `is_named`: whether the pages show the name or the logo of a clinic; those that do not are spared the styles.
    So are those whose letters run from left to right spared what turns the others round.
    """
    turned = ("rtl",) if direction == "rtl" else ()
    worn = (*_FIRST, *((_HOUSE,) if is_named else ()), *WEAR[kind].styles, *turned, *_LAST)
    return theme_css_small() + colours_css(dye) + "".join(stylesheet(name) for name in worn)


@cache
def lone_css(dye: Dye | None = None, direction: Direction = "ltr") -> str:
    """All styles of a page that is one file, minified: none of the theme, and no frame but a slim header."""
    return colours_css(dye) + "".join(stylesheet(name) for name in (*_LONE, *(("rtl",) if direction == "rtl" else ())))


@cache
def theme_css_small() -> str:
    """What our pages use of the theme, minified."""
    return small(theme_css())


def colours_css(dye: Dye | None = None) -> str:
    """The colours: dark where the device asks for it and the reader did not choose light, or where they chose dark."""
    light = stylesheet("colours") + (dye.rule("light") if dye else "")
    dark = stylesheet("dark") + (dye.rule("dark") if dye else "")
    asked = dark.replace(":root", ':root:not([data-colours="light"])')
    chosen = dark.replace(":root", ':root[data-colours="dark"]')
    # On paper it is always light.
    return f"{light}@media screen and (prefers-color-scheme:dark){{{asked}}}@media screen{{{chosen}}}"


@cache
def stylesheet(name: str) -> str:
    """One of the templates' stylesheets, minified."""
    return small((STYLES / f"{name}.css").read_text(encoding="utf-8"))


def has_stylesheet(name: str) -> bool:
    """Whether the templates have a stylesheet of that name."""
    return (STYLES / f"{name}.css").is_file()


def small(css: str) -> str:
    """Minify; no end of a style element can stand in it."""
    whole = str(cssmin(css))
    assert not re.search("</style", whole, re.IGNORECASE)
    return whole

"""What stands at the head and foot of every printed sheet."""

from __future__ import annotations

from dataclasses import dataclass

from generator.course import Build, Frame
from generator.render.outputs import Tree, path_of
from generator.render.sheet_code import qr_svg, spoken
from generator.render.sheet_values import Printable, rich
from generator.schema.module import Module


@dataclass(frozen=True, slots=True)
class Title:
    """What a sheet is called and where its page stands on the web."""

    tree: Tree
    name: str
    """The sheet's part of its address: `handout`, `lesson`, `quiz`, `guide` or a worksheet's id."""
    page: str
    """Address of the web page with the same content, within the tree."""
    over: str
    """The small line above the title."""
    title: str
    short: str
    """What follows the module's title in the running head."""


def head(title: Title, module: Module, frame: Frame, build: Build) -> dict[str, Printable]:
    """Gather the lines around a sheet: names, version, draft mark, crisis line, QR code."""
    address = f"{build.site_url}{build.version}/{frame.language}/{path_of(title.tree, title.page)}"
    return {
        "language": frame.language,
        "course": frame.spec.title,
        "module": module.title,
        "over": title.over,
        "title": title.title,
        "short": title.short,
        "version": build.version,
        "revision": module.revision,
        "next_check": module.review.next_review,
        "draft": None if module.review.checked_by else frame.strings["draft"],
        "crisis": rich(frame.crisis.sheet_line),
        "code": qr_svg(address),
        "address": spoken(address),
    }

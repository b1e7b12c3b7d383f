"""A sheet before it has a paper size and an edition."""

from __future__ import annotations

from dataclasses import dataclass

from pydantic import BaseModel

from generator.order import Tree
from generator.render.print.values import Printable, printable
from generator.schema.module import Module


@dataclass(frozen=True, slots=True)
class Content:
    """A sheet: where it belongs, what it is called, the layout that sets it, what it says."""

    module: Module | None
    """None for a sheet of the course itself."""
    tree: Tree
    name: str
    """`handout`, `lesson`, `quiz`, `cards`, `poster`, `guide` or a worksheet's id; a sheet of the course has a neutral
    name of its own."""
    page: str
    """Address of the web page with the same content, within the tree."""
    over: str
    """The small line above the title."""
    title: str
    short: str
    """What follows the module's title in the running head."""
    body: dict[str, Printable]
    layout: str
    """The Typst file of `layouts/print/` that sets it."""
    written_on: bool = False
    """Whether people write on it, so that it asks to be kept private."""
    fillable: bool = False
    """Whether it has fields that can be typed into."""


def parts(spec: BaseModel, *names: str) -> dict[str, Printable]:
    """Some keys of a spec, as a sheet holds them."""
    return {name: printable(getattr(spec, name)) for name in names}

"""A sheet's content → the pictures that it names, each drawn only with the faces that it shows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache

from generator.course import picture_of
from generator.pictures import Face, draw_picture
from generator.pictures.svg import TINT
from generator.render.print.values import Printable
from generator.schema.module import Module
from generator.schema.pictures import Picture

FACES = {"named": Face(), "numbered": Face(numbered=True), "blank": Face(hide_labels=True, numbered=True)}


def pictures_in(body: Printable, module: Module, tinted: bool) -> dict[str, Printable]:
    """Each picture by id: title, caption, words for those who do not see it, and its SVG by face."""
    shown: dict[str, set[str]] = defaultdict(set)
    for name, face in _shown(body):
        shown[name].add(face)
    return {name: _picture(module, name, sorted(faces), tinted) for name, faces in sorted(shown.items())}


def _shown(value: Printable) -> Iterator[tuple[str, str]]:
    if isinstance(value, list):
        for item in value:
            yield from _shown(item)
    elif isinstance(value, dict):
        if isinstance(name := value.get("picture"), str):
            yield name, _face(value)
        for item in value.values():
            yield from _shown(item)


def _face(item: dict[str, Printable]) -> str:
    """Only a field of a worksheet says whether its picture has lost its labels."""
    match item.get("hide_labels"):
        case True:
            return "blank"
        case False:
            return "numbered"
        case _:
            return "named"


def _picture(module: Module, id_: str, faces: list[str], tinted: bool) -> Printable:
    picture = picture_of(module, id_)
    drawn = {name: _drawn(picture, FACES[name], tinted) for name in faces}
    return {"title": picture.title, "caption": picture.caption, "alt": picture.alt, **drawn}


@lru_cache(maxsize=500)
def _drawn(picture: Picture, face: Face, tinted: bool) -> str:
    """A picture's SVG; kept, because most of a module's sheets show the same ones."""
    drawn = draw_picture(picture, face)
    return drawn if tinted else drawn.replace(TINT, 'fill="none"')

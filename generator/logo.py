"""A logo's file → Logo, or why it is not shown: a plain PNG, or an SVG that only draws."""

from __future__ import annotations

import base64
import re
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from xml.parsers import expat
from xml.sax.saxutils import quoteattr

LARGEST_LOGO = 200_000
"""Bytes. It comes with every first visit, on phones that pay for each megabyte."""
WIDEST = 4_000
"""Pixels a side: a small file can unfold to a picture that eats the memory."""
MOST_COPIES, DEEPEST = 64, 60
"""Elements `use` of an SVG, each of which draws something once more; and elements in elements."""

_SVG = "http://www.w3.org/2000/svg"
_XLINK = "http://www.w3.org/1999/xlink"
_HREFS = ("href", f"{_XLINK} href", "src")
_MOVES = ("set", "animate", "animateMotion", "animateTransform")
_HOLDS = ("script", "foreignObject", "iframe", "object", "embed", "audio", "video", "a", "handler", "listener")
_NEVER = frozenset((*_HOLDS, *_MOVES))
_PICTURE = "data:image/png;base64,"
_ADDRESS = re.compile(r"url\(\s*['\"]?\s*(?!#|['\"]?#)", re.IGNORECASE)
_RUNS = re.compile(r"@import|expression\s*\(|(?:java|vb)script:|\\", re.IGNORECASE)
_LENGTH = re.compile(r"(\d+(?:\.\d+)?)(?:px|pt|mm|cm|in)?")


class NoLogo(Exception):
    """The file cannot be shown as a logo; the message says why, without a subject."""


@dataclass(frozen=True, slots=True)
class Logo:
    """A picture that was looked through: its file's name, `svg` or `png`, its bytes, and its sides."""

    name: str
    kind: str
    content: bytes
    width: float
    height: float

    @property
    def address(self) -> str:
        """Where it stands in a tree."""
        return f"assets/logo.{self.kind}"

    @property
    def drawn(self) -> str:
        """As SVG, for the print engine; a PNG stands in it as it is."""
        if self.kind == "svg":
            return self.content.decode("utf-8-sig")
        held = quoteattr(f"data:image/png;base64,{base64.b64encode(self.content).decode()}")
        sides = f'width="{self.width:g}" height="{self.height:g}"'
        return f'<svg xmlns="{_SVG}" xmlns:xlink="{_XLINK}" {sides}><image {sides} xlink:href={held}/></svg>'


def read_logo(name: str, content: bytes) -> Logo:
    """Look a picture through. Raises NoLogo if it is no plain PNG, or an SVG that does more than draw."""
    kind = name.rpartition(".")[2]
    if len(content) > LARGEST_LOGO:
        raise NoLogo(f"has {len(content):,} bytes; the most is {LARGEST_LOGO:,}; save it smaller")
    width, height = _svg(content) if kind == "svg" else _png(content)
    return Logo(name, kind, content, width, height)


def _png(content: bytes) -> tuple[float, float]:
    """Its sides. Every piece has the sum that it should have, and none moves."""
    if not content.startswith(b"\x89PNG\r\n\x1a\n"):
        raise NoLogo("is no PNG, whatever its name says; save it as PNG")
    kinds = []
    sides = (0, 0)
    for kind, held in _pieces(content):
        kinds.append(kind)
        if kind == b"IHDR" and len(held) == 13:
            sides = (int.from_bytes(held[:4]), int.from_bytes(held[4:8]))
    if kinds[:1] != [b"IHDR"] or kinds[-1:] != [b"IEND"] or b"IDAT" not in kinds:
        raise NoLogo("is a PNG that is broken or cut short; save it again")
    if b"acTL" in kinds:
        raise NoLogo("is a PNG that moves; save one picture of it")
    if not all(1 <= side <= WIDEST for side in sides):
        raise NoLogo(f"is {sides[0]} by {sides[1]} pixels; the most is {WIDEST} a side; save it smaller")
    return sides


def _pieces(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = 8
    while at < len(content):
        size, kind = int.from_bytes(content[at : at + 4]), content[at + 4 : at + 8]
        held, told = content[at + 8 : at + 8 + size], content[at + 8 + size : at + 12 + size]
        if len(told) < 4 or zlib.crc32(kind + held) != int.from_bytes(told):
            return
        yield kind, held
        at += 12 + size


def _svg(content: bytes) -> tuple[float, float]:
    """Its sides. The reader knows no entities and opens nothing: a document type ends it."""
    look = _Look()
    try:
        # As the pages and the sheets will read it.
        content.decode("utf-8-sig")
        look.parser.Parse(content, True)
    except UnicodeDecodeError:
        raise NoLogo("is not UTF-8; save it as a plain SVG") from None
    except expat.ExpatError as error:
        raise NoLogo(f"is no SVG that can be read (line {error.lineno}); save it as a plain SVG") from None
    return look.sides


class _Look:
    """Reads an SVG once and refuses at the first thing that does more than draw."""

    def __init__(self) -> None:
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.StartDoctypeDeclHandler = self._doctype
        self.parser.ProcessingInstructionHandler = self._instruction
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._words
        self.sides = (0.0, 0.0)
        self._open: list[tuple[str, bool]] = []
        self._copies = 0
        self._style: list[str] = []

    def _doctype(self, *_: object) -> None:
        raise NoLogo("has a document type (<!DOCTYPE …>), which can load things; save it as a plain SVG")

    def _instruction(self, target: str, *_: object) -> None:
        raise NoLogo(f"has an instruction <?{target[:20]} …>, which can load things; save it as a plain SVG")

    def _start(self, tag: str, attributes: Mapping[str, str]) -> None:
        space, _, name = tag.rpartition(" ")
        if not self._open:
            self._root(space, name, attributes)
        if len(self._open) == DEEPEST:
            raise NoLogo(f"is nested deeper than {DEEPEST} levels; save it as a plain SVG")
        if name in _NEVER:
            raise NoLogo(f"has an element <{name}>; a logo only draws; save it as a plain SVG")
        for key, value in attributes.items():
            _look_at(name, key, value)
        shown_elsewhere = bool(self._open) and ("id" in attributes or self._open[-1][1])
        self._copy(name, shown_elsewhere)
        self._open.append((name, shown_elsewhere))

    def _root(self, space: str, name: str, attributes: Mapping[str, str]) -> None:
        if (space, name) != (_SVG, "svg"):
            raise NoLogo(f"is no SVG: it starts with <{name[:20]}>; save it as a plain SVG")
        self.sides = _sides(attributes)

    def _copy(self, name: str, shown_elsewhere: bool) -> None:
        """Copies of copies grow by themselves: thirty lines can ask for a billion pictures."""
        self._copies += name == "use"
        if self._copies > MOST_COPIES or (name == "use" and shown_elsewhere):
            raise NoLogo("draws copies of copies (<use>), which can grow without end; save it as a plain SVG")

    def _end(self, _: str) -> None:
        self._open.pop()
        # Words come in pieces; what they say is known at the end.
        _look_at_style("style", "".join(self._style))
        self._style.clear()

    def _words(self, words: str) -> None:
        if self._open and self._open[-1][0] == "style":
            self._style.append(words)


def _look_at(tag: str, name: str, value: str) -> None:
    space, _, plain = name.rpartition(" ")
    if plain.lower().startswith("on"):
        raise NoLogo(f"has a handler '{plain[:30]}', which runs code; save it as a plain SVG")
    if plain == "base" and space:
        raise NoLogo("says where its addresses start (xml:base); save it as a plain SVG")
    if name in _HREFS and not value.startswith("#"):
        if not (tag == "image" and value.startswith(_PICTURE)):
            raise NoLogo(f"leads to '{value[:40]}'; a logo loads nothing; save it as a plain SVG")
        _held(value)
    # What drawing programs note for themselves stands in a space of their own, and is not drawn.
    if not space:
        _look_at_style(plain, value)


def _held(address: str) -> None:
    """A picture within the picture is looked through, too."""
    try:
        _png(base64.b64decode("".join(address.removeprefix(_PICTURE).split()), validate=True))
    except ValueError:
        raise NoLogo("holds a picture that is broken; save it as a plain SVG") from None


def _look_at_style(where: str, value: str) -> None:
    # A backslash can spell a word that would be refused.
    if not value.startswith("data:") and (_ADDRESS.search(value) or _RUNS.search(value)):
        raise NoLogo(f"loads or runs something in '{where[:30]}'; a logo only draws; save it as a plain SVG")


def _sides(attributes: Mapping[str, str]) -> tuple[float, float]:
    """Width and height from the root element: without them, a picture has no shape of its own."""
    box = re.split(r"[\s,]+", attributes.get("viewBox", "").strip())
    try:
        width, height = (float(side) for side in box[2:4])
    except ValueError:
        found = [_LENGTH.fullmatch(attributes.get(name, "").strip()) for name in ("width", "height")]
        width, height = (float(side[1]) if side else 0.0 for side in found)
    if not (0 < width < 1e6 and 0 < height < 1e6):
        raise NoLogo("says no width and height (`viewBox`); save it as a plain SVG")
    return width, height

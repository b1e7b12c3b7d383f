"""A logo's file → Logo, or why it is not shown: a plain PNG, or an SVG that only draws."""

from __future__ import annotations

import base64
import re
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from xml.parsers import expat

from generator.letters import named, not_printable

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
_GROWS = ("filter", "marker")
"""A blur of a million pixels, or an arrow at each of a million corners: print engines work on them for ever."""
_NEVER = frozenset((*_HOLDS, *_MOVES))
_SHOWN_BY_NAME = ("clipPath", "mask", "pattern")
_GRADIENTS = ("linearGradient", "radialGradient")
_HTML = "http://www.w3.org/1999/xhtml"
_PICTURE = "data:image/png;base64,"
_ADDRESS = re.compile(r"url\(\s*+['\"]?+\s*+(?!#)", re.IGNORECASE)
_RUNS = re.compile(
    r"@import|expression\s*\(|(?:java|vb)script:|\\|(?:image|image-set|src|cross-fade|element|paint)\(", re.IGNORECASE
)
_STYLED = re.compile(r"([^{}]*)\{([^{}]*)\}")
_CLASS = re.compile(r"\s*\.([\w-]+)\s*")
_NAMED = re.compile(r"url\(\s*['\"]?\s*#([^'\")]*)", re.IGNORECASE)
_CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
"""Values a pixel, by the kind of color that a PNG says it has."""
_DEPTHS = {0: (1, 2, 4, 8, 16), 2: (8, 16), 3: (1, 2, 4, 8), 4: (8, 16), 6: (8, 16)}
_PASSES = ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2))
"""Of a picture that comes in seven coarse pictures: where each starts and how far apart its pixels are (x, y, x, y)."""
_AT_ONCE = 65_536
_LENGTH = re.compile(r"(\d+(?:\.\d+)?)(?:px|pt|mm|cm|in)?")


_BROKEN = "is a PNG that is broken or cut short; save it again"


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
        held = f'"data:image/png;base64,{base64.b64encode(self.content).decode()}"'
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
    pieces = tuple(_pieces(content))
    kinds = [kind for kind, _ in pieces]
    head = pieces[0][1] if kinds[:1] == [b"IHDR"] else b""
    if len(head) != 13 or kinds.count(b"IHDR") > 1 or kinds[-1:] != [b"IEND"] or b"IDAT" not in kinds:
        raise NoLogo(_BROKEN)
    if b"acTL" in kinds:
        raise NoLogo("is a PNG that moves; save one picture of it")
    sides = (int.from_bytes(head[:4]), int.from_bytes(head[4:8]))
    if not all(1 <= side <= WIDEST for side in sides):
        raise NoLogo(f"is {sides[0]} by {sides[1]} pixels; the most is {WIDEST} a side; save it smaller")
    drawn = b"".join(held for kind, held in pieces if kind == b"IDAT")
    if (head[9] == 3 and b"PLTE" not in kinds) or not _unfolds(drawn, _bytes_of(*sides, *head[8:])):
        raise NoLogo(_BROKEN)
    return sides


def _bytes_of(width: int, height: int, depth: int, kind: int, packed: int, filtered: int, passes: int) -> int:
    """What the pixels unfold to, with a byte before each line. Raises NoLogo for a kind of picture that no PNG is."""
    if depth not in _DEPTHS.get(kind, ()) or packed or filtered or passes > 1:
        raise NoLogo(_BROKEN)
    bits = depth * _CHANNELS[kind]
    parts = _PASSES if passes else ((0, 0, 1, 1),)
    # Round up: of five pixels, every second one is three.
    sides = ((-((x - width) // step_x), -((y - height) // step_y)) for x, y, step_x, step_y in parts)
    return sum(rows * (1 + (columns * bits + 7) // 8) for columns, rows in sides if columns > 0)


def _unfolds(drawn: bytes, wanted: int) -> bool:
    """Whether it unfolds to so many bytes at least; no more are asked for, and few are held at once."""
    opened, found = zlib.decompressobj(), 0
    try:
        while found < wanted and (more := opened.decompress(drawn, _AT_ONCE)):
            found += len(more)
            drawn = opened.unconsumed_tail
    except zlib.error:
        return False
    return found >= wanted


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
    look.end()
    return look.sides


class _Look:
    """Reads an SVG once and refuses at the first thing that does more than draw."""

    def __init__(self) -> None:
        self.parser = expat.ParserCreate("utf-8", namespace_separator=" ")
        self.parser.XmlDeclHandler = self._declared
        self.parser.StartDoctypeDeclHandler = self._doctype
        self.parser.ProcessingInstructionHandler = self._instruction
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._words
        self.sides = (0.0, 0.0)
        self._open: list[tuple[str, bool]] = []
        self._copies = 0
        self._holds = False
        """Whether anything is shown by its name."""
        self._style: list[str] = []
        self._gradients: set[str] = set()
        self._styles: list[str] = []
        self._classes: set[str] = set()
        self._asked_inside: set[str] = set()
        """Names that something asks for which is itself shown by its name, and the classes that such things have."""

    def end(self) -> None:
        """What can be known at the end: masks in masks double with each, but a gradient in one is just a color."""
        for selectors, style in _STYLED.findall("".join(self._styles)):
            classes = [_CLASS.fullmatch(selector) for selector in selectors.split(",")]
            if any(found is None or found[1] in self._classes for found in classes) and self._holds:
                self._asked_inside.update(_NAMED.findall(style))
        if self._asked_inside - self._gradients:
            raise NoLogo("has masks, patterns or clips in one another, which grow without end; save it as a plain SVG")

    def _declared(self, _: str, encoding: str | None, *__: object) -> None:
        # A browser goes by what is said here.
        if encoding and encoding.lower() != "utf-8":
            raise NoLogo(f"says that it is {encoding[:20]}; save it as UTF-8")

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
        if name in _GROWS:
            raise NoLogo(f"has an element <{name}>, an effect that not every printer can draw; save it without effects")
        if name in _NEVER or space == _HTML:
            raise NoLogo(f"has an element <{name}>; a logo only draws; save it as a plain SVG")
        for key, value in attributes.items():
            _look_at(name, key, value)
        shown_elsewhere = bool(self._open) and ("id" in attributes or self._open[-1][1])
        self._copy(name, shown_elsewhere)
        if name in _GRADIENTS:
            self._gradients.add(attributes.get("id", ""))
        if name in _SHOWN_BY_NAME or any(tag in _SHOWN_BY_NAME for tag, _ in self._open):
            self._holds = True
            self._classes.update(attributes.get("class", "").split())
            self._asked_inside.update(asked for value in attributes.values() for asked in _NAMED.findall(value))
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
        self._styles += self._style
        self._style.clear()

    def _words(self, words: str) -> None:
        if self._open and self._open[-1][0] == "style":
            self._style.append(words)
        elif any(tag == "text" for tag, _ in self._open) and not_printable(words):
            raise NoLogo(f"writes {named(not_printable(words))}, which cannot be printed; turn its words into paths")


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

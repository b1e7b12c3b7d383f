"""The form fields of a fillable sheet.

In the templates a place to fill in is a link to a scheme of our own, whose address says what the place is (form.typ).
Typst gives the link its exact rectangle and its place in reading order; here it becomes a form field, and its tag a
Form. Nothing runs in the file and nothing is sent: no script, no action.
"""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final, TypeAlias

import fontpkg_atkinson_hyperlegible
import pikepdf
from fontTools import subset
from fontTools.ttLib import TTFont
from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream, String

SCHEME = "psychoed-field:"
FONT = "Typed"
"""The name of the letters that are typed, as the fields call them."""
TYPED, TYPED_LARGE = 12, 16
"""Points; a field scrolls rather than shrink what is typed."""
MULTILINE: Final = 1 << 12
RADIO: Final = 1 << 15
"""Without NoToggleToOff: a choice can be taken back."""
PRINTED: Final = 1 << 2
ON = "Yes"

Box: TypeAlias = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Place:
    """What a template says of a place to fill in."""

    kind: str
    """`line`, `lines`, `check`, `pick` or `ring`."""
    name: str
    """Unique in the file, and the same in every edition; of a choice the name of its group."""
    label: str
    """What a screen reader says, and what stands beside the pointer."""
    group: str = ""
    """The label of the group that a choice belongs to."""
    value: str = ON
    """What is stored when it is ticked."""


def with_fields(pdf: bytes, large: bool = False) -> bytes:
    """Turn the marked links of a sheet into form fields; its other links stay as they are."""
    with Pdf.open(io.BytesIO(pdf)) as document:
        form = _Form(document, TYPED_LARGE if large else TYPED)
        for page in document.pages:
            for annotation in page.obj.get(Name.Annots, ()):
                if (place := _place_of(annotation)) is not None:
                    form.add(annotation, place)
            # Fields follow one another as they are read.
            page.obj.Tabs = Name.S
        form.close()
        saved = io.BytesIO()
        document.save(saved, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return saved.getvalue()


def _place_of(annotation: Object) -> Place | None:
    """What the annotation marks; Typst repeats the address of a link as its description, in any letters."""
    address = str(annotation.get(Name.Contents, ""))
    if annotation.get(Name.Subtype) != Name.Link or not address.startswith(SCHEME):
        return None
    return Place(**json.loads(address.removeprefix(SCHEME)))


class _Form:
    """The fields of one file, while it is made."""

    def __init__(self, document: Pdf, size: int) -> None:
        self.document = document
        self.typed = String(f"/{FONT} {size} Tf 0 g")
        self.fields = Array()
        self.groups: dict[str, Object] = {}
        self.names: set[str] = set()
        self.drawn: dict[tuple[str, Box], Stream] = {}
        self.tags = pikepdf.NumberTree(document.Root.StructTreeRoot.ParentTree)

    def add(self, annotation: Object, place: Place) -> None:
        """Make the link a field, and its tag that of a field."""
        tag = self.tags[int(annotation.StructParent)]
        tag.S = Name.Form
        tag.Alt = String(place.label)
        for key in (Name.A, Name.Border, Name.Contents):
            if key in annotation:
                del annotation[key]
        annotation.Subtype = Name.Widget
        annotation.F = PRINTED
        annotation.TU = String(place.label)
        if place.kind in DRAWN:
            self._mark(annotation, place)
        else:
            self._text(annotation, place)

    def _text(self, field: Object, place: Place) -> None:
        self._register(field, place.name)
        field.FT = Name.Tx
        field.DA = self.typed
        if place.kind == "lines":
            field.Ff = MULTILINE

    def _mark(self, widget: Object, place: Place) -> None:
        size = _size(widget)
        widget.AP = Dictionary(
            N=Dictionary({f"/{place.value}": self._appearance(place.kind, size), "/Off": self._appearance("", size)})
        )
        widget.AS = Name.Off
        if place.kind == "check":
            self._register(widget, place.name)
            widget.FT = Name.Btn
            widget.V = Name.Off
        else:
            group = self._group(place)
            widget.Parent = group
            group.Kids.append(widget)

    def _group(self, place: Place) -> Object:
        """The field that choices of one group share."""
        if place.name not in self.groups:
            group = self.document.make_indirect(
                Dictionary(FT=Name.Btn, Ff=RADIO, TU=String(place.group), V=Name.Off, Kids=Array())
            )
            self._register(group, place.name)
            self.groups[place.name] = group
        return self.groups[place.name]

    def _register(self, field: Object, name: str) -> None:
        if name in self.names:
            raise ValueError(f"two fields of a sheet are called {name!r}")
        self.names.add(name)
        field.T = String(name)
        self.fields.append(field)

    def _appearance(self, kind: str, size: Box) -> Stream:
        """What a mark looks like; nothing for one that is not made."""
        if (kind, size) not in self.drawn:
            drawn = DRAWN[kind](*size) if kind else ""
            self.drawn[kind, size] = self.document.make_stream(
                drawn.encode("ascii"), Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, *size], Resources=Dictionary()
            )
        return self.drawn[kind, size]

    def close(self) -> None:
        """Tell the file of its fields, and give it the letters that are typed."""
        fonts = Dictionary({f"/{FONT}": _font(self.document)})
        self.document.Root.AcroForm = self.document.make_indirect(
            Dictionary(Fields=self.fields, DR=Dictionary(Font=fonts), DA=self.typed)
        )


def _size(widget: Object) -> Box:
    left, bottom, right, top = (float(edge) for edge in widget.Rect.as_list())
    return round(right - left, 2), round(top - bottom, 2)


def _tick(width: float, height: float) -> str:
    """The tick of marks.typ."""
    start, low, end = (f"{x * width:.2f} {y * height:.2f}" for x, y in ((0.2, 0.48), (0.41, 0.24), (0.83, 0.78)))
    return f"q 2 w 1 J 1 j {start} m {low} l {end} l S Q"


def _dot(width: float, height: float) -> str:
    return f"q {_circle(width / 2, height / 2, min(width, height) * 0.28)} f Q"


def _ring(width: float, height: float) -> str:
    """A thick ring: the number in it stays readable."""
    return f"q 3 w {_circle(width / 2, height / 2, min(width, height) / 2 - 1.5)} S Q"


DRAWN: dict[str, Callable[[float, float], str]] = {"check": _tick, "pick": _dot, "ring": _ring}
"""Kind of a mark → its drawing: lines and curves, so that no font is needed for it."""


def _circle(x: float, y: float, radius: float) -> str:
    """A circle of four curves."""
    bent = radius * 0.5523
    right, up = x + radius, y + radius
    left, down = x - radius, y - radius
    curves = (
        (right, y + bent, x + bent, up, x, up),
        (x - bent, up, left, y + bent, left, y),
        (left, y - bent, x - bent, down, x, down),
        (x + bent, down, right, y - bent, right, y),
    )
    return f"{right:.2f} {y:.2f} m " + " ".join(" ".join(f"{part:.2f}" for part in curve) + " c" for curve in curves)


@dataclass(frozen=True, slots=True)
class _Letters:
    """The letters that can be typed: those of one font that the encoding WinAnsi knows."""

    file: bytes
    widths: tuple[int, ...]
    """Of the codes 32 to 255, in thousandths of the size."""
    box: tuple[int, ...]
    ascent: int
    descent: int
    capitals: int


@lru_cache(maxsize=1)
def _letters() -> _Letters:
    """Cut the font once a process; what it holds depends on the font package alone."""
    font = TTFont(
        Path(fontpkg_atkinson_hyperlegible.ROOT) / "files" / "AtkinsonHyperlegible-Regular.ttf", recalcTimestamp=False
    )
    codes = [bytes([code]).decode("cp1252", errors="ignore") for code in range(32, 256)]
    cutter = subset.Subsetter(subset.Options(layout_features=[], notdef_outline=True, hinting=False))
    cutter.populate(text="".join(codes))
    cutter.subset(font)
    file = io.BytesIO()
    font.save(file)
    glyphs, advances = font.getBestCmap(), font["hmtx"].metrics
    scale = 1000 / font["head"].unitsPerEm
    head, line = font["head"], font["hhea"]
    return _Letters(
        file.getvalue(),
        tuple(round(advances[glyphs[ord(code)]][0] * scale) if code and ord(code) in glyphs else 0 for code in codes),
        tuple(round(edge * scale) for edge in (head.xMin, head.yMin, head.xMax, head.yMax)),
        round(line.ascent * scale),
        round(line.descent * scale),
        round(font["OS/2"].sCapHeight * scale),
    )


def _font(document: Pdf) -> Object:
    """The font as a file knows it: embedded, so that a filled copy is as readable as the empty one."""
    letters = _letters()
    name = Name("/PSYCHO+AtkinsonHyperlegible-Regular")
    descriptor = Dictionary(
        Type=Name.FontDescriptor, FontName=name, Flags=1 << 5, ItalicAngle=0, StemV=80,
        Ascent=letters.ascent, Descent=letters.descent, CapHeight=letters.capitals, FontBBox=list(letters.box),
        FontFile2=document.make_stream(letters.file, Length1=len(letters.file)),
    )  # fmt: skip
    return document.make_indirect(
        Dictionary(
            Type=Name.Font, Subtype=Name.TrueType, BaseFont=name, Encoding=Name.WinAnsiEncoding, FirstChar=32,
            LastChar=255, Widths=list(letters.widths), FontDescriptor=document.make_indirect(descriptor),
        )
    )  # fmt: skip

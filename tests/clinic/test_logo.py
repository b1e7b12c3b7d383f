"""A logo draws and does nothing else: what would run, load, move or grow is refused with one sentence."""

from __future__ import annotations

import base64
import io
import tracemalloc
import zlib

import pytest
from PIL import Image

from generator.clinic.logo import LARGEST_LOGO, NoLogo, read_logo

SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 40 20">{}</svg>'


def png(width: int = 40, height: int = 20, **how: object) -> bytes:
    """A PNG of that size."""
    made = io.BytesIO()
    Image.new("P", (width, height)).save(made, "PNG", **how)
    return made.getvalue()


def piece(kind: bytes, held: bytes) -> bytes:
    """A piece of a PNG with its right sum."""
    return len(held).to_bytes(4) + kind + held + zlib.crc32(kind + held).to_bytes(4)


HELD = base64.b64encode(png()).decode()
DRAWS = (
    "<rect width='40' height='20' fill='#123456'/>",
    "<defs><linearGradient id='g'/></defs><rect fill='url(#g)' style=\"fill: url('#g')\"/>",
    "<style>.a { fill: url(#g) } .b { stroke: #fff }</style><g class='a'/>",
    "<circle id='c' r='4'/><use href='#c'/><use xlink:href='#c'/>",
    "<title>Our program</title><desc>a script, an onload, a url(x) in words</desc>",
    "<g xmlns:i='urn:i' i:path='C:\\temp\\logo.svg'/>",
    f"<image width='40' height='20' href='data:image/png;base64,{HELD}'/>",
    "<mask id='m'><rect fill='url(#g)'/></mask><linearGradient id='g'/><g mask='url(#m)'/>",
    "<style>.a { clip-path: url(#c) } .b { fill: none }</style><clipPath id='c'><rect class='b'/></clipPath><g class='a'/>",
    "<text>Río “Clinic” 24/7</text>",
)


@pytest.mark.parametrize("inside", DRAWS)
def test_what_only_draws_is_taken(inside: str) -> None:
    logo = read_logo("logo.svg", SVG.format(inside).encode())
    assert (logo.address, logo.width, logo.height) == ("assets/logo.svg", 40, 20)
    assert logo.drawn == SVG.format(inside)


REFUSED = (
    ("<script>alert(1)</script>", "<script>"),
    ("<s:script xmlns:s='http://www.w3.org/2000/svg'/>", "<script>"),
    ("<g onload='x()'/>", "handler 'onload'"),
    ("<g OnClick='x()'/>", "handler 'OnClick'"),
    ("<a href='https://x.example/'/>", "<a>"),
    ("<foreignObject/>", "<foreignObject>"),
    ("<animate attributeName='x'/>", "<animate>"),
    ("<image href='https://x.example/p.png'/>", "loads nothing"),
    ("<image xlink:href='//x.example/p.png'/>", "loads nothing"),
    ("<image href='p.png'/>", "loads nothing"),
    ("<image href='data:image/svg+xml,x'/>", "loads nothing"),
    ("<image href='data:image/png;base64,AAAA'/>", "no PNG"),
    ("<image href='data:image/png;base64,!'/>", "broken"),
    ("<use href='other.svg#a'/>", "loads nothing"),
    ("<feImage href='https://x.example/p.png'/>", "loads nothing"),
    ("<g xml:base='https://x.example/'/>", "xml:base"),
    ("<style>@import url(#x);</style>", "'style'"),
    ("<style><![CDATA[@im]]>port 'x';</style>", "'style'"),
    ("<style>a { fill: url(https://x.example/) }</style>", "'style'"),
    ("<style>a { fill: u\\72l(x) }</style>", "'style'"),
    ("<g fill='url( &quot;//x.example/p&quot;)'/>", "'fill'"),
    ("<g style='background: url(p.png)'/>", "'style'"),
    ("<g id='a'><use href='#b'/></g>", "copies of copies"),
    ("<g id='a'/>" + 65 * "<use href='#a'/>", "copies of copies"),
    (61 * "<g>" + 61 * "</g>", "deeper than 60"),
    ("<SCRIPT xmlns='http://www.w3.org/1999/xhtml'/>", "<SCRIPT>"),
    ("<style>a { background: image-set('https://x.example/p.png' 1x) }</style>", "'style'"),
    ("<g style='background: -webkit-image-set(\"https://x.example/p.png\" 1x)'/>", "'style'"),
    ("<filter id='f' x='-1000000' width='100000000' height='100000000'/>", "without effects"),
    ("<marker id='m'/>", "without effects"),
    ("<mask id='a'><rect mask='url(#b)'/></mask>", "in one another"),
    ("<style>rect, .x { mask: url('#b') }</style><mask id='a'><rect/></mask>", "in one another"),
    ("<mask id='a'><rect class='y z'/></mask><style>.z { mask: url( \"#b\") }</style>", "in one another"),
    ("<pattern id='p'><g><rect style='fill: url(#q)'/></g></pattern>", "in one another"),
    ("<text>Hi 🎉</text>", "U+1F389"),
    ("&unknown;", "line 1"),
    ("<g>", "line 1"),
)


@pytest.mark.parametrize(("inside", "why"), REFUSED, ids=[inside[:40] for inside, _ in REFUSED])
def test_what_runs_loads_moves_or_grows_is_refused(inside: str, why: str) -> None:
    with pytest.raises(NoLogo) as error:
        read_logo("logo.svg", SVG.format(inside).encode())
    assert why in str(error.value)


WHOLE_FILES = (
    (b"", "line 1"),
    (b"<html/>", "starts with <html>"),
    (b"<svg/>", "starts with <svg>"),
    (SVG.format("").replace(' viewBox="0 0 40 20"', "").encode(), "width and height"),
    (SVG.format("").replace("0 0 40 20", "0 0 0 20").encode(), "width and height"),
    (b"<?xml-stylesheet href='https://x.example/'?>" + SVG.format("").encode(), "instruction"),
    (b'<!DOCTYPE svg [<!ENTITY a "b">]>' + SVG.format("&a;").encode(), "document type"),
    (b'<!DOCTYPE svg SYSTEM "https://x.example/">' + SVG.format("").encode(), "document type"),
    (SVG.format("").encode("utf-16"), "UTF-8"),
    (b'<?xml version="1.0" encoding="UTF-7"?>' + SVG.format("").encode(), "UTF-7"),
    (b'<?xml version="1.0" encoding="latin-1"?>' + SVG.format("").encode(), "latin-1"),
    (b" " * (LARGEST_LOGO + 1), "200,001 bytes"),
)


@pytest.mark.parametrize(("content", "why"), WHOLE_FILES, ids=[why for _, why in WHOLE_FILES])
def test_a_file_that_is_no_plain_svg_is_refused(content: bytes, why: str) -> None:
    with pytest.raises(NoLogo) as error:
        read_logo("logo.svg", content)
    assert why in str(error.value)


def test_a_plain_png_is_taken_and_stands_in_an_svg_for_paper() -> None:
    logo = read_logo("logo.png", png())
    assert (logo.address, logo.width, logo.height) == ("assets/logo.png", 40, 20)
    assert base64.b64encode(png()).decode() in logo.drawn
    assert read_logo("logo.svg", logo.drawn.encode()).width == 40


START, END = png()[:8], piece(b"IEND", b"")


def drawn(pixels: bytes, depth: int = 8, kind: int = 2) -> bytes:
    """A PNG of 40 by 20 with these pixels, as they stand in the file."""
    head = (40).to_bytes(4) + (20).to_bytes(4) + bytes((depth, kind, 0, 0, 0))
    return START + piece(b"IHDR", head) + piece(b"IDAT", pixels) + END


@pytest.mark.parametrize("mode", ["1", "L", "P", "RGB", "RGBA", "LA", "I;16"])
@pytest.mark.parametrize("size", [(1, 1), (5, 3), (40, 20)])
def test_every_kind_of_png_is_taken(mode: str, size: tuple[int, int]) -> None:
    made = io.BytesIO()
    Image.new(mode, size).save(made, "PNG")
    assert (read_logo("logo.png", made.getvalue()).width, mode) == (size[0], mode)


def test_a_picture_in_seven_passes_unfolds_to_its_size() -> None:
    # By hand: 5 by 3 pixels of 3 bytes; the passes have 1x1, 1x1, 0, 1x1, 3x1, 2x2 and 5x1 pixels.
    lines = 3 * (1 + 3) + (1 + 9) + 2 * (1 + 6) + (1 + 15)
    head = (5).to_bytes(4) + (3).to_bytes(4) + bytes((8, 2, 0, 0, 1))
    for count, is_whole in ((lines, True), (lines - 1, False)):
        content = START + piece(b"IHDR", head) + piece(b"IDAT", zlib.compress(bytes(count))) + END
        if is_whole:
            assert read_logo("logo.png", content).height == 3
        else:
            with pytest.raises(NoLogo, match="broken"):
                read_logo("logo.png", content)


def test_a_small_file_that_unfolds_to_much_is_not_unfolded_whole() -> None:
    small = drawn(zlib.compress(bytes(100_000_000)))
    tracemalloc.start()
    assert read_logo("logo.png", small).width == 40
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert most < 5_000_000


PICTURES = (
    (b"GIF89a", "no PNG"),
    (png()[:-4], "cut short"),
    (png()[:40] + b"x" + png()[41:], "broken"),
    (START, "cut short"),
    (START + piece(b"IHDR", bytes(13)) + piece(b"IDAT", b"") + END, "0 by 0 pixels"),
    (png(4001, 1), "4001 by 1 pixels"),
    (png()[:33] + piece(b"acTL", bytes(8)) + png()[33:], "moves"),
    (drawn(b"abc"), "broken"),
    (drawn(zlib.compress(b"abc")), "broken"),
    (drawn(zlib.compress(bytes(10_000)), kind=3), "broken"),
    (drawn(zlib.compress(bytes(10_000)), depth=77), "broken"),
    (drawn(zlib.compress(bytes(10_000)), kind=5), "broken"),
)


@pytest.mark.parametrize(("content", "why"), PICTURES, ids=[why for _, why in PICTURES])
def test_a_png_that_is_broken_large_or_moves_is_refused(content: bytes, why: str) -> None:
    with pytest.raises(NoLogo) as error:
        read_logo("logo.png", content)
    assert why in str(error.value)

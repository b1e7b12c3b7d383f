"""What holds for each kind of picture, whatever its words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import combinations
from xml.etree import ElementTree

from generator.pictures import DRAWINGS, Face, draw_picture
from generator.pictures.letters import Style, text_width
from generator.schema.pictures import PICTURES, Picture

SVG = "{http://www.w3.org/2000/svg}"
ALLOWED = {"svg", "text", "tspan", "rect", "polyline", "polygon", "path", "circle"}
FACES = (Face(), Face(numbered=True), Face(hide_labels=True), Face(hide_labels=True, numbered=True))
WORKSHEET = Face(hide_labels=True, numbered=True)


@dataclass(frozen=True)
class Line:
    """A line of words and the room it takes."""

    words: str
    left: float
    right: float
    top: float
    bottom: float


def drawn(picture: Picture, face: Face = FACES[0]) -> ElementTree.Element:
    """Draw and read back."""
    return ElementTree.fromstring(draw_picture(picture, face))


def packed(words: str) -> str:
    """Words without their spaces, which line ends take away."""
    return "".join(words.split())


def texts(root: ElementTree.Element) -> list[str]:
    """Each run of words, its lines joined."""
    return [packed("".join(run.itertext())) for run in root.iter(f"{SVG}text")]


def lines(root: ElementTree.Element) -> list[Line]:
    """Each line of words with its estimated extent."""
    found = []
    for run in root.iter(f"{SVG}text"):
        size = int(run.attrib["font-size"])
        for span in run:
            words = span.text or ""
            width = text_width(words, Style(size, int(run.attrib["font-weight"]), 0))
            before = {"start": 0.0, "middle": width / 2, "end": width}[run.attrib["text-anchor"]]
            left, base = float(span.attrib["x"]) - before, float(span.attrib["y"])
            found.append(Line(words, left, left + width, base - size * 0.76, base + size * 0.24))
    return found


def height_of(root: ElementTree.Element) -> float:
    """Height of the picture."""
    return float(root.attrib["viewBox"].split()[3])


def names(picture: Picture) -> list[str]:
    """Labels and details of all parts."""
    return [packed(words) for part in picture.parts for words in (part.label, part.detail) if words]


def test_every_kind_has_a_drawing() -> None:
    assert list(DRAWINGS) == [kind.model_fields["kind"].annotation.__args__[0] for kind in PICTURES]  # type: ignore[union-attr]


def test_root_is_a_decorative_svg_480_units_wide(picture: Picture) -> None:
    root = drawn(picture)
    assert root.tag == f"{SVG}svg"
    assert re.fullmatch(r"0 0 480 \d+", root.attrib["viewBox"])
    assert (root.attrib["class"], root.attrib["aria-hidden"], root.attrib["focusable"]) == (
        "ps-picture",
        "true",
        "false",
    )


def test_only_plain_shapes_in_the_ink_of_the_page(picture: Picture) -> None:
    for face in FACES:
        for element in drawn(picture, face).iter():
            assert element.tag.removeprefix(SVG) in ALLOWED
            assert not {"id", "style", "href", "filter", "mask", "clip-path"} & element.attrib.keys()
            assert element.attrib.get("fill", "none") in ("none", "currentColor")
            assert element.attrib.get("stroke", "none") in ("none", "currentColor")
            assert float(element.attrib.get("fill-opacity", 0)) <= 0.12
            assert float(element.attrib.get("stroke-width", 2)) >= 2
            assert int(element.attrib.get("font-size", 16)) >= 16


def test_every_name_stands_in_the_picture_once(picture: Picture) -> None:
    for face in (Face(), Face(numbered=True)):
        shown = texts(drawn(picture, face))
        wanted = names(picture)
        assert [shown.count(name) for name in wanted] == [wanted.count(name) for name in wanted]


def test_hidden_names_are_gone_and_numbers_stand_in_order(picture: Picture) -> None:
    shown = texts(drawn(picture, WORKSHEET))
    assert not set(names(picture)) & set(shown)
    for place in range(1, len(picture.parts) + 1):
        ticks = 1 if picture.kind == "meter" else 0
        assert shown.count(str(place)) == 1 + ticks


def test_hidden_names_without_numbers_leave_neither(picture: Picture) -> None:
    shown = texts(drawn(picture, Face(hide_labels=True)))
    assert not set(names(picture)) & set(shown)
    assert picture.kind == "meter" or "1" not in shown


def test_all_words_stay_in_the_picture(picture: Picture) -> None:
    for face in FACES:
        root = drawn(picture, face)
        for line in lines(root):
            assert 0 <= line.left and line.right <= 480, line
            assert 0 <= line.top and line.bottom <= height_of(root), line


def test_no_line_of_words_lies_on_another(picture: Picture) -> None:
    for face in FACES:
        for one, other in combinations(lines(drawn(picture, face)), 2):
            beside = one.right <= other.left or other.right <= one.left
            assert beside or one.bottom <= other.top or other.bottom <= one.top, (one, other)


def test_boxes_stay_in_the_picture_and_hold_whole_lines(picture: Picture) -> None:
    for face in FACES:
        root = drawn(picture, face)
        for box in root.iter(f"{SVG}rect"):
            x, y, width, height = (float(box.attrib[name]) for name in ("x", "y", "width", "height"))
            assert x >= 0 and y >= 0 and x + width <= 480 and y + height <= height_of(root)
            for line in lines(root):
                apart = line.right <= x or line.left >= x + width or line.bottom <= y or line.top >= y + height
                inside = x < line.left and line.right < x + width and y < line.top and line.bottom < y + height
                assert apart or inside, line


def test_words_that_look_like_markup_come_out_as_words(hostile: Picture) -> None:
    source = draw_picture(hostile)
    assert "<script" not in source
    assert set(names(hostile)) <= set(texts(ElementTree.fromstring(source)))


def test_same_picture_same_text(picture: Picture) -> None:
    for face in FACES:
        assert draw_picture(picture, face) == draw_picture(picture.model_copy(), face)


def test_numbers_have_at_most_one_decimal(picture: Picture) -> None:
    for element in drawn(picture).iter():
        measures = " ".join(words for name, words in element.attrib.items() if name != "fill-opacity")
        assert not re.search(r"\d\.\d\d", measures)

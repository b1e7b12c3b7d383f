"""The lines of a session on paper: what the leader does stands beside them, in any language."""

from __future__ import annotations

import dataclasses

import pypdfium2
import pytest
from printed import BUILD, named, pdf_of, tiny_frame, tiny_module

from generator.render.print.sheets import sheets

LONG = "Pregúntenlesjuntos"


@pytest.mark.parametrize("name", ["guide-letter", "guide-letter-large"])
def test_a_long_word_beside_a_line_leaves_the_line_alone(name: str) -> None:
    frame = tiny_frame()
    frame = dataclasses.replace(frame, strings={**frame.strings, "ask": LONG, "say": LONG, "do": LONG})
    document = pypdfium2.PdfDocument(pdf_of(named(name, sheets(tiny_module(), frame, BUILD))))
    pages = [page.get_textpage() for page in document]
    beside = [gap for page in pages for gap in _gaps(page)]
    assert beside
    assert min(beside) > 5


def _gaps(page: pypdfium2.PdfTextPage) -> list[float]:
    """From each end of the word to what stands right of it at the same height, in points."""
    boxes = [(page.get_text_range(at, 1), *page.get_charbox(at)) for at in range(page.count_chars())]
    text = "".join(letter[0] if letter[0] else " " for letter in boxes)
    ends = [at + len(LONG) - 1 for at in range(len(text)) if text.startswith(LONG, at)]
    return [min(_right_of(boxes, end), default=0) for end in ends]


def _right_of(boxes: list[tuple[str, float, float, float, float]], end: int) -> list[float]:
    """How far from the word's last letter each letter of its line starts; less than nothing where they overlap."""
    _, _, low, right, high = boxes[end]
    first = boxes[end - len(LONG) + 1][1]
    word = range(end - len(LONG) + 1, end + 1)
    return [
        left - right
        for at, (letter, left, bottom, _, top) in enumerate(boxes)
        if at not in word and letter.strip() and left > first and bottom < high and top > low
    ]

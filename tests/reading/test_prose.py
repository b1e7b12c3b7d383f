"""What is prose, and where its sentences end."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.checks.case import Case
from generator.reading import Sentence, paragraphs, split_sentences
from generator.schema.module import Module
from generator.text import parse
from tests.cases.bench import FILE, VALID, frame, put, read


def the_valid_case(tmp_path: Path) -> Case:
    """valid.yml as the rules see it."""
    document, module, _ = read(put(VALID, tmp_path), FILE, Module)
    assert document is not None and module is not None
    return Case(module, document, frame())


SENTENCES = {
    "Stop. Look.": ["Stop.", "Look."],
    "She asks, “Why?” Then she goes.": ["She asks, “Why?”", "Then she goes."],
    "“Why?” she asks.": ["“Why?” she asks."],
    "Dr. Lee waits, e.g. here.": ["Dr. Lee waits, e.g. here."],
    "Three parts: body and mind.": ["Three parts:", "body and mind."],
    "An item without an end mark": ["An item without an end mark"],
    "0–10. … !": [],
    "It was at 9 p.m. and dark. He left.": ["It was at 9 p.m. and dark.", "He left."],
    "Ends with Dr.": ["Ends with Dr."],
    "He is on the first. Then he goes.": ["He is on the first.", "Then he goes."],
    "¿Qué pasa? ¡Espere! Vea a la Dra. Ruiz, p. ej. hoy.": [
        "¿Qué pasa?",
        "¡Espere!",
        "Vea a la Dra. Ruiz, p. ej. hoy.",
    ],
    "«¿Por qué?» pregunta. Luego se va.": ["«¿Por qué?» pregunta.", "Luego se va."],
}


@pytest.mark.parametrize("text", SENTENCES)
def test_sentences(text: str) -> None:
    assert list(split_sentences(text)) == SENTENCES[text]


def test_each_list_item_is_a_paragraph_of_its_own() -> None:
    nodes = parse("Two **things**:\n\n- one [thing](term:thing)\n- another\n\n  and more")
    assert list(paragraphs(nodes)) == ["Two things:", "one thing", "another", "and more"]


def test_curly_and_straight_apostrophes_read_alike() -> None:
    assert Sentence((), "Don’t").words == Sentence((), "Don't").words == ("don't",)


def test_titles_labels_and_short_items_are_left_out(tmp_path: Path) -> None:
    prose = [sentence.text for sentence in the_valid_case(tmp_path).sentences]
    assert "Fast is not always bad" not in prose
    assert "How fast am I now?" not in prose
    assert "A hard heartbeat" not in prose
    assert not any("Show the meter" in text for text in prose)
    assert not any(re.search(r"[\[\]*]|worksheet:", text) for text in prose)

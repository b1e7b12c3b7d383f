"""What YAML makes of words that look like something else: it stays text here, or the way out is said."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.schema.module import Module
from tests.cases.bench import VALID, changed, problems_of, put, read

KEPT = (
    "No",
    "no",
    "yes",
    "on",
    "12:30",
    "1:30:00",
    "2026-11-21",
    "0x1F",
    "1_000",
    "Q&A",
    "a & b",
    "7 up",
    "1e",
)


@pytest.mark.parametrize("words", KEPT)
def test_a_text_stays_as_it_is_written(words: str, tmp_path: Path) -> None:
    folder = put(VALID.replace("heading: Try it now", f"heading: {words}"), tmp_path)
    _, module, problems = read(folder, "en/slow-down.yml", Module)
    assert module is not None, problems
    assert module.lesson[-1].heading == words


WAYS_OUT = (
    ("answer: false", "answer: No", "; 'No' is a word here, write false [value-has-the-right-type]"),
    ("answer: false", "answer: yes", "; 'yes' is a word here, write true [value-has-the-right-type]"),
    ("answer: false", 'answer: "false"', "; take the quotes off [value-has-the-right-type]"),
    ("title: Slow down first", "title: true", "here it is true or false; put it in quotes [value-has-the-right-type]"),
    ("title: Slow down first", "title: 1e3", "decimal point; put it in quotes [value-has-the-right-type]"),
    ("title: Slow down first", "title: 10", "here it is a whole number; put it in quotes [value-has-the-right-type]"),
    ("title: Slow down first", "title: ~", "'title' should be text, and here it is empty [value-has-the-right-type]"),
    ("revision: 1", "revision: 1e3", "; write 1000 [value-has-the-right-type]"),
    ("revision: 1", "revision: 1_000", "; write 1000 [value-has-the-right-type]"),
    ("revision: 1", "revision: '1'", "; take the quotes off [value-has-the-right-type]"),
    ("title: Slow down first", "title: &slow Down first", "2:8: error: `&slow` gives this a name, and is no part of the text; put the text in quotes, or take it out [yaml-has-no-aliases]"),
    ("title: Slow down first", "title: [Slow, &x down]", "2:15: error: `&x` gives this a name, and is no part of the text; put the text in quotes, or take it out [yaml-has-no-aliases]"),
    ("title: Slow down first", "title: &x Slow\nneeds: [*x]", "3:9: error: an alias (`*x`) stands here; write the text out, or put it in quotes if it is text [yaml-has-no-aliases]"),
    ("title: Slow down first", "title: a\ntitle: b", "3:1: error: the key 'title' stands here twice; the first is in line 2 [key-is-there-once]"),
    ("title: Slow down first", "title:\tSlow", ""),
    ("  - part: why\n", "\t- part: why\n", "a tab stands here; use spaces [yaml-has-no-tabs]"),
)  # fmt: skip


@pytest.mark.parametrize(("old", "new", "said"), WAYS_OUT, ids=[new for _, new, _ in WAYS_OUT])
def test_the_way_out_is_said(old: str, new: str, said: str, tmp_path: Path) -> None:
    found = [str(problem) for problem in problems_of(changed(old, new), tmp_path) if problem.level == "error"]
    assert any(line.endswith(said) for line in found) if said else found == []

"""A text set into a YAML file is read back as it was, and everything else in the file stays as it stood."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.load import Source
from generator.source import read_yaml
from generator.translations.edit import as_translation, with_texts

FILE = """\
# A comment at the top.
title: One thing  # beside it
quoted: "One thing"
folded: >-
  A text over
  two lines.
lines: |
  First.

  Second.
list: [one, two]  # short
groups:
  - id: first
    text: Text  # of the first
review:
  written_by:
    name: Ana
    role: author
  next_review: 2027-11
exceptions:
  - rule: some-rule
"""
PATHS = (("title",), ("quoted",), ("folded",), ("lines",), ("list", 1), ("groups", 0, "text"))
TEXTS = st.text(st.characters(exclude_categories=("Cs", "Cc"), include_characters="\n"), min_size=1, max_size=300)


def value(text: str, path: tuple[str | int, ...]) -> str:
    document, problems = read_yaml(Source("x.yml", text, ""))
    assert document and not problems, (problems, text)
    found = document.value
    for step in path:
        found = found[step]
    return str(found)


@settings(deadline=None)
@given(st.sampled_from(PATHS), TEXTS.filter(str.strip))
def test_any_text_is_read_back(path: tuple[str | int, ...], text: str) -> None:
    assert value(with_texts(FILE, {path: text}), path).strip("\n") == text.strip("\n")


def test_a_file_without_changes_stays_byte_for_byte() -> None:
    assert with_texts(FILE, {}) == FILE
    for shipped in sorted(Path("modules/en").glob("*.yml")):
        assert with_texts(shipped.read_text("utf-8"), {}) == shipped.read_text("utf-8"), shipped


def test_only_the_changed_lines_change() -> None:
    changed = with_texts(FILE, {("title",): "Eine Sache", ("lines",): "Eins.\n\nZwei."}).splitlines()
    there = [line.partition("#")[0].rstrip() for line in changed if line not in FILE.splitlines()]
    assert there == ["title: Eine Sache", "  Eins.", "  Zwei."]


def test_words_that_yaml_would_read_as_something_else_stay_text() -> None:
    for word in (
        "no",
        "true",
        "null",
        "12",
        "1e3",
        "12:30",
        "~",
        "- a",
        "a: b",
        "# a",
        "*a",
        "&a",
        "'a",
        '"a',
        "@a",
        "%a",
    ):
        for path in PATHS:
            assert value(with_texts(FILE, {path: word}), path).strip("\n") == word


def test_a_translation_names_its_translator_and_leaves_answers_to_alarms_out() -> None:
    begun = as_translation(FILE, "Ana Ruiz", "translator")
    assert "  translated_by:\n    name: Ana Ruiz\n    role: translator\n" in begun
    assert "exceptions" not in begun
    assert begun.index("written_by") < begun.index("translated_by") < begun.index("next_review")

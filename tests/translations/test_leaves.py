"""Which values of a module a translation changes, and which it shares."""

from __future__ import annotations

from pathlib import Path

from generator.translations.leaves import leaves_of
from generator.translations.pair import read_side

MODULES = Path(__file__).parents[2] / "modules"


def test_a_sentence_under_the_name_of_a_fixed_word_is_a_text() -> None:
    _, module, problems = read_side(MODULES, "en/anger-management.yml")
    assert module, problems
    read = {leaf.key: leaf.text is not None for leaf in leaves_of(module)}
    assert {key: read[key] for key in ("guide/watch_for/0/sign", "guide/note_stub/objective")} == {
        "guide/watch_for/0/sign": True,
        "guide/note_stub/objective": True,
    }
    assert not read["pictures/four-cues/parts/0/sign"]
    assert not read["quiz/broken-radio/objective"]

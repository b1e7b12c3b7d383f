"""YAML 1.2 core values, and the place of each."""

from __future__ import annotations

from generator.load import Source
from generator.source import Document, read_yaml, shown


def document(text: str) -> Document:
    """A text that has no problems."""
    found, problems = read_yaml(Source("f.yml", text, ""))
    assert found is not None, problems
    assert not problems
    return found


def problems(text: str) -> list[str]:
    """All messages about a text."""
    return [str(problem) for problem in read_yaml(Source("f.yml", text, ""))[1]]


def test_words_and_times_stay_text() -> None:
    text = "[No, yes, on, Off, 17:30, 1_000, 0x1F, 2027-11, '5', \"true\", .inf, 1e, <<]"
    values = ("No", "yes", "on", "Off", "17:30", "1_000", "0x1F", "2027-11", "5", "true", ".inf", "1e", "<<")
    assert document(text).value == values


def test_core_values_are_read() -> None:
    assert document("[true, FALSE, ~, null, 5, -3, 2.5, 1e3]").value == (True, False, None, None, 5, -3, 2.5, 1000.0)


def test_a_key_is_always_text() -> None:
    assert document("1: a\ntrue: b\nnull: c\n").value == {"1": "a", "true": "b", "null": "c"}


def test_a_value_and_a_key_have_their_place() -> None:
    found = document("lesson:\n  - part: what\n    blocks:\n      - kind: text\n")
    assert found.place(("lesson", 0, "blocks", 0, "kind")) == (4, 15)
    assert found.key_place(("lesson", 0, "blocks")) == (3, 5)


def test_what_is_not_there_has_the_place_of_what_is_around_it() -> None:
    found = document("lesson:\n  - part: what\n")
    assert found.place(("lesson", 0, "blocks", 3)) == (2, 5)
    assert found.key_place(("lesson", 0, "blocks")) == (2, 5)
    assert found.place(("lesson", 9)) == (2, 3)
    assert found.place(()) == (1, 1)


def test_columns_count_letters_not_bytes() -> None:
    assert document('{"é€𝕏": a}').place(("é€𝕏",)) == (1, 9)


def test_every_duplicate_key_is_said_and_the_first_is_kept() -> None:
    found, _ = read_yaml(Source("f.yml", "a: 1\na: 2\na: 3\n", ""))
    assert found is not None
    assert found.value == {"a": 1}
    assert problems("a: 1\na: 2\na: 3\n") == [
        "f.yml:2:1: error: the key 'a' stands here twice; the first is in line 1 [key-is-there-once]",
        "f.yml:3:1: error: the key 'a' stands here twice; the first is in line 1 [key-is-there-once]",
    ]


def test_many_links_in_a_text_are_not_deep() -> None:
    assert document("text: |\n" + "  See [a](term:a) and [b.\n" * 400).value["text"].count("[") == 800


def test_a_merge_key_is_a_key_like_any_other() -> None:
    assert document("<<: 1\n").value == {"<<": 1}


def test_an_alias_without_its_anchor_is_text_without_quotes() -> None:
    said = "error: a text cannot start with `*`; put the text in quotes [yaml-is-well-formed]"
    assert problems("text: *bold\n") == [f"f.yml:1:7: {said}"]


def test_what_is_shown_is_one_short_line() -> None:
    assert shown("a\n\tb\0c") == "a  b c"
    assert shown("x" * 60) == "x" * 60
    assert shown("x" * 61) == "x" * 60 + "…"


def test_a_character_that_yaml_cannot_hold_has_its_line_and_its_column_in_letters() -> None:
    said = "error: a character stands here that YAML cannot hold; delete it [yaml-is-well-formed]"
    assert problems("é: €\n" * 5000 + "wörds: 𝕏\0") == [f"f.yml:5001:9: {said}"]
    assert problems("a: 1\r\nb: ü\ufeff\r\n") == [f"f.yml:2:5: {said}"]
    assert problems("a: \ud800") == [f"f.yml:1:4: {said}"]


def test_more_than_two_hundred_problems_are_counted() -> None:
    found = problems("a: 1\n" * 1001)
    assert len(found) == 201
    assert found[-1] == (
        "f.yml:1:1: error: there are 800 more problems in this file; mend these first [file-has-few-problems]"
    )


def test_a_crowd_of_declared_tags_is_refused() -> None:
    said = "error: 11 lines start with `%`, which declares tags; tags are not read, delete them [yaml-has-no-tags]"
    assert problems("# a\n" + "".join(f"%TAG !{n}! b\n" for n in range(11)) + "--- a\n") == [f"f.yml:2:1: {said}"]

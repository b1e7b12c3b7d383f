"""Lines are broken by estimated widths."""

from __future__ import annotations

from generator.pictures.letters import DETAIL, LABEL, letter_width, text_width, words_fit, wrap


def test_short_words_stay_on_one_line() -> None:
    assert wrap("It peaks", 200, LABEL) == ("It peaks",)


def test_lines_are_about_equally_long() -> None:
    assert wrap("Most urges pass by themselves", 240, DETAIL) == ("Most urges pass", "by themselves")


def test_a_word_wider_than_the_line_is_cut_and_loses_no_letter() -> None:
    lines = wrap("Responsabilidades", 100, LABEL)
    assert "".join(lines) == "Responsabilidades"
    assert all(text_width(line, LABEL) <= 100 for line in lines)
    assert not words_fit("Responsabilidades", 100, LABEL)


def test_a_hard_space_keeps_words_together() -> None:
    assert wrap("Call 9\u00a01\u00a01 now", 80, LABEL) == ("Call", "9\u00a01\u00a01", "now")


def test_an_accent_takes_no_room() -> None:
    assert letter_width("ó") == letter_width("o")
    assert letter_width("\u0301") == 0


def test_letters_of_other_scripts_are_taken_as_wide() -> None:
    assert letter_width("Ж") >= 0.85
    assert letter_width("水") >= 1

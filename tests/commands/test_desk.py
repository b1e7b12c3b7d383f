"""What every command says: as a terminal can show it, whatever stands in the files of others."""

from __future__ import annotations

import pytest

from generator.commands.desk import CannotRun, showable


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("a\x1b]0;x\x07b", r"a\x1b]0;x\x07b"),
        ("a\rb\x9bc", r"a\x0db\x9bc".replace("x0d", "r")),
        ("a\u202eb\u2066c\u2028d", r"a\u202eb\u2066c\u2028d"),
        ("a\udce9b", r"a\xe9b"),
        ("two\nlines\tand", "two\nlines\tand"),
        ("12\u00a0h, می\u200cخواهم, 👩\u200d⚕️", "12\u00a0h, می\u200cخواهم, 👩\u200d⚕️"),
    ],
)
def test_what_would_give_a_terminal_orders_is_shown_as_signs(words: str, shown: str) -> None:
    assert showable(words) == shown
    assert CannotRun(words).format_message() == shown

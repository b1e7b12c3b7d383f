"""`psychoed explain`: all that is known of a rule, in words."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from generator.checks import RULES
from generator.cli import main
from generator.explain import explained


def said(*words: str) -> tuple[int, str]:
    """Exit code and output of the command."""
    done = CliRunner().invoke(main, ["explain", *words])
    return done.exit_code, done.output


def test_a_rule_is_explained_with_its_source_and_both_examples() -> None:
    assert said("word-is-plain") == (
        0,
        "word-is-plain (a warning; at times an error: nothing is built)\n\n"
        "Patient text has none of the words that words.yml lists with `where: patients`.\n\n"
        "Why: Idioms and double negatives do not translate, and readers want to be spoken to "
        "(standards R6, PEMAT-P item 21).\n\n"
        "What to do: Use one of the words that the message names.\n\n"
        "May it be answered? Yes: name the rule, the words and your reason under `exceptions` in the same file.\n\n"
        "This breaks it:\n\n    text: It is not uncommon to fall off the wagon.\n\n"
        "This holds:\n\n    text: It is common to use again.\n",
    )


def test_a_rule_that_has_to_hold_says_so() -> None:
    assert "May it be answered? No. It has to hold." in explained("safety-message-is-triggered").words


def test_an_unknown_rule_is_a_wrong_call() -> None:
    code, output = said("word-is-plane")
    assert code == 2
    assert "there is no rule 'word-is-plane'; did you mean 'word-is-plain'?" in output


def test_all_rules_are_listed() -> None:
    code, output = said()
    assert code == 0
    assert [line.split()[0] for line in output.splitlines()] == sorted(RULES)


@pytest.mark.parametrize("id_", RULES)
def test_every_rule_can_be_explained(id_: str) -> None:
    assert explained(id_).words.startswith(f"{id_} (")

"""A role-play has its place at one line of the session."""

from __future__ import annotations

from pathlib import Path

from tests.cases.bench import VALID, problems_of

SCENE = """  role_plays:
    - id: a-call
      title: A call
      scene: A friend calls.
      parts: [The friend, You]
      coach: [What did you notice?]
      stop_rule: Anyone can say stop.
      debrief: Say your number.
  watch_for:
"""
TEACH = "          text: Show the meter.\n"
ASK = "          text: When could you take a pause tonight?\n"
HERE = "          acts_out: [a-call]\n"


def said(text: str, folder: Path) -> list[str]:
    """What the rule says of the small module with a role-play in it."""
    found = problems_of(text.replace("  watch_for:\n", SCENE), folder)
    return [problem.message for problem in found if problem.rule == "role-play-has-one-place"]


def test_a_line_can_name_it_once(tmp_path: Path) -> None:
    assert said(VALID.replace(TEACH, TEACH + HERE), tmp_path) == []


def test_no_line_has_to_name_it(tmp_path: Path) -> None:
    assert said(VALID, tmp_path) == []


def test_two_lines_cannot_both_name_it(tmp_path: Path) -> None:
    twice = VALID.replace(TEACH, TEACH + HERE).replace(ASK, ASK + HERE)
    assert said(twice, tmp_path) == ["the role-play 'a-call' has its place at a line above already"]

"""No markup is shown letter for letter: HTML, half of a link, bold marks in a title."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.case import Case
from generator.problems import Problem
from generator.rules import Rule

RULE = Rule(
    "markup-is-not-left-over",
    "No HTML, link brackets or bold marks are left in the words that people see.",
    "What our Markdown does not know is shown letter for letter, and titles and labels know no markup.",
    "Use **bold** and links in texts alone, and take HTML out.",
    "warning",
    answerable=True,
)
_MARKS = re.compile(r"[<&*\]]")
_MARKUP = re.compile(r"</?[A-Za-z][^<>]*>|\]\([^)\s]*\)?|\*\*|&(?:[a-z]+|#\d+);")


def check(case: Case) -> Iterator[Problem]:
    """Find markup that would be shown; the words are searched after our Markdown has been read.

    Example:
        title: "**Slow** down"
        main_message: You can <b>slow</b> down.

    Better:
        title: Slow down
        main_message: You can **slow** down.
    """
    for path, text in case.wording:
        if _MARKS.search(text) and (found := _MARKUP.search(text)):
            message = f"'{found.group()}' would be shown letter for letter here; take it out"
            yield case.problem(RULE, path, message, about=found.group())

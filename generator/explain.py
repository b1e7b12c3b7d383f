"""A rule's id → what an author wants to know of it, with an example that breaks it and one that holds."""

from __future__ import annotations

import inspect
import textwrap
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from generator.checks import CHECKS, RULES
from generator.checks.across import check_across
from generator.checks.group_file import GROUP_HAS_NO_LINK, check_group
from generator.checks.outside import OUTSIDE_IS_NEUTRAL, check_outside
from generator.checks.overlays import check_overlays
from generator.checks.shared_files import NUMBER_IS_FRESH, NUMBER_IS_KNOWN, check_numbers_are_fresh, check_safety
from generator.overlays.rules import KEEPS_SAFETY
from generator.rules import Rule

_EXAMPLE, _BETTER = "Example:\n", "Better:\n"
_LEVELS = {"error": "an error: nothing is built", "warning": "a warning", "note": "a note"}


@dataclass(frozen=True, slots=True)
class Explained:
    """A rule, and YAML that breaks it and that holds; empty where no few lines could show it."""

    rule: Rule
    breaks: str
    better: str

    @property
    def words(self) -> str:
        """All of it for a terminal."""
        rule = self.rule
        also = "".join(f"; at times {_LEVELS[level]}" for level in rule.also)
        answer = (
            "Yes: name the rule, the words and your reason under `exceptions` in the same file."
            if rule.answerable
            else "No. It has to hold."
        )
        parts = [
            f"{rule.id} ({_LEVELS[rule.level]}{also})",
            rule.holds,
            f"Why: {rule.why}",
            f"What to do: {rule.mend}",
            f"May it be answered? {answer}",
        ]
        parts += [f"This breaks it:\n\n{textwrap.indent(self.breaks, '    ')}"] if self.breaks else []
        parts += [f"This holds:\n\n{textwrap.indent(self.better, '    ')}"] if self.better else []
        return "\n\n".join(parts)


def explained(id_: str) -> Explained:
    """What is known of a rule. Raises KeyError if there is none of that id."""
    breaks, better = examples_of(_functions()[id_]) if id_ in _functions() else ("", "")
    return Explained(RULES[id_], breaks, better)


def examples_of(check: Callable[..., object]) -> tuple[str, str]:
    """The YAML in a check's docstring: what breaks its rule, and what holds; empty where it has none."""
    told = (inspect.getdoc(check) or "").partition(_EXAMPLE)[2]
    breaks, _, better = told.partition(_BETTER)
    return textwrap.dedent(breaks).strip("\n"), textwrap.dedent(better).strip("\n")


def _functions() -> Mapping[str, Callable[..., object]]:
    """The check of each rule that has an example: the modules' rules, and some of those that share a check."""
    shared = (
        (OUTSIDE_IS_NEUTRAL, check_outside),
        (RULES["file-is-there"], check_across),
        (GROUP_HAS_NO_LINK, check_group),
        (KEEPS_SAFETY, check_overlays),
        (NUMBER_IS_KNOWN, check_safety),
        (NUMBER_IS_FRESH, check_numbers_are_fresh),
    )
    return {rule.id: check for rule, check in shared} | {check.RULE.id: check.check for check in CHECKS}

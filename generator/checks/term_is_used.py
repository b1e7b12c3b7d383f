"""Every glossary term is linked in the lesson, where people meet the word."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.case import Case
from generator.problems import Problem
from generator.rules import Rule

RULE = Rule(
    "term-is-used",
    "Each term of the module's glossary is linked in its lesson.",
    "A word is explained where it is first used (PEMAT-P item 4); one that is never used needs no entry.",
    "Link it at its first use, as in `[craving](term:craving)`, or delete the entry.",
)


def check(case: Case) -> Iterator[Problem]:
    """Find terms that no text of the lesson links.

    Example:
        glossary:
          - id: never-linked
            term: never linked
            meaning: A term that no text of the lesson leads to.
    """
    used = {id_ for path, id_ in case.links_to("term") if path[0] == "lesson"}
    for index, term in enumerate(case.module.glossary):
        if term.id not in used:
            message = (
                f"the lesson never links the term '{term.id}'; write `[{term.term}](term:{term.id})` at its first use"
            )
            yield case.problem(RULE, ("glossary", index, "id"), message)

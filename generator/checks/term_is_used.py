"""Every glossary term is linked in the lesson, where people first meet the word."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.case import Case
from generator.problems import Problem
from generator.rules import Rule
from generator.schema.module import Term
from generator.source import Path
from generator.text import Nodes, RichText, links, plain

RULE = Rule(
    "term-is-used",
    "Each term of the module's glossary is linked in its lesson, in the first text that uses it.",
    "A word is explained where it is first used (PEMAT-P item 4); one that is never used needs no entry.",
    "Link it at its first use, as in `[craving](term:craving)`, or delete the entry.",
)
_QUOTED = re.compile(r"“[^”]*”|«[^»]*»|\"[^\"]*\"")


def check(case: Case) -> Iterator[Problem]:
    """Find terms that no text of the lesson links, and texts that use one before it is linked.

    What is quoted, and the words of a link to another page, are names, not uses.

    Example:
        glossary:
          - id: never-linked
            term: never linked
            meaning: A term that no text of the lesson leads to.

    Better:
        text: A [craving](term:craving) is a strong want.
    """
    texts = [(path, text) for path, text in case.values if isinstance(text, RichText) and path[0] == "lesson"]
    linked = {id_ for path, id_ in case.links_to("term") if path[0] == "lesson"}
    for index, term in enumerate(case.module.glossary):
        way_out = f"write `[{term.term}](term:{term.id})` at its first use"
        if term.id not in linked:
            yield case.problem(
                RULE, ("glossary", index, "id"), f"the lesson never links the term '{term.id}'; {way_out}"
            )
        elif path := _used_before(term, texts):
            yield case.problem(RULE, path, f"“{term.term}” stands here before it is linked; {way_out}")


def _used_before(term: Term, texts: list[tuple[Path, RichText]]) -> Path | None:
    """The text that uses the term before, or without, the first link to it."""
    word = re.compile(rf"(?<!\w){re.escape(term.term)}(?!\w)", re.IGNORECASE)
    for path, text in texts:
        if f"term:{term.id}" in text and f"term:{term.id}" in links(text.nodes):
            return None
        if word.search(text) and word.search(_QUOTED.sub(" ", plain(_without_pages(text.nodes)))):
            return path
    return None


def _without_pages(nodes: Nodes) -> Nodes:
    """The text without the words of links to other pages, which are titles."""
    return tuple(
        type(node)(node.kind, node.value, _without_pages(node.children))
        for node in nodes
        if node.kind != "link" or node.value.startswith("term:")
    )

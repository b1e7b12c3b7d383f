"""Paragraphs and lists of patient text are short."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.case import Case
from generator.problems import Problem
from generator.reading import PATIENT_PARTS, split_sentences
from generator.rules import Rule
from generator.text import Nodes, RichText

SENTENCES, ITEMS = 3, 7
_SPEECH = re.compile(r"“[^”]*”")
"""What somebody says is short by nature; the sentences around it are counted."""

RULE = Rule(
    "paragraph-is-short",
    f"A paragraph has at most {SENTENCES} sentences, a list at most {ITEMS} items.",
    "Small pieces are read, long ones are skipped (PEMAT-P item 8, standards R4).",
    "Put a blank line between two ideas; cut the list.",
    "warning",
    answerable=True,
)


def check(case: Case) -> Iterator[Problem]:
    """Find long paragraphs and long lists.

    Example:
        text: You stop now. Then you look. Then you listen. Then you go.

    Better:
        text: You stop now, and you look. Then you listen, and you go.
    """
    for path, paragraph in case.prose:
        if path[0] != "guide" and _marks(paragraph) > SENTENCES and (count := _sentences(paragraph)) > SENTENCES:
            start = " ".join(paragraph.split()[:5])
            message = f"the paragraph “{start} …” has {count} sentences; {SENTENCES} are easier to read"
            yield case.problem(RULE, path, message)
    for path, text in case.values:
        if isinstance(text, RichText) and path[0] in PATIENT_PARTS:
            for message in _lists(text.nodes):
                yield case.problem(RULE, path, message)


def _marks(paragraph: str) -> int:
    """End marks, and one for what has none at its end: there are never more sentences, and counting is quick."""
    return sum(map(paragraph.count, ".!?:")) + 1


def _sentences(paragraph: str) -> int:
    return sum(_counts(sentence) for sentence in split_sentences(_SPEECH.sub("“”", paragraph)))


def _counts(sentence: str) -> bool:
    """Whether it adds to the load: not “Not quite.”, and not what leads into the next with a colon."""
    return len(sentence.split()) > 2 and not sentence.endswith(":")


def _lists(nodes: Nodes) -> Iterator[str]:
    for node in nodes:
        if node.kind in ("bullets", "numbers") and len(node.children) > ITEMS:
            yield f"a list has {len(node.children)} items; {ITEMS} are easier to keep in mind"
        yield from _lists(node.children)

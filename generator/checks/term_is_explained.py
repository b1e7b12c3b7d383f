"""A word that most people do not know is explained where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from generator.checks.case import Case
from generator.problems import Problem
from generator.reading import PATIENT_PARTS, main_language
from generator.rules import Rule
from generator.schema.words import AvoidedWord
from generator.text import Nodes, RichText, plain
from generator.wording import folded, one_line

RULE = Rule(
    "term-is-explained",
    "A word that words.yml lists with `level: explain` is linked to the glossary, or explained in its sentence.",
    "Medical words are used only to teach them (PEMAT-P item 4).",
    "Link it, as in `[tolerance](term:tolerance)`, explain it (“… which means …”), or use plainer words.",
    answerable=True,
)
_MEANS = (
    r"(?:[^.!?]{0,40}\b(?:means?|meaning|called|which is|that is|is when|significa|quiere decir|es decir|o sea|que es)\b"
    r"|[^.!?]{0,40}\. (?:This|That|It|Eso|Esto) (?:means|is when|quiere decir|significa)\b)"
)
_CALLED = r"\b(?:called|means|se llama|llamad[oa]|significa)\b[^.!?]{0,20}"
_WORD = re.compile(r"\w+")


def check(case: Case) -> Iterator[Problem]:
    """Find the first use of each listed word that nothing in the module explains.

    Example:
        text: Your tolerance is lower now.

    Better:
        text: Your [tolerance](term:tolerance) is lower now.
    """
    language = main_language(case.frame.language)
    listed = [word for word in case.frame.words if word.level == "explain" and main_language(word.language) == language]
    texts = [(path, text, bare) for path, text, bare in case.said.bare if path[0] in PATIENT_PARTS]
    linked: str | None = None
    for word in listed:
        starts, forms, explained = _patterns(word)
        if not starts & case.said.words:
            continue
        linked = "\n".join(_linked(case)) if linked is None else linked
        if forms.search(linked):
            continue
        here = [(path, text, bare) for path, text, bare in texts if forms.search(bare)]
        if here and not any(explained.search(bare) for *_, bare in here):
            path, text, bare = here[0]
            found = _as_written(forms, text, bare)
            instead = " or ".join(f"“{use}”" for use in word.use)
            message = f"“{found}” is not explained; link it to the glossary, or write {instead}"
            yield case.problem(RULE, path, message, about=found)


def _as_written(forms: re.Pattern[str], text: str, bare: str) -> str:
    found = forms.search(bare)
    assert found
    return text[found.start() : found.end()]


@lru_cache(maxsize=500)
def _patterns(word: AvoidedWord) -> tuple[frozenset[str], re.Pattern[str], re.Pattern[str]]:
    """The first word of each form, the forms, and the forms with what explains them in the same sentence or the next."""
    entries = [folded(one_line(form)) for form in sorted(word.avoid, key=len, reverse=True)]
    forms = rf"(?<!\w)(?:{'|'.join(map(re.escape, entries))})(?!\w)"
    starts = frozenset(_WORD.findall(entry.lower())[0] for entry in entries)
    explained = re.compile(rf"{forms}{_MEANS}|{_CALLED}{forms}", re.IGNORECASE)
    return starts, re.compile(forms, re.IGNORECASE), explained


def _linked(case: Case) -> Iterator[str]:
    """The words of every link to a term, in patient text."""
    for path, text in case.values:
        if isinstance(text, RichText) and path[0] in PATIENT_PARTS and "(term:" in text:
            yield from _links(text.nodes)


def _links(nodes: Nodes) -> Iterator[str]:
    for node in nodes:
        if node.kind == "link" and node.value.startswith("term:"):
            yield folded(plain((node,)))
        yield from _links(node.children)

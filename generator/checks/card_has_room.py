"""A card has room for its words: on the 85 × 54 mm of a wallet card, or on two such halves with a fold between."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.checks.case import Case
from generator.pictures.letters import Style, text_width, wrap
from generator.problems import Problem
from generator.rules import Rule
from generator.schema.blocks.card import Card
from generator.schema.fields.wallet_card import WalletCard
from generator.text import Nodes, on_paper, plain

MOST = 5

# The room of layouts/print/cards.typ with its smallest letters, in points. What fits here fits on paper: all letters
# count as bold, every line is as tall as one with rare letters, and of two gaps that meet the larger one counts.
TEXT, TITLE = Style(10, 700, 11.7), Style(11, 700, 12.9)
LEADING = 4.5
MM = 72 / 25.4
WIDTH, HEIGHT = 76 * MM, 47 * MM
BULLET = 10.0
GAP = 8.0
WRITING = 8 * MM
CRISIS = 2.5 * MM + 2 * GAP
"""What stands above the crisis line."""

BREAKS_ANYWHERE = re.compile(r"\S{29}")
"""In a word that is so long; no other word is ever broken."""

RULE = Rule(
    "card-has-room",
    f"A card has room for its words, and a wallet card has at most {MOST} lines to write on.",
    "It is 85 × 54 mm with letters of 10 pt and the crisis line on it; folded once it has two such halves.",
    "Take a line out, or say it in fewer words; a label with `lines: 1` takes 8 mm less.",
)


@dataclass(frozen=True, slots=True)
class Words:
    """One text of a card, set in the width it has."""

    text: str
    style: Style = TEXT
    width: float = WIDTH
    breaks: int = 0
    """How many lines the author ends by hand."""

    @property
    def height(self) -> float:
        """What it takes of the card's height."""
        return (len(wrap(self.text, self.width, self.style)) + self.breaks) * self.style.step - LEADING

    @property
    def too_wide(self) -> str:
        """A word that stands out at the right; empty if none does."""
        wide = (word for word in self.text.split(" ") if text_width(word, self.style) > self.width)
        return next((word for word in wide if not BREAKS_ANYWHERE.search(word)), "")


def check(case: Case) -> Iterator[Problem]:
    """Find cards with more lines or more words than they have room for.

    Example:
        kind: wallet_card
        card_lines:
          - id: call
            label: I will call
            lines: 2

    Better:
        kind: wallet_card
        card_lines:
          - id: call
            label: I will call
    """
    crisis = CRISIS + _rich(case.frame.crisis.sheet_line).height
    for path, item in case.values:
        if isinstance(item, Card):
            path = (*path, "lines")
            rows = [(_rich(line.nodes, WIDTH - BULLET), 0) for line in item.lines]
            found = _problems(item.title, rows, crisis)
        elif isinstance(item, WalletCard):
            path = (*path, "card_lines")
            found = _problems(item.title, [(Words(line.label), line.lines) for line in item.card_lines], crisis)
        else:
            continue
        yield from (case.problem(RULE, path, message) for message in found)


def _problems(title: str, rows: list[tuple[Words, int]], crisis: float) -> Iterator[str]:
    """What is wrong with a card of these rows: each has words, and a number of lines to write on."""
    head = Words(title, TITLE)
    written = sum(lines for _, lines in rows)
    if written > MOST:
        yield f"the card has {written} lines; there is room for {MOST}"
        return
    yield from (
        f"the word “{wide}” is wider than the card"
        for words in (head, *(words for words, _ in rows))
        if (wide := words.too_wide)
    )
    heights = [words.height + (LEADING + lines * WRITING if lines else GAP) for words, lines in rows]
    if over := math.ceil(_over(head.height + GAP, heights, crisis) / TEXT.step):
        yield f"the card is about {over} {'line' if over == 1 else 'lines'} too long, even folded once"


def _over(head: float, rows: list[float], crisis: float) -> float:
    """How much the halves are too low for what they hold, with the fold where this is least."""
    folds = range(1, len(rows) + 1)
    return min(max(0, head + sum(rows[:at]) - HEIGHT) + max(0, sum(rows[at:]) + crisis - HEIGHT) for at in folds)


def _rich(nodes: Nodes, width: float = WIDTH) -> Words:
    return Words(plain(on_paper(nodes)), TEXT, width, _breaks(nodes))


def _breaks(nodes: Nodes) -> int:
    return sum((node.kind == "break") + _breaks(node.children) for node in nodes)

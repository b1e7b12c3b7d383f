"""The tiny module with more in it than fits: other words in one place, more columns in a table."""

from __future__ import annotations

import json
import re

from printed import TINY

MODULE = (TINY / "en" / "one-thing.yml").read_text("utf-8")
LONG = "Pneumono" + "ultramicroscopic" * 18 + "al"
PLACES = {
    "title": "title: One thing\n",
    "main message": "main_message: You can do one thing today.\n",
    "today": "today: Drink a glass of water.\n",
    "heading": "heading: One thing is enough\n",
    "key idea": "text: Small things add up.\n",
    "title of steps": "title: Two steps\n",
    "step": "- Look around.\n",
    "line of a card": "- One thing today.\n",
    "title of a worksheet": "title: Every field\n",
    "label": "label: One thing\n",
    "hint": "hint: A small one.\n",
    "option to tick": "yes: Yes\n",
    "end of a scale": "low_label: Low\n",
    "head of a column": "label: How strong\n",
    "choice of a column": "a: This\n",
    "head of a row": "mon: Monday\n",
    "start of a plan": "when: When\n",
    "rating": "never: Never\n",
    "rated thing": "payday: Payday\n",
    "line of a wallet card": "label: First I will\n",
    "statement": "turns: One person speaks at a time.\n",
    "question": "ask: Which one is a small thing?\n",
    "option of a question": "text: A new house\n",
    "thing to match": "left: Breakfast\n",
    "guide line": "text: Welcome. You can pass at any time.\n",
    "part of the session": "title: Check-in\n",
    "thing to bring": "item: Pens\n",
    "glossary term": "term: thing\n",
    "glossary meaning": "meaning: Something small that you can do.\n",
    "label in a picture": "label: It peaks\n",
    "caption": "caption: It rises and falls.\n",
}
"""Lines of the tiny module, one for each place where authors write words."""


def with_words(place: str, words: str) -> str:
    """The tiny module with other words in one place."""
    line = PLACES[place]
    start = re.match(r"\w+: |- ", line)
    assert start and line in MODULE
    return MODULE.replace(line, f"{start[0]}{json.dumps(words, ensure_ascii=False)}\n", 1)


COLUMNS = "          - id: more-{}\n            label: More {}\n{}"


def with_columns(count: int, more: str) -> str:
    """The tiny module with more columns in the table with row labels."""
    start = "          - id: plan\n            label: Plan\n            wide: true\n"
    assert MODULE.count(start) == 1
    return MODULE.replace(start, "".join(COLUMNS.format(at, at, more) for at in range(count)))

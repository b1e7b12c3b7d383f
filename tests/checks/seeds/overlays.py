"""Seeds of the rules for overlays; the tiny course has one, which clinic.yml chooses here."""

from __future__ import annotations

import re
from pathlib import Path

from tests.checks.seeds.clinic import NUMBERS
from tests.checks.seeds.seed import Seed

CHOSEN = {"clinic.yml": f"{NUMBERS}overlays: [early-risers]\n"}
OVERLAY = "overlays/early-risers.yml"
ADDED = "pathways:\n  all:\n    add: [another-thing]\n"
TWIN = """\
id: late-risers
title: Late risers
description: For people who get up late.
review: {status: draft, written_by: {name: The Psychoed project, role: course authors}, next_review: 2027-11}
modules:
  en:
    another-thing:
      swap:
        - story: ▸Ana’s morning
          blocks:
            - {kind: story, title: Ana’s noon, hard: Ana wakes up at noon., skill: Ana gets up., think: What did Ana do?}
"""

LATE = """\
id: late-risers
title: Late risers
description: For people who get up late.
review: {status: draft, written_by: {name: The Psychoed project, role: course authors}, next_review: 2027-11}
pathways:
  all:
    swap: {one-thing: ▸another-thing}
"""


def ana_again(course: Path) -> None:
    """Let the guide of the module speak of the story, too."""
    file = course / "en" / "another-thing.yml"
    text = file.read_text("utf-8")
    assert text.count("question: ") >= 1
    file.write_text(re.sub("answer: (?=[A-Z])", "answer: Ana did. ", text, count=1), "utf-8")


SEEDS = (
    Seed(
        "overlay-target-is-there",
        ADDED,
        "pathways:\n  ▸al:\n    add: [another-thing]\n",
        ("unknown pathway 'al'; did you mean 'all'?",),
        file=OVERLAY,
        base="tiny",
        beside=CHOSEN,
    ),
    Seed(
        "overlay-target-is-there",
        ADDED,
        "pathways:\n  ▸al:\n    add: [another-thing]\n",
        ("unknown pathway 'al'; did you mean 'all'?",),
        file=OVERLAY,
        base="tiny",
        level="warning",
    ),
    Seed(
        "overlay-keeps-safety",
        "",
        LATE,
        ("'another-thing' does not carry S-BODY, as 'one-thing' does",),
        file="overlays/late-risers.yml",
        base="tiny",
        beside={"clinic.yml": f"{NUMBERS}overlays: [late-risers]\n"},
    ),
    Seed("overlay-is-known", "", f"{NUMBERS}overlays: [▸late-risers]\n", file="clinic.yml", base="tiny"),
    Seed(
        "overlay-change-is-alone",
        "",
        TWIN,
        file="overlays/late-risers.yml",
        base="tiny",
        level="warning",
        beside={"clinic.yml": f"{NUMBERS}overlays: [early-risers, late-risers]\n"},
    ),
    Seed(
        "overlay-swap-is-whole",
        "        - story: Ana’s morning\n          blocks:\n            - kind: story\n              title: Ana’s sunrise\n"
        "              hard: Ana wakes up early. She lies there and counts.\n"
        "              skill: Ana wakes up early. She watches the sun come up.\n              think: What did Ana watch?\n",
        "        - story: ▸Ana’s morning\n          blocks:\n            - kind: story\n              title: Bea’s sunrise\n"
        "              hard: Bea wakes up early. She lies there and counts.\n"
        "              skill: Bea wakes up early. She watches the sun come up.\n              think: What did Bea watch?\n",
        file=OVERLAY,
        base="tiny",
        level="warning",
        beside=CHOSEN,
        do=ana_again,
    ),
)

"""An abbreviation is written out where it first stands."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.case import Case
from generator.problems import Problem
from generator.reading import PATIENT_PARTS
from generator.rules import Rule

MOST = 3

RULE = Rule(
    "abbreviation-is-written-out",
    f"Patient text writes an abbreviation out at its first use, and has at most {MOST} of them.",
    "Who does not know the letters stops reading (standards R5). Those that everybody knows are listed in course.yml.",
    "Write “intensive outpatient program (IOP)” where it first stands, or the words alone; "
    "add what everybody knows to `abbreviations` in course.yml.",
    answerable=True,
)
_CAPITALS = re.compile(r"(?<![\w.-])[A-ZÁÉÍÓÚÑ]{2,6}(?:s|es)?(?![\w-])")
_SHOUTED = re.compile(r"(?:\b[A-ZÁÉÍÓÚÑ]{2,}\b\W+){2,}")
"""Words in capitals in a row are loud, not short."""


def check(case: Case) -> Iterator[Problem]:
    """Find abbreviations that are not written out, and too many of them.

    Example:
        text: Your IOP and your MOUD go together.

    Better:
        text: Your intensive outpatient program (IOP) and your medicine go together.
    """
    first: dict[str, bool] = {}
    for path, text in case.wording:
        if path[0] not in PATIENT_PARTS or not _CAPITALS.search(text):
            continue
        for found in _CAPITALS.finditer(_SHOUTED.sub(" ", text)):
            short = re.sub(r"(?:es|s)$", "", found.group())
            if short in case.frame.spec.abbreviations or short in first:
                continue
            first[short] = True
            if not _written_out(text, found.group()):
                yield case.problem(RULE, path, f"write “{short}” out here, where it first stands")
            if len(first) == MOST + 1:
                yield case.problem(RULE, path, f"“{short}” is the abbreviation number {MOST + 1}; {MOST} are enough")


def _written_out(text: str, short: str) -> bool:
    """Whether it stands in brackets after its words, or has its words in brackets."""
    return re.search(rf"\w+ \({re.escape(short)}\)|\b{re.escape(short)} \(\w+ \w+", text) is not None

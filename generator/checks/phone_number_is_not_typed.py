"""No phone number stands in a module; safety.yml has them all."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.case import Case
from generator.problems import Problem
from generator.rules import Rule

RULE = Rule(
    "phone-number-is-not-typed",
    "No phone number stands in a text; safety.yml is the only place that has them.",
    "Numbers change; one that is typed into a module is never checked again (standards section 6).",
    "Name the safety message under `safety`, or write `{its-id}` inside safety.yml.",
    also=("warning",),
)
_DIGIT = re.compile(r"\d")
_NUMBER = re.compile(
    r"(?<![\w.-])(?:"
    r"911|988|9-1-1|9-8-8"
    r"|(?:\+?1[ .-]?)?(?:\(\d{3}\) ?|\d{3}[ .-])\d{3}[ .-]\d{4}"  # 1-800-662-4357
    r"|(?:1[ .-]?)?8(?:00|33|44|55|66|77|88)[ .-][A-Z0-9]{3,7}(?:[ .-][A-Z0-9]{3,4})?"  # 800-662-HELP
    r"|\+\d[\d .()-]{6,}\d"  # other countries
    r"|\d{7,15}"
    r")(?![\w-]|\.\d)"
)
_SHORT_CODE = re.compile(r"\btext (?:[“\"]?\w+[”\"]? )?to (\d{4,6})\b", re.IGNORECASE)
_WAY_OUT = "name a safety message in its place, numbers live in safety.yml alone"
_DASHES = str.maketrans({"‑": "-", "–": "-", "\u00a0": " ", "\u202f": " "})


def check(case: Case) -> Iterator[Problem]:
    """Find phone numbers in texts, and links that dial.

    Example:
        text: Call 555-010-1234 any time.

    Better:
        kind: safety
        message: S-CRISIS
    """
    for path, text in case.wording:
        if number := typed_number(text):
            yield case.problem(RULE, path, f"the phone number '{number}' is typed here; {_WAY_OUT}")
    for kind in ("tel", "sms"):
        for path, number in case.links_to(kind):
            yield case.problem(RULE, path, f"a link dials '{number}' here; {_WAY_OUT}")


def typed_number(text: str) -> str:
    """The first phone number in `text`; empty if there is none."""
    if not _DIGIT.search(text):
        return ""
    plain = text.translate(_DASHES)
    code = _SHORT_CODE.search(plain)
    number = _NUMBER.search(plain)
    return number.group() if number else code[1] if code else ""

"""Nothing tells people how much of a medicine or drug to take, or how to cut it down."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.case import Case
from generator.problems import Problem
from generator.rules import Rule

RULE = Rule(
    "dose-is-not-given",
    "No text gives an amount of a medicine or drug, or a way to cut it down.",
    "What is right for one person can kill another; amounts belong to the prescriber (standards SF-6).",
    "Take the amount out, and send people to their prescriber or pharmacist.",
)
_HINTS = ("mg", "mcg", "µg", "gram", "dos", "taper", "pill", "tablet", "cut", "Cut", "Taper", "pastill")
"""One of these is in every amount; most texts have none, and looking for amounts takes long."""
_NUMBER = r"(?:\d+(?:[.,]\d+)?|half|one|two|three|media|mitad|un[ao]?|dos|tres)"
_AMOUNT = re.compile(
    rf"\b{_NUMBER} ?(?:mg|mcg|µg|milligrams?|micrograms?|miligramos?|microgramos?)\b"
    rf"|\b(?:taper(?:ing)?|cut(?:ting)? (?:down|back|your dose|the dose)|lower(?:ing)? (?:your|the) dose|reduc(?:e|ing) (?:your|the) dose)"
    rf"(?: \w+){{0,2}} by {_NUMBER}\b"
    rf"|\b(?:take|taking) {_NUMBER} (?:(?:more|extra) )?(?:pills?|tablets?|doses?)\b"
    rf"|\b(?:take|taking) half (?:a|an|the|your) (?:pill|tablet|dose)\b"
    rf"|\b(?:baj\w+|reduc\w+|redúzca\w*|cort\w+) (?:la|su) dosis (?:a|en|por) (?:la )?{_NUMBER}\b"
    rf"|\b(?:tome|tomar|toma) {_NUMBER} (?:pastillas?|tabletas?|dosis)\b",
    re.IGNORECASE,
)


def check(case: Case) -> Iterator[Problem]:
    """Find amounts and tapers, in English and Spanish, in the guide as well.

    Example:
        text: Cut your dose by half each week, or take 20 mg.

    Better:
        text: Talk with your prescriber before you change how much you take.
    """
    for path, text in case.wording:
        if any(hint in text for hint in _HINTS) and (found := _AMOUNT.search(text)):
            yield case.problem(RULE, path, f"“{found.group()}” tells an amount; that belongs to the prescriber")

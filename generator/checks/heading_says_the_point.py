"""A heading of the lesson says its point."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.case import Case
from generator.problems import Problem
from generator.reading import main_language
from generator.rules import Rule

RULE = Rule(
    "heading-says-the-point",
    "A section's heading says its point, as “Most urges fade”; not “Part 2” or “Introduction”.",
    "Many people read the headings alone, and they should learn something from them (PEMAT-P item 9).",
    "Write the one thing that the section says.",
    answerable=True,
)
_EMPTY = {
    "en": re.compile(
        r"(?:the )?(?:introduction|intro|overview|background|basics|summary|conclusion|review|more|more information|"
        r"(?:general )?information|facts|notes|tips|skills?|practice|exercises?|activity|next steps|learn more|"
        r"(?:part|section|chapter|lesson|step|topic|unit) (?:\d+|[ivx]+|one|two|three|four|five))[.:!]?",
        re.IGNORECASE,
    ),
    "es": re.compile(
        r"(?:la |el |las |los )?(?:introducción|resumen|antecedentes|generalidades|conclusión|conclusiones|repaso|más|"
        r"más información|información(?: general)?|datos|notas|consejos|habilidades|práctica|ejercicios?|actividad|"
        r"próximos pasos|(?:parte|sección|capítulo|lección|paso|tema|unidad) (?:\d+|[ivx]+|uno|dos|tres|cuatro|cinco))[.:!]?",
        re.IGNORECASE,
    ),
}


def check(case: Case) -> Iterator[Problem]:
    """Find headings that could stand over anything, in English and Spanish.

    Example:
        heading: Introduction

    Better:
        heading: Most urges rise, peak, and fade
    """
    pattern = _EMPTY.get(main_language(case.frame.language))
    for index, section in enumerate(case.module.lesson) if pattern else ():
        if pattern and pattern.fullmatch(section.heading.strip()):
            message = f"the heading “{section.heading}” could stand over anything; say the point of the section"
            yield case.problem(RULE, ("lesson", index, "heading"), message)

"""Patient text reads at grade 6 or below."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.case import Case
from generator.problems import Problem
from generator.reading import Reading
from generator.rules import Rule

FLESCH_KINCAID, SMOG = 6.0, 8.0
FEWEST_WORDS = 100
"""With fewer words the formulas say little (standards R2)."""

RULE = Rule(
    "reading-is-plain",
    f"Patient text has a Flesch-Kincaid grade of at most {FLESCH_KINCAID} and a SMOG grade of at most {SMOG}.",
    "Handouts of treatment programs averaged grade 11.8 (greenfield-2005), far above what most people can use (R1).",
    "Cut long sentences in two; use shorter words.",
)


def check(case: Case) -> Iterator[Problem]:
    """Measure the patient text; languages without a formula are not measured.

    Example:
        main_message: Individualized psychoeducational interventions facilitate sustainable rehabilitation.
    """
    reading = case.reading
    if reading is None or reading.words < FEWEST_WORDS:
        return
    if round(reading.flesch_kincaid, 1) > FLESCH_KINCAID:
        said = f"grade {reading.flesch_kincaid:.1f} by Flesch-Kincaid; the most is {FLESCH_KINCAID}"
        yield case.problem(RULE, (), f"the patient text reads at {said}; {_way_out(case, reading)}")
    if round(reading.smog, 1) > SMOG:
        said = f"grade {reading.smog:.1f} by SMOG; the most is {SMOG}"
        share = f"{reading.long_word_share:.0%} of the words have three or more syllables"
        yield case.problem(RULE, (), f"the patient text reads at {said}; {share}")


def _way_out(case: Case, reading: Reading) -> str:
    line = case.line(reading.longest.path)
    return f"its longest sentence has {len(reading.longest.words)} words and stands in {line}"

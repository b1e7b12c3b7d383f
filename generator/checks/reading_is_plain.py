"""Patient text reads at grade 6 or below, the guide at grade 9; in Spanish by the measures of Spanish."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.case import Case
from generator.problems import Problem
from generator.reading import Reading, Score, language_of
from generator.rules import Rule

FEWEST_WORDS = 100
"""With fewer words the formulas say little (standards R2)."""

RULE = Rule(
    "reading-is-plain",
    "Patient text, and each part of it with a hundred words, reads easily. English: Flesch-Kincaid grade 6.0 and SMOG "
    "grade 8.0 at most, a tenth of long words; Spanish: Fernández Huerta 70 or INFLESZ 65 at least. A guide has grade "
    "9.0 at most (Spanish: INFLESZ 55 at least).",
    "Handouts of treatment programs averaged grade 11.8 (greenfield-2005), far above what most people can use "
    "(standards R1, R2, R7). A text is measured by formulas made for its language.",
    "Cut long sentences in two; use shorter words.",
    answerable=True,
)


def check(case: Case) -> Iterator[Problem]:
    """Measure the module, its parts and its guide; languages without a formula are not measured.

    Example:
        main_message: Individualized psychoeducational interventions facilitate sustainable rehabilitation.

    Better:
        main_message: You can learn skills that help you stay well.
    """
    if case.reading is None:
        return
    parts = (((), case.reading, "the patient text"), *((path, part, "this part") for path, part in case.readings))
    for path, reading, name in parts:
        if reading.words >= FEWEST_WORDS:
            for message in (*_scores(case, reading, name, patients=True), *_long_words(case, reading, name)):
                yield case.problem(RULE, path, message)
    guide = case.guide_reading
    if guide and guide.words >= FEWEST_WORDS:
        for message in _scores(case, guide, "the guide", patients=False):
            yield case.problem(RULE, ("guide",), message)


def _scores(case: Case, reading: Reading, name: str, *, patients: bool) -> Iterator[str]:
    limits = [(score, score.formula.patients if patients else score.formula.counselors) for score in reading.scores]
    missed = [(score, limit) for score, limit in limits if limit is not None and not score.keeps(limit)]
    how = language_of(case.frame.language)
    if how and how.any_is_enough and len(missed) < sum(limit is not None for _, limit in limits):
        return
    for score, limit in missed:
        yield f"{name} reads at {_said(score, limit)}; {_way_out(case, reading)}"


def _said(score: Score, limit: float) -> str:
    if score.formula.is_grade:
        return f"grade {score.value:.1f} by {score.name}; the most is {limit:.1f}"
    return f"{score.value:.1f} by {score.name}; the least is {limit:.0f}"


def _way_out(case: Case, reading: Reading) -> str:
    line = case.line(reading.longest.path)
    return f"its longest sentence has {len(reading.longest.words)} words and stands in {line}"


def _long_words(case: Case, reading: Reading, name: str) -> Iterator[str]:
    how = language_of(case.frame.language)
    if how and how.most_long_words is not None and round(reading.long_word_share, 2) > how.most_long_words:
        share = f"{reading.long_word_share:.0%} of the words of {name} have three or more syllables"
        yield f"{share}; the most is {how.most_long_words:.0%}"

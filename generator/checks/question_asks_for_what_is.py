"""No question asks which option is not true."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.case import Case
from generator.problems import Problem
from generator.reading import main_language
from generator.rules import Rule

RULE = Rule(
    "question-asks-for-what-is",
    "No question asks for the exception (“Which is NOT …?”).",
    "People overlook the “not”, and remember the wrong options as right (haladyna-2002, standards Q4).",
    "Ask for what is true, or use true_false.",
    answerable=True,
)
_EXCEPTION = {
    "en": re.compile(
        r"\b(?:NOT|EXCEPT|NEVER|LEAST)\b|(?i:\bwhich (?:one )?(?:of (?:these|the following) )?(?:is|are|does|do|would|could) not\b)"
        r"|(?i:\ball of (?:these|the following) (?:\w+ ){1,4}except\b)"
    ),
    "es": re.compile(
        r"\b(?:NO|EXCEPTO|NUNCA|MENOS)\b(?! [A-ZÁÉÍÓÚÑ]{2})|(?i:\bcuál(?:es)?(?: de (?:estas|estos|las siguientes|los siguientes))?"
        r"(?: \w+)? no (?:es|son)\b)|(?i:\btod[oa]s (?:\w+ ){1,4}(?:excepto|menos)\b)"
    ),
}


def check(case: Case) -> Iterator[Problem]:
    """Find questions that ask for the exception, in English and Spanish.

    Example:
        ask: Which of these is NOT a sign of stress?

    Better:
        ask: Which of these is a sign of stress?
    """
    pattern = _EXCEPTION.get(main_language(case.frame.language))
    for index, question in enumerate(case.module.quiz) if pattern else ():
        found = pattern.search(question.ask.words) if pattern else None
        if found:
            message = f"the question asks for the exception (“{found.group()}”); ask for what is true"
            yield case.problem(RULE, ("quiz", index, "ask"), message)

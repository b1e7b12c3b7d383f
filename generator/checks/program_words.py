"""What a program says on pages and on the wall: letters that print, words that do not shame, no typed phone numbers."""

from __future__ import annotations

from collections.abc import Sequence

from generator.checks.phone_number_is_not_typed import RULE as PHONE_NUMBER_IS_NOT_TYPED
from generator.checks.phone_number_is_not_typed import typed_number
from generator.checks.shared_letters import check_letters
from generator.checks.word_is_person_first import RULE as WORD_IS_PERSON_FIRST
from generator.checks.word_is_person_first import avoided
from generator.problems import Problem, Problems, in_order
from generator.reading import is_english
from generator.schema.course import CourseSpec
from generator.schema.program import ProgramSpec
from generator.schema.words import AvoidedWord
from generator.source import Document
from generator.wording import wording


def check_program_words(
    spec: ProgramSpec, document: Document, course: CourseSpec, words: Sequence[AvoidedWord]
) -> Problems:
    """Find what the titles and the description of a program must not hold.

    Example:
        title: Twelve weeks for addicts 🎉
        description: Call 555-010-1234.
    """
    # Topics are ids of modules, which have checks of their own.
    told = spec.model_copy(update={"topics": ()})
    said = tuple(wording(told))
    found = list(check_letters(told, document))
    for path, text in said:
        if number := typed_number(text):
            message = f"the phone number '{number}' is typed here; every page and sheet has the crisis line already"
            found.append(document.problem(path, message, PHONE_NUMBER_IS_NOT_TYPED.id))
    for path, message, level in avoided(said, words if is_english(course.languages[0]) else ()):
        found.append(Problem(document.path, *document.place(path), message, WORD_IS_PERSON_FIRST.id, level))
    return in_order(found)

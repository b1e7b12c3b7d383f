"""What the words of every file beside the modules must not hold: letters that cannot be printed, numbers, shame."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pydantic import BaseModel

from generator.checks.letter_can_be_printed import RULE as LETTER_CAN_BE_PRINTED
from generator.checks.phone_number_is_not_typed import RULE as PHONE_NUMBER_IS_NOT_TYPED
from generator.checks.phone_number_is_not_typed import typed_number
from generator.checks.word_is_person_first import RULE as WORD_IS_PERSON_FIRST
from generator.checks.word_is_person_first import avoided
from generator.letters import named, not_printable
from generator.problems import Problem, Problems, in_order
from generator.schema.words import AvoidedWord
from generator.source import Document, Path
from generator.wording import wording


def check_letters(spec: BaseModel, document: Document, at: Path = ()) -> Problems:
    """Find letters that cannot be printed; `at` is where the spec stands in the document.

    Example:
        title: Steps 🎉
    """
    found = ((path, not_printable(text)) for path, text in wording(spec, at))
    return in_order(
        document.problem(path, f"{named(letter)} cannot be printed; say it in words", LETTER_CAN_BE_PRINTED.id)
        for path, letter in found
        if letter
    )


def check_words(
    spec: BaseModel, document: Document, language: str, words: Sequence[AvoidedWord], at: Path = ()
) -> Problems:
    """Find letters that cannot be printed, phone numbers, and words that shame in the text's language.

    Example:
        title: Twelve weeks for addicts 🎉
        description: Call 555-010-1234.
    """
    said = tuple(wording(spec, at))
    shaming = words_that_shame(said, document, language, words)
    return in_order((*check_letters(spec, document, at), *_typed_numbers(said, document), *shaming))


def words_that_shame(
    said: Sequence[tuple[Path, str]], document: Document, language: str, words: Sequence[AvoidedWord]
) -> Iterator[Problem]:
    """The words of the list in texts of a language, each of which comes with its path."""
    for path, message, level, found in avoided(said, words, language):
        yield Problem(document.path, *document.place(path), message, WORD_IS_PERSON_FIRST.id, level, found)


def _typed_numbers(said: Sequence[tuple[Path, str]], document: Document) -> Iterator[Problem]:
    for path, text in said:
        if number := typed_number(text):
            message = f"the phone number '{number}' is typed here; every page and sheet has the crisis line already"
            yield document.problem(path, message, PHONE_NUMBER_IS_NOT_TYPED.id)

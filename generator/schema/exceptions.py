"""Exceptions: where a rule is wrong about a text, and why."""

from typing import Annotated, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from generator.schema.base import PlainText, Spec


class MarkedException(Spec):
    """An answer to a false alarm: the rule, the words that it is wrong about, and the reason why they may stand.

    The words answer the rule wherever they stand in this file, and nowhere else. Where a rule speaks of a whole part
    and not of words, `at` names the part: keys, ids and numbers with dots between them, or `file` for all of it.

    Example:
        rule: word-is-person-first
        words: Alcoholics Anonymous
        reason: It is the name of a group.
    """

    rule: PlainText
    """The rule's id. It stands in brackets at the end of the message."""
    words: PlainText | None = None
    """Words of the text in which the rule speaks up, as they stand there: all that it found, or 12 letters and more."""
    at: PlainText | None = None
    """A part of the file in place of words, as `lesson` or `quiz.first-step`; `file` for all of it."""
    reason: PlainText
    """Why it may stand. Reviewers read this."""

    @model_validator(mode="after")
    def _has_one_place(self) -> Self:
        if (self.words is None) == (self.at is None):
            raise PydanticCustomError(
                "exception-has-one-place", "an exception needs `words` or `at`, one of the two: where the rule is wrong"
            )
        return self


Exceptions = Annotated[tuple[MarkedException, ...], Field(max_length=100)]
"""Answers to false alarms of the check, each with its reason."""

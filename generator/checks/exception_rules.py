"""What `checks/exceptions.py` asks of exceptions, rule by rule."""

from __future__ import annotations

from generator.rules import Rule

EXCEPTION_IS_ALLOWED = Rule(
    "exception-is-allowed",
    "Each exception names a rule of the check, and one that may be answered.",
    "Where words are judged, a person may know better; safety messages, numbers, ids and the form of a file hold for all.",
    "Correct the rule's id; or take the exception out, and mend what the rule speaks of.",
)
EXCEPTION_IS_USED = Rule(
    "exception-is-used",
    "Each exception answers a rule that would speak up without it.",
    "One that answers nothing is left over, or misses what it was written for; readers would trust it.",
    "Copy the words out of the text as they stand there; or take the exception out.",
)
EXCEPTION_RULES: tuple[Rule, ...] = (EXCEPTION_IS_ALLOWED, EXCEPTION_IS_USED)

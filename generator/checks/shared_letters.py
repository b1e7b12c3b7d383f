"""Every letter of course.yml, safety.yml and sources.yml can be printed too."""

from __future__ import annotations

from pydantic import BaseModel

from generator.checks.letter_can_be_printed import RULE
from generator.letters import named, not_printable
from generator.problems import Problems, in_order
from generator.source import Document
from generator.wording import wording


def check_letters(spec: BaseModel, document: Document) -> Problems:
    """Find letters that cannot be printed.

    Example:
        title: Steps 🎉
    """
    found = ((path, not_printable(text)) for path, text in wording(spec))
    return in_order(
        document.problem(path, f"{named(letter)} cannot be printed; say it in words", RULE.id)
        for path, letter in found
        if letter
    )

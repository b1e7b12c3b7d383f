"""The quiz of a module → its options and what it says back, with their places."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.course import walk
from generator.schema.questions import Question
from generator.schema.questions.could_help import Idea
from generator.schema.questions.matching import Pair
from generator.schema.questions.option import Option
from generator.schema.questions.ordering import Step
from generator.source import Path
from generator.text import RichText

FEEDBACK = ("feedback", "if_true", "if_false")
"""The keys of what the quiz says back."""


def options(quiz: Sequence[Question]) -> Iterator[tuple[Path, RichText]]:
    """What people choose, order or match."""
    for path, value in walk(quiz, ("quiz",)):
        if isinstance(value, (Option, Idea, Step)):
            yield (*path, "text"), value.text
        elif isinstance(value, Pair):
            yield (*path, "left"), value.left
            yield (*path, "right"), value.right

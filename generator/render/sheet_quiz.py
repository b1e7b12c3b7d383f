"""Quiz questions → what the quiz sheet and the answer key print, in the one order that web and paper share."""

from __future__ import annotations

from generator.render.sheet_values import Printable, printable
from generator.schema.module import Module
from generator.schema.questions import Question
from generator.shuffle import shuffled

ANSWERS = frozenset({"feedback", "helps", "if_true", "if_false"})
"""Keys that only the answer key may know; what is true or false (`right`, `answer`) is another."""


def questions_with_answers(module: Module) -> Printable:
    """Every question with its feedback and its `order`."""
    return [_in_order(question, module) for question in module.quiz]


def questions_alone(module: Module) -> Printable:
    """Every question as a patient gets it: what gives the answer away is not there."""
    return _without_answers(questions_with_answers(module))


def _in_order(question: Question, module: Module) -> dict[str, Printable]:
    """The question, and for each of its lists the author's places in the order they are shown."""
    spec = printable(question)
    assert isinstance(spec, dict)
    seed = f"{module.id}/{question.id}"
    order: dict[str, Printable] = {
        name: list(shuffled(range(len(items)), seed)) for name, items in spec.items() if isinstance(items, list)
    }
    return {**spec, "order": order}


def _without_answers(value: Printable) -> Printable:
    match value:
        case dict():
            return {key: _without_answers(item) for key, item in value.items() if not _gives_away(key, item)}
        case list():
            return [_without_answers(item) for item in value]
        case _:
            return value


def _gives_away(key: str, item: Printable) -> bool:
    return key in ANSWERS or isinstance(item, bool)

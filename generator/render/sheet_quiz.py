"""Quiz questions → what the quiz sheet and the answer key print, in the one order that web and paper share."""

from __future__ import annotations

from generator.render.sheet_values import Printable, printable
from generator.schema.module import Module
from generator.schema.questions import Question
from generator.shuffle import shuffled

PUBLIC = frozenset(
    {"kind", "id", "ask", "options", "pairs", "steps", "ideas", "text", "left", "right", "lines", "order", "rich"}
)
"""What a patient's quiz may show; a new key stays in the answer key until it is named here. A `right` that is
true or false is an answer, and stays there too."""


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
            # Below `rich` stands text as a tree, with keys of its own.
            return {
                key: item if key in ("rich", "order") else _without_answers(item)
                for key, item in value.items()
                if key in PUBLIC and not isinstance(item, bool)
            }
        case list():
            return [_without_answers(item) for item in value]
        case _:
            return value

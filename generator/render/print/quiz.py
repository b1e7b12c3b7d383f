"""Quiz questions → what the quiz sheet and the answer key print, in the one order that web and paper share."""

from __future__ import annotations

from collections.abc import Iterator

from generator import addresses
from generator.course import Frame
from generator.render.print.content import Content
from generator.render.print.values import Printable, printable
from generator.schema.module import Module
from generator.schema.questions import Question
from generator.shuffle import shuffled

PUBLIC = frozenset(
    {"kind", "id", "ask", "options", "pairs", "steps", "ideas", "text", "left", "right", "lines", "order", "rich"}
)
"""What a patient's quiz may show; a new key stays in the answer key until it is named here. A `right` that is
true or false is an answer, and stays there too."""


def contents(module: Module, frame: Frame) -> Iterator[Content]:
    """The one quiz; its answers are printed in the guide alone."""
    name = frame.strings["quiz"]
    yield Content(
        module=module,
        tree="patients",
        name="quiz",
        page=addresses.lesson(frame.slug(module.id)),
        over=module.title,
        title=name,
        short=name,
        layout="quiz",
        body={"questions": questions_alone(module)},
        written_on=True,
    )


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

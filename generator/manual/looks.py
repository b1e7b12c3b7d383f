"""Kinds → how their examples look on the web: by the same templates that make the pages of a course."""

from __future__ import annotations

from datetime import date
from functools import cache

from pydantic import BaseModel, TypeAdapter

from generator.course import Build, Frame, walk
from generator.described import example_value
from generator.frame import frame_of, read_shared
from generator.load import Source
from generator.paths import SHIPPED
from generator.render.questions import question_views
from generator.render.web import lay_out
from generator.schema.module import Module
from generator.schema.pictures import Picture
from generator.skeleton import KINDS, NewModule, skeleton
from generator.source import read_yaml
from generator.validate import validate

DAY = date(2026, 1, 1)
"""Of the example; no page shows it."""


def look(group: str, model: type[BaseModel]) -> str:
    """The example of a kind as a page shows it."""
    frame, build, module = _course()
    values = {_VALUE[group]: _piece(module, group, model), "module": module}
    return f'<div class="ps psm-look">{_drawn(group, frame, build, values)}</div>'


_VALUE = {"blocks": "block", "fields": "field", "questions": "question", "pictures": "picture"}


def _drawn(group: str, frame: Frame, build: Build, values: dict[str, object]) -> str:
    return lay_out(_VALUE[group], _nowhere, frame, build, folder="manual", **values)


def _nowhere(target: str) -> str:
    """A link of an example looks like one, and stays on the page."""
    return "#content"


@cache
def _course() -> tuple[Frame, Build, Module]:
    """The shipped course, and a new module in it."""
    shared, problems = read_shared(SHIPPED / "modules")
    assert shared is not None, problems
    frame = frame_of(shared, shared.course.languages[0])
    new = NewModule("an-example", "An example", ("core",), ("S-CRISIS",), next(iter(frame.sources)), DAY)
    document, _ = read_yaml(Source("example.yml", skeleton(new), ""))
    assert document is not None
    module, problems = validate(document, Module)
    assert module is not None, problems
    build = Build("dev", frame.spec.site_url, frame.spec.papers)
    return frame, build, _with_all_kinds(module)


def _with_all_kinds(module: Module) -> Module:
    """The module with every kind of picture and question, which are more than one module may have."""
    pictures = tuple(TypeAdapter(Picture).validate_python(_tuples(example_value(model))) for model in KINDS["pictures"])
    quiz = tuple(model.model_validate(_tuples(example_value(model))) for model in KINDS["questions"])
    return module.model_copy(update={"pictures": pictures, "quiz": quiz})


def _tuples(value: object) -> object:
    if isinstance(value, dict):
        return {key: _tuples(item) for key, item in value.items()}
    return tuple(map(_tuples, value)) if isinstance(value, list) else value


def _piece(module: Module, group: str, model: type[BaseModel]) -> object:
    if group == "questions":
        views = question_views(module, _course()[0].strings)
        return next(view for view in views if type(view.spec) is model)
    return next(value for _, value in walk(module) if type(value) is model)

"""Nothing is missing: every kind has every face, and the tiny course uses every kind."""

from __future__ import annotations

import textwrap

import pytest
from pydantic import BaseModel, TypeAdapter

from generator.checks import RULES
from generator.course import walk
from generator.language.strings import interface_strings
from generator.load import Source, module_names, read_source
from generator.paths import LOCALES, TEMPLATES
from generator.pictures import draw_picture
from generator.render.questions import _VIEWS
from generator.schema import clinic, course, group, guide, module, overlay, program, safety, sources, words
from generator.schema.blocks import BLOCKS
from generator.schema.fields import FIELDS
from generator.schema.module import Module
from generator.schema.pictures import PICTURES
from generator.schema.questions import QUESTIONS
from generator.source import read_yaml
from generator.validate import validate
from tests.conftest import COURSES

FACES = {
    "blocks": ("web.html", "print.typ"),
    "fields": ("web.html", "print.typ"),
    "questions": ("web.html", "print.typ", "key.typ"),
}
KINDS = {"blocks": BLOCKS, "fields": FIELDS, "questions": QUESTIONS}


def kind_of(model: type[BaseModel]) -> str:
    return model.model_fields["kind"].annotation.__args__[0]  # type: ignore[union-attr]


@pytest.mark.parametrize("group", KINDS)
def test_every_kind_has_every_face_and_every_folder_a_kind(group: str) -> None:
    kinds = {kind_of(model) for model in KINDS[group]}
    assert {path.name for path in (TEMPLATES / group).iterdir()} == kinds
    missing = [
        f"{group}/{kind}/{face}"
        for kind in sorted(kinds)
        for face in FACES[group]
        if not (TEMPLATES / group / kind / face).is_file()
    ]
    assert missing == []


def test_every_question_kind_has_a_view() -> None:
    assert set(_VIEWS) == set(QUESTIONS)


def models() -> list[type[BaseModel]]:
    spoken = (clinic, course, group, guide, module, overlay, program, safety, sources, words)
    found = [
        thing
        for place in spoken
        for thing in vars(place).values()
        if isinstance(thing, type) and issubclass(thing, BaseModel) and thing.__module__ == place.__name__
    ]
    return [*found, *BLOCKS, *FIELDS, *QUESTIONS, *PICTURES]


@pytest.mark.parametrize(
    "model", [model for model in models() if "Example:" in (model.__doc__ or "")], ids=lambda model: model.__name__
)
def test_the_example_of_every_kind_is_valid(model: type[BaseModel]) -> None:
    example = textwrap.dedent((model.__doc__ or "").partition("Example:\n")[2])
    document, problems = read_yaml(Source("example.yml", example, ""))
    assert document is not None and problems == ()
    spec, problems = validate(document, model)
    assert problems == () and spec is not None


def test_every_kind_has_an_example() -> None:
    assert [
        model.__name__ for model in (*BLOCKS, *FIELDS, *QUESTIONS, *PICTURES) if "Example:" not in (model.__doc__ or "")
    ] == []


def test_the_tiny_course_uses_every_kind() -> None:
    used: set[str] = set()
    for name in module_names(COURSES / "tiny", "en"):
        source, _ = read_source(COURSES / "tiny", name)
        document, _ = read_yaml(source)  # type: ignore[arg-type]
        spec, problems = validate(document, Module)  # type: ignore[arg-type]
        assert problems == ()
        used |= {type(value).__name__ for _, value in walk(spec) if isinstance(value, BaseModel)}
    assert {model.__name__ for model in (*BLOCKS, *FIELDS, *QUESTIONS, *PICTURES)} - used == set()


def test_every_picture_kind_is_drawn() -> None:
    for model in PICTURES:
        example = textwrap.dedent((model.__doc__ or "").partition("Example:\n")[2])
        document, _ = read_yaml(Source("example.yml", example, ""))
        assert draw_picture(TypeAdapter(model).validate_python(document.value)).startswith("<svg")  # type: ignore[union-attr]


def test_every_language_has_every_interface_string() -> None:
    english = interface_strings("en")[0].keys()
    for path in LOCALES.glob("*.po"):
        assert interface_strings(path.stem)[0].keys() == english


def test_every_rule_is_explained_in_whole_sentences() -> None:
    for rule in RULES.values():
        for text in (rule.holds, rule.why, rule.mend):
            assert text[0].isupper() or text[0] in "`“", rule.id
            assert text.rstrip("”)").endswith((".", "?", "`")), rule.id

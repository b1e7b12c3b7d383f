"""Editors: every key is explained, every shipped file fits its schema, and wrong ones do not."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from pydantic import BaseModel

from generator.described import as_lists, choices, example_of, keys_of, kind_of, summary_of
from generator.editors import editor_files, help_editors
from generator.load import languages_in, module_names, read_source
from generator.paths import PACKAGE
from generator.schema.base import Spec
from generator.schema.blocks import BLOCKS
from generator.schema.fields import FIELDS
from generator.schema.pictures import PICTURES
from generator.schema.questions import QUESTIONS
from generator.schemas import DRAFT, SCHEMAS, json_schema, write_schemas
from generator.source import read_yaml
from tests.conftest import COURSES

ROOT = PACKAGE.parent
MODULES = ROOT / "modules"


def specs(model: type[BaseModel] = Spec) -> Iterator[type[BaseModel]]:
    for spec in model.__subclasses__():
        yield spec
        yield from specs(spec)


def values(course: Path, name: str) -> Any:
    source, problems = read_source(course, name)
    assert source is not None, problems
    document, problems = read_yaml(source)
    assert document is not None and problems == ()
    return as_lists(document.value)


def validator(name: str) -> jsonschema.Draft7Validator:
    schema = json.loads(json_schema(name))
    jsonschema.Draft7Validator.check_schema(schema)
    return jsonschema.Draft7Validator(schema)


def files(course: Path) -> Iterator[tuple[str, str]]:
    for name in ("course", "safety", "sources", "words", "clinic", "group"):
        if (course / f"{name}.yml").exists():
            yield name, f"{name}.yml"
    for kind, folder in (("overlay", "overlays"), ("program", "programs")):
        yield from ((kind, name) for name in module_names(course, folder))
    for language in languages_in(course):
        yield from (("module", name) for name in module_names(course, language))


@pytest.mark.parametrize("model", sorted(specs(), key=str), ids=lambda model: model.__name__)
def test_every_key_and_every_value_of_a_key_is_explained(model: type[BaseModel]) -> None:
    assert summary_of(model).endswith(".")
    for key in keys_of(model):
        assert len(key.words) > 10 and key.words.rstrip("”`)").endswith((".", ":", "?")), key
        words = choices(model.model_fields[key.name].annotation)
        assert len(words) < 2 or tuple(key.values) == words, key


@pytest.mark.parametrize(("course", "least"), [(MODULES, 15), (COURSES / "tiny", 8), (COURSES / "workbooks", 6)])
def test_every_file_that_ships_fits_its_schema(course: Path, least: int) -> None:
    by_name = {name: validator(name) for name in SCHEMAS}
    seen = 0
    for kind, name in files(course):
        assert [error.message for error in by_name[kind].iter_errors(values(course, name))] == [], name
        seen += 1
    assert seen >= least


@pytest.mark.parametrize(
    ("path", "wrong"),
    [
        (("title",), 5),
        (("titel",), "Stress"),
        (("minutes",), "20"),
        (("lesson", 0, "part"), "whta"),
        (("lesson", 0, "blocks", 0, "kind"), "txt"),
        (("quiz", 0, "options", 0, "right"), "yes"),
        (("pictures", 0, "parts"), []),
    ],
)
def test_a_wrong_module_does_not_fit(path: tuple[str | int, ...], wrong: object) -> None:
    module = values(MODULES, "en/stress.yml")
    place = module
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = wrong
    assert list(validator("module").iter_errors(module))


def test_hover_and_completion_have_what_they_show() -> None:
    schema = json.loads(json_schema("module"))
    assert schema["$schema"] == DRAFT
    assert schema["properties"]["main_message"]["description"] == "The one sentence that people should remember."
    part = schema["$defs"]["Section"]["properties"]["part"]
    assert dict(zip(part["enum"], part["enumDescriptions"], strict=True))["how"] == "what helps."
    for model in (*BLOCKS, *FIELDS, *QUESTIONS, *PICTURES):
        made = schema["$defs"][model.__name__]
        (snippet,) = made["defaultSnippets"]
        assert snippet["label"] == made["properties"]["kind"]["const"] == kind_of(model)
        assert example_of(model) in made["markdownDescription"]
        jsonschema.validate(snippet["body"], {**schema, "$ref": f"#/$defs/{model.__name__}"})


def test_the_settings_of_this_repository_are_what_the_program_writes() -> None:
    for name, text in editor_files("modules", ("en", "es")).items():
        assert (ROOT / name).read_text(encoding="utf-8") == text


def test_settings_name_schemas_that_are_written_and_files_that_are_there(tmp_path: Path) -> None:
    course = tmp_path / "modules"
    course.mkdir()
    assert set(help_editors(course, ("en",))) == {".vscode/settings.json", ".vscode/extensions.json"}
    named = json.loads((tmp_path / ".vscode/settings.json").read_text())["yaml.schemas"]
    assert {tmp_path / schema for schema in named} == set((tmp_path / "schemas").iterdir())
    assert len(named) == len(SCHEMAS)
    for patterns in named.values():
        assert any(list(ROOT.glob(pattern)) for pattern in patterns), patterns


def test_settings_of_an_author_are_left_alone_and_schemas_renewed(tmp_path: Path) -> None:
    course = tmp_path / "modules"
    course.mkdir()
    (tmp_path / ".vscode").mkdir()
    (tmp_path / ".vscode/settings.json").write_text("{}")
    (tmp_path / "schemas").mkdir()
    (tmp_path / "schemas/module.schema.json").write_text("{}")
    assert help_editors(course, ("en",)) == (".vscode/extensions.json",)
    assert (tmp_path / ".vscode/settings.json").read_text() == "{}"
    assert (tmp_path / "schemas/module.schema.json").read_text() == json_schema("module")
    before = [path.stat().st_mtime_ns for path in write_schemas(tmp_path / "schemas")]
    assert [path.stat().st_mtime_ns for path in write_schemas(tmp_path / "schemas")] == before

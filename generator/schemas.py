"""The models → JSON Schema, for editors that complete and explain YAML.

Made for yaml-language-server, which VS Code and most other editors use: each key says what to put there
(`description`), each value what it means (`enumDescriptions`), and each kind of item can be put in whole (`defaultSnippets`).
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from generator.described import Key, example_of, example_value, keys_of, kind_of, summary_of
from generator.language.schema_forms import BY_LANGUAGE, with_groups
from generator.schema.clinic import ClinicSpec
from generator.schema.course import CourseSpec
from generator.schema.group import GroupSpec
from generator.schema.module import Module
from generator.schema.overlay import OverlaySpec
from generator.schema.program import ProgramSpec
from generator.schema.safety import SafetySpec
from generator.schema.sources import SourcesSpec
from generator.schema.words import WordsSpec

SCHEMAS: dict[str, type[BaseModel]] = {
    "module": Module,
    "course": CourseSpec,
    "safety": SafetySpec,
    "sources": SourcesSpec,
    "words": WordsSpec,
    "clinic": ClinicSpec,
    "group": GroupSpec,
    "overlay": OverlaySpec,
    "program": ProgramSpec,
}
DRAFT = "http://json-schema.org/draft-07/schema#"
"""The draft that every editor's YAML support knows."""


class _ForEditors(GenerateJsonSchema):
    """pydantic's schema, with the authors' words in it."""

    schema_dialect = DRAFT

    def sort(self, value: JsonSchemaValue, parent_key: str | None = None) -> JsonSchemaValue:
        """Leave keys in the order of the specs: so they are offered, and so an example is put in."""
        return value

    def model_schema(self, schema: core_schema.ModelSchema) -> JsonSchemaValue:
        """The schema of one item."""
        made, model = super().model_schema(schema), schema["cls"]
        made["description"] = summary_of(model)
        example = example_of(model)
        if example:
            made["markdownDescription"] = f"{summary_of(model)}\n\n```yaml\n{example}\n```"
        if kind := kind_of(model):
            snippet = {"label": kind, "description": summary_of(model), "body": example_value(model)}
            made |= {"title": kind, "defaultSnippets": [snippet]}
        for key in keys_of(model) if "properties" in made else ():
            _explain(made["properties"][key.name], key)
        return made


def _explain(shape: dict[str, Any], key: Key) -> None:
    """Put an author's words in the place of the model's."""
    shape.pop("title", None)
    shape["description"] = key.words
    for holder in (shape, shape.get("items", {}), *shape.get("anyOf", ()), *_items_of(shape)):
        if "enum" in holder:
            holder["enumDescriptions"] = [key.values.get(str(value), "") for value in holder["enum"]]
    # Editors list the values of a key by themselves, but not those of a list's items.
    if key.values and "enum" not in shape:
        listed = "\n".join(f"- `{value}`: {words}" for value, words in key.values.items())
        shape["markdownDescription"] = f"{key.words}\n\n{listed}"


def _items_of(shape: dict[str, Any]) -> list[dict[str, Any]]:
    return [one["items"] for one in shape.get("anyOf", ()) if "items" in one]


def json_schema(name: str) -> str:
    """The JSON Schema (draft 7) of one kind of file."""
    made = SCHEMAS[name].model_json_schema(schema_generator=_ForEditors)
    made = with_groups(made) if name in BY_LANGUAGE else made
    return json.dumps({"$schema": DRAFT, **made}, indent=2, ensure_ascii=False) + "\n"


def write_schemas(folder: Path) -> tuple[Path, ...]:
    """Write the schema of every kind of file as `<name>.schema.json`; those that stand there already stay untouched."""
    folder.mkdir(parents=True, exist_ok=True)
    files = {folder / f"{name}.schema.json": json_schema(name).encode() for name in SCHEMAS}
    for path, content in files.items():
        if not path.is_file() or path.read_bytes() != content:
            path.write_bytes(content)
    return tuple(files)

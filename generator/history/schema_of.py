"""The models of `course.json` → JSON Schema, for programs that read it."""

from __future__ import annotations

import json
from typing import Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from generator.described import keys_of, summary_of
from generator.history.shape import FORMAT, CourseFile

SCHEMA = "course-json"
"""What `psychoed schema` calls it."""


class _WithWords(GenerateJsonSchema):
    """pydantic's schema with what stands under each key in the models."""

    def model_schema(self, schema: core_schema.ModelSchema) -> JsonSchemaValue:
        """The schema of one model."""
        made, model = super().model_schema(schema), schema["cls"]
        made["description"] = summary_of(model)
        # Every key is written, also where a reader could do without.
        made["required"] = list(made["properties"])
        for key in keys_of(model):
            shape: dict[str, Any] = made["properties"][key.name]
            shape.pop("title", None)
            shape |= {"description": key.words} if key.words else {}
        return made


def course_json_schema() -> str:
    """The JSON Schema (draft 2020-12) of `course.json`."""
    made = CourseFile.model_json_schema(schema_generator=_WithWords)
    head = {"$schema": GenerateJsonSchema.schema_dialect, "title": f"course.json, format {FORMAT}"}
    return (
        json.dumps(
            {**head, **{key: value for key, value in made.items() if key != "title"}}, indent=2, ensure_ascii=False
        )
        + "\n"
    )

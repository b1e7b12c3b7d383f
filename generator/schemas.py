"""The models → JSON Schema, for editors that complete and explain YAML."""

from __future__ import annotations

import json

from pydantic import BaseModel

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


def json_schema(name: str) -> str:
    """The JSON Schema (draft 2020-12) of one kind of file."""
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **SCHEMAS[name].model_json_schema()}
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"

"""JSON Schema of a shared file → the same, with texts by language beside each text that may stand there by language."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from generator.language.by_language import APART, CODE
from generator.text import ONE_PLAIN_LINE

BY_LANGUAGE = ("course", "safety", "clinic", "overlay", "program")
"""The kinds of file whose texts may stand there by language."""
_TOLD = ("description", "markdownDescription", "default", "title")


def with_groups(schema: dict[str, Any]) -> dict[str, Any]:
    """The schema that takes `title: {en: Steps, es: Pasos}` wherever it took `title: Steps`."""
    apart = {key: shape for key, shape in schema.get("properties", {}).items() if key in APART}
    # What only the keys apart lead to stays as it is.
    rest = {**schema, "properties": {key: shape for key, shape in schema["properties"].items() if key not in apart}}
    named = _named(rest, schema.get("$defs", {}))
    made: dict[str, Any] = _widened({key: value for key, value in rest.items() if key != "$defs"})
    made["properties"] = {key: apart.get(key) or made["properties"][key] for key in schema["properties"]}
    shapes = {name: _widened(shape) if name in named else shape for name, shape in schema.get("$defs", {}).items()}
    return {**schema, **made, **({"$defs": shapes} if shapes else {})}


def _named(shape: Any, shapes: Mapping[str, Any]) -> set[str]:
    """Names of all shapes that this one leads to."""
    found: set[str] = set()
    waiting = [{key: value for key, value in shape.items() if key != "$defs"}]
    while waiting:
        here = waiting.pop()
        if isinstance(here, dict):
            name = str(here.get("$ref", "")).removeprefix("#/$defs/")
            if name in shapes and name not in found:
                found.add(name)
                waiting.append(shapes[name])
            waiting += here.values()
        elif isinstance(here, list):
            waiting += here
    return found


def _widened(shape: Any) -> Any:
    if isinstance(shape, list):
        return [_widened(one) for one in shape]
    if not isinstance(shape, dict):
        return shape
    if _is_text(shape):
        told = {key: shape[key] for key in _TOLD if key in shape}
        return {**told, "anyOf": _both({key: value for key, value in shape.items() if key not in told})}
    # Of a list, each item is one text in all languages.
    return {key: value if key == "items" and _is_text(value) else _widened(value) for key, value in shape.items()}


def _is_text(shape: Any) -> bool:
    if not isinstance(shape, dict) or shape.get("type") != "string":
        return False
    return shape.get("pattern") == ONE_PLAIN_LINE or (shape.get("minLength"), shape.get("maxLength")) == (1, 5_000)


def _both(text: dict[str, Any]) -> list[dict[str, Any]]:
    by_language = {
        "type": "object",
        "description": "The text by language, as `en: Steps`.",
        "additionalProperties": text,
        "propertyNames": {"pattern": f"^{CODE.pattern}$"},
        "minProperties": 1,
    }
    return [text, by_language]

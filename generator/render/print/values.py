"""A spec → the JSON values that the print templates read; no field kind needs a line here."""

from __future__ import annotations

from typing import TypeAlias

from pydantic import BaseModel

from generator.text import Nodes, RichText, on_paper

# Any JSON value; a payload is read only by Typst.
Printable: TypeAlias = "bool | int | float | str | list[Printable] | dict[str, Printable] | None"


def printable(value: object) -> Printable:
    """Turn a spec, or a part of one, into JSON values.

    Shapes: a spec is an object of its keys; rich text `{"rich": [node]}`; a dict of id → label a list of
    `{"id", "text"}`, so that its order survives sorted keys.
    """
    match value:
        case None | bool() | int() | float():
            return value
        case RichText():
            return rich(value.nodes)
        case str():
            return str(value)
        case tuple():
            return [printable(item) for item in value]
        case dict():
            return [{"id": id_, "text": printable(text)} for id_, text in value.items()]
        case BaseModel():
            return {name: printable(getattr(value, name)) for name in type(value).model_fields}
        case _:
            raise TypeError(f"a sheet cannot hold a {type(value).__name__}")


def rich(nodes: Nodes) -> Printable:
    """Text nodes as JSON, with every link resolved for paper."""
    return {"rich": [node.as_json() for node in on_paper(nodes)]}

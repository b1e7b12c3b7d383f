"""Specs → what they say about themselves: each key in plain words, the values it takes, an example.

Read from the source of the specs, so that nothing is said twice and nothing is loaded at a build: a key's words are the
text under it, an item's are its docstring. Editors, the manual and new modules are made of this.
"""

from __future__ import annotations

import ast
import inspect
import re
import textwrap
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise
from types import NoneType
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from generator.load import Source
from generator.source import read_yaml

_VALUE = re.compile(r"^- `([^`]+)`: (.+)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Key:
    """A key that an author may write: what to put there, the values it takes, and whether it has to be there."""

    name: str
    words: str
    """In plain words, simple Markdown; empty where nobody has written them."""
    values: Mapping[str, str] = field(default_factory=dict)
    """Of a key that takes some words alone: each of them, and what it means."""
    is_required: bool = False


def keys_of(model: type[BaseModel]) -> tuple[Key, ...]:
    """Every key of an item, in the order of the spec."""
    return tuple(_key(model, name, shape) for name, shape in model.model_fields.items())


def _key(model: type[BaseModel], name: str, shape: FieldInfo) -> Key:
    text = _written(model, name) or shape.description or ""
    words = _VALUE.sub("", text).strip()
    values = {value: said for value, said in _VALUE.findall(text) if value in choices(shape.annotation)}
    if name == "kind" and not text:
        words = summary_of(model)
    return Key(name, words, values, shape.is_required())


def choices(annotation: Any) -> tuple[str, ...]:
    """The words that a type takes alone (`Literal`), also within a list or beside nothing; empty for other types."""
    if get_origin(annotation) is Literal:
        return tuple(map(str, get_args(annotation)))
    inside = (part for part in get_args(annotation) if part not in (NoneType, Ellipsis))
    return next((found for found in map(choices, inside) if found), ())


def _written(model: type[BaseModel], name: str) -> str:
    """The text under a key, in the class that names it."""
    for owner in model.__mro__:
        if name in vars(owner).get("__annotations__", {}):
            return _texts(owner).get(name, "")
    return ""


@cache
def _texts(owner: type) -> Mapping[str, str]:
    body = ast.parse(textwrap.dedent(inspect.getsource(owner))).body[0]
    assert isinstance(body, ast.ClassDef)
    return dict(_under(body.body))


def _under(body: list[ast.stmt]) -> Iterator[tuple[str, str]]:
    for line, after in pairwise(body):
        match line, after:
            case ast.AnnAssign(target=ast.Name(id=name)), ast.Expr(value=ast.Constant(value=str(text))):
                yield name, _unwrapped(inspect.cleandoc(text))


def _unwrapped(text: str) -> str:
    """The text with each paragraph on one line; items of a list keep theirs."""
    return re.sub(r"(?<!\n)\n(?!\n|- )", " ", text)


def summary_of(model: type[BaseModel]) -> str:
    """What an item is, in plain words: its docstring without the example."""
    return _unwrapped(inspect.cleandoc(model.__doc__ or "").partition("Example:\n")[0].strip())


def example_of(model: type[BaseModel]) -> str:
    """The example of an item as YAML; empty where it has none."""
    return textwrap.dedent(inspect.cleandoc(model.__doc__ or "").partition("Example:\n")[2]).strip()


def example_value(model: type[BaseModel]) -> Any:
    """The example of an item as plain values, with lists for tuples; None where it has none."""
    text = example_of(model)
    document, _ = read_yaml(Source("example", text, "")) if text else (None, ())
    return as_lists(document.value) if document else None


def as_lists(value: Any) -> Any:
    """Plain values with lists for tuples, as JSON has them."""
    if isinstance(value, dict):
        return {key: as_lists(item) for key, item in value.items()}
    return [as_lists(item) for item in value] if isinstance(value, tuple) else value


def kind_of(model: type[BaseModel]) -> str:
    """The word after `kind:` of a block, field, question or picture; empty for other items."""
    found = choices(model.model_fields["kind"].annotation) if "kind" in model.model_fields else ()
    return found[0] if len(found) == 1 else ""

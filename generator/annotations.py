"""The annotations of specs → what may stand at a place of a file: the shape that validation and translation walk along."""

from __future__ import annotations

import types
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel, RootModel


def unwrapped(annotation: Any) -> Any:
    """Take `Annotated[...]`, `X | None` and RootModel off a type; a union of several kinds stays."""
    if get_origin(annotation) is Annotated:
        return unwrapped(get_args(annotation)[0])
    if isinstance(annotation, type) and issubclass(annotation, RootModel):
        return unwrapped(annotation.model_fields["root"].annotation)
    if is_union(annotation):
        named = [kind for kind in get_args(annotation) if kind is not type(None)]
        return unwrapped(named[0]) if len(named) == 1 else annotation
    return annotation


def is_union(annotation: Any) -> bool:
    """Whether it is a union, as `X | Y` or as `Union[X, Y]`."""
    return get_origin(annotation) in (Union, types.UnionType)


def variant(union: Any, tag: object) -> Any:
    """The model of a discriminated union whose `kind` is `tag`; Any where there is none."""
    for model in get_args(union):
        field = getattr(model, "model_fields", {}).get("kind")
        if field and tag in get_args(field.annotation):
            return model
    return Any


def type_inside(annotation: Any, step: str | int) -> Any:
    """The type of what stands at `step` in a value of type `annotation`, which is unwrapped; Any where nothing is known."""
    origin, args = get_origin(annotation), get_args(annotation)
    if origin is tuple:
        return args[0]
    if origin is dict:
        return args[1]
    if isinstance(annotation, type) and issubclass(annotation, BaseModel) and step in annotation.model_fields:
        field = annotation.model_fields[str(step)]
        return field.rebuild_annotation()
    return Any

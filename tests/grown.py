"""The models of the schema → hypothesis strategies of plain values that they accept, most of the time."""

from __future__ import annotations

import types
from functools import cache
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from hypothesis import strategies as st
from pydantic import BaseModel, RootModel, TypeAdapter, ValidationError

from generator.text import RichLine, RichText

IDS = (
    "slow-down",
    "use-a-pause",
    "notice-speed",
    "my-pauses",
    "speed-meter",
    "three-ways",
    "first-2001",
    "pause",
    "a1",
    "x",
)
ODD = "aZ 0.,:;!?-'\"“”’…–é\u0301ñßøπЖ中文عربي\u200b\u00a0&<>*_[](){}#|`~%$@/\\→🎉"
"""Letters of many kinds, and the signs that YAML, Markdown, HTML and Typst read."""

words = st.text(ODD, min_size=1, max_size=40)
lines = words.filter(lambda text: bool(text.strip()))
rich = st.one_of(
    lines,
    lines.map(lambda text: f"One **word** and {text}"),
    st.tuples(words, words).map("\n\n- a\n- ".join),
    st.sampled_from(
        ["See [it](term:pause).", "[a](https://a.example/?x=1&y=2)", "1. a\n2. b", "See [it](module:slow-down)."]
    ),
)


def values_of(kind: Any) -> st.SearchStrategy[Any]:
    """Plain values (dicts, lists, texts, numbers) for a type of the schema."""
    return st.deferred(lambda: _values_of(kind, ()))


def _values_of(kind: Any, shapes: tuple[Any, ...]) -> st.SearchStrategy[Any]:
    origin, args = get_origin(kind), get_args(kind)
    if origin is Annotated:
        return _values_of(args[0], (*args[1:], *shapes))
    if origin in (Union, types.UnionType):
        return st.one_of(*(values_of(one) for one in args))
    if origin is Literal:
        return st.sampled_from(args)
    if origin is tuple:
        least, most = _sizes(shapes)
        return st.lists(values_of(args[0]), min_size=least, max_size=max(least, min(most, 4)))
    if origin is dict:
        least, most = _sizes(shapes)
        return st.dictionaries(values_of(args[0]), values_of(args[1]), min_size=least, max_size=min(most, least + 2))
    return _plain(kind, shapes)


def _plain(kind: Any, shapes: tuple[Any, ...]) -> st.SearchStrategy[Any]:
    if kind is type(None):
        return st.none()
    if isinstance(kind, type) and issubclass(kind, RootModel):
        return values_of(kind.model_fields["root"].annotation)
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        return _group(kind)
    if kind is RichText:
        return rich
    if kind is RichLine:
        return lines
    if kind is bool:
        return st.booleans()
    if kind is int:
        limits = {name: found for name in ("ge", "le") if (found := _shape(shapes, name)) is not None}
        return st.integers(limits.get("ge", -5), limits.get("le", 10_000))
    if kind is str:
        return _text(str(_shape(shapes, "pattern") or ""))
    raise NotImplementedError(f"the schema has a type that nothing here grows: {kind}")


def _text(pattern: str) -> st.SearchStrategy[str]:
    if pattern.startswith("^[a-z][a-z0-9]*(-"):
        return st.sampled_from(IDS)
    if pattern.startswith("^S-"):
        return st.sampled_from(("S-CRISIS", "S-BODY", "S-MEDS", "S-NOTHING"))
    if not pattern or r"\x00" in pattern:
        return lines
    return st.from_regex(pattern, fullmatch=True)


def _group(model: type[BaseModel]) -> st.SearchStrategy[dict[str, Any]]:
    """The keys of a model; those that may be missing are at times."""
    fields = {name: field.rebuild_annotation() for name, field in model.model_fields.items()}
    must = {name: values_of(fields[name]) for name, field in model.model_fields.items() if field.is_required()}
    may = {name: values_of(kind) for name, kind in fields.items() if name not in must}
    whole = st.fixed_dictionaries(must, optional=may)
    # What a validator of the model refuses, as a question with two right answers, is grown anew.
    has_validators = bool(model.__pydantic_decorators__.model_validators)
    return whole.filter(lambda value: _is_accepted(model, value)) if has_validators else whole


def _is_accepted(model: type[BaseModel], value: Any) -> bool:
    try:
        _adapter(model).validate_python(as_tuples(value))
    except ValidationError as error:
        # Text that is no Markdown of ours is refused at its own place; that is not what is grown anew for.
        return all(details["loc"] for details in error.errors(include_url=False))
    return True


@cache
def _adapter(model: type[BaseModel]) -> TypeAdapter[Any]:
    return TypeAdapter(model)


def as_tuples(value: Any) -> Any:
    """Lists as the reader of YAML has them."""
    if isinstance(value, dict):
        return {key: as_tuples(item) for key, item in value.items()}
    return tuple(map(as_tuples, value)) if isinstance(value, (list, tuple)) else value


def _shape(shapes: tuple[Any, ...], name: str) -> Any:
    """A limit of a type, however it was given: `Field(ge=1)`, `StringConstraints(pattern=…)`."""
    for shape in shapes:
        for one in (shape, *getattr(shape, "metadata", ())):
            if getattr(one, name, None) is not None:
                return getattr(one, name)
    return None


def _sizes(shapes: tuple[Any, ...]) -> tuple[int, int]:
    return _shape(shapes, "min_length") or 0, _shape(shapes, "max_length") or 4

"""Plain values → specs: what pydantic finds, said in an author's words at the place in the file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from generator.annotations import is_union, type_inside, unwrapped, variant
from generator.problems import Problem, Problems, did_you_mean, in_order
from generator.schema.base import Spec
from generator.source import Document, Path, shown

MOST = 200
"""Problems of one file that are told; a file with more is the wrong file, or broken by a program."""

Model = TypeVar("Model", bound=BaseModel)

_NAMES = {
    str: "text",
    int: "a whole number",
    bool: "true or false",
    tuple: "a list",
    dict: "a group of keys",
    float: "a number with a decimal point",
    type(None): "empty",
}
_WANTED = {
    "string_type": "text",
    "int_type": "a whole number",
    "bool_type": "true or false",
    "tuple_type": "a list",
    "dict_type": "a group of keys",
    "model_type": "a group of keys",
    "model_attributes_type": "a group of keys",
}


def validate(document: Document, model: type[Model]) -> tuple[Model | None, Problems]:
    """Fit the document's values to `model`; all that does not fit comes back as problems.

    Where nothing but unknown keys is wrong, the rest comes back too, so that it can be checked in the same run.
    """
    try:
        return model.model_validate(document.value), ()
    except ValidationError as error:
        found = [details for details in error.errors(include_url=False) if not _is_echo(details)]
        problems = in_order(_problem(document, model, details) for details in found[:MOST])
        if len(found) > MOST:
            more = f"there are {len(found) - MOST:,} more problems in this file; mend these first"
            return None, (*problems, Problem(document.path, *document.place(()), more, "file-has-few-problems"))
        if any(details["type"] != "extra_forbidden" for details in found):
            return None, problems
        unknown = {_path(model, details["loc"])[0] for details in found}
        kept, others = validate(replace(document, value=_without(document.value, unknown)), model)
        return kept, in_order((*problems, *others))


def _without(value: Any, unknown: set[Path], path: Path = ()) -> Any:
    """The value without the keys at the given paths."""
    if isinstance(value, dict):
        return {
            key: _without(item, unknown, (*path, key)) for key, item in value.items() if (*path, key) not in unknown
        }
    if isinstance(value, tuple):
        return tuple(_without(item, unknown, (*path, index)) for index, item in enumerate(value))
    return value


def _is_echo(details: ErrorDetails) -> bool:
    """Whether pydantic calls a list too short only because its items, reported by themselves, did not fit."""
    return details["type"] == "too_short" and len(details["input"]) >= details["ctx"]["min_length"]


def _problem(document: Document, model: type[BaseModel], details: ErrorDetails) -> Problem:
    kind, context = details["type"], details.get("ctx", {})
    loc, on_key = _without_key_mark(details["loc"], kind)
    path, inside = _path(model, loc)
    if kind == "extra_forbidden":
        return _unknown_key(document, path, inside)
    if kind == "missing":
        missing = str(details["loc"][-1])
        return document.problem(
            path[:-1] if path and path[-1] == missing else path, f"the key '{missing}' is missing here", "key-is-there"
        )
    if kind in ("union_tag_invalid", "union_tag_not_found"):
        return _unknown_kind(document, path, details["input"].get("kind"), context)
    sentence, rule = _sentence(kind, _name(path), details["input"], context, details["msg"])
    place = document.key_place(path) if on_key else document.place(path)
    return Problem(document.path, *place, sentence, rule)


def _name(path: Path) -> str:
    """What stands at `path`, as a sentence begins with it."""
    key = next((step for step in reversed(path) if isinstance(step, str)), None)
    if key is None:
        return "an item of the file" if path else "the file"
    return f"'{shown(key)}'" if path[-1] == key else f"an item of '{shown(key)}'"


def _unknown_key(document: Document, path: Path, inside: type[BaseModel] | None) -> Problem:
    known = list(inside.model_fields) if inside else []
    gone = inside.GONE.get(str(path[-1])) if inside and issubclass(inside, Spec) else None
    hint = f"; {gone}" if gone else did_you_mean(str(path[-1]), known, show=30)
    message = f"unknown key '{shown(str(path[-1]))}'{hint}"
    return Problem(document.path, *document.key_place(path), message, "key-is-known")


def _unknown_kind(document: Document, path: Path, given: object, context: Mapping[str, Any]) -> Problem:
    if "expected_tags" not in context:
        return document.problem(path, "the key 'kind' is missing here; it says what this item is", "key-is-there")
    known = [word.strip(" '") for word in str(context["expected_tags"]).split(",")]
    begin = "unknown kind" if isinstance(given, str) else "'kind' cannot be"
    message = f"{begin} {_given(given)}{did_you_mean(str(given), known, show=20)}"
    return document.problem((*path, "kind"), message, "kind-is-known")


def _given(value: object) -> str:
    """What an author wrote, or what sort of thing it is."""
    return f"'{shown(value)}'" if isinstance(value, str) else _NAMES.get(type(value), "something else")


def _sentence(kind: str, name: str, given: Any, context: Mapping[str, Any], said: str) -> tuple[str, str]:
    """An author's sentence and the rule, for one pydantic error type."""
    if kind in _WANTED:
        wanted, found = _WANTED[kind], _NAMES.get(type(given), "something else")
        return f"{name} should be {wanted}, and here it is {found}{_quotes(wanted, given)}", "value-has-the-right-type"
    match kind:
        case "literal_error":
            known = [word.strip(" '") for word in str(context["expected"]).replace(" or ", ",").split(",")]
            hint = _GONE_CHOICES.get((name, str(given))) or did_you_mean(str(given), known)
            return f"{name} cannot be {_given(given)}{hint}", "choice-is-known"
        case "string_pattern_mismatch":
            return _pattern_sentence(name, str(given), str(context["pattern"]))
        case "too_short":
            return (
                f"{name} has {context['actual_length']}; it needs at least {context['min_length']}",
                "list-has-enough",
            )
        case "too_long":
            return f"{name} has {context['actual_length']}; the most is {context['max_length']}", "list-is-not-too-long"
        case "string_too_short":
            return f"{name} is empty", "text-is-there"
        case "string_too_long":
            return (
                f"{name} has {len(given):,} characters; the most is {context['max_length']:,}",
                "text-is-not-too-long",
            )
        case "greater_than_equal":
            return f"{name} is {given}; the least is {context['ge']}", "number-is-in-range"
        case "less_than_equal":
            return f"{name} is {given}; the most is {context['le']}", "number-is-in-range"
        case _ if "-" in kind:  # One of our own: the model named its rule and wrote its sentence.
            return f"{name}: {said}" if kind.startswith("text-") else said, kind
        case _:
            raise NotImplementedError(f"no sentence for the pydantic error '{kind}': {said}")


def _quotes(wanted: str, given: object) -> str:
    """The way out where quotes make the difference."""
    if wanted == "text" and isinstance(given, (int, float, bool)):
        return "; put it in quotes"
    bare = {"true or false": ("true", "false"), "a whole number": (given,) if str(given).isdecimal() else ()}
    if given in bare.get(wanted, ()):
        return "; take the quotes off"
    if wanted == "true or false" and str(given).lower() in _TRUTHS:
        return f"; '{shown(str(given))}' is a word here, write {_TRUTHS[str(given).lower()]}"
    digits = str(given).replace("_", "").replace(",", "")
    if wanted == "a whole number" and isinstance(given, str) and digits.isdecimal():
        return f"; write {int(digits)}"
    if wanted == "a whole number" and isinstance(given, float) and given.is_integer():
        return f"; write {given:.0f}"
    return ""


# Older YAML took these words for true and false, and so turned the country of Norway into false.
_TRUTHS = {"yes": "true", "y": "true", "on": "true", "no": "false", "n": "false", "off": "false"}


_GONE_CHOICES: Mapping[tuple[str, str], str] = {
    ("'status'", "approved"): "; a module is approved by those who sign it with `psychoed review sign`: write 'draft'",
}
"""What older files hold, and what to write in its place."""

_SHAPES = {
    "'counselors_url'": "an address that starts with https:// and ends with /",
    "'country'": "two capital letters, as 'US'",
    "'date'": "a day, as '2026-11-21'",
    "'dark'": "a color, as '#7fd1de'",
    "'dial'": "digits alone, as '18005550100'",
    "an item of 'languages'": "a language as 'en' or 'es-MX'",
    "'digest'": "the 64 letters and digits of a text's digest; `psychoed review sign` writes them",
    "'light'": "a color, as '#0b5c6b'",
    "'logo'": "the name of a file beside clinic.yml in small letters, as 'logo.svg' or 'logo.png'",
    "'next_review'": "a year and month, as '2027-11'",
    "'quick_exit'": "an address that starts with https:// and has a / after the name, as 'https://www.weather.gov/'",
    "'recheck_by'": "a day, as '2027-01-30'",
    "'seal'": "the 32 letters and digits of a seal; `psychoed review sign` writes them",
    "'site_url'": "an address that starts with https:// and ends with /",
    "'start'": "hours and minutes with two digits each, as '17:30' or '09:00'",
    "'verified_on'": "a day, as '2026-11-21'",
}


def _pattern_sentence(name: str, given: str, pattern: str) -> tuple[str, str]:
    if pattern.startswith("^[a-z][a-z0-9]*"):
        return (
            f"'{shown(given)}' is not an id; use small letters, digits and single hyphens, as in 'my-first-sheet'",
            "id-is-a-slug",
        )
    if pattern.startswith("^S-"):
        return f"'{shown(given)}' is not the id of a safety message; they look like 'S-CRISIS'", "id-is-a-slug"
    if r"\x00" in pattern and not given.strip():
        return f"{name} is empty", "text-is-there"
    if r"\x00" in pattern:
        return (
            f"{name} should be one line of plain words, with no line end or control character",
            "text-is-one-plain-line",
        )
    shape = _SHAPES.get(name, f"it as {pattern}")
    return f"{name} cannot be '{shown(given)}'; write {shape}", "value-has-the-right-form"


def _path(model: Any, loc: Path) -> tuple[Path, type[BaseModel] | None]:
    """Drop the union tags from pydantic's `loc`; also return the model that stands around its last step."""
    path: list[str | int] = []
    around: type[BaseModel] | None = None
    here: Any = model
    for step in loc:
        here = unwrapped(here)
        if is_union(here):
            here = variant(here, step)
            continue
        around = here if isinstance(here, type) and issubclass(here, BaseModel) else None
        here = type_inside(here, step)
        path.append(step)
    return tuple(path), around


def _without_key_mark(loc: Path, kind: str) -> tuple[Path, bool]:
    """Pydantic marks an error in a key itself by ('the key', '[key]'); an author may also have a key of that name."""
    marked = len(loc) > 1 and loc[-1] == "[key]" and kind in ("string_pattern_mismatch", "string_too_long")
    return (loc[:-1], True) if marked else (loc, False)

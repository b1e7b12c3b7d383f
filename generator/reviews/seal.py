"""A sign-off's values ↔ the seal that closes it: an accident and an edit by hand are found, a forgery is not."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from generator.schema.signoffs import SignOff, SignOffsSpec

SEAL_LETTERS = 32

HEAD = (
    "# Written by `psychoed review sign`. Do not edit it: each entry is sealed, and a changed one is an error.\n"
    "# The seal finds accidents and edits by hand. It is no proof of who signed.\n"
)


def seal_of(values: Mapping[str, Any], module: str, language: str) -> str:
    """The seal of a sign-off: a digest of its values, `seal` aside, and of where it belongs."""
    kept = {name: value for name, value in values.items() if name != "seal" and value is not None}
    whole = json.dumps([module, language, kept], sort_keys=True, ensure_ascii=True)
    return hashlib.sha256(whole.encode()).hexdigest()[:SEAL_LETTERS]


def sealed(values: Mapping[str, Any], module: str, language: str) -> SignOff:
    """The values as a sign-off with its seal. Raises pydantic.ValidationError where one does not fit."""
    # Once without it: only what the schema makes of the values is sealed, with its defaults.
    spec = SignOff.model_validate({**values, "seal": "0" * SEAL_LETTERS})
    return spec.model_copy(update={"seal": seal_of(spec.model_dump(), module, language)})


def is_sealed(sign_off: SignOff, module: str, language: str) -> bool:
    """Whether nothing in it was changed since it was written."""
    return sign_off.seal == seal_of(sign_off.model_dump(), module, language)


def written(spec: SignOffsSpec) -> str:
    """The file, as YAML that our own reader reads back to the same values."""
    lines = [
        f"module: {spec.module}",
        f"language: {spec.language}",
        "sign_offs:" if spec.sign_offs else "sign_offs: []",
    ]
    for sign_off in spec.sign_offs:
        said = [
            (name, value) for name, value in sign_off.model_dump().items() if value is not None and value is not False
        ]
        lines += [f"{'- ' if place == 0 else '  '}{name}: {_yaml(value)}" for place, (name, value) in enumerate(said)]
    return HEAD + "\n".join(lines) + "\n"


def _yaml(value: str | int | bool) -> str:
    """A value on one line; text in quotes, for `No` and `2026-11` are text here."""
    # JSON's quotes and escapes are YAML's, and what cannot be printed is escaped: YAML would take some of it for a line end.
    whole = json.dumps(value, ensure_ascii=False)
    return "".join(letter if letter.isprintable() else f"\\U{ord(letter):08x}" for letter in whole)

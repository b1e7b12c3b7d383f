"""A module and its frame → the same frame with the module signed by people whom the tests made up."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from generator.course import Frame
from generator.reviews.seal import sealed
from generator.reviews.text import text_digest
from generator.schema.module import Module
from generator.schema.signoffs import REVIEW_KINDS, ReviewKind, SignOff

PEOPLE: dict[ReviewKind, dict[str, Any]] = {
    "clinical": {"name": "Ana Ruiz", "role": "counselor", "credential": "LCSW", "license_state": "MN"},
    "lived-experience": {"name": "J. M.", "role": "person in recovery", "may_be_named": True},
    "plain-language": {"name": "Bo Lind", "role": "editor"},
}
COMMON = {
    "date": "2026-11-20",
    "decision": "approve",
    "next_review": "2027-10",
    "revision": 1,
    "funding": "none",
    "conflicts": "none",
}


def sign_off(kind: ReviewKind, digest: str = "a" * 64, module: str = "one-thing", **values: Any) -> SignOff:
    """A sealed decision in English, like all others but for these values."""
    told = {**COMMON, **PEOPLE[kind], "kind": kind, "digest": digest, **values}
    return sealed(told, module, "en")


def all_three(digest: str, module: str = "one-thing", **values: Any) -> tuple[SignOff, ...]:
    """Who it takes for a module to be approved; the values are the clinician's."""
    own = {"clinical": values}
    return tuple(sign_off(kind, digest, module, **own.get(kind, {})) for kind in REVIEW_KINDS)


def signed(frame: Frame, modules: Iterable[Module], **values: Any) -> Frame:
    """The frame in which each module's text of today is approved."""
    found = {module.id: all_three(text_digest(module, frame), module.id, **values) for module in modules}
    return replace(frame, sign_offs={**frame.sign_offs, **found})

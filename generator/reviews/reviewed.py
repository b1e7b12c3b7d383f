"""A module and what its language shares → where it stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.course import Frame
from generator.reviews.standing import Standing, standing
from generator.reviews.text import text_digest
from generator.schema.module import Module


def standing_of(module: Module, frame: Frame) -> Standing:
    """Where a module stands, as people read it: with overlays on it, it is another text than the one that was signed."""
    known = frame.standings.get(module.id)
    if known is not None:
        return known
    sign_offs = frame.sign_offs.get(module.id, ())
    return standing(module.review, sign_offs, text_digest(module, frame) if sign_offs else "", frame.today)


def with_standings(frame: Frame, modules: Sequence[Module]) -> Frame:
    """The frame with the standing of these modules worked out once, for all their pages and sheets."""
    return replace(frame, standings={module.id: standing_of(module, frame) for module in modules})

"""Overlays → what they name that is not there, and what they may not take away."""

from __future__ import annotations

from collections.abc import Sequence

from generator.problems import Problems
from generator.rules import Rule
from generator.schema.clinic import ClinicSpec
from generator.schema.course import CourseSpec
from generator.schema.overlay import OverlaySpec
from generator.source import Document

OVERLAY_RULES: tuple[Rule, ...] = ()


def check_overlays(
    overlays: Sequence[tuple[OverlaySpec, Document]], course: CourseSpec, clinic: ClinicSpec
) -> Problems:
    """Find what does not fit between overlays and the course."""
    return ()

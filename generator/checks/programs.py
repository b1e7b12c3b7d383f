"""Programs → hours, first weeks, sessions and modules that do not fit."""

from __future__ import annotations

from collections.abc import Sequence

from generator.problems import Problems
from generator.rules import Rule
from generator.schema.course import CourseSpec
from generator.schema.program import ProgramSpec
from generator.source import Document

PROGRAM_RULES: tuple[Rule, ...] = ()


def check_programs(programs: Sequence[tuple[ProgramSpec, Document]], course: CourseSpec) -> Problems:
    """Find what a program has too much or too little of."""
    return ()

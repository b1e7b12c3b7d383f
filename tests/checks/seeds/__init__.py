"""One violation of every rule, sown into a course in which nothing is wrong; one file a family of rules."""

from __future__ import annotations

from tests.checks.seeds import (
    changes,
    clinic,
    files,
    keys,
    lesson,
    overlays,
    programs,
    questions,
    safety,
    shared,
    sign_offs,
    translations,
    words,
    worksheets,
    yaml_text,
)
from tests.checks.seeds.seed import Seed

__all__ = ["SEEDS"]

FAMILIES = (
    changes,
    clinic,
    files,
    keys,
    lesson,
    overlays,
    programs,
    questions,
    safety,
    shared,
    sign_offs,
    translations,
    words,
    worksheets,
    yaml_text,
)
SEEDS: tuple[Seed, ...] = tuple(seed for family in FAMILIES for seed in family.SEEDS)

"""clinic.yml by itself: what is missing, and what would not work."""

from __future__ import annotations

from pathlib import Path

from generator.problems import Problems
from generator.rules import Rule
from generator.schema.clinic import ClinicSpec
from generator.source import Document

CLINIC_RULES: tuple[Rule, ...] = ()


def check_clinic_file(clinic: ClinicSpec, document: Document, folder: Path) -> Problems:
    """Find what the clinic's file lacks."""
    return ()

"""A note on a revision as the course keeps it between builds."""

from __future__ import annotations

from dataclasses import dataclass

from generator.schema.changes import ChangeKind


@dataclass(frozen=True, slots=True)
class Noted:
    """What a revision of a module changed; line and column are those of its day in the module's file."""

    revision: int
    date: str
    what: tuple[ChangeKind, ...]
    note: str
    line: int = 1
    column: int = 1

    @property
    def is_safety(self) -> bool:
        """Whether something about safety changed."""
        return "safety" in self.what

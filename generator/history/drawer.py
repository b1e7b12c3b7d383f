"""A module's notes → which of its sheets in a drawer are out of date."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.history.noted import Noted
from generator.schema.changes import ChangeKind

PAPER: tuple[ChangeKind, ...] = ("safety", "answers", "worksheets", "wording", "guide")
"""What makes sheets out of date, the gravest first. Works that are cited do not: what a sheet says is still right."""


@dataclass(frozen=True, slots=True)
class Outdated:
    """Sheets of some kinds (`safety` stands for all) that are out of date below a revision."""

    kinds: tuple[ChangeKind, ...]
    below: int


def out_of_date(notes: Sequence[Noted]) -> tuple[Outdated, ...]:
    """Which sheets are to be thrown away: kinds that changed last in the same revision stand together."""
    last = {kind: max((note.revision for note in notes if kind in note.what), default=0) for kind in PAPER}
    # A change of safety throws away every sheet, and what changed before it is among these.
    told = {kind: below for kind, below in last.items() if below and (kind == "safety" or below > last["safety"])}
    return tuple(
        Outdated(tuple(kind for kind in told if told[kind] == below), below) for below in dict.fromkeys(told.values())
    )

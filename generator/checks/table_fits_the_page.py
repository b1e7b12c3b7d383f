"""A table fits on paper: few columns, or narrow ones."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.case import Case
from generator.course import walk
from generator.problems import Problem
from generator.rules import Rule
from generator.schema.fields.table import Table

MOST = 5
"""Columns side by side, the one with the row labels included."""

NARROW = ("check", "day", "time", "number", "scale")

RULE = Rule(
    "table-fits-the-page",
    f"A table has at most {MOST} columns with its row labels, or up to 8 narrow ones ({', '.join(NARROW)}).",
    "On paper a column of words needs 30 mm to write in (PEMAT-P item 19).",
    "Take a column out, or use `holds` with a narrow kind.",
)


def check(case: Case) -> Iterator[Problem]:
    """Find tables that are too wide for a sheet of paper.

    Example:
        kind: table
        columns:
          - {id: what, label: What happened}
          - {id: where, label: Where I was}
          - {id: who, label: Who was there}
          - {id: felt, label: What I felt}
          - {id: did, label: What I did}
          - {id: after, label: What came after}
        rows: 5

    Better:
        kind: table
        columns:
          - id: day
            label: Day
            holds: day
          - id: what
            label: What happened
          - id: what-i-did
            label: What I did
        rows: 5
    """
    for path, field in walk(case.module.worksheets, ("worksheets",)):
        if not isinstance(field, Table) or all(column.holds in NARROW for column in field.columns):
            continue
        side_by_side = len(field.columns) + (field.row_labels is not None)
        if side_by_side > MOST:
            message = f"{side_by_side} columns, row labels included; {MOST} fit on paper, or 8 narrow ones"
            yield case.problem(RULE, (*path, "columns"), message)

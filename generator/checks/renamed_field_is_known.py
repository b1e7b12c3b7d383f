"""A worksheet's list of renamed fields leads from ids that are gone to ids that are there."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.case import Case
from generator.problems import Problem, did_you_mean
from generator.rules import Rule

RULE = Rule(
    "renamed-field-is-known",
    "Each entry of a worksheet's `renamed` leads from an id that no field has any more to one that a field has.",
    "Answers that people kept on their device find their field by it; with a wrong entry they lose their place.",
    "Write the id of today after the colon; delete the entry if the old id is in use again.",
)


def check(case: Case) -> Iterator[Problem]:
    """Find entries that lead to no field, and old ids that a field still has.

    Example:
        renamed:
          old-id: no-field-has-this-id

    Better:
        renamed:
          old-id: the-id-that-the-field-has-today
    """
    for index, sheet in enumerate(case.module.worksheets):
        known = {field.id for field in sheet.fields if field.kind != "note"}
        for old, new in sheet.renamed.items():
            path = ("worksheets", index, "renamed", old)
            if new not in known:
                yield case.problem(RULE, path, f"no field has the id '{new}'{did_you_mean(new, known)}")
            if old in known:
                yield case.problem(RULE, path, f"a field still has the id '{old}', so its answers stay with it")

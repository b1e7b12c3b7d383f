"""Ids that become addresses do not take the place of the generator's own pages and sheets."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.case import Case
from generator.problems import Problem
from generator.rules import Rule

RULE = Rule(
    "id-is-free",
    "A module's or worksheet's id is not the name of a page or sheet that every course or module has.",
    "Ids become addresses; two things at one address means that one of them is lost.",
    "Choose another id, for example with the topic in it.",
)
TAKEN_IN_THE_COURSE = frozenset(
    {
        "about",
        "assets",
        "assign",
        "changes",
        "codes",
        "counselors",
        "glossary",
        "group",
        "help",
        "index",
        "modules",
        "plan",
        "print",
        "programs",
        "search",
        "templates",
    }
)
TAKEN_BY_WINDOWS = frozenset(
    {"aux", "con", "nul", "prn", *(f"{name}{n}" for name in ("com", "lpt") for n in range(1, 10))}
)
"""Names of devices: no file or folder is called so, and a USB stick with one cannot be read
(learn.microsoft.com/windows/win32/fileio/naming-a-file)."""
TAKEN_IN_A_MODULE = frozenset({"cards", "guide", "handout", "index", "lesson", "poster", "print", "quiz", "role-plays"})


def check(case: Case) -> Iterator[Problem]:
    """Find ids that are taken.

    Example:
        worksheets:
          - id: quiz

    Better:
        worksheets:
          - id: urge-log
    """
    if case.module.id in TAKEN_IN_THE_COURSE:
        yield case.problem(RULE, ("id",), f"the id '{case.module.id}' is taken by a part of the course itself")
    if case.module.id in TAKEN_BY_WINDOWS:
        yield case.problem(RULE, ("id",), _of_windows(case.module.id))
    for index, sheet in enumerate(case.module.worksheets):
        if sheet.id in TAKEN_IN_A_MODULE:
            yield case.problem(
                RULE, ("worksheets", index, "id"), f"the id '{sheet.id}' is taken by a part of every module"
            )
        elif sheet.id in TAKEN_BY_WINDOWS:
            yield case.problem(RULE, ("worksheets", index, "id"), _of_windows(sheet.id))


def _of_windows(id_: str) -> str:
    return f"the id '{id_}' is the name of a device on Windows, where no file can be called so"

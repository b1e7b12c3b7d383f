"""Report → workflow commands: GitHub shows each problem at its line of a pull request.

https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.problems import Level
from generator.reports.report import Report

_COMMANDS: dict[Level, str] = {"error": "error", "warning": "warning", "note": "notice"}


def github_report(report: Report, *, notes: bool) -> Iterator[str]:
    """One command a problem; nothing if all is well."""
    for problem in report.problems:
        if notes or problem.level != "note":
            where = {
                "file": report.shown(problem.path),
                "line": str(problem.line),
                "col": str(problem.column),
                "title": problem.rule,
            }
            said = ",".join(f"{name}={_property(value)}" for name, value in where.items())
            yield f"::{_COMMANDS[problem.level]} {said}::{_escaped(problem.one_line)}"


def _escaped(text: str) -> str:
    # As the runner reads it back: github.com/actions/toolkit, packages/core/src/command.ts.
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")

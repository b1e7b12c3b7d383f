"""Report → JSON of a documented shape (docs/check.md), for editors and scripts."""

from __future__ import annotations

import json
from typing import Any

from generator.checks import RULES
from generator.problems import Problem
from generator.reports.report import Report

VERSION = 1
"""Raised when a key goes, or means something else; new keys may come at any time."""


def json_report(report: Report) -> str:
    """The whole report as one JSON object."""
    whole = {
        "format": "psychoed-check",
        "version": VERSION,
        "files": list(report.only),
        "summary": {
            "errors": report.count("error"),
            "warnings": report.count("warning"),
            "notes": report.count("note"),
            "answered": len(report.answered),
            "in_other_files": report.elsewhere,
            "modules": len(report.facts),
        },
        "problems": [_problem(problem, report) for problem in report.problems],
        "answered": [_answered(problem, report) for problem in report.answered],
        "modules": [
            {"id": module.id, "file": report.shown(module.path), "reading": module.reading} for module in report.facts
        ],
    }
    return json.dumps(whole, ensure_ascii=False, indent=1)


def _problem(problem: Problem, report: Report) -> dict[str, Any]:
    rule = RULES[problem.rule]
    return {
        "file": report.shown(problem.path),
        "line": problem.line,
        "column": problem.column,
        "level": problem.level,
        "rule": rule.id,
        "message": problem.one_line,
        "way_out": rule.mend,
        "about": problem.about,
        "answerable": rule.answerable,
    }


def _answered(problem: Problem, report: Report) -> dict[str, Any]:
    lines = [int(place.rsplit(":", 2)[1]) for place in problem.answered_at]
    return {**_problem(problem, report), "reason": problem.answer, "exception_lines": lines}

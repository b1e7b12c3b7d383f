"""Report → SARIF 2.1.0, which code hosts and editors read (OASIS, docs.oasis-open.org/sarif/sarif/v2.1.0)."""

from __future__ import annotations

import json
from importlib.metadata import PackageNotFoundError, version
from typing import Any
from urllib.parse import quote

from generator.checks import RULES
from generator.problems import Problem
from generator.reports.report import Report
from generator.rules import Rule

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def sarif_report(report: Report) -> str:
    """The whole report as one log with one run; false alarms that are answered stand in it as suppressed."""
    ids = sorted(RULES)
    driver = {"name": "psychoed", **_version(), "rules": [_rule(RULES[id_]) for id_ in ids]}
    run = {
        "tool": {"driver": driver},
        # Columns are counted in letters, not in bytes or in UTF-16.
        "columnKind": "unicodeCodePoints",
        "results": [_result(problem, report, ids) for problem in (*report.problems, *report.answered)],
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=1)


def _version() -> dict[str, str]:
    """The program's version; nothing where it runs from its source alone."""
    try:
        return {"version": version("psychoed")}
    except PackageNotFoundError:
        return {}


def _rule(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.id,
        "shortDescription": {"text": rule.holds},
        "fullDescription": {"text": rule.why},
        "help": {"text": f"{rule.mend}\n\nWhy: {rule.why}", "markdown": f"{rule.mend}\n\n**Why:** {rule.why}"},
        "defaultConfiguration": {"level": rule.level},
    }


def _result(problem: Problem, report: Report, ids: list[str]) -> dict[str, Any]:
    place = {
        "artifactLocation": {"uri": quote(report.shown(problem.path))},
        "region": {"startLine": problem.line, "startColumn": problem.column},
    }
    answer = [{"kind": "inSource", "justification": problem.answer}] if problem.answer else []
    return {
        "ruleId": problem.rule,
        "ruleIndex": ids.index(problem.rule),
        "level": problem.level,
        "message": {"text": problem.one_line},
        "locations": [{"physicalLocation": place}],
        # An empty list says that nobody has silenced it; a list that is missing leaves that open.
        "suppressions": answer,
    }

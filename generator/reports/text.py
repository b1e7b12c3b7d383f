"""Report → lines for people: each problem with its line of the file, and at the end what it comes to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import groupby

import click

from generator.problems import Level, Problem
from generator.reports.report import File, Report

FEW = 20
"""Problems up to which each is shown with its line of the file; a longer list shows what it holds by rule."""
MOST = 200
"""Problems of one file that are written out; nobody reads more of them in one sitting."""
WIDEST = 96
"""Columns of a file's line that are shown."""
_COLOURS: dict[Level, str] = {"error": "red", "warning": "yellow", "note": "cyan"}


def text_report(report: Report, *, quiet: bool, notes: bool) -> Iterator[str]:
    """The lines; with `notes` those problems, too, that ask for nothing now. Nothing if all is well and `quiet`."""
    told = [problem for problem in report.problems if notes or problem.level != "note"]
    grave = [problem for problem in told if problem.level != "note"]
    if not quiet:
        yield from (f"{report.shown(module.path)}: {module.reading}" for module in report.facts)
    if told:
        yield from () if quiet or not report.facts else ("",)
        yield from _problems(told, report)
    if len(grave) > FEW:
        yield from _by_rule(grave)
    if grave or not quiet:
        yield from _sums(report, notes=notes)


def _problems(told: list[Problem], report: Report) -> Iterator[str]:
    for path, some in groupby(told, key=lambda problem: problem.path):
        own = list(some)
        yield from _of_file(own[:MOST], report, excerpts=len(told) <= FEW)
        if len(own) > MOST:
            yield f"{report.shown(path)}: {len(own) - MOST:,} more problems in this file; mend these first"
        if len(told) > FEW:
            yield ""


def _of_file(told: list[Problem], report: Report, *, excerpts: bool) -> Iterator[str]:
    for index, problem in enumerate(told):
        file = report.files[problem.path]
        yield _headline(problem, file)
        if excerpts and not _same_place(problem, told[index + 1 : index + 2]):
            yield from _excerpt(problem, file)
            yield ""


def _same_place(problem: Problem, following: list[Problem]) -> bool:
    """Whether the next problem stands at the same place; its line is shown once, below all of them."""
    return any((problem.path, problem.line, problem.column) == (one.path, one.line, one.column) for one in following)


def _headline(problem: Problem, file: File) -> str:
    place = click.style(f"{file.shown}:{problem.line}:{problem.column}:", bold=True)
    level = click.style(f"{problem.level}:", fg=_COLOURS[problem.level], bold=True)
    return f"{place} {level} {problem.one_line} {click.style(f'[{problem.rule}]', dim=True)}"


def _excerpt(problem: Problem, file: File) -> Iterator[str]:
    """The line of the file, and a caret under the column."""
    line, column = file.line(problem.line), problem.column - 1
    if not line.strip():
        return
    start = max(0, column - WIDEST // 2) if len(line) > WIDEST else 0
    piece = line[start : start + WIDEST]
    before = "…" if start else ""
    after = "…" if len(line) > start + WIDEST else ""
    number = f"{problem.line:>6}"
    yield click.style(f"{number} | ", dim=True) + _plain(f"{before}{piece}{after}")
    caret = click.style("^", fg=_COLOURS[problem.level], bold=True)
    yield click.style(f"{'':6} | ", dim=True) + " " * _width(before + line[start:column]) + caret


def _plain(line: str) -> str:
    """The line as a terminal can show it, each sign in one column."""
    return "".join(sign if sign.isprintable() else " " if sign == "\t" else "?" for sign in line)


def _width(text: str) -> int:
    """Columns that a terminal gives to it; a sign of Chinese takes two, an accent by itself none."""
    if text.isascii():
        return len(text)
    # Loaded here: most lines need it not.
    from rich.cells import cell_len

    return cell_len(_plain(text))


def _by_rule(told: list[Problem]) -> Iterator[str]:
    for rule, count in sorted(Counter(problem.rule for problem in told).items(), key=lambda pair: (-pair[1], pair[0])):
        yield f"{count:>6}  {rule}"
    yield ""


def _sums(report: Report, *, notes: bool) -> Iterator[str]:
    errors, warnings, asides = (report.count(level) for level in ("error", "warning", "note"))
    modules = f"{_counted(len(report.facts), 'module')} checked: " if report.facts else ""
    yield f"{modules}{_counted(errors, 'error')}, {_counted(warnings, 'warning')}."
    if errors or warnings:
        yield "`psychoed explain RULE` says why a rule is there and what to do."
    if report.answered:
        yield f"{_counted(len(report.answered), 'alarm')} answered in the files."
    if asides and not notes:
        yield f"{_counted(asides, 'note')} on what is still to come; --notes shows {'it' if asides == 1 else 'them'}."
    if report.elsewhere:
        yield f"{_counted(report.elsewhere, 'problem')} in other files {'is' if report.elsewhere == 1 else 'are'} not shown."


def _counted(count: int, word: str) -> str:
    return f"{count or 'no'} {word}{'' if count == 1 else 's'}"

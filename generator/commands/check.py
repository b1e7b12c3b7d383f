"""The command `check`: every problem of the course, or of some of its files, for people and for programs."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable

import click

from generator.build import check_course
from generator.commands.desk import Desk, sentences
from generator.commands.progress import Bar
from generator.lock import only_one
from generator.reports.as_json import json_report
from generator.reports.github import github_report
from generator.reports.report import NotOfTheCourse, Report, files_asked_for, report_of
from generator.reports.sarif import sarif_report
from generator.reports.text import text_report

Form = Callable[[Report, bool, bool], Iterable[str]]
"""A report, whether to be quiet, and whether notes are wanted → the lines to print."""

FORMS: dict[str, Form] = {
    "text": lambda report, quiet, notes: text_report(report, quiet=quiet, notes=notes),
    "github": lambda report, quiet, notes: github_report(report, notes=notes),
    "json": lambda report, quiet, notes: (json_report(report),),
    "sarif": lambda report, quiet, notes: (sarif_report(report),),
}


@click.command()
@click.argument("files", nargs=-1)
@click.option(
    "--format",
    "form",
    type=click.Choice(tuple(FORMS)),
    default="text",
    show_default=True,
    help="For people, for GitHub's pull requests, or for programs.",
)
@click.option("--notes", is_flag=True, help="Say, too, what is still to come and asks for nothing now.")
@click.pass_obj
def check(desk: Desk, files: tuple[str, ...], form: str, notes: bool) -> None:
    """Find every problem in the course, and measure how plain it reads; nothing is built.

    With FILES only what is wrong in these is told; the whole course is read all the same, because rules look across.
    """
    try:
        only = files_asked_for(desk.place, files)
    except NotOfTheCourse as error:
        raise click.BadParameter(str(error), param_hint="FILES") from None
    with sentences(), only_one(desk.place.kept), Bar(desk.quiet or form != "text") as bar:
        result = check_course(desk.place, desk.order(), bar)
    report = report_of(desk.place, result, only)
    # https://no-color.org: set to anything but nothing, it asks for none.
    colour = False if os.environ.get("NO_COLOR") else None
    for line in FORMS[form](report, desk.quiet, notes):
        click.echo(line, color=colour)
    if report.count("error"):
        raise click.exceptions.Exit(1)

"""The command `assign`: a plan of modules as link, code and slip; and a code read back."""

from __future__ import annotations

from pathlib import Path

import click

from generator.commands.desk import CannotRun, Desk, sentences, site_url
from generator.commands.progress import Bar
from generator.lock import only_one
from generator.plans.assign import Assigned, Line, Told, Wish, assign, read_back
from generator.plans.codes import Reason
from generator.problems import errors

SENTENCES = {
    Reason.EMPTY: "there is no code; write it after --read",
    Reason.TOO_LONG: "this is longer than a code can be",
    Reason.NOT_A_CODE: "this is no code; a code starts like dev- or 2026.1- and goes on with groups of letters and digits",
    Reason.CUT_SHORT: "the code has too few letters, or too many; compare it with the slip",
    Reason.MISTYPED: "a letter or digit of the code is not right, or a part is missing; compare it with the slip",
    Reason.NEWER_FORM: "the code was made by a newer version of this program; use that one to read it",
    Reason.OTHER_COURSE: "the code belongs to another course; name that one with --course",
}


@click.command(name="assign")
@click.argument("modules", nargs=-1, metavar="[MODULE]...")
@click.option("--pathway", help="All modules of a pathway, by its id in course.yml.")
@click.option("--program", help="All modules of a week of a program, by its id; name the week with --week.")
@click.option("--week", type=click.IntRange(1, 104), help="The week of --program.")
@click.option("--read", "code", help="Say what a code holds: a plan, or what somebody did of it.")
@click.option("--version", help="The version that the plan is for; the newest release if not given, else dev.")
@click.option("--paper", type=click.Choice(["letter", "a4"]), help="The course's first if not given.")
@click.option(
    "--out",
    "--output",
    "output",
    type=click.Path(path_type=Path),
    help="The file of the slips; one in slips/ if not given, with a name that tells strangers nothing.",
)
@site_url
@click.pass_obj
def assign_command(
    desk: Desk,
    modules: tuple[str, ...],
    pathway: str | None,
    program: str | None,
    week: int | None,
    code: str | None,
    version: str | None,
    paper: str | None,
    output: Path | None,
    site_url: str | None,
) -> None:
    """Make a plan of modules: a link, a short code, and slips to print. Nothing is sent, and no name is asked for.

    A MODULE is the name of its file, such as stress. They come in the order given.
    """
    if (program is None) != (week is None):
        raise click.UsageError("--program and --week go together")
    if code is not None:
        if modules or pathway or program:
            raise click.UsageError("--read stands alone; name no modules with it")
        return _read(desk, code)
    if not (modules or pathway or program):
        raise click.UsageError("name a MODULE, a --pathway, or a --program and its --week")
    wish = Wish(modules, pathway, program, week, version, paper, output)
    with sentences(), only_one(desk.place.kept), Bar(desk.quiet) as bar:
        made = assign(desk.place, desk.order(site_url=site_url), wish, bar)
    desk.tell(errors(made.problems), "assigned")
    _tell(desk, made)


def _tell(desk: Desk, made: Assigned) -> None:
    desk.warn_of(made.site_url)
    if not made.page_is_there:
        desk.say(
            f"note: {desk.place.site} has no page for plans of version {made.version}, so the link may lead nowhere;"
            " name another version with --version, or make that one first."
        )
    for title in made.left_out:
        desk.say(f"note: left out, for it is not written yet: {title}")
    for place, title in enumerate(made.titles, 1):
        desk.say(f"{place:3}. {title}")
    # What was asked for comes even with --quiet.
    click.echo(f"Link:  {made.link}")
    click.echo(f"Code:  {made.code}")
    click.echo(f"Slips: {made.file}")


def _read(desk: Desk, code: str) -> None:
    with sentences(), only_one(desk.place.kept), Bar(desk.quiet) as bar:
        told = read_back(desk.place, desk.order(), code, bar)
    desk.tell(errors(told.problems), "read")
    if told.refused:
        raise CannotRun(SENTENCES[told.refused.reason])
    click.echo(_headline(told))
    for place, line in enumerate(told.lines, 1):
        click.echo(f"{place:3}. {line.title or 'a module that this course does not have'}{_said(told, line)}")


def _headline(told: Told) -> str:
    if told.kind == "plan":
        return f"A plan for version {told.version}. Nobody has said yet what was done."
    return f"The reader says, with version {told.version} (this is no proof):"


def _said(told: Told, line: Line) -> str:
    if told.kind == "plan":
        return ""
    done = [name for name, is_so in (("read", line.is_read), ("practiced", line.is_practiced)) if is_so]
    return f": {' and '.join(done) or 'not ticked'}"

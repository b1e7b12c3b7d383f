"""The command `psychoed`: each command is a few lines over the functions of this package."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from urllib.parse import urlsplit

import click

from generator.build import Result, build_course, check_course
from generator.engines.look import LookError
from generator.engines.pdf import PrintError
from generator.guard import NotOurs
from generator.lock import Busy, only_one
from generator.order import FORMATS, Format, Order, Place
from generator.progress import Bar
from generator.release import NotReleased, release_course
from generator.schema.course import SITE_URL
from generator.versions import DRAFT
from generator.workers import WorkerDied


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.option(
    "--course",
    type=click.Path(path_type=Path),
    default="modules",
    show_default=True,
    help="The folder with course.yml.",
)
@click.option(
    "--config", type=click.Path(path_type=Path), default="mkdocs.yml", show_default=True, help="How the site looks."
)
@click.option(
    "--site", type=click.Path(path_type=Path), default="site", show_default=True, help="Where the site is built."
)
@click.option("--jobs", type=click.IntRange(1, 64), default=None, help="Processes to use; all cores if not given.")
@click.option("--quiet", is_flag=True, help="Say nothing when all is well.")
@click.version_option(package_name="psychoed")
@click.pass_context
def main(context: click.Context, course: Path, config: Path, site: Path, jobs: int | None, quiet: bool) -> None:
    """Turn YAML modules into a psychoeducation course: pages, worksheets, quizzes, printed sheets, guides.

    Exit codes: 0 all is well; 1 there are errors in the course; 2 the command was called wrongly or could not run.
    """
    context.obj = Desk(Place(course, config, site), jobs, quiet)


class CannotRun(click.ClickException):
    """The command could not do its work; one sentence says why."""

    exit_code = 2


def today() -> date:
    """The day it is; the clock is read here and nowhere else. SOURCE_DATE_EPOCH names another one, in seconds."""
    named = os.environ.get("SOURCE_DATE_EPOCH", "")
    return (
        datetime.fromtimestamp(int(named), tz=UTC).date() if named.isdecimal() else datetime.now().astimezone().date()
    )


@contextmanager
def _sentences() -> Iterator[None]:
    """Turn what the machine or another build is in the way of into one sentence and exit code 2."""
    try:
        yield
    except (Busy, LookError, NotOurs, NotReleased, PrintError, WorkerDied) as error:
        raise CannotRun(str(error)) from None
    except OSError as error:
        where = f": {error.filename}" if error.filename else ""
        raise CannotRun(f"{error.strerror or error}{where}") from None


@dataclass(frozen=True, slots=True)
class Desk:
    """What every command needs: the place, the number of processes, and a way to say things."""

    place: Place
    jobs: int | None
    quiet: bool

    def order(self, version: str = DRAFT, formats: tuple[Format, ...] = FORMATS, site_url: str | None = None) -> Order:
        """An order for today."""
        return Order(version, formats, site_url, self.jobs, today())

    def say(self, words: str) -> None:
        """Say something, unless asked to be quiet."""
        if not self.quiet:
            click.echo(words)

    def tell(self, result: Result) -> None:
        """Print the problems; end with exit code 1 if there are errors."""
        for problem in result.problems:
            click.echo(str(problem), err=True)
        if not result.good:
            count = sum(problem.level == "error" for problem in result.problems)
            click.echo(f"{count} error{'s' if count > 1 else ''}; nothing was built.", err=True)
            sys.exit(1)


def _address(context: click.Context, option: click.Parameter, value: str | None) -> str | None:
    """Refuse an address that the QR codes could not hold."""
    if value is not None and not re.fullmatch(SITE_URL, value):
        raise click.BadParameter("write an address that starts with https:// and ends with /")
    return value


_site_url = click.option(
    "--site-url", callback=_address, help="The address the QR codes lead to, in place of the one in course.yml."
)


@main.command()
@click.option("--only", type=click.Choice(FORMATS), help="Make the pages alone, or the printed sheets alone.")
@_site_url
@click.pass_obj
def build(desk: Desk, only: Format | None, site_url: str | None) -> None:
    """Build the draft of the course into site/dev/; only what changed is made anew."""
    with _sentences(), only_one(desk.place.kept), Bar(desk.quiet) as bar:
        result = build_course(desk.place, desk.order(formats=(only,) if only else FORMATS, site_url=site_url), bar)
    desk.tell(result)
    _done(desk, result, DRAFT)


def _done(desk: Desk, result: Result, version: str) -> None:
    if (urlsplit(result.site_url).hostname or "").endswith(".example"):
        desk.say(
            f"note: the QR codes lead to {result.site_url}, which is nobody's; set `site_url` in course.yml before you print."
        )
    made = result.made
    desk.say(f"{made.made} files made, {made.kept} kept, {made.removed} removed in {result.seconds:.1f} s.")
    for language in sorted(path.parent.name for path in (desk.place.site / version).glob("*/index.html")):
        desk.say(f"For people:      {desk.place.site / version / language / 'index.html'}")
        desk.say(f"For counselors:  {desk.place.site / version / language / 'counselors' / 'index.html'}")


@main.command()
@click.pass_obj
def check(desk: Desk) -> None:
    """Find every problem in the course, and measure how plain it reads; nothing is built."""
    with _sentences(), only_one(desk.place.kept), Bar(desk.quiet) as bar:
        result = check_course(desk.place, desk.order(), bar)
    for module in result.facts:
        desk.say(f"{module.path}: {module.reading}")
    desk.tell(result)
    warnings = len(result.problems)
    desk.say(
        f"{len(result.facts)} modules checked: no errors, {warnings or 'no'} warning{'' if warnings == 1 else 's'}."
    )


@main.command()
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True)
@click.pass_obj
def serve(desk: Desk, host: str, port: int) -> None:
    """Show the course in the browser, and build it again whenever a file is saved."""
    from generator.serve import serve_site

    def rebuild() -> None:
        with _sentences(), only_one(desk.place.kept), Bar(desk.quiet) as bar:
            result = build_course(desk.place, desk.order(), bar)
        for problem in result.problems:
            click.echo(str(problem), err=True)
        desk.say(f"built in {result.seconds:.1f} s" if result.good else "not built; the last good pages stay")

    rebuild()
    with _sentences():
        desk.say(f"http://{host}:{port}/  (Ctrl-C ends)")
        serve_site(desk.place, rebuild, host, port)


@main.command()
@click.argument("version")
@_site_url
@click.pass_obj
def release(desk: Desk, version: str, site_url: str | None) -> None:
    """Freeze the course as VERSION (a year and a number, as 2026.1) in site/VERSION/; it never changes again.

    Writes a manifest of digests into it, renews site/latest/, versions.json and the front page.
    """
    with _sentences(), only_one(desk.place.kept), Bar(desk.quiet) as bar:
        result = release_course(desk.place, desk.order(version, site_url=site_url), bar)
    desk.tell(result)
    _done(desk, result, version)


@main.command()
@click.argument("name", required=False)
@click.option("--folder", type=click.Path(path_type=Path), help="Write the schemas of all files here.")
def schema(name: str | None, folder: Path | None) -> None:
    """Print the JSON Schema of NAME (module, course, safety, sources or words), or write all to a folder."""
    from generator.schemas import SCHEMAS, json_schema

    if folder and name:
        raise click.UsageError("name one schema to print it, or a folder to write them all; not both")
    if folder:
        with _sentences():
            folder.mkdir(parents=True, exist_ok=True)
            for each in SCHEMAS:
                (folder / f"{each}.schema.json").write_text(json_schema(each), encoding="utf-8")
        click.echo(f"{len(SCHEMAS)} schemas written to {folder}")
        return
    wanted = name or "module"
    if wanted not in SCHEMAS:
        raise click.BadParameter(f"there is no schema '{wanted}'; there are: {', '.join(SCHEMAS)}")
    click.echo(json_schema(wanted), nl=False)


@main.command()
@click.argument("rule", required=False)
def explain(rule: str | None) -> None:
    """Say what RULE asks for, why, and how to mend it; without RULE, list them all."""
    from generator.checks import RULES
    from generator.problems import did_you_mean

    if rule is None:
        for each in sorted(RULES.values(), key=lambda each: each.id):
            click.echo(f"{each.id:40} {each.holds}")
        return
    if rule not in RULES:
        raise click.BadParameter(f"there is no rule '{rule}'{did_you_mean(rule, RULES)}")
    found = RULES[rule]
    click.echo(f"{found.id} ({found.level})\n\n{found.holds}\n\nWhy: {found.why}\nWhat to do: {found.mend}")

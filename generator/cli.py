"""The command `psychoed`: each command is a few lines over the functions of this package."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import click

from generator.audience import others_in, trees_for
from generator.build import Result, build_course
from generator.commands.assign import assign_command
from generator.commands.check import check
from generator.commands.desk import Desk, sentences, site_url
from generator.commands.diff import diff
from generator.commands.explain import explain
from generator.commands.init import init
from generator.commands.manual import manual
from generator.commands.new import new
from generator.commands.packet import packet, workbook
from generator.commands.program import program
from generator.commands.progress import Bar
from generator.commands.review import review
from generator.commands.serve import serve
from generator.commands.translate import translate
from generator.history.news import news
from generator.lock import only_one
from generator.order import FORMATS, TREES, Format, Place, Tree
from generator.release import release_course
from generator.usb import pack
from generator.versions import DRAFT


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
@click.option(
    "--overdue", is_flag=True, help="Go on with modules whose review is more than 90 days past due; their pages say so."
)
@click.version_option(package_name="psychoed")
@click.pass_context
def main(
    context: click.Context, course: Path, config: Path, site: Path, jobs: int | None, quiet: bool, overdue: bool
) -> None:
    """Turn YAML modules into a psychoeducation course: pages, worksheets, quizzes, printed sheets, guides.

    Exit codes: 0 all is well; 1 there are errors in the course; 2 the command was called wrongly or could not run.
    """
    context.obj = Desk(Place(course, config, site), jobs, quiet, today, overdue)


def today() -> date:
    """The day it is; the clock is read here and nowhere else. SOURCE_DATE_EPOCH names another one, in seconds."""
    named = os.environ.get("SOURCE_DATE_EPOCH", "")
    return (
        datetime.fromtimestamp(int(named), tz=UTC).date() if named.isdecimal() else datetime.now().astimezone().date()
    )


audience_option = click.option(
    "--audience",
    type=click.Choice(TREES),
    help="Make the pages and sheets of patients alone, or of counselors alone, to be put where only they come.",
)


@main.command()
@click.option("--only", type=click.Choice(FORMATS), help="Make the pages alone, or the printed sheets alone.")
@audience_option
@site_url
@click.pass_obj
def build(desk: Desk, only: Format | None, audience: Tree | None, site_url: str | None) -> None:
    """Build the draft of the course into site/dev/; only what changed is made anew."""
    order = desk.order(formats=(only,) if only else FORMATS, site_url=site_url)
    with sentences(), only_one(desk.place.kept), Bar(desk.quiet) as bar:
        result = build_course(desk.place, replace(order, trees=trees_for(audience)), bar)
    desk.tell(result.problems)
    _done(desk, result, DRAFT, audience)


def _done(desk: Desk, result: Result, version: str, audience: Tree | None) -> None:
    desk.warn_of(result.site_url)
    made, built = result.made, desk.place.site / version
    desk.say(f"{made.made} files made, {made.kept} kept, {made.removed} removed in {result.seconds:.1f} s.")
    for language in sorted(path for path in built.iterdir() if path.is_dir()):
        for whom, home in (("people", language / "index.html"), ("counselors", language / "counselors/index.html")):
            if home.is_file():
                desk.say(f"{f'For {whom}:':16} {home}")
    if audience == "counselors":
        desk.say(f"note: links to the pages and sheets of patients lead to {result.site_url}{version}/")
    others = others_in(desk.place, trees_for(audience))
    if others:
        desk.say(
            f"note: {', '.join(others)} in {desk.place.site} {'hold' if len(others) > 1 else 'holds'} more than"
            f" the pages of {audience}; do not put {'them' if len(others) > 1 else 'it'} where only {audience} should"
            " come, or build into a folder of its own with --site"
        )


@main.command()
@click.argument("version")
@audience_option
@site_url
@click.pass_obj
def release(desk: Desk, version: str, audience: Tree | None, site_url: str | None) -> None:
    """Freeze the course as VERSION (a year and a number, as 2026.1) in site/VERSION/; it never changes again.

    Writes a manifest of digests into it, renews site/latest/, versions.json and the front page.
    """
    with sentences(), only_one(desk.place.kept), Bar(desk.quiet) as bar:
        order = replace(desk.order(version, site_url=site_url), trees=trees_for(audience))
        result = release_course(desk.place, order, bar)
    desk.tell(result.problems, "released")
    _done(desk, result, version, audience)
    for line in () if desk.quiet else news(desk.place.site, version):
        desk.say(line)


@main.command()
@click.argument("version", required=False)
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    help="The file to write; one beside the versions if not given, with a name that tells strangers nothing.",
)
@click.pass_obj
def usb(desk: Desk, version: str | None, out: Path | None) -> None:
    """Pack a built VERSION into one zip file, for a USB stick or a computer without internet.

    Without VERSION it is the newest release, or the draft where nothing is released yet.
    """
    with sentences(), only_one(desk.place.kept):
        packed = pack(desk.place, version, out)
    desk.tell(packed.problems, "packed")
    desk.say(f"{packed.file}: version {packed.version}, {packed.files} files, {packed.size / 1_000_000:.1f} MB.")
    desk.say("Unzip it, and open index.html in the new folder.")


@main.command()
@click.argument("name", required=False)
@click.option("--folder", type=click.Path(path_type=Path), help="Write the schemas of all files here.")
@click.pass_obj
def schema(desk: Desk, name: str | None, folder: Path | None) -> None:
    """Print the JSON Schema of NAME, or write all to a folder, for editors that complete and explain YAML.

    NAME is one of module, course, safety, sources, words, clinic, group, overlay, program; or course-json, the
    shape of the file course.json that a build writes for other programs.
    """
    from generator.history.schema_of import SCHEMA, course_json_schema
    from generator.schemas import SCHEMAS, json_schema, write_schemas

    if folder and name:
        raise click.UsageError("name one schema to print it, or a folder to write them all; not both")
    if folder:
        with sentences():
            written = write_schemas(folder)
        desk.say(f"{len(written)} schemas stand in {folder}")
        return
    wanted = name or "module"
    if wanted == SCHEMA:
        click.echo(course_json_schema(), nl=False)
        return
    if wanted not in SCHEMAS:
        raise click.BadParameter(f"there is no schema '{wanted}'; there are: {', '.join((*SCHEMAS, SCHEMA))}")
    click.echo(json_schema(wanted), nl=False)


main.add_command(check)
main.add_command(diff)
main.add_command(init)
main.add_command(new)
main.add_command(manual)
main.add_command(serve)
main.add_command(assign_command)
main.add_command(packet)
main.add_command(workbook)
main.add_command(program)
main.add_command(translate)
main.add_command(explain)
main.add_command(review)

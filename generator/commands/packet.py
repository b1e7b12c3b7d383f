"""The commands `packet` and `workbook`: modules bound into one PDF."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from generator.commands.desk import Desk, sentences, site_url
from generator.commands.progress import Bar
from generator.editions import COPY, LARGE, STANDARD
from generator.lock import only_one
from generator.packet import Bound, ToCopy, Wanted, bind
from generator.render.copies import GROUP_SIZE

EDITIONS = {edition.name: edition for edition in (STANDARD, LARGE, COPY)}


def _printed(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options of both commands."""
    options = (
        click.option(
            "--edition",
            type=click.Choice(list(EDITIONS)),
            default=STANDARD.name,
            show_default=True,
            help="Large print, or without gray for an old copier.",
        ),
        click.option("--paper", type=click.Choice(["letter", "a4"]), help="The course's first if not given."),
        click.option(
            "--output",
            type=click.Path(path_type=Path),
            help="The file to write; one in packets/ if not given, with a name that tells strangers nothing.",
        ),
        site_url,
    )
    for option in reversed(options):
        command = option(command)
    return command


@click.command()
@click.argument("modules", nargs=-1, required=True, metavar="MODULE...")
@click.option(
    "--for",
    "kind",
    type=click.Choice(["patients", "leader"]),
    default="patients",
    show_default=True,
    help="Sheets to hand out; or with guide, answer key, print list, cards and poster.",
)
@click.option(
    "--people",
    type=click.IntRange(1, 40),
    default=GROUP_SIZE,
    show_default=True,
    help="People in the group, you not counted.",
)
@_printed
@click.pass_obj
def packet(
    desk: Desk,
    modules: tuple[str, ...],
    kind: str,
    people: int,
    edition: str,
    paper: str | None,
    output: Path | None,
    site_url: str | None,
) -> None:
    """Bind the sheets of each MODULE into one PDF, with a cover, contents and page numbers.

    A MODULE is the name of its file, such as stress.
    """
    wanted = Wanted(
        "leader" if kind == "leader" else "patients",
        modules,
        people=people,
        edition=EDITIONS[edition],
        paper=paper,
        output=output,
    )
    bound = _bound(desk, wanted, site_url)
    if bound.print_list:
        group = f"{people} {'person' if people == 1 else 'people'} and you"
        desk.say(f"To copy for {group}, on both sides, but cards and posters on one (the packet has this list too):")
    for row in bound.print_list:
        desk.say(_line(row))


@click.command()
@click.argument("pathway", required=False)
@_printed
@click.pass_obj
def workbook(
    desk: Desk, pathway: str | None, edition: str, paper: str | None, output: Path | None, site_url: str | None
) -> None:
    """Bind every lesson of the course, or of a PATHWAY, with its worksheets and questions into one PDF."""
    wanted = Wanted("workbook", pathway=pathway, edition=EDITIONS[edition], paper=paper, output=output)
    _bound(desk, wanted, site_url)


def _bound(desk: Desk, wanted: Wanted, site_url: str | None) -> Bound:
    with sentences(), only_one(desk.place.kept), Bar(desk.quiet) as bar:
        bound = bind(desk.place, desk.order(site_url=site_url), wanted, bar)
    desk.tell(bound.problems, "printed")
    desk.warn_of(bound.site_url)
    desk.say(f"{bound.file}: {bound.pages} pages on {-(-bound.pages // 2)} sheets of paper, printed on both sides.")
    return bound


def _line(row: ToCopy) -> str:
    pages = f"page {row.first}" if row.first == row.last else f"pages {row.first}–{row.last}"
    title = f"{row.module}\n" if row.module else ""
    return f"{title}  {row.copies:3} of {pages}: {row.name}"

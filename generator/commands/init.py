"""The command `psychoed init`: start a clinic's own course, or compare one with what ships now."""

from __future__ import annotations

from pathlib import Path

import click

from generator.clinic.start import Change, Comparison, NotStarted, compare, start
from generator.commands.desk import CannotRun, Desk

_BY = {"both": "Changed by you and by us:", "us": "Changed by us since you started:", "you": "Changed by you:"}
_HOW = {"changed": "", "new": " (new)", "gone": " (taken out)"}


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--compare", "asked", is_flag=True, help="Tell what you and we changed since FOLDER was started.")
@click.pass_obj
def init(desk: Desk, folder: Path, asked: bool) -> None:
    """Start your own course in FOLDER: a copy of the shipped one, with the file clinic.yml to fill.

    An upgrade leaves that folder alone. With --compare, nothing is written: it lists what changed since.
    """
    try:
        if asked:
            _tell(compare(folder))
            return
        written = start(folder)
    except NotStarted as error:
        raise CannotRun(str(error)) from None
    desk.say(f"{len(written)} files written to {folder}. They are yours; an upgrade leaves them alone.")
    desk.say("What comes next:")
    desk.say(
        f"  1. Open {folder / 'modules' / 'clinic.yml'} in a text editor: your phone numbers, your name, your paper."
    )
    desk.say(f"  2. cd {folder} && psychoed check     names what is missing")
    desk.say("  3. psychoed build                     then open site/dev/en/index.html")


def _tell(found: Comparison) -> None:
    """What was asked for is said even with --quiet."""
    if not found.files:
        click.echo(f"Nothing differs from the shipped course (started with {found.since}).")
        return
    click.echo(f"Started with {found.since}. The files as they ship now: {found.shipped}. Nothing was written.")
    _list("Safety messages and phone numbers", found.safety)
    _list("Files", found.files)
    if not found.is_safety_read:
        click.echo(
            "\nYour modules/safety.yml cannot be read, so its messages and numbers are not compared; run psychoed check."
        )
    if any(change.by != "you" for change in found.safety):
        click.echo("\nSafety words or numbers changed. Read ours first, and take them over.")


def _list(title: str, changes: tuple[Change, ...]) -> None:
    for by, words in _BY.items():
        names = [f"  {change.name}{_HOW[change.how]}" for change in changes if change.by == by]
        if names:
            click.echo("\n".join(("", f"{title}. {words}", *names)))

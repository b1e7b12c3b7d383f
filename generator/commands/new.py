"""The command `new`: start a module of one's own."""

from __future__ import annotations

import click

from generator.commands.desk import CannotRun, Desk, sentences
from generator.editors import help_editors
from generator.load import languages_in
from generator.new import NotNew, start_module


@click.group()
def new() -> None:
    """Start something new in the course: a module."""


@new.command()
@click.argument("name")
@click.option("--title", help="What people see; made of the name, or of the title in `planned`, if not given.")
@click.option("--language", help="The language it is written in; the first one of course.yml if not given.")
@click.pass_obj
def module(desk: Desk, name: str, title: str | None, language: str | None) -> None:
    """Write a new module, NAME, whose every text is an example, and put it on the list in course.yml.

    NAME is small letters, digits and hyphens, as sleep-and-rest. It becomes the name of the file and a part of addresses.
    """
    course = desk.place.course
    try:
        with sentences():
            made = start_module(course, name, title, language, desk.today())
    except NotNew as error:
        raise CannotRun(str(error)) from None
    helped: tuple[str, ...] = ()
    try:
        helped = help_editors(course, languages_in(course))
    except OSError as error:  # The module is there, and is right without them.
        click.echo(f"note: the help for editors could not be written ({error.strerror}: {error.filename})", err=True)
    desk.say(f"{made.file} is your new module, “{made.title}”. Every text in it is an example.")
    listed = "took it out of `planned` there" if made.was_planned else "left all else there as it was"
    if made.is_listed:
        desk.say(f"{course / 'course.yml'} lists it now; I {listed}.")
    else:
        click.echo(
            f"note: write `- {name}` at the end of `modules` in {course / 'course.yml'}; I could not do it there.",
            err=True,
        )
    for file in helped:
        desk.say(f"{file} helps your editor to complete and explain what you write.")
    desk.say("What comes next:")
    desk.say(f"  1. Open {made.file} in a text editor, and write your own text in the place of each example.")
    desk.say("  2. psychoed serve     shows the page while you write; it tells you the address")
    desk.say("  3. psychoed check     names everything there is to mend")

"""The command `manual`: the manual for authors, as pages."""

from __future__ import annotations

from pathlib import Path

import click

from generator.commands.desk import CannotRun, Desk, sentences


@click.command()
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    help="The folder to write; manual/ in the site's if not given.",
)
@click.pass_obj
def manual(desk: Desk, out: Path | None) -> None:
    """Write the manual for authors: how to write a module, and every file, key, rule and command there is."""
    # Loaded here: it reads all specs and the shipped course.
    from generator.manual.pages import LIST, NotTheManuals, write_manual

    folder = out or desk.place.site / "manual"
    try:
        with sentences():
            if out and out.is_dir() and any(out.iterdir()) and not (out / LIST).is_file():
                raise CannotRun(f"{out} holds something else already; name a new folder")
            write_manual(folder)
    except NotTheManuals as error:
        raise CannotRun(str(error)) from None
    desk.say(f"The manual: {folder / 'index.html'}")

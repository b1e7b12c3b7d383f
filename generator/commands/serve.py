"""The command `serve`: the course in the browser, renewed at every save."""

from __future__ import annotations

import signal
from threading import Event

import click

from generator.commands.desk import CannotRun, Desk, sentences
from generator.lock import only_one


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Who may look: this computer alone if not given.")
@click.option("--port", type=click.IntRange(1, 65535), help="8000 if not given, or the next one that is free.")
@click.pass_obj
def serve(desk: Desk, host: str, port: int | None) -> None:
    """Show the course in the browser, and renew page and sheet whenever a file is saved.

    Problems are shown in the page; it keeps the last good state until they are mended. Nothing is written into site/.
    """
    # Loaded here: no other command needs a server.
    from generator.serve.run import Wanted, preview_place, previewing
    from generator.serve.server import NoPort
    from generator.serve.work import Outcome, to_mend

    def told(outcome: Outcome) -> None:
        for problem in to_mend(outcome.problems):
            click.echo(str(problem), err=True)
        if outcome.fault:
            whose = (
                "a fault of the program, not of your text; please report it:\n" if outcome.whose == "program" else ""
            )
            click.echo(f"{whose}{outcome.fault}", err=True)
        desk.say(f"built in {outcome.seconds:.1f} s" if outcome.good else "not built; the last good pages stay")

    # A terminal that is closed, or a service that is stopped, ends it as Ctrl-C does.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    wanted = Wanted(host, port or 8000, port is not None)
    try:
        with (
            sentences(),
            only_one(preview_place(desk.place).kept),
            previewing(desk.place, desk.order(), wanted, told) as server,
        ):
            # The address is what the command is asked for.
            click.echo(f"http://{'localhost' if host == '127.0.0.1' else host}:{server.port}/  (Ctrl-C ends)")
            Event().wait()
    except NoPort as error:
        raise CannotRun(str(error)) from None
    except KeyboardInterrupt:
        desk.say("ended")

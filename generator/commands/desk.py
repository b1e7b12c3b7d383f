"""What every command has at hand: the place, a way to say things, and one sentence for what goes wrong."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

import click

from generator.engines.audit import AuditError
from generator.engines.look import LookError
from generator.engines.pdf import PrintError
from generator.guard import NotOurs
from generator.load import printable
from generator.lock import Busy
from generator.order import FORMATS, Format, Order, Place
from generator.packet import NotBound
from generator.problems import Problems, errors
from generator.release import NotReleased
from generator.schema.course import SITE_URL
from generator.usb import NotPacked
from generator.versions import DRAFT
from generator.workers import WorkerDied

_ORDERS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
"""What moves the cursor, rings, turns the line around or cannot be written out; spaces and joiners of any kind stay."""


def showable(words: str) -> str:
    """Words of several lines, with a sign for each character that would give the terminal an order."""
    return _ORDERS.sub(lambda found: printable(found[0]), words)


class CannotRun(click.ClickException):
    """The command could not do its work; one sentence says why."""

    exit_code = 2

    def format_message(self) -> str:
        """The sentence as a terminal can show it: it may repeat what stands in somebody's file, or its name."""
        return showable(self.message)


EXPECTED = (AuditError, Busy, LookError, NotBound, NotOurs, NotPacked, NotReleased, PrintError, WorkerDied)
"""What may stand in the way of a command: each says itself in one sentence."""


@contextmanager
def sentences() -> Iterator[None]:
    """Turn what the machine or another build is in the way of into one sentence and exit code 2."""
    try:
        yield
    except EXPECTED as error:
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
    today: Callable[[], date]
    overdue: bool = False
    """Whether to go on with modules whose review is far past due."""

    def order(self, version: str = DRAFT, formats: tuple[Format, ...] = FORMATS, site_url: str | None = None) -> Order:
        """An order for today."""
        return Order(version, formats, site_url=site_url, jobs=self.jobs, today=self.today(), overdue=self.overdue)

    def say(self, words: str) -> None:
        """Say something, unless asked to be quiet."""
        if not self.quiet:
            click.echo(showable(words))

    def tell(self, problems: Problems, what: str = "built") -> None:
        """Print the problems; end with exit code 1 if there are errors. A note asks for nothing, so it is counted."""
        for problem in problems:
            if problem.level != "note":
                click.echo(str(problem), err=True)
        count = len(errors(problems))
        if count:
            click.echo(f"{count} error{'s' if count > 1 else ''}; nothing was {what}.", err=True)
            raise click.exceptions.Exit(1)
        notes = sum(problem.level == "note" for problem in problems)
        if notes:
            what = "notes on what is still to come; `psychoed check --notes` shows them"
            if notes == 1:
                what = "note on what is still to come; `psychoed check --notes` shows it"
            self.say(f"{notes} {what}.")

    def warn_of(self, site_url: str) -> None:
        """Say so if the QR codes lead to an address that stands for none."""
        if (urlsplit(site_url).hostname or "").endswith(".example"):
            self.say(
                f"note: the QR codes lead to {site_url}, which is nobody's; set `site_url` in clinic.yml before you print."
            )


def _address(context: click.Context, option: click.Parameter, value: str | None) -> str | None:
    """Refuse an address that the QR codes could not hold."""
    if value is not None and not re.fullmatch(SITE_URL, value):
        raise click.BadParameter("write an address that starts with https:// and ends with /")
    return value


site_url = click.option(
    "--site-url", callback=_address, help="The address the QR codes lead to, in place of the one in course.yml."
)

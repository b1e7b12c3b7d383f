"""Every command: silent with --quiet when all is well, 1 with errors in the course, 2 when it is called wrongly.

A new command needs a line in `COMMANDS`: words that let it succeed in the small course, and what it is to end with
when that course has an error. A command whose output is what it was asked for is `asked=True`: it speaks in spite of
--quiet, and says nothing but that.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from generator.order import Order, Place
from generator.release import release_course
from tests.checks.seeds.seed import Base, lay_out
from tests.conftest import ROOT
from tests.test_build import change


@dataclass(frozen=True)
class Call:
    """How a command succeeds; `{here}` in its words is the folder of the test."""

    words: tuple[str, ...] = ()
    broken: int = 1
    """The exit code with an error in the course; 0 for commands that do not read its modules, or go on without."""
    asked: bool = False
    base: Base = "tiny"
    before: Callable[[Place], tuple[str, ...]] | None = None
    """What has to be done first; returns more words."""


def _release(place: Place) -> tuple[str, ...]:
    assert release_course(place, Order("2026.1", ("web",), jobs=1)).good
    return ()


def _text_code(place: Place) -> tuple[str, ...]:
    rows = json.loads(psychoed(place, "review", "status", "--format", "json").stdout)["modules"]
    return ("--code", next(row["code"] for row in rows if row["module"] == "one-thing"))


def _exported(place: Place) -> tuple[str, ...]:
    done = psychoed(place, "translate", "export", "es", "one-thing", "--out", str(place.course.parent / "po"))
    assert done.exit_code == 0, done.output
    return ()


SIGNED = (
    *("one-thing", "--kind", "plain-language", "--name", "Bo Lindqvist", "--role", "editor", "--decision", "approve"),
    *("--date", "2026-11-20", "--next-review", "2027-11", "--yes"),
)
COMMANDS = {
    "assign": Call(("one-thing", "--out", "{here}/slips.pdf"), asked=True),
    "build": Call(("--only", "web")),
    "check": Call(),
    "diff": Call(("2026.1",), asked=True, before=_release),
    "explain": Call(("key-is-there",), broken=0, asked=True),
    "init": Call(("{here}/ours",), broken=0),
    "manual": Call(("--out", "{here}/manual"), broken=0),
    "new module": Call(("a-new-one",), broken=0),
    "packet": Call(("one-thing", "--output", "{here}/packet.pdf")),
    "program": Call(asked=True),
    "release": Call(("2026.1",)),
    "review sign": Call(SIGNED, before=_text_code),
    "review start": Call(("one-thing", "--out", "{here}/packets")),
    # What can be read is told of; the others are the check's business.
    "review status": Call(broken=0, asked=True),
    "schema": Call(broken=0, asked=True),
    "translate accept": Call(("{here}/modules/es/one-thing.yml",), base="two"),
    "translate export": Call(("es", "--out", "{here}/po")),
    "translate import": Call(("{here}/po/one-thing.es.po", "--yes"), base="two", before=_exported),
    "translate status": Call(("--language", "es"), asked=True),
    "usb": Call(("2026.1",), broken=0, before=_release),
    "workbook": Call(("--output", "{here}/book.pdf")),
}
ENDLESS = {"serve": "tests/serve"}
"""Commands that run until somebody ends them, and where they are tested."""


def leaves(group: click.Group, above: tuple[str, ...] = ()) -> Iterator[str]:
    """The names of all commands, those in groups with the group's."""
    for name, command in group.commands.items():
        if isinstance(command, click.Group):
            yield from leaves(command, (*above, name))
        else:
            yield " ".join((*above, name))


def psychoed(place: Place, *words: str) -> Result:
    where = (
        "--course",
        str(place.course),
        "--config",
        str(place.config_file),
        "--site",
        str(place.site),
        "--jobs",
        "1",
    )
    return CliRunner().invoke(main, [*where, *words], input="")


@pytest.fixture
def place_of(tmp_path: Path) -> Callable[[Base], Place]:
    """A course with nothing wrong in it."""

    def made(base: Base) -> Place:
        lay_out(base, tmp_path)
        shutil.copy(ROOT / "mkdocs.yml", tmp_path)
        return Place(tmp_path / "modules", tmp_path / "mkdocs.yml", tmp_path / "site")

    return made


def words_of(call: Call, place: Place) -> tuple[str, ...]:
    more = call.before(place) if call.before else ()
    return (*(word.format(here=place.course.parent) for word in call.words), *more)


def test_every_command_has_a_line_here() -> None:
    there = set(leaves(main))
    assert there - COMMANDS.keys() - ENDLESS.keys() == set(), (
        "add these to COMMANDS in this file: a Call with words that let the command succeed in the small course,"
        " the exit code it ends with when the course has an error, and asked=True if its output is what it is asked for"
    )
    assert (COMMANDS.keys() | ENDLESS.keys()) - there == set(), "these are no commands any more; take their lines out"


@pytest.mark.parametrize("name", COMMANDS)
def test_quiet_says_nothing_when_all_is_well(name: str, place_of: Callable[[Base], Place]) -> None:
    call = COMMANDS[name]
    place = place_of(call.base)
    done = psychoed(place, "--quiet", *name.split(), *words_of(call, place))
    assert done.exit_code == 0, done.output
    assert done.stderr == "", "with --quiet nothing but errors and warnings may be said"
    said = "nothing may be said; print by `desk.say`, or set asked=True if the output is what it is asked for"
    assert bool(done.stdout) is call.asked, said


@pytest.mark.parametrize("name", COMMANDS)
def test_an_error_in_the_course_ends_it_with_1_and_is_said_even_quietly(
    name: str, place_of: Callable[[Base], Place]
) -> None:
    call = COMMANDS[name]
    place = place_of(call.base)
    words = words_of(call, place)
    change(place.course / "en" / "one-thing.yml", "today:", "todday:")
    done = psychoed(place, "--quiet", *name.split(), *words)
    assert done.exit_code == call.broken, done.output
    assert isinstance(done.exception, SystemExit | None), done.exception
    if call.broken:
        assert "unknown key 'todday'; did you mean 'today'?" in done.output


@pytest.mark.parametrize("name", [*COMMANDS, *ENDLESS])
def test_a_wrong_call_ends_with_2_and_a_sentence(name: str, place_of: Callable[[Base], Place]) -> None:
    done = psychoed(place_of("tiny"), "--quiet", *name.split(), "--no-such-option")
    assert done.exit_code == 2 and done.stdout == ""
    assert "No such option" in done.stderr and "Traceback" not in done.stderr


READING = [name for name, call in COMMANDS.items() if call.broken]


@pytest.mark.parametrize("name", READING)
def test_a_course_that_is_not_there_ends_with_a_sentence(name: str, place_of: Callable[[Base], Place]) -> None:
    call = COMMANDS[name]
    place = place_of(call.base)
    words = words_of(call, place)
    shutil.rmtree(place.course)
    done = psychoed(place, *name.split(), *words)
    assert done.exit_code in (1, 2), done.output
    assert (isinstance(done.exception, SystemExit) and done.stderr.strip()) or "file-is-there" in done.stdout

"""The command `psychoed translate`: where translations stand, and their way to a translator's program and back."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from generator.beside import read_spec
from generator.commands.desk import CannotRun, Desk, sentences
from generator.kept import write_whole
from generator.language.by_language import CODE
from generator.language.tongues import tongues_of
from generator.load import module_names, printable
from generator.lock import only_one
from generator.problems import Problem, Problems, did_you_mean
from generator.schema.course import CourseSpec
from generator.translations.bring import Brought, accepted, bring
from generator.translations.ledger import make_room, write_ledger
from generator.translations.pair import Pair, read_pair, read_shared_pair
from generator.translations.po import Exchange, from_po, to_po
from generator.translations.rules import PO_FILE_IS_OURS
from generator.translations.shared import FRONT, shared_files, shared_id

_SAID = {
    "current": "up to date",
    "stale": "changed in the source since",
    "unconfirmed": "not noted yet",
    "untranslated": "still in the source's words",
    "missing": "missing",
}


@click.group()
def translate() -> None:
    """See where translations stand; give texts to translators and take them back."""


@translate.command()
@click.option("--language", help="One language; all of the course if not given.")
@click.option("--format", "form", type=click.Choice(("text", "json")), default="text", show_default=True)
@click.pass_obj
def status(desk: Desk, language: str | None, form: str) -> None:
    """Say how many texts of each module are up to date, changed in the source since, or missing."""
    with sentences():
        course = _course(desk)
        pairs = list(_pairs(desk, course, _languages(course, language), ()))
    if form == "json":
        rows = [{"module": pair.id, "language": pair.language, "file": pair.target, **pair.counts()} for pair in pairs]
        click.echo(json.dumps({"format": 1, "source": course.languages[0], "modules": rows}, indent=2))
        return
    for pair in pairs:
        counts = ", ".join(f"{count} {_SAID[state]}" for state, count in pair.counts().items())
        click.echo(f"{pair.target:44} {counts if pair.theirs else 'no file yet'}")
        for unit in pair.units:
            if unit.state == "stale" and unit.target and pair.theirs:
                line = pair.theirs.document.place(unit.target.path)[0]
                click.echo(f"  line {line}: {unit.key} (source: line {pair.ours.document.place(unit.source.path)[0]})")
    if not pairs:
        click.echo("The course has one language; name another one with --language.")


@translate.command("export")
@click.argument("language")
@click.argument("modules", nargs=-1)
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), help="The folder to write to.")
@click.option("--open", "only_open", is_flag=True, help="Only texts that are not up to date.")
@click.option("--overwrite", is_flag=True, help="Replace PO files that are there.")
@click.pass_obj
def export(
    desk: Desk, language: str, modules: tuple[str, ...], out: Path | None, only_open: bool, overwrite: bool
) -> None:
    """Write a PO file for each of MODULES (all if none is named), with what is translated to LANGUAGE already."""
    with sentences():
        course = _course(desk)
        folder = out or Path(f"translate-{language}")
        pairs = list(_pairs(desk, course, _languages(course, language), modules))
        files = {folder / f"{pair.id.replace('/', '-')}.{language}.po": pair for pair in pairs}
        there = [str(path) for path in files if path.exists()]
        if there and not overwrite:
            raise CannotRun(
                f"{there[0]} is there already; give --overwrite to replace it, or another folder with --out"
            )
        folder.mkdir(parents=True, exist_ok=True)
        for path, pair in files.items():
            units = [unit for unit in pair.units if not only_open or unit.state != "current"]
            lines = [(unit, pair.ours.document.place(unit.source.path)[0]) for unit in units]
            write_whole(path, to_po(course.id, pair.ours.name, language, lines))
            desk.say(f"{path}: {len(units)} texts")
    desk.say(f"When they are translated: psychoed translate import {folder}/*.po")


@translate.command("import")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--translator", help="Who translated, for a file that is made anew: “Ana Ruiz, translator”.")
@click.option("--overwrite", is_flag=True, help="Also replace texts that were changed here after the export.")
@click.option("--yes", is_flag=True, help="Do not ask before writing.")
@click.pass_obj
def bring_in(desk: Desk, files: tuple[Path, ...], translator: str | None, overwrite: bool, yes: bool) -> None:
    """Take translated PO FILES into the course. What would be written is said first; nothing is written by halves."""
    with sentences(), only_one(desk.place.kept):
        course = _course(desk)
        read = [_read(desk, course, path) for path in files]
        problems = tuple(problem for _, _, some in read for problem in some)
        by = _person(translator)
        plans = [
            (pair, bring(printable(str(path)), exchange, pair, by, overwrite))
            for path, (exchange, pair, _) in zip(files, read, strict=True)
            if exchange and pair
        ]
        desk.tell((*problems, *(problem for _, brought in plans for problem in brought.problems)), "written")
        _refuse_twins([(path, pair) for path, (_, pair, _) in zip(files, read, strict=True) if pair])
        new = [pair.target for pair, brought in plans if pair.theirs is None and brought.changed]
        if new and not by:
            raise CannotRun(f"{new[0]} is a new file; say who translated it: --translator “Ana Ruiz, translator”")
        for pair, brought in plans:
            _announce(desk, pair, brought)
        todo = [(pair, brought) for pair, brought in plans if brought.changed or brought.confirmed]
        if not todo:
            desk.say("Nothing to write.")
            return
        if not yes and not _agreed(len(todo)):
            desk.say("Nothing was written.")
            return
        for pair, brought in todo:
            _write(desk, pair, brought)


def _refuse_twins(brought: Sequence[tuple[Path, Pair]]) -> None:
    """Each plan starts from what stands in the course now: of two for one file, the second would undo the first."""
    first: dict[str, Path] = {}
    for path, pair in brought:
        other = first.setdefault(pair.target, path)
        if other is not path:
            raise CannotRun(f"{other} and {path} are both for {pair.target}; bring one, then the other")


@translate.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.pass_obj
def accept(desk: Desk, files: tuple[Path, ...]) -> None:
    """Note that the translations in FILES (as modules/es/stress.yml) were compared with the source as it is today."""
    with sentences(), only_one(desk.place.kept):
        course = _course(desk)
        for path in files:
            for pair in _of_file(desk, course, path):
                ledger = accepted(pair)
                write_ledger(desk.place.course, pair.language, pair.id, pair.ours.name, ledger)
                desk.say(f"{pair.target}: {len(ledger)} texts noted as made from {_made_from(pair)}")


def _of_file(desk: Desk, course: CourseSpec, path: Path) -> Iterator[Pair]:
    """What a file holds translations of: a module's in its language, a shared file in every language of the course."""
    folder, others = desk.place.course.resolve(), course.languages[1:]
    name = path.resolve().relative_to(folder).as_posix() if path.resolve().is_relative_to(folder) else ""
    language, _, file = name.partition("/")
    if name in shared_files(folder):
        yield from _pairs(desk, course, others, (shared_id(name),))
    elif language in others and file:
        yield from _pairs(desk, course, (language,), (path.stem,))
    else:
        raise CannotRun(f"{path} is no translation in {desk.place.course}")


def _made_from(pair: Pair) -> str:
    return f"its '{pair.first}'" if pair.is_shared else pair.ours.name


def _course(desk: Desk) -> CourseSpec:
    tongue = tongues_of(desk.place.course)[0]
    spec, _, _, problems = read_spec(desk.place.course, "course.yml", CourseSpec, tongue=tongue)
    if spec is None:
        desk.tell(problems, "done")
        raise CannotRun(f"{desk.place.course}/course.yml cannot be read")
    if len(set(spec.languages)) < len(spec.languages):  # The source itself would be taken for a translation.
        raise CannotRun(f"{desk.place.course}/course.yml lists a language twice; take one of the two out")
    return spec


def _languages(course: CourseSpec, language: str | None) -> tuple[str, ...]:
    if language == course.languages[0]:
        raise CannotRun(f"'{language}' is the course's first language; translations are made from it")
    if language is None:
        return course.languages[1:]
    # It becomes a part of files' names.
    if not CODE.fullmatch(language):
        raise CannotRun(f"'{language}' is no language; write its code, as es or es-MX")
    return (language,)


def _pairs(desk: Desk, course: CourseSpec, languages: Sequence[str], named: Sequence[str]) -> Iterator[Pair]:
    """The modules and shared files in both languages; problems in their files end the command."""
    known = _known(desk, course)
    unknown = [id_ for id_ in named if id_ not in known]
    if unknown:
        raise CannotRun(f"there is no module '{unknown[0]}' in {course.languages[0]}/{did_you_mean(unknown[0], known)}")
    for language in languages:
        for id_ in named or known:
            pair, problems = _pair(desk, course, language, id_)
            if pair is None:
                desk.tell(problems, "done")
                raise CannotRun(f"{id_} cannot be read")
            if pair.units:
                yield pair


def _known(desk: Desk, course: CourseSpec) -> tuple[str, ...]:
    """What can be translated: the modules in the course's order, then the shared files."""
    there = [Path(name).stem for name in module_names(desk.place.course, course.languages[0])]
    shared = (shared_id(name) for name in shared_files(desk.place.course))
    return (*(id_ for id_ in course.modules if id_ in there), *shared)


def _pair(desk: Desk, course: CourseSpec, language: str, id_: str) -> tuple[Pair | None, Problems]:
    folder, first = desk.place.course, course.languages[0]
    for name, model in shared_files(folder).items() if id_.startswith(FRONT) else ():
        if shared_id(name) == id_:
            return read_shared_pair(folder, name, model, first, language)
    return read_pair(folder, first, language, id_)


def _read(desk: Desk, course: CourseSpec, path: Path) -> tuple[Exchange | None, Pair | None, Problems]:
    """A PO file and the module it belongs to."""
    name_of_file = printable(str(path))
    exchange, problems = from_po(name_of_file, path.read_bytes())
    if exchange is None:
        return None, None, problems
    first = course.languages[0]
    names = {name: Path(name).stem for name in module_names(desk.place.course, first)}
    names |= {name: shared_id(name) for name in shared_files(desk.place.course)}
    said = _not_ours(course, exchange, tuple(names))
    if said:
        return None, None, (Problem(name_of_file, 1, 1, said, PO_FILE_IS_OURS.id),)
    pair, problems = _pair(desk, course, exchange.language, names[exchange.name])
    return exchange, pair, problems


def _not_ours(course: CourseSpec, exchange: Exchange, names: Sequence[str]) -> str:
    """Why a PO file cannot be taken in; empty if it can."""
    if exchange.course != course.id:
        return f"this file was made of the course '{exchange.course}'; this one is '{course.id}'"
    if exchange.name not in names:
        return f"this file was made of '{exchange.name}', which is no module here{did_you_mean(exchange.name, names)}"
    if exchange.language not in course.languages[1:]:
        return f"its language is '{exchange.language}'; those of this course are {', '.join(course.languages[1:]) or 'none but its first'}"
    return ""


def _person(text: str | None) -> tuple[str, str] | None:
    """Name and role of `Ana Ruiz, translator`; who gives no role is a translator."""
    if not text or not text.strip():
        return None
    name, _, role = (part.strip() for part in text.partition(","))
    return name, role or "translator"


def _agreed(count: int) -> bool:
    """Ask whether to write; where nobody can answer, that is said."""
    try:
        return click.confirm(f"Write {count} file{'s' if count > 1 else ''}?")
    except click.Abort:
        raise CannotRun("nobody answered, so nothing was written; --yes writes without asking") from None


def _announce(desk: Desk, pair: Pair, brought: Brought) -> None:
    new = "" if pair.theirs else " (a new file)"
    desk.say(f"{pair.target}{new}: {len(brought.changed)} texts changed, {brought.confirmed} as they are")
    for key in brought.kept:
        desk.say(f"  kept: {key} was changed here after the file was made; --overwrite takes the file's")


def _write(desk: Desk, pair: Pair, brought: Brought) -> None:
    # A link among the files stays one; where it leads was looked at when it was read.
    path = (desk.place.course / pair.target).resolve()
    path.parent.mkdir(exist_ok=True)
    # Before the text, so that a ledger that cannot be written leaves the text as it was.
    make_room(desk.place.course, pair.language, pair.id)
    write_whole(path, brought.text.encode())
    write_ledger(desk.place.course, pair.language, pair.id, pair.ours.name, brought.ledger)
    desk.say(f"{desk.place.course / pair.target} written")

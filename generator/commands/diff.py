"""The command `diff`: what changed between two versions, or since one, and which sheets to throw away."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import click

from generator.commands.desk import CannotRun, Desk, sentences, showable
from generator.commands.progress import Bar
from generator.history.compare import differences
from generator.history.released import NotCompared, read_version
from generator.history.report import REPORTS
from generator.history.shape import CourseFile
from generator.history.today import read_today
from generator.lock import only_one
from generator.problems import did_you_mean, errors
from generator.versions import DRAFT, NAME, order_of, released_files


@click.command()
@click.argument("old", metavar="OLD")
@click.argument("rest", nargs=-1, metavar="[NEW] [MODULE]...")
@click.option("--format", "form", type=click.Choice(tuple(REPORTS)), default="text", show_default=True)
@click.option("--language", help="One language; all that both have if not given.")
@click.pass_obj
def diff(desk: Desk, old: str, rest: tuple[str, ...], form: str, language: str | None) -> None:
    """Say what changed from version OLD to NEW, and which sheets to throw away.

    Without NEW it is compared with the course's files of today; `dev` is the draft as it was built last. With MODULE,
    the name of a module's file, only that one is compared. Nothing is said about layout.
    """
    new, modules = (rest[0], rest[1:]) if rest and _is_version(rest[0]) else ("", rest)
    _refuse(old, new)
    try:
        with sentences():
            before = read_version(desk.place.site, old)
            after = read_version(desk.place.site, new) if new else _today(desk)
        for version in (old, new):
            if version not in ("", DRAFT) and released_files(desk.place.site / version) is None:
                raise NotCompared(
                    f"version {version} has lost its manifest, so nobody can say that it is as it was released"
                )
    except NotCompared as error:
        raise CannotRun(str(error)) from None
    before, after = _in(language, before, after)
    _refuse_unknown(modules, before, after)
    # What was asked for comes even with --quiet.
    # A version may have come from somebody else.
    click.echo(showable(REPORTS[form](differences(before, after, (old, new), modules))), nl=False)


def _is_version(word: str) -> bool:
    return word == DRAFT or word[:1].isdecimal()


def _refuse(old: str, new: str) -> None:
    """Say what is wrong with the versions that are named."""
    for word in (old, new):
        if word and word != DRAFT and not NAME.fullmatch(word):
            raise click.BadParameter(f"'{word[:60]}' is not a version; versions are called as 2026.1", param_hint="OLD")
    if old == DRAFT:
        raise click.BadParameter("a draft changes with each build; compare from a release on", param_hint="OLD")
    if old == new:
        raise click.BadParameter(f"this is version {old} twice; name another one", param_hint="NEW")
    if new and new != DRAFT and order_of(new) < order_of(old):
        raise click.BadParameter(
            f"version {new} is older than {old}; write: psychoed diff {new} {old}", param_hint="NEW"
        )


def _today(desk: Desk) -> Mapping[str, CourseFile]:
    with only_one(desk.place.kept), Bar(desk.quiet) as bar:
        found, problems = read_today(desk.place, desk.order(), bar)
    desk.tell(errors(problems), "compared")
    return found


def _in(
    language: str | None, before: Mapping[str, CourseFile], after: Mapping[str, CourseFile]
) -> tuple[Mapping[str, CourseFile], Mapping[str, CourseFile]]:
    """Both versions in one language, or as they are."""
    if language is None:
        return before, after
    both = sorted(before.keys() & after.keys())
    if language not in both:
        raise click.BadParameter(
            f"'{language[:20]}' is not in both; languages in both: {', '.join(both) or 'none'}", param_hint="--language"
        )
    return {language: before[language]}, {language: after[language]}


def _refuse_unknown(modules: Sequence[str], before: Mapping[str, CourseFile], after: Mapping[str, CourseFile]) -> None:
    known = {module.id for files in (before, after) for file in files.values() for module in file.modules}
    for name in modules:
        if name not in known:
            raise click.BadParameter(
                f"neither has a module '{name[:60]}'{did_you_mean(name, known)}", param_hint="MODULE"
            )

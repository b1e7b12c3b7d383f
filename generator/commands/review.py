"""The command `review`: packets for reviewers, their sign-offs, and where each review stands."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from generator.commands.desk import CannotRun, Desk, sentences, site_url
from generator.commands.progress import Bar
from generator.editions import LARGE, STANDARD
from generator.lock import only_one
from generator.problems import errors
from generator.reviews.desk import HasErrors, NotReviewed, find, study_all
from generator.reviews.read import FOLDER as REVIEWS
from generator.reviews.sign import Ready, check_code, ready, write
from generator.reviews.start import Wanted
from generator.reviews.start import start as start_review
from generator.reviews.status import as_json, as_text, rows_of
from generator.schema.signoffs import DECISIONS, REVIEW_KINDS


@dataclass(frozen=True, slots=True)
class Question:
    """What a sign-off needs to know: its key and option, what a terminal asks, and of which kinds of review."""

    key: str
    asks: str
    kinds: tuple[str, ...] = REVIEW_KINDS
    needed: bool = True
    usual: str | None = None

    @property
    def option(self) -> str:
        """How it is given without being asked."""
        return f"--{self.key.replace('_', '-')}"


QUESTIONS = (
    Question("name", "Name (lived experience: a first name or initials are enough)"),
    Question("role", "Role, as counselor, person in recovery, or editor"),
    Question("credential", "Credential, as LCSW or PharmD", kinds=("clinical",)),
    Question("license_state", "State of the license, as MN", kinds=("clinical",)),
    Question("decision", f"Decision ({', '.join(DECISIONS)})"),
    Question("remarks", "What should change, or why not (empty for nothing)", needed=False),
    Question("known_limits", "What could not be judged (empty for nothing)", needed=False),
    Question("date", "Day of the decision"),
    Question("next_review", "Next review, as 2027-11"),
    Question("funding", "Who paid for the review", usual="none"),
    Question("conflicts", "Conflicts of interest", usual="none"),
)
CONSENT = "Did the person agree that this name, or these initials, stand on pages and printed sheets?"


@click.group()
def review() -> None:
    """Have a module reviewed: make the packet, write down what reviewers decide, see where each review stands.

    A module is approved in a language when a clinical, a lived-experience and a plain-language review have approved
    the very text that stands there now.
    """


@contextmanager
def _reviewing(desk: Desk) -> Iterator[Bar]:
    """Do it alone, and say what cannot be in a sentence."""
    with sentences(), only_one(desk.place.kept), Bar(desk.quiet) as bar:
        try:
            yield bar
        except HasErrors as error:
            click.echo(str(error), err=True)
            raise click.exceptions.Exit(1) from None
        except NotReviewed as error:
            raise CannotRun(str(error)) from None


_language = click.option("--language", help="The language that is reviewed; the course's first if not given.")


@review.command()
@click.argument("module")
@_language
@click.option("--kind", type=click.Choice(REVIEW_KINDS), help="Which of the three reviews it is.")
@click.option("--code", help="The text code on the form that came back: it says which text was read.")
@click.option("--name", help="Who reviewed. For lived experience a first name or initials are enough.")
@click.option("--role", help="What they are, as counselor, person in recovery, or editor.")
@click.option("--credential", help="As LCSW or PharmD; for a clinical review.")
@click.option("--license-state", help="Where the credential is licensed, as MN; for a clinical review.")
@click.option(
    "--decision", type=click.Choice(DECISIONS), help="Who wants changes reads the changed text, and signs that."
)
@click.option("--remarks", help="What should change, or why it was rejected.")
@click.option("--known-limits", help="What the reviewer could not judge.")
@click.option("--date", help="The day of the decision; today if not given.")
@click.option("--next-review", help="Year and month of the next review, as 2027-11.")
@click.option("--funding", help="Who paid for the review, or none.")
@click.option("--conflicts", help="What could have swayed the reviewer, or none.")
@click.option("--may-be-named", is_flag=True, help="The person agreed to be named; lived experience needs it.")
@click.option("--yes", is_flag=True, help="Write it without asking; for scripts.")
@click.pass_obj
def sign(desk: Desk, /, module: str, language: str | None, yes: bool, **given: Any) -> None:
    """Write down what a reviewer of MODULE decided: one entry in modules/reviews/LANGUAGE/MODULE.yml.

    What is not given by an option is asked on a terminal. The entry is bound to the text that was read: any later
    change of wording unsigns it. Older entries stay as they are.
    """
    with _reviewing(desk) as bar:
        released, _, _ = find(desk.place, desk.order(), module, language, bar)
        code = given.pop("code") or _ask("code", "--code", "Text code on the form, as 1a2b-3c4d-5e6f")
        check_code(released, code)
        said = _asked({**given, "date": given["date"] or (None if _terminal() else desk.today().isoformat())}, desk)
        entry = ready(released, code, said, desk.today())
        for line in _shown(entry):
            (desk.say if yes else click.echo)(line)
        if not yes and not _confirmed():
            raise CannotRun("nothing was written")
        file, text = write(desk.place.course, entry)
    desk.say(f"written: {file}\nkept:    {text}")


def _terminal() -> bool:
    return sys.stdin.isatty()


def _asked(given: dict[str, Any], desk: Desk) -> dict[str, Any]:
    """What was given, and on a terminal what was asked for the rest. Raises CannotRun where nobody can be asked."""
    said = {name: value for name, value in given.items() if value not in (None, "")}
    if "kind" not in said:
        said["kind"] = _ask("kind", "--kind", "Which review", click.Choice(REVIEW_KINDS))
    for question in QUESTIONS:
        if question.key in said or said["kind"] not in question.kinds:
            continue
        if not _terminal():
            usual = question.usual or (None if question.needed else "")
            said[question.key] = _ask(question.key, question.option, question.asks) if usual is None else usual
            continue
        usual = desk.today().isoformat() if question.key == "date" else question.usual
        choice = click.Choice(DECISIONS) if question.key == "decision" else None
        said[question.key] = click.prompt(question.asks, default=usual if question.needed else "", type=choice)
    if said["kind"] == "lived-experience" and not said["may_be_named"] and _terminal():
        said["may_be_named"] = click.confirm(CONSENT)
    return said


def _ask(key: str, option: str, asks: str, kind: click.Choice[str] | None = None) -> Any:
    if not _terminal():
        raise CannotRun(f"'{key.replace('_', ' ')}' is missing; give it with {option}, or run this on a terminal")
    return click.prompt(asks, type=kind)


def _confirmed() -> bool:
    if not _terminal():
        raise CannotRun("nobody can be asked here; look at what stands above, and add --yes to write it")
    return click.confirm("Write this?")


def _shown(entry: Ready) -> Iterator[str]:
    """What will be written, for a person to look at."""
    module, before = entry.released, len(entry.released.sign_offs)
    yield f"{module.module.title} ({module.path}, revision {module.module.revision})"
    for name, value in entry.sign_off.model_dump().items():
        if value not in (None, False) and name not in ("digest", "seal"):
            yield f"  {name.replace('_', ' ') + ':':16}{'yes' if value is True else value}"
    yield f"  {before} earlier {'entry stays' if before == 1 else 'entries stay'} in {module.signed_in}"


@review.command()
@click.argument("module")
@_language
@click.option(
    "--out", type=click.Path(path_type=Path, file_okay=False), help="The folder to write to; packets/ if not given."
)
@click.option("--paper", type=click.Choice(["letter", "a4"]), help="The course's first if not given.")
@click.option("--large", is_flag=True, help="In large print.")
@click.option("--yes", is_flag=True, help="Replace older files of the same packet without asking.")
@site_url
@click.pass_obj
def start(
    desk: Desk,
    module: str,
    language: str | None,
    out: Path | None,
    paper: str | None,
    large: bool,
    yes: bool,
    site_url: str | None,
) -> None:
    """Make the packet that reviewers of MODULE get: a PDF that starts with the form, and the same as one HTML file.

    The module is there as readers see it, with the guide and the answer key, what was measured, sources with their
    evidence, phone numbers, and what changed since somebody decided last.
    """
    wanted = Wanted(module, language, out, paper, LARGE if large else STANDARD)

    def may_replace(file: Path) -> bool:
        return yes or (_terminal() and click.confirm(f"{file} is there already. Replace it?"))

    with _reviewing(desk) as bar:
        made = start_review(desk.place, desk.order(site_url=site_url), wanted, may_replace, bar)
    if made is None:
        raise CannotRun(
            "there is an older packet in that folder; nothing was written. Add --yes to replace it, or name another folder with --out"
        )
    desk.warn_of(made.site_url)
    for file in made.files:
        desk.say(str(file))
    desk.say(f"{made.pages} pages; the text code is {made.code}. Print the PDF, or send both files.")


@review.command()
@_language
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="For people, or programs.",
)
@click.option("--strict", is_flag=True, help="End with exit code 1 if a module is not approved, or is past due.")
@click.pass_obj
def status(desk: Desk, language: str | None, form: str, strict: bool) -> None:
    """Say where each review of each module stands: by whom, when, until when, or unsigned since what.

    Exit codes: 0 the table was made; 1 the course has errors that keep it from being read, or a file of sign-offs has
    errors and counts for nothing, or with --strict a module is not approved or past due; 2 the command could not run.
    """
    with _reviewing(desk) as bar:
        studied, problems = study_all(desk.place, desk.order(), bar)
        rows = rows_of(desk.place.course, studied)
    if not studied:
        desk.tell(errors(problems), "said")
    if language is not None:
        if language not in {one.frame.language for one in studied}:
            raise click.BadParameter(f"the course has no language '{language}'", param_hint="--language")
        rows = tuple(row for row in rows if row.language == language)
    # What stands in such a file counts for nothing; a table that said no more would call its reviews never signed.
    broken = [one for one in errors(problems) if one.path.startswith(f"{desk.place.course_name}/{REVIEWS}")]
    for problem in broken:
        click.echo(str(problem), err=True)
    fine = sum(row.fine for row in rows)
    if form == "json":
        click.echo(json.dumps(as_json(rows), indent=2, ensure_ascii=False))
    elif not desk.quiet or fine < len(rows):
        for line in as_text(rows):
            click.echo(line)
        desk.say(f"{fine} of {len(rows)} approved and not past due.")
    if broken or (strict and fine < len(rows)):
        raise click.exceptions.Exit(1)

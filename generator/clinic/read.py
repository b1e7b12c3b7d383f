"""clinic.yml and the logo beside it → Clinic: what a clinic makes its own, and what is wrong with it."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from generator.beside import read_spec
from generator.checks.clinic_file import LOGO_IS_PLAIN, check_clinic_file
from generator.checks.clinic_pages import check_clinic_pages
from generator.checks.exceptions import settled
from generator.checks.outside import check_outside
from generator.checks.shared_words import check_letters
from generator.clinic.logo import Logo, NoLogo, read_logo
from generator.course import digest
from generator.language.by_language import Tongue
from generator.language.strings import interface_languages
from generator.load import Source, module_names, read_bytes
from generator.problems import Problems
from generator.schema.clinic import ClinicSpec
from generator.schema.course import CourseSpec
from generator.schema.words import WordsSpec
from generator.source import Document

CLINIC = "clinic.yml"


@dataclass(frozen=True, slots=True)
class Clinic:
    """The clinic's file, and where its values stand; without such a file, one that says nothing."""

    spec: ClinicSpec
    document: Document | None = None
    digest: str = ""
    """Of the file and of the logo."""
    logo: Logo | None = None


def read_clinic(folder: Path, tongue: Tongue | None = None) -> tuple[Clinic | None, Problems]:
    """The clinic's file and its logo; None if it cannot be used at all."""
    # A link that leads nowhere is there: it must not take the clinic's numbers away without a word.
    if not os.path.lexists(folder / CLINIC):
        return Clinic(ClinicSpec()), ()
    spec, document, own, problems = read_spec(folder, CLINIC, ClinicSpec, _with_something, tongue)
    if spec is None or document is None:
        return None, problems
    logo, said = _logo(spec, document, folder)
    drawn = logo.content.hex() if logo else ""
    return Clinic(spec, document, digest(own, drawn), logo), (*problems, *said)


def _with_something(source: Source) -> Source:
    """A file of comments alone says nothing; it is not broken."""
    said = any(line.strip() and not line.lstrip().startswith("#") for line in source.text.splitlines())
    return source if said else replace(source, text="{}")


def _logo(spec: ClinicSpec, document: Document, folder: Path) -> tuple[Logo | None, Problems]:
    if spec.logo is None:
        return None, ()

    def problem(why: str, rule: str) -> tuple[None, Problems]:
        return None, (document.problem(("logo",), f"the logo '{spec.logo}' cannot be used: {why}", rule),)

    found = read_bytes(folder, spec.logo)
    if isinstance(found, tuple):
        return problem(*found)
    try:
        return read_logo(spec.logo, found), ()
    except NoLogo as error:
        return problem(f"it {error}", LOGO_IS_PLAIN.id)


def check_clinic(
    clinic: Clinic | None,
    folder: Path,
    course: CourseSpec | None,
    words: WordsSpec | None,
    never: Iterable[str],
    language: str,
) -> Problems:
    """All that can be said of the clinic's file with what of the course could be read; `never` as in `check_outside`.

    `course` is the one with what the clinic says in its place; `language` is what its texts were read in.
    """
    if clinic is None or clinic.document is None:
        return ()
    spec, document = clinic.spec, clinic.document
    programs = tuple(Path(name).stem for name in module_names(folder, "programs"))
    problems = (
        *check_clinic_file(spec, document, course, programs, interface_languages(folder)),
        *check_outside(spec, document, never),
        *check_letters(spec, document),
        *(check_clinic_pages(spec, document, course, words.root if words else (), language) if course else ()),
    )
    return settled(problems, [(("exceptions",), spec.exceptions)], spec, document)

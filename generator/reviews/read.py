"""`modules/reviews/` → the sign-offs of each module, and what is wrong in their files."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from generator.beside import read_spec
from generator.checks.sign_offs import SIGN_OFF_HAS_ITS_MODULE, check_sign_offs
from generator.course import digest
from generator.load import module_names, no_folder, printable, twins
from generator.problems import Problem, Problems, did_you_mean, errors
from generator.schema.signoffs import SignOff, SignOffsSpec

FOLDER = "reviews"


@dataclass(frozen=True, slots=True)
class Reviews:
    """The sign-offs of a language."""

    sign_offs: Mapping[str, tuple[SignOff, ...]] = field(default_factory=dict)
    """By the module's id, the oldest first; none where a file has errors."""
    digests: Mapping[str, str] = field(default_factory=dict)
    """Of each module's file of sign-offs, and by it of all that its pages can show of them."""


def file_of(module: str, language: str) -> str:
    """Where the sign-offs of a module stand in the course's folder."""
    return f"{FOLDER}/{language}/{module}.yml"


def read_reviews(course: Path, language: str, modules: Sequence[str], today: date | None) -> tuple[Reviews, Problems]:
    """Read every sign-off file of a language; `modules` are the ids of the modules that are there."""
    found: dict[str, tuple[SignOff, ...]] = {}
    digests: dict[str, str] = {}
    names = module_names(course, f"{FOLDER}/{language}")
    doubled = twins(course, names)
    problems = [*doubled.values(), *no_folder(course, f"{FOLDER}/{language}")]
    for name in names:
        module = Path(name).stem
        spec, document, own, wrong = read_spec(course, name, SignOffsSpec)
        if spec and document:
            wrong = (*wrong, *check_sign_offs(spec, document, module, language, today))
        if module not in modules:
            wrong = (*wrong, _without_module(course, name, module, modules))
        # Of two files neither counts: an objection may stand in the one, and an approval in the other.
        broken = bool(errors(wrong)) or any(Path(other).stem == module for other in doubled)
        if spec and not broken:
            found[module] = spec.sign_offs
        digests[module] = digest(own, str(broken))
        problems += wrong
    return Reviews(found, digests), tuple(problems)


def check_folders(course: Path, languages: Sequence[str]) -> Problems:
    """Find sign-offs of languages that the course does not have, and a file where their folder should be."""
    folder = course / FOLDER
    there = sorted(path for path in folder.iterdir()) if folder.is_dir() else []
    shown = f"{course.resolve().name}/{FOLDER}"
    strange = [
        Problem(
            printable(f"{shown}/{path.name}"),
            1,
            1,
            f"'{printable(path.name)}' is no language of this course{did_you_mean(path.name, languages)}",
            SIGN_OFF_HAS_ITS_MODULE.id,
        )
        for path in there
        if path.name not in languages and not path.name.startswith(".")
    ]
    return (*no_folder(course, FOLDER), *strange)


def _without_module(course: Path, name: str, module: str, modules: Sequence[str]) -> Problem:
    said = f"there is no module '{printable(module)}' in this language{did_you_mean(module, modules)}"
    return Problem(printable(f"{course.resolve().name}/{name}"), 1, 1, said, SIGN_OFF_HAS_ITS_MODULE.id)

"""What stands beside course.yml: the clinic's own file, overlays and programs; each may be missing."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from generator.checks.exceptions import check_allowed, settled
from generator.checks.group_file import check_group, check_group_languages
from generator.checks.overlays import check_overlays
from generator.checks.programs import check_programs
from generator.checks.shared_words import check_words
from generator.course import digest
from generator.language.by_language import Tongue, in_language
from generator.load import Source, module_names, no_folder, read_source
from generator.overlays.on_programs import overlaid_program
from generator.overlays.overlay import Overlay, laid_on, overlay_of
from generator.overlays.rules import OVERLAY_IS_KNOWN
from generator.problems import Problem, Problems, did_you_mean, errors
from generator.schema.clinic import ClinicSpec
from generator.schema.course import CourseSpec
from generator.schema.group import GroupSpec
from generator.schema.overlay import OverlaySpec
from generator.schema.program import ProgramSpec
from generator.schema.words import AvoidedWord, WordsSpec
from generator.source import Document, read_yaml
from generator.validate import validate
from generator.wording import ASIDE

Spec = TypeVar("Spec", bound=BaseModel)
GROUP = "group.yml"


def as_it_is(source: Source) -> Source:
    """The file's own text."""
    return source


def read_spec(
    folder: Path,
    name: str,
    model: type[Spec],
    text_of: Callable[[Source], Source] = as_it_is,
    tongue: Tongue | None = None,
) -> tuple[Spec | None, Document | None, str, Problems]:
    """Read one file into a spec; also return its document and its digest ("" where it could not be read).

    `text_of` may put another text in the place of what was read. With a `tongue`, texts that stand there by language
    are taken in that one.
    """
    source, problems = read_source(folder, name)
    if source is None:
        return None, None, "", problems
    document, problems = parsed(text_of(source))
    if document is None:
        return None, None, source.digest, problems
    if tongue and not problems:
        document, problems = in_language(document, model, tongue)
    spec, more = validate(document, model)
    return (None if errors(problems) else spec), document, source.digest, (*problems, *more)


@lru_cache(maxsize=32)
def parsed(source: Source) -> tuple[Document | None, Problems]:
    """The file's plain values: a course in several languages asks for the same ones once for each."""
    return read_yaml(source)


def read_group(folder: Path, words: WordsSpec | None, course: CourseSpec | None) -> tuple[GroupSpec | None, Problems]:
    """What all groups share, by language; empty where the course has no such file. It is checked for `words`."""
    if not os.path.lexists(folder / GROUP):
        return GroupSpec({}), ()
    kit, document, _, problems = read_spec(folder, GROUP, GroupSpec)
    avoided = words.root if words else ()
    if kit and document:
        problems = (*problems, *check_group(kit, document, avoided))
        lists = [((language, "exceptions"), one.exceptions) for language, one in kit.root.items()]
        problems = settled(problems, lists, kit, document)
        problems = (*problems, *(check_group_languages(kit, document, course.languages) if course else ()))
    return kit, problems


def made_own(course: CourseSpec, clinic: ClinicSpec) -> CourseSpec:
    """The course with what the clinic says in its place."""
    shared = CourseSpec.model_fields.keys() & ClinicSpec.model_fields.keys() - ASIDE
    said = {name: value for name in sorted(shared) if (value := getattr(clinic, name)) is not None}
    return course.model_copy(update=said)


def read_overlays(
    folder: Path, course: CourseSpec, clinic: ClinicSpec, clinic_document: Document | None, tongue: Tongue
) -> tuple[tuple[Overlay, ...], str, Problems]:
    """The overlays that the clinic has chosen, in its order, and their digest; all of the folder are checked.

    `clinic_document` is the file that chooses them; None where there is no such file, and so nothing is chosen.
    """
    found = [read_spec(folder, name, OverlaySpec, tongue=tongue) for name in module_names(folder, "overlays")]
    problems = (*no_folder(folder, "overlays"), *(problem for *_, some in found for problem in some))
    read = [(spec, document) for spec, document, *_ in found if spec and document]
    programs = [Path(name).stem for name in module_names(folder, "programs")]
    problems = (*problems, *check_overlays(read, course, clinic.overlays, programs))
    problems = (*problems, *check_allowed([one for pair in read for one in overlay_of(*pair).exceptions]))
    if clinic_document and not errors(problems):  # A file with errors may be the very one that is chosen.
        problems = (*problems, *_unknown_overlays(clinic, clinic_document, [spec.id for spec, _ in read]))
    by_id = {spec.id: (overlay_of(spec, document), own) for spec, document, own, _ in found if spec and document}
    chosen = [by_id[id_] for id_ in dict.fromkeys(clinic.overlays) if id_ in by_id]
    # Those that nobody chose change nothing; so a change in one of them makes nothing anew.
    return tuple(overlay for overlay, _ in chosen), digest(*(own for _, own in chosen)), problems


def _unknown_overlays(clinic: ClinicSpec, document: Document, known: Sequence[str]) -> Iterator[Problem]:
    for index, id_ in enumerate(clinic.overlays):
        if id_ not in known:
            said = f"unknown overlay '{id_}'{did_you_mean(id_, known)}"
            yield document.problem(("overlays", index), said, OVERLAY_IS_KNOWN.id)


def read_programs(
    folder: Path, course: CourseSpec, overlays: Sequence[Overlay], words: Sequence[AvoidedWord], tongue: Tongue
) -> tuple[tuple[ProgramSpec, ...], Problems]:
    """The programs of the course as the chosen overlays have them, by their ids."""
    found = [read_spec(folder, name, ProgramSpec, tongue=tongue) for name in module_names(folder, "programs")]
    problems: Problems = (*no_folder(folder, "programs"), *(problem for *_, some in found for problem in some))
    read = []
    for spec, document, *_ in found:
        if spec and document:
            program, moved, undone = overlaid_program(spec, overlays)
            read.append((program, laid_on(document, moved)))
            # Topics are ids of modules, which have checks of their own.
            told = spec.model_copy(update={"topics": ()})
            problems = (*problems, *undone, *check_words(told, document, tongue.language, words))
    problems = (*problems, *check_programs(read, course))
    for program, document in read:
        problems = settled(problems, [(("exceptions",), program.exceptions)], program, document)
    return tuple(spec for spec, _ in read), problems

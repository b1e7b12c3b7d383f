"""What stands beside course.yml: the clinic's own file, overlays and programs; each may be missing."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from generator.checks.clinic_file import check_clinic_file
from generator.checks.overlays import check_overlays
from generator.checks.programs import check_programs
from generator.checks.shared_letters import check_letters
from generator.course import digest
from generator.load import module_names, read_source
from generator.problems import Problems
from generator.schema.clinic import ClinicSpec
from generator.schema.course import CourseSpec
from generator.schema.group import GroupSpec
from generator.schema.overlay import OverlaySpec
from generator.schema.program import ProgramSpec
from generator.source import Document, read_yaml
from generator.validate import validate

Spec = TypeVar("Spec", bound=BaseModel)
CLINIC, GROUP = "clinic.yml", "group.yml"


def read_spec(folder: Path, name: str, model: type[Spec]) -> tuple[Spec | None, Document | None, str, Problems]:
    """Read one file into a spec; also return its document and its digest ("" where it could not be read)."""
    source, problems = read_source(folder, name)
    if source is None:
        return None, None, "", problems
    document, problems = read_yaml(source)
    if document is None:
        return None, None, source.digest, problems
    spec, more = validate(document, model)
    return (None if problems else spec), document, source.digest, (*problems, *more)


def read_clinic(folder: Path) -> tuple[ClinicSpec | None, str, Problems]:
    """The clinic's file and its digest; an empty one where the course has none."""
    if not (folder / CLINIC).exists():
        return ClinicSpec(), "", ()
    clinic, document, found, problems = read_spec(folder, CLINIC, ClinicSpec)
    if clinic and document:
        problems = (*problems, *check_clinic_file(clinic, document, folder))
    return clinic, found, problems


def read_group(folder: Path) -> tuple[GroupSpec | None, Problems]:
    """What all groups share, by language; empty where the course has no such file."""
    if not (folder / GROUP).exists():
        return GroupSpec({}), ()
    kit, document, _, problems = read_spec(folder, GROUP, GroupSpec)
    return kit, (*problems, *(check_letters(kit, document) if kit and document else ()))


def made_own(course: CourseSpec, clinic: ClinicSpec) -> CourseSpec:
    """The course with what the clinic says in its place."""
    shared = CourseSpec.model_fields.keys() & ClinicSpec.model_fields.keys()
    said = {name: value for name in sorted(shared) if (value := getattr(clinic, name)) is not None}
    return course.model_copy(update=said)


def read_overlays(
    folder: Path, course: CourseSpec, clinic: ClinicSpec
) -> tuple[tuple[OverlaySpec, ...], str, Problems]:
    """The overlays that the clinic has chosen and their digest; all of the folder are checked."""
    found = [read_spec(folder, name, OverlaySpec) for name in module_names(folder, "overlays")]
    problems = tuple(problem for *_, some in found for problem in some)
    read = [(spec, document) for spec, document, *_ in found if spec and document]
    problems = (*problems, *check_overlays(read, course, clinic))
    by_id = {spec.id: spec for spec, _ in read}
    chosen = tuple(by_id[id_] for id_ in clinic.overlays if id_ in by_id)
    return chosen, digest(*(own for *_, own, _ in found)), problems


def read_programs(folder: Path, course: CourseSpec) -> tuple[tuple[ProgramSpec, ...], Problems]:
    """The programs of the course, by their ids."""
    found = [read_spec(folder, name, ProgramSpec) for name in module_names(folder, "programs")]
    problems = tuple(problem for *_, some in found for problem in some)
    read = [(spec, document) for spec, document, *_ in found if spec and document]
    return tuple(spec for spec, _ in read), (*problems, *check_programs(read, course))

"""What a release would hold, and the last one → modules whose text changed while their revision did not rise."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from generator.history.shape import CourseFile, ModuleEntry
from generator.load import module_names, read_source
from generator.order import Place
from generator.problems import Problem, Problems, in_order
from generator.rules import Rule
from generator.source import read_yaml

REVISION_RISES = Rule(
    "revision-rises-with-the-text",
    "A module whose text is another one than in the last release has a higher revision than it had there.",
    "The foot of a sheet names the revision: two texts under one number, and nobody knows which sheet in a drawer is"
    " right (standards G7). It is looked at by `psychoed release`.",
    "Raise `revision` by one, and add a note on what changed under `changes`.",
)
HISTORY_RULES: tuple[Rule, ...] = (REVISION_RISES,)


def not_raised(place: Place, last: str, old: Mapping[str, CourseFile], new: Mapping[str, CourseFile]) -> Problems:
    """The problems, each at `revision` in the module's own file; `last` is the version that `old` is of."""
    return in_order(
        problem
        for language in new
        if language in old
        for before, after in _changed(old[language], new[language])
        for problem in _problems(place, last, before, after)
    )


def _changed(old: CourseFile, new: CourseFile) -> Iterator[tuple[ModuleEntry, ModuleEntry]]:
    """Modules whose own files have another text, and whose revision is not higher."""
    before = {module.id: module for module in old.modules}
    for module in new.modules:
        was = before.get(module.id)
        # What stands in for a missing translation is said of its own language.
        if was is None or module.language != new.course.language or was.language != module.language:
            continue
        if module.revision < was.revision or (
            module.revision == was.revision and module.digests.file != was.digests.file
        ):
            yield was, module


def _problems(place: Place, last: str, before: ModuleEntry, after: ModuleEntry) -> Iterator[Problem]:
    path, line, column = _revision_of(place.course, after)
    said = (
        f"version {last} has revision {before.revision} already; revisions only rise"
        if after.revision < before.revision
        else f"the text is another one than in version {last}, and the revision is {after.revision} still;"
        f" make it {after.revision + 1} and say under `changes` what changed"
    )
    yield Problem(f"{place.course_name}/{path}", line, column, said, REVISION_RISES.id, REVISION_RISES.level)


def _revision_of(course: Path, module: ModuleEntry) -> tuple[str, int, int]:
    """The module's file in the course's folder, and the place of its revision."""
    names = (name for name in module_names(course, module.language) if Path(name).stem == module.id)
    name = next(names, f"{module.language}/{module.id}.yml")
    source, _ = read_source(course, name)
    document = read_yaml(source)[0] if source else None
    return (name, *(document.place(("revision",)) if document else (1, 1)))

"""A language's files → records and problems: only modules whose inputs changed are compiled again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from generator.checks.across import check_across
from generator.compile import Compiled
from generator.course import Build, Facts, Frame, digest
from generator.frame import Shared, frame_of
from generator.kept import Record, code_digest, read_record, record_of, write_record
from generator.load import Source, module_names, read_source
from generator.problems import Problem
from generator.workers import Workers


@dataclass(frozen=True, slots=True)
class Place:
    """Where a build reads and writes."""

    course: Path
    """The folder with course.yml."""
    config_file: Path
    """mkdocs.yml."""
    site: Path

    @property
    def kept(self) -> Path:
        """What is kept between builds; it can be deleted at any time."""
        return self.site.parent / ".psychoed" / self.site.name


@dataclass(slots=True)
class Language:
    """One language's way through a build; filled in by `study`, read by everything after it."""

    frame: Frame
    build: Build
    common: str
    """Digest of all that every module of the language depends on."""
    sources: dict[str, Source] = field(default_factory=dict)
    records: dict[str, Record] = field(default_factory=dict)
    compiled: dict[str, Compiled] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    @property
    def facts(self) -> tuple[Facts, ...]:
        """The modules in the course's order."""
        by_id = {record.facts.id: record.facts for record in self.records.values() if record.facts}
        return tuple(by_id[id_] for id_ in self.frame.spec.modules if id_ in by_id)

    def key(self, source: Source) -> str:
        """Digest of all that the module's outputs depend on."""
        return digest(self.common, source.path, source.digest)

    def recompile(self, files: Sequence[str], workers: Workers) -> None:
        """Compile modules whose outputs are needed though their inputs did not change."""
        needed = {self.sources[file].path: file for file in files if file not in self.compiled}
        sources = [self.sources[file] for file in needed.values()]
        for source, compiled in workers.compile(sources, self.frame, self.build):
            self.compiled[needed[source.path]] = compiled


def study(
    place: Place,
    version: str,
    site_url: str,
    formats: tuple[str, ...],
    shared: Shared,
    name: str,
    workers: Workers,
    say: Callable[[str, int, int], None],
) -> Language:
    """Read every module of a language and gather all problems, within modules and across them."""
    frame = frame_of(shared, name)
    build = Build(version, site_url, shared.course.papers, formats)
    language = Language(frame, build, digest(frame.digest, code_digest(), repr(build)))
    kept = place.kept / "modules" / version
    changed = _read(place.course, kept, language)
    _compile(kept, language, changed, workers, say)
    # Modules come back in any order; what is made of all of them must not depend on it.
    language.records = dict(sorted(language.records.items()))
    for record in language.records.values():
        language.problems += record.problems
    names = module_names(place.course, name)
    broken = tuple(Path(file).stem for file in names if file not in language.records or not language.records[file].facts)
    course_file = f"{place.course.resolve().name}/course.yml"
    language.problems += check_across(language_facts(language), frame, course_file, broken)
    return language


def language_facts(language: Language) -> tuple[Facts, ...]:
    """Every module that could be read, listed in course.yml or not."""
    return tuple(record.facts for record in language.records.values() if record.facts)


def _read(course: Path, kept: Path, language: Language) -> list[str]:
    """Read the module files; return those whose record is missing or old."""
    changed: list[str] = []
    for file in module_names(course, language.frame.language):
        source, problems = read_source(course, file)
        language.problems += problems
        if source is None:
            continue
        language.sources[file] = source
        record = read_record(kept / f"{file}.json")
        if record and record.key == language.key(source):
            language.records[file] = record
        else:
            changed.append(file)
    return changed


def _compile(kept: Path, language: Language, files: list[str], workers: Workers, say: Callable[[str, int, int], None]) -> None:
    """Compile modules and keep what came of them."""
    by_path = {language.sources[file].path: file for file in files}
    sources = [language.sources[file] for file in files]
    for count, (source, compiled) in enumerate(workers.compile(sources, language.frame, language.build), 1):
        file = by_path[source.path]
        language.compiled[file] = compiled
        language.records[file] = record_of(language.key(source), compiled)
        write_record(kept / f"{file}.json", language.records[file])
        say("read", count, len(files))

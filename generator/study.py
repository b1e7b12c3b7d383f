"""A language's files → records and problems: only modules whose inputs changed are compiled again."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Literal

from generator.checks.across import check_across, check_borrowed
from generator.checks.changes import check_changes
from generator.checks.due_reviews import check_due
from generator.checks.overlays import check_overlay_words
from generator.checks.overlays_keep_safety import check_safety_stays
from generator.compile import Compiled
from generator.course import Build, Frame, digest
from generator.exceptions import answered
from generator.facts import Facts
from generator.frame import Shared, frame_of
from generator.kept import Record, code_digest, read_parts, read_record, record_of, write_parts, write_record
from generator.load import Source, languages_in, module_names, printable, read_source, twins
from generator.order import Order, Place
from generator.problems import Problems
from generator.render.course_json import Parts
from generator.reviews.due import due_on
from generator.reviews.read import read_reviews
from generator.schema.course import CourseSpec
from generator.schema.module import Module
from generator.source import read_yaml
from generator.validate import validate
from generator.wording import wording
from generator.workers import Workers


@dataclass(frozen=True, slots=True)
class Studied:
    """A language after reading: each module's file, its record, and what was compiled anew.

    Where it lacks a module, the first language's file stands among its own; `frame.lender` makes its pages.
    """

    frame: Frame
    build: Build
    sources: Mapping[str, Source]
    """By the file's name in the course's folder."""
    records: Mapping[str, Record]
    compiled: Mapping[str, Compiled]
    problems: Problems
    kept: tuple[Path, Path]
    """Where the records of its own modules stand, and those of the borrowed ones."""

    @property
    def facts(self) -> tuple[Facts, ...]:
        """The modules in the course's order."""
        by_id = {record.facts.id: record.facts for record in self.records.values() if record.facts}
        return tuple(by_id[id_] for id_ in self.frame.spec.modules if id_ in by_id)

    @property
    def known(self) -> tuple[Facts, ...]:
        """All modules that could be read, listed in course.yml or not."""
        return tuple(record.facts for record in self.records.values() if record.facts)

    @property
    def folder(self) -> str:
        """The language's folder within the version's."""
        return f"{self.frame.language}/"


def study(
    place: Place, order: Order, shared: Shared, language: str, workers: Workers, outdated: Collection[str] = ()
) -> Studied:
    """Read every module of a language and gather all problems, within modules and across them.

    `outdated` has the ids of translations that were made from an older source.
    """
    frame = replace(frame_of(shared, language), outdated=frozenset(outdated))
    files = shared.others.get(language, shared)
    build = build_of(order, shared.course)
    names = module_names(place.course, language)
    sources, unread = _sources(place.course, names)
    borrowed, _ = _sources(place.course, _missing(place.course, names, frame))
    frame, signed, wrong = _signed(frame, names, place, order)
    kept = place.kept / "modules" / order.version
    own = _compiled(_Files(sources, signed, frame, build, kept, order.today), workers)
    lender, signed, _ = (
        _signed(frame.lender, module_names(place.course, frame.lender.language), place, order)
        if (frame.lender)
        else (frame, {}, ())
    )
    frame = replace(frame, lender=lender if frame.lender else None)
    lent_to = place.kept / "lent" / order.version / language
    lent = _compiled(_Files(borrowed, signed, lender, build, lent_to, order.today), workers)
    compiled = {**own.compiled, **lent.compiled}
    # What is said of these is said where their own language is read.
    quiet = {file: replace(record, problems=()) for file, record in lent.records.items()}
    # Modules come back in any order; what is made of all of them must not depend on it.
    records = dict(sorted({**own.records, **quiet}.items()))
    facts = [record.facts for record in records.values() if record.facts]
    broken = [printable(Path(file).stem) for file in names if file not in records or not records[file].facts]
    across = check_across(facts, frame, (files.course_document, files.safety_document), broken)
    across = (*across, *check_safety_stays(facts, frame, broken), *_overlay_words(frame))
    across = (*across, *check_borrowed(borrowed.values(), frame))
    across = (*across, *check_due(facts, shared.course, order.today, order.overdue))
    across = (*across, *check_changes([record.facts for record in own.records.values() if record.facts], order.today))
    problems = (*unread, *wrong, *(problem for record in records.values() for problem in record.problems), *across)
    frame = replace(frame, reviewed=reviewed(facts))
    return Studied(frame, build, {**sources, **borrowed}, records, compiled, problems, (kept, lent_to))


@dataclass(frozen=True, slots=True)
class _Files:
    """Module files of one frame; `signed` holds the digests of their sign-offs, `kept` is where records stand."""

    sources: Mapping[str, Source]
    signed: Mapping[str, str]
    frame: Frame
    build: Build
    kept: Path
    today: date | None

    def age(self, file: str) -> str:
        """Whether a translation was made from an older source, as its key holds it."""
        return "older" if Path(file).stem in self.frame.outdated else ""


@dataclass(frozen=True, slots=True)
class _Compiled:
    """Modules of one frame: each one's record, and what was compiled for it."""

    records: Mapping[str, Record]
    compiled: Mapping[str, Compiled]


def _compiled(files: _Files, workers: Workers) -> _Compiled:
    """Compile those whose inputs are not what they were."""
    if not files.sources:
        return _Compiled({}, {})
    common = digest(files.frame.digest, code_digest(), repr(files.build))
    keys = {
        file: digest(common, source.path, source.digest, files.signed.get(file, ""), files.age(file))
        for file, source in files.sources.items()
    }
    old = _records(files.kept, keys, files.today)
    anew = [file for file in files.sources if file not in old]
    compiled = compile_files(anew, files.sources, files.frame, files.build, workers)
    fresh = {file: record_of(keys[file], one) for file, one in compiled.items()}
    for file, record in fresh.items():
        write_record(files.kept / f"{file}.json", record)
        if record.parts:
            write_parts(files.kept / f"{file}.parts", compiled[file].parts)
    return _Compiled({**old, **fresh}, compiled)


def _signed(
    frame: Frame, names: Sequence[str], place: Place, order: Order
) -> tuple[Frame, Mapping[str, str], Problems]:
    """The frame with the sign-offs of its language, their digests by file, and what is wrong with them."""
    stems = {name: Path(name).stem for name in names}
    reviews, wrong = read_reviews(place.course, frame.language, list(stems.values()), order.today)
    digests = {name: reviews.digests.get(stem, "") for name, stem in stems.items()}
    return replace(frame, sign_offs=reviews.sign_offs, today=order.today), digests, wrong


def _missing(course: Path, names: Sequence[str], frame: Frame) -> tuple[str, ...]:
    """The first language's files of modules that this one lacks."""
    if frame.lender is None:
        return ()
    there = {Path(name).stem for name in names}
    return tuple(name for name in module_names(course, frame.lender.language) if Path(name).stem not in there)


def compile_again(language: Studied, files: Sequence[str], workers: Workers) -> dict[str, Compiled]:
    """Compile files of a language once more, each by the frame that it was compiled by."""
    own = [file for file in files if file.startswith(language.folder)]
    others = [file for file in files if not file.startswith(language.folder)]
    lender = language.frame.lender or language.frame
    return {
        **compile_files(own, language.sources, language.frame, language.build, workers),
        **compile_files(others, language.sources, lender, language.build, workers),
    }


def parts_again(language: Studied, workers: Workers) -> dict[str, Parts]:
    """Every module's entries in course.json, by the module's id: as they were kept, or made anew."""
    found: dict[str, Parts] = {}
    for file, record in language.records.items():
        kept = language.kept[0 if file.startswith(language.folder) else 1] / f"{file}.parts"
        there = language.compiled[file].parts if file in language.compiled else read_parts(kept, record.parts)
        if there is None:
            there = compile_again(language, [file], workers)[file].parts
            write_parts(kept, there)
        if record.facts:
            found[record.facts.id] = there
    return found


def _overlay_words(frame: Frame) -> Problems:
    held = tuple(one for overlay in frame.overlays for one in overlay.exceptions)
    texts = {overlay.spot(path): text for overlay in frame.overlays for path, text in wording(overlay.spec)}
    return answered(check_overlay_words(frame), held, texts)


def reviewed(facts: Sequence[Facts]) -> Literal["none", "some", "all"]:
    """How many modules are approved."""
    approved = sum(module.status == "approved" for module in facts)
    return "none" if not approved else "all" if approved == len(facts) else "some"


def build_of(order: Order, spec: CourseSpec) -> Build:
    """What an order makes of a course."""
    return Build(order.version, order.site_url or spec.site_url, spec.papers, spec.editions, order.formats, order.trees)


def compile_files(
    files: Sequence[str], sources: Mapping[str, Source], frame: Frame, build: Build, workers: Workers
) -> dict[str, Compiled]:
    """Compile the named files."""
    by_path = {sources[file].path: file for file in files}
    return {
        by_path[source.path]: one for source, one in workers.compile([sources[file] for file in files], frame, build)
    }


def problems_alone(course: Path) -> Problems:
    """What can be said of the modules without the shared files: how they are written, not what they refer to."""
    found: list[Problems] = []
    for language in languages_in(course):
        sources, unread = _sources(course, module_names(course, language))
        found.append(unread)
        for source in sources.values():
            document, problems = read_yaml(source)
            found += [problems, validate(document, Module)[1] if document else ()]
    return tuple(problem for problems in found for problem in problems)


def _sources(course: Path, names: Sequence[str]) -> tuple[dict[str, Source], Problems]:
    """The files that can be read, and what is wrong with the others."""
    doubled = twins(course, names)
    read = {name: read_source(course, name) for name in names if name not in doubled}
    sources = {name: source for name, (source, _) in read.items() if source}
    return sources, (*doubled.values(), *(problem for _, problems in read.values() for problem in problems))


def _records(kept: Path, keys: Mapping[str, str], today: date | None) -> dict[str, Record]:
    """The records of the last build whose inputs are the same now, and whose review is as due as it was then."""
    found = {file: read_record(kept / f"{file}.json") for file in keys}
    return {
        file: record
        for file, record in found.items()
        if record and record.key == keys[file] and _as_due(record.facts, today)
    }


def _as_due(facts: Facts | None, today: date | None) -> bool:
    return facts is None or facts.due == due_on(facts.next_review, today)

"""Module source → facts, problems, pages, sheets and files: everything about one module, and nothing of the others.

What a module's outputs depend on is its own file, the frame and the build; so they can be kept by a digest of these.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from generator.checks.case import Case
from generator.checks.exceptions import check_allowed, check_used
from generator.checks.overlays_keep_safety import check_with_overlays
from generator.course import Build, Frame
from generator.exceptions import answered, held_in, texts_at
from generator.facts import Facts, Reference
from generator.history.noted import Noted
from generator.load import Source
from generator.problems import Problem, Problems, errors, in_order
from generator.render import MODULE_FILES, MODULE_PAGES
from generator.render.course_json import Parts, file_digest, parts_of
from generator.render.lent import lent
from generator.render.outputs import OutputFile, Page, Sheet
from generator.render.print.sheets import sheets
from generator.reviews.reviewed import standing_of, with_standings
from generator.schema.module import Module
from generator.source import Document, read_yaml
from generator.translations.leaves import marks_of
from generator.validate import validate


@dataclass(frozen=True, slots=True)
class Compiled:
    """A module's outputs; empty where it has errors."""

    problems: Problems
    facts: Facts | None = None
    pages: tuple[Page, ...] = ()
    sheets: tuple[Sheet, ...] = ()
    files: tuple[OutputFile, ...] = ()
    """What needs no engine; paths within the language's folder."""
    parts: Parts = field(default_factory=dict)
    """Its entries in course.json, by tree."""


def read_module(source: Source, frame: Frame) -> tuple[Case | None, Problems]:
    """Read, validate and check one module; what comes back is the module as people read it, with its overlays."""
    document, problems = read_yaml(source)
    if document is None:
        return None, problems
    module, more = validate(document, Module)
    if module is None:
        return None, in_order((*problems, *more))
    own = Case(module, document, frame)
    case, found = check_with_overlays(own)
    told = in_order((*problems, *more, *found, *_named_after_its_file(module, document)))
    marks = marks_of(module, document) if len(frame.spec.languages) > 1 else ()
    return replace(case, marks=marks, file_digest=file_digest(module)), in_order(_with_exceptions(told, own, case))


def _with_exceptions(problems: Problems, own: Case, overlaid: Case) -> Problems:
    """The problems with the answers of the module's file and of its overlays; what is wrong with the module's own."""
    held = held_in(own.module.exceptions, own.document)
    laid = tuple(one for overlay in own.frame.overlays for one in overlay.exceptions)
    if not (held or laid):
        return problems
    texts = {**texts_at(own.module, own.document), **texts_at(overlaid.module, overlaid.document)}
    told = answered(problems, (*held, *laid), texts)
    return (*told, *check_allowed(held), *check_used(held, told))


def _named_after_its_file(module: Module, document: Document) -> Problems:
    name = document.path.rpartition("/")[2].rpartition(".")[0]
    if module.id == name:
        return ()
    place = document.place(("id",))
    return (
        Problem(
            document.path,
            *place,
            f"the id is '{module.id}' and the file is called '{name}'",
            "file-is-named-after-its-id",
        ),
    )


def compile_module(source: Source, frame: Frame, build: Build) -> Compiled:
    """Turn one module into its outputs; with errors in it there are only problems."""
    case, problems = read_module(source, frame)
    if case is None:
        return Compiled(problems)
    facts = facts_of(case)
    if errors(problems):
        return Compiled(problems, facts)
    frame = with_standings(frame, [case.module])
    pages = _pages(case.module, frame, build)
    parts = parts_of(case.module, case.file_digest, frame, build) if "web" in build.formats else {}
    files: tuple[OutputFile, ...] = ()
    if frame.lent:
        # Its sheets and its one file stand in its own language's folder.
        return Compiled(problems, facts, pages, parts=parts)
    if "web" in build.formats and "patients" in build.trees:
        files = tuple(file for make_file in MODULE_FILES for file in make_file(case.module, frame, build))
    printed = sheets(case.module, frame, build) if "print" in build.formats else ()
    return Compiled(problems, facts, pages, printed, files, parts)


def _pages(module: Module, frame: Frame, build: Build) -> tuple[Page, ...]:
    if "web" not in build.formats:
        return ()
    pages = (page for make in MODULE_PAGES for page in make(module, frame, build))
    return tuple(lent(page, frame) for page in pages if page.tree in build.trees)


def facts_of(case: Case) -> Facts:
    """What the rest of the course needs to know of the module."""
    module, document = case.module, case.document
    standing = standing_of(module, case.frame)
    return Facts(
        id=module.id,
        path=document.path,
        title=module.title,
        main_message=module.main_message.words,
        track=module.track,
        minutes=module.minutes,
        worksheets=tuple((sheet.id, sheet.title) for sheet in module.worksheets),
        terms=tuple(
            (term.id, term.term, str(term.meaning), document.place(("glossary", index))[0])
            for index, term in enumerate(module.glossary)
        ),
        references=tuple(
            _reference(target, *document.spot(path), document.path)
            for path, target in case.links
            if target.startswith(("term:", "module:"))
        ),
        sources=module.sources,
        for_whom=module.for_whom.words,
        needs=module.needs,
        objectives=tuple(objective.text.words for objective in module.objectives),
        safety=module.safety,
        status=standing.status,
        next_review=standing.next_check,
        next_review_at=document.place(("review", "next_review")),
        due=standing.due,
        reviewers=standing.reviewers,
        spots=tuple(_spots(module, document)),
        reading=_reading_line(case),
        marks=case.marks,
        language=case.frame.language,
        revision=module.revision,
        changes=tuple(_noted(module, document)),
    )


def _spots(module: Module, document: Document) -> Iterator[tuple[str, int, int]]:
    for name in ("id", "track"):
        yield name, *document.place((name,))
    for index, term in enumerate(module.glossary):
        yield f"term:{term.id}", *document.place(("glossary", index, "term"))
        yield f"meaning:{term.id}", *document.place(("glossary", index, "meaning"))


def _noted(module: Module, document: Document) -> Iterator[Noted]:
    for index, change in enumerate(module.changes):
        place = document.place(("changes", index, "date"))
        yield Noted(change.revision, change.date, change.what, change.note, *place)


def _reference(target: str, path: str, line: int, column: int, own: str) -> Reference:
    return Reference(target, line, column, "" if path == own else path)


def _reading_line(case: Case) -> str:
    if case.reading is None:
        return "not measured"
    guide = f"; guide: {case.guide_reading.scores[0]}" if case.guide_reading else ""
    return f"{case.reading.line}{guide}"

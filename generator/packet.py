"""Modules of a course → one PDF to print: a packet for a group, one for its leader, or a workbook."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.build import read_course
from generator.editions import STANDARD, Edition
from generator.engines.pdf import set_sheets, told_by
from generator.kept import write_whole
from generator.order import Order, Place, Say, silent
from generator.overlays.on_modules import with_overlays
from generator.problems import Problems, did_you_mean, errors
from generator.render.copies import GROUP_SIZE
from generator.render.print.packet import Kind, Packet, packet_sheet
from generator.reviews.reviewed import with_standings
from generator.schema.course import CourseSpec, Pathway
from generator.schema.module import Module
from generator.source import read_yaml
from generator.study import Studied, build_of
from generator.validate import validate


class NotBound(Exception):
    """What was asked for is not in the course, or there is no room for the file; the message says what to do."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a packet should be."""

    kind: Kind = "patients"
    modules: tuple[str, ...] = ()
    """Their ids, in the order of the packet. A workbook has those of its pathway, or all."""
    pathway: str | None = None
    people: int = GROUP_SIZE
    edition: Edition = STANDARD
    paper: str | None = None
    """The course's first if none is named."""
    output: Path | None = None
    """The file to write; if none is named, one in `packets/` whose name tells strangers nothing."""


@dataclass(frozen=True, slots=True)
class ToCopy:
    """A sheet of the leader's packet: its pages there, how many to copy, and the sheets of paper that takes."""

    module: str | None
    """The title of the module that starts with it."""
    name: str
    first: int
    last: int
    copies: int
    paper: int


@dataclass(frozen=True, slots=True)
class Bound:
    """A packet that was made, or the problems that kept it from being made."""

    problems: Problems
    file: Path | None = None
    pages: int = 0
    print_list: tuple[ToCopy, ...] = ()
    site_url: str = ""

    @property
    def good(self) -> bool:
        """Whether there is no error."""
        return not errors(self.problems)


def bind(place: Place, order: Order, wanted: Wanted, say: Say = silent) -> Bound:
    """Make the packet; with an error anywhere in the course, nothing is written. Raises NotBound."""
    language, problems = read_course(place, order, say)
    if language is None:
        return Bound(problems)
    build = build_of(order, language.frame.spec)
    packet = _packet(wanted, language)
    sheet = packet_sheet(packet, with_standings(language.frame, packet.modules), build)
    file = wanted.output or Path("packets") / sheet.address
    may_take(file)
    say("bind", 0, len(packet.modules))
    (made,) = set_sheets([sheet])
    told = told_by(sheet, "packet")
    write_whole(file, made.content)
    say("bind", len(packet.modules), len(packet.modules))
    return Bound(problems, file, told["pages"], tuple(ToCopy(**row) for row in told["rows"] or ()), build.site_url)


def _packet(wanted: Wanted, language: Studied) -> Packet:
    spec = language.frame.spec
    pathway = _pathway(wanted.pathway, spec) if wanted.pathway else None
    ids = wanted.modules
    if wanted.kind == "workbook":
        ids = _written(pathway, spec) if pathway else spec.modules
    _known(ids, spec)
    modules = tuple(_module(id_, language) for id_ in ids)
    return Packet(wanted.kind, modules, wanted.paper or spec.papers[0], wanted.edition, wanted.people, pathway)


def _written(pathway: Pathway, spec: CourseSpec) -> tuple[str, ...]:
    """The modules of a pathway that are there. Raises NotBound if none is."""
    written = tuple(id_ for id_ in pathway.modules if id_ in spec.modules)
    if not written:
        raise NotBound(f"no module of the pathway '{pathway.id}' is written yet")
    return written


def _known(ids: Sequence[str], spec: CourseSpec) -> None:
    for place, id_ in enumerate(ids):
        if id_ not in spec.modules:
            raise NotBound(_unknown("module", id_, spec.modules))
        if id_ in ids[:place]:
            raise NotBound(f"the module '{id_}' is named twice; name it once")


def _pathway(id_: str, spec: CourseSpec) -> Pathway:
    found = next((pathway for pathway in spec.pathways if pathway.id == id_), None)
    if found is None:
        raise NotBound(_unknown("pathway", id_, [pathway.id for pathway in spec.pathways]))
    return found


def _unknown(kind: str, id_: str, known: Sequence[str]) -> str:
    near = did_you_mean(id_, known, show=len(known))
    # Without a word that is near, all are named already.
    return f"there is no {kind} '{id_}'{near}" + (f" The {kind}s are: {', '.join(known)}" if near.endswith("?") else "")


def _module(id_: str, language: Studied) -> Module:
    """A module that was checked a moment ago, read from the same text."""
    document, _ = read_yaml(language.sources[f"{language.folder}{id_}.yml"])
    module, _ = validate(document, Module) if document else (None, ())
    assert module is not None
    return with_overlays(module, language.frame.overlays, language.frame.language)


def may_take(file: Path, start: bytes = b"%PDF-", kind: str = "PDF", option: str = "--output") -> None:
    """Raise NotBound if writing the file would replace anything but an older one of its kind, which starts so."""
    if file.is_dir():
        raise NotBound(f"{file} is a folder; name a file in it")
    if file.is_symlink():
        raise NotBound(f"{file} is a link to another file; name a file of its own with {option}")
    if file.exists() and not _starts(file, start):
        raise NotBound(f"{file} is there already and is no {kind}; name another file with {option}")


def _starts(file: Path, start: bytes) -> bool:
    # Of a pipe nothing would ever come, and of some devices no end.
    if not file.is_file():
        return False
    with file.open("rb") as opened:
        return opened.read(len(start)) == start

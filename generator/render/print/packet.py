"""Modules → one file of many sheets: which sheets it holds, what its cover says, how many of each to copy."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from generator.clinic.display import alt_of_logo, logo_of, name_outside
from generator.course import Build, Frame
from generator.editions import STANDARD, Edition
from generator.language.dates import month
from generator.language.names import direction_of
from generator.render.copies import GROUP_SIZE, for_each_pair, for_each_person
from generator.render.outputs import Sheet
from generator.render.print import cards, guide, handout, lesson, poster, quiz, review_form, role_plays, worksheet
from generator.render.print.code import qr_svg, spoken
from generator.render.print.content import Content
from generator.render.print.names import worksheet_number
from generator.render.print.payload import Payload
from generator.render.print.values import Printable, rich
from generator.render.review_lines import review_lines
from generator.reviews.dossier import Dossier
from generator.reviews.reviewed import standing_of
from generator.schema.course import Pathway
from generator.schema.module import Module

Kind = Literal["patients", "leader", "workbook", "review"]

FOR_PATIENTS = (handout.contents, worksheet.contents, quiz.contents)
SHEETS = {
    "patients": FOR_PATIENTS,
    # The guide ends with the answer key; what comes after it is to copy from.
    "leader": (guide.contents, role_plays.contents, *FOR_PATIENTS, cards.contents, poster.contents),
    "workbook": (lesson.contents, worksheet.contents, quiz.contents),
    "review": (lesson.contents, *FOR_PATIENTS, cards.contents, poster.contents, guide.contents, role_plays.contents),
}
"""Kind of packet → the sheets of each of its modules, in order."""

KIND_WORDS = {"patients": "print_packet_patients", "leader": "print_packet_leader", "review": "review_packet"}
"""Kind of packet → what its cover calls it; a workbook has words of its own."""

ONE_SIDED = ("cards", "poster", "role_plays")
"""Layouts of sheets that are cut, or hang on a wall."""
FOR_ALL = ("guide", "poster")
"""Layouts of sheets of which a group needs one."""
FOR_PAIRS = ("role_plays",)
"""Layouts of sheets that two people use together."""

HELP = "S-SUD-HELP"
"""The message of the last leaf, beside the crisis line; a course may do without."""

NAMED_OUTSIDE = 6
"""So many modules are named on a cover; a file name has the first so many, and how many more there are."""
LONGEST_NAME = 120
"""Letters of the modules' ids in a file name; file systems take 255."""


@dataclass(frozen=True, slots=True)
class Packet:
    """What is bound into one file."""

    kind: Kind
    modules: tuple[Module, ...]
    paper: str
    edition: Edition = STANDARD
    people: int = GROUP_SIZE
    """In the group, the leader not counted."""
    pathway: Pathway | None = None
    """The way through the course that a workbook is of; without one it is of the whole course."""
    dossier: Dossier | None = None
    """What reviewers need beside the sheets; a review's packet starts with it."""


def packet_sheet(packet: Packet, frame: Frame, build: Build) -> Sheet:
    """Bind the sheets of the modules together."""
    found = [content for module in packet.modules for content in contents(packet, module, frame)]
    around = _around(packet, found, frame, build)
    return Sheet(
        tree="counselors" if packet.kind in ("leader", "review") else "patients",
        address=file_name(packet, frame),
        payload=Payload(found, packet.modules, frame, build, around).on(packet.paper, packet.edition),
        large=packet.edition.large,
        direction=direction_of(frame.language),
    )


def contents(packet: Packet, module: Module, frame: Frame) -> Iterator[Content]:
    """The sheets of one module; its guide counts what to bring for this group."""
    if packet.dossier:
        yield from review_form.contents(module, frame, packet.dossier)
    for make in SHEETS[packet.kind]:
        for content in make(module, frame):
            if content.layout == "guide":
                counted = guide.materials_for(module, frame, packet.people)
                content = replace(content, body={**content.body, "materials": counted})
            yield content


def file_name(packet: Packet, frame: Frame) -> str:
    """The file's name; it says what the packet is about only where the course does so."""
    edition = () if packet.edition == STANDARD else (packet.edition.name,)
    return "-".join((*_bound(packet, frame), packet.paper, *edition)) + ".pdf"


def _bound(packet: Packet, frame: Frame) -> tuple[str, ...]:
    if packet.kind == "workbook":
        return ("workbook", *((_pathway_name(packet.pathway, frame),) if packet.pathway else ()))
    ids = [module.id if frame.topics_outside else f"{frame.number_of(module.id):02d}" for module in packet.modules]
    named = next((count for count in range(NAMED_OUTSIDE, 1, -1) if len("-".join(ids[:count])) <= LONGEST_NAME), 1)
    more = len(ids) - named
    language = (frame.language,) if packet.kind == "review" else ()
    return (*ids[:named], *((f"and-{more}-more",) if more > 0 else ()), packet.kind, *language)


def _pathway_name(pathway: Pathway, frame: Frame) -> str:
    return pathway.id if frame.topics_outside else str(frame.spec.pathways.index(pathway) + 1)


def _around(packet: Packet, found: list[Content], frame: Frame, build: Build) -> dict[str, Printable]:
    """What the packet's own pages say."""
    t, address = frame.strings, build.address(f"{frame.language}/index.html")
    name, kind, about = _outside(packet, frame)
    next_check = min(standing_of(module, frame).next_check for module in packet.modules)
    help_ = frame.messages.get(HELP)
    return {
        "name": name,
        "kind": kind,
        "about": about,
        "title": f"{name}: {kind}",
        "topics": frame.topics_outside,
        "house": name_outside(frame) or None,
        # Nobody can tell a program whether a logo is neutral.
        "logo": logo.drawn if frame.topics_outside and (logo := logo_of(frame)) else None,
        "logo_alt": alt_of_logo(frame),
        "version": f"{t['version'].format(version=build.version)} · {t['next_check'].format(when=month(next_check, frame.language))}",
        "edition": f"{t[f'edition_{packet.edition.name}']}, {t[f'paper_{packet.paper}']}",
        # One of them that somebody has still to look at marks the whole.
        "draft": next((mark for module in packet.modules if (mark := review_lines(module, frame).mark)), None),
        "code": qr_svg(address),
        "address": spoken(address),
        "people": packet.people if packet.kind == "leader" else None,
        "sheets": [_sheet(content, packet, place, found, frame) for place, content in enumerate(found)],
        "crisis_title": frame.crisis.title,
        "help": {"title": help_.title, "text": rich(help_.text)} if help_ else None,
    }


def _outside(packet: Packet, frame: Frame) -> tuple[str, str, list[Printable]]:
    """The name on the cover, the kind of packet, and what it is about where that may be seen."""
    t, name = frame.strings, frame.outside_title
    if packet.kind == "workbook":
        return name, *_outside_of_workbook(packet.pathway, frame)
    kind = t[KIND_WORDS[packet.kind]]
    if len(packet.modules) > NAMED_OUTSIDE:
        return name, kind, []
    if frame.topics_outside:
        return name, kind, [module.title for module in packet.modules]
    return f"{name} {', '.join(str(frame.number_of(module.id)) for module in packet.modules)}", kind, []


def _outside_of_workbook(pathway: Pathway | None, frame: Frame) -> tuple[str, list[Printable]]:
    t = frame.strings
    if pathway is None:
        return t["print_workbook"], []
    if frame.topics_outside:
        return t["print_workbook"], [pathway.title]
    return t["print_workbook_part"].format(number=_pathway_name(pathway, frame)), []


def _sheet(content: Content, packet: Packet, place: int, found: list[Content], frame: Frame) -> Printable:
    """What contents, bookmarks and print list need of a sheet, and where it starts."""
    opens = place == 0 or found[place - 1].module is not content.module
    return {
        "module": content.module.title if opens and content.module else None,
        "name": _name(content, frame),
        # A workbook is kept whole: only its lessons start on a front.
        "front": opens or packet.kind != "workbook",
        "one_sided": content.layout in ONE_SIDED,
        # How many of a card stand on a page is known when it is set.
        "copies": _copies(content, packet.people),
        "cards": content.layout == "cards",
    }


def _copies(content: Content, people: int) -> int:
    if content.layout in FOR_ALL:
        return 1
    return for_each_pair(people) if content.layout in FOR_PAIRS else for_each_person(people)


def _name(content: Content, frame: Frame) -> str:
    """What contents, bookmarks and print list call a sheet, under the title of its module."""
    place = worksheet_number(content.module, content.name)
    return f"{frame.strings['print_worksheet'].format(number=place)}: {content.title}" if place else content.short

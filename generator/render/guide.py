"""Module → its facilitator guide with the answer key, in the counselors' tree."""

from __future__ import annotations

from dataclasses import dataclass

from generator import addresses
from generator.course import Build, Frame
from generator.lengths import LENGTHS, USUAL
from generator.render.copies import GROUP_SIZE, LARGEST, count_words
from generator.render.downloads import Downloads, Rack, of_sheets, patients_sheets, sheets_from
from generator.render.lesson import works
from generator.render.outputs import Crumb, Page, SearchEntry
from generator.render.questions import question_views
from generator.render.timetable import Timed, timed
from generator.render.web import lay_out
from generator.schema.guide import Guide, Material
from generator.schema.module import Module
from generator.wording import words_of

_BEFORE = (("timetable", "timetable"), ("before", "before_group"))
_AFTER = (
    ("watch-for", "watch_for"),
    ("if-asked", "if_asked"),
    ("adaptations", "adaptations"),
    ("do-not", "do_not"),
    ("teach-back", "teach_back"),
    ("note", "note_stub"),
    ("fidelity", "fidelity"),
    ("answer-key", "answer_key"),
    ("leader-sources", "leader_sources"),
    ("print", "downloads"),
)
"""Anchors of the sections before and after the session itself, and the interface words for them."""


@dataclass(frozen=True, slots=True)
class Needed:
    """Something to bring and how many, in words."""

    words: str
    count: str
    material: Material
    """What the page's script counts anew when it is told how many people come."""


def guide_pages(module: Module, frame: Frame, build: Build) -> tuple[Page, ...]:
    """The one guide page."""
    address = addresses.guide(frame.slug(module.id))
    session = timed(module.guide.timetable, frame)
    contents = _contents(module.guide, session, frame)
    body = lay_out(
        "guide",
        addresses.linker(address, module.id, frame.slug, patients=build.patients(frame.home)),
        frame,
        build,
        module=module,
        guide=module.guide,
        session=session,
        lengths=LENGTHS,
        usual=USUAL,
        contents=contents,
        every_group=addresses.relative(addresses.EVERY_GROUP, address),
        materials=materials(module, frame),
        all_safety=frame.safety_of(module),
        questions=question_views(module, frame.strings),
        works=works(module.guide.leader_sources, frame),
        downloads=_downloads(address, module, frame, build),
        packet_for=GROUP_SIZE,
        most_people=LARGEST,
    )
    title = f"{frame.strings['guide']}: {module.title}"
    return (
        Page(
            tree="counselors",
            address=address,
            kind="guide",
            title=frame.tab_title(title, module.id),
            description=module.guide.goal.words,
            body=body,
            contents=contents,
            search=(SearchEntry("", title, words_of(module.guide)),),
        ),
    )


def _contents(guide: Guide, session: tuple[Timed, ...], frame: Frame) -> tuple[Crumb, ...]:
    """The page's sections: before the session, its parts, and what stands beside it."""
    t = frame.strings
    parts = (Crumb(f"#part-{place}", part.heading) for place, part in enumerate(session, 1))
    plays = (Crumb("#role-plays", t["role_plays"]),) if guide.role_plays else ()
    before, after = ((Crumb(f"#{anchor}", t[name]) for anchor, name in found) for found in (_BEFORE, _AFTER))
    return (*before, *parts, *plays, *after)


def _downloads(page: str, module: Module, frame: Frame, build: Build) -> tuple[Downloads, ...]:
    """The leader's own sheets, then those of the patients' tree: what a session needs, on one page."""
    leader = Rack(page, module, frame, build, tree=sheets_from("counselors", "counselors", frame, build))
    patients = Rack(page, module, frame, build, tree=sheets_from("counselors", "patients", frame, build))
    return (
        of_sheets(leader, leaders_sheets(module), frame.strings["downloads_leader"]),
        of_sheets(patients, patients_sheets(module), frame.strings["downloads_patients"]),
    )


def leaders_sheets(module: Module) -> tuple[str, ...]:
    """The names of all sheets of the module that are for its leader."""
    return ("guide", *(("role-plays",) if module.guide.role_plays else ()))


def materials(module: Module, frame: Frame, people: int = GROUP_SIZE) -> tuple[Needed, ...]:
    """What to bring, with counts for a group of so many."""
    return tuple(Needed(item.item, count_words(item, people, frame.strings), item) for item in module.guide.materials)

"""Module → its facilitator guide with the answer key, in the counselors' tree."""

from __future__ import annotations

from dataclasses import dataclass

from generator import addresses
from generator.course import Build, Frame
from generator.render.copies import GROUP_SIZE, copies
from generator.render.downloads import Downloads, Rack, of_one_sheet, of_sheets, patients_sheets
from generator.render.lesson import works
from generator.render.outputs import Crumb, Page, SearchEntry
from generator.render.questions import question_views
from generator.render.web import lay_out
from generator.schema.module import Module
from generator.wording import words_of

_SECTIONS = (
    ("before", "before_group"),
    ("timetable", "timetable"),
    ("watch-for", "watch_for"),
    ("if-asked", "if_asked"),
    ("adaptations", "adaptations"),
    ("do-not", "do_not"),
    ("note", "note_stub"),
    ("fidelity", "fidelity"),
    ("answer-key", "answer_key"),
    ("print", "downloads"),
)


@dataclass(frozen=True, slots=True)
class Needed:
    """Something to bring and how many, in words."""

    words: str
    count: str


def guide_pages(module: Module, frame: Frame, build: Build) -> tuple[Page, ...]:
    """The one guide page."""
    address = addresses.guide(frame.slug(module.id))
    body = lay_out(
        "guide",
        addresses.linker(address, module.id, frame.slug, patients="../"),
        frame,
        build,
        module=module,
        guide=module.guide,
        materials=materials(module, frame),
        all_safety=frame.safety_of(module),
        questions=question_views(module, frame.strings),
        works=works(module.guide.leader_sources, frame),
        downloads=_downloads(address, module, frame, build),
        packet_for=GROUP_SIZE,
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
            contents=tuple(Crumb(f"#{anchor}", frame.strings[name]) for anchor, name in _SECTIONS),
            search=(SearchEntry("", title, words_of(module.guide)),),
        ),
    )


def _downloads(page: str, module: Module, frame: Frame, build: Build) -> tuple[Downloads, ...]:
    """The guide itself, then every sheet of the patients' tree: what a session needs, on one page."""
    guide = of_one_sheet(Rack(page, module, frame, build), "guide", frame.strings["guide"])
    patients = Rack(page, module, frame, build, tree="../")
    return guide, of_sheets(patients, patients_sheets(module), frame.strings["downloads_patients"])


def materials(module: Module, frame: Frame, people: int = GROUP_SIZE) -> tuple[Needed, ...]:
    """What to bring, with counts for a group of so many."""
    return tuple(
        Needed(item.item, frame.strings[f"each_{item.each}"].format(count=copies(item, people), people=people))
        for item in module.guide.materials
    )

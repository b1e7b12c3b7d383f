"""A module and its dossier → the packet of a reviewer as one HTML file that needs nothing beside it."""

from __future__ import annotations

from generator.course import Build, Frame
from generator.render.one_file import lone_page
from generator.render.outputs import Crumb, OutputFile
from generator.render.print.review_form import facts_for
from generator.render.timetable import timed
from generator.reviews.dossier import Dossier
from generator.schema.module import Module


def review_page(path: str, module: Module, frame: Frame, build: Build, dossier: Dossier) -> OutputFile:
    """The one file: what to know, the module as readers see it, then the guide with the answer key."""
    t = frame.strings
    return lone_page(
        "review",
        path,
        module,
        frame,
        build,
        ends=(Crumb("#review", t["review_packet"]), Crumb("#review-guide", t["review_guide"])),
        dossier=dossier,
        facts=facts_for(frame, dossier),
        guide=module.guide,
        session=timed(module.guide.timetable, frame),
    )

"""What all groups share → the page “Every group” in the counselors' tree."""

from __future__ import annotations

from collections.abc import Sequence

from generator import addresses
from generator.course import Build, Frame
from generator.editions import editions_of
from generator.facts import Facts
from generator.render.downloads import IN_ORDER, Download, DownloadGroup, Downloads, DownloadSet, sheets_from
from generator.render.lent import lent
from generator.render.outputs import Crumb, Page, SearchEntry
from generator.render.print.group_kit import NAMES
from generator.render.web import lay_out
from generator.wording import words_of

_SECTIONS = (
    ("openings", "kit_openings"),
    ("breath", "kit_breath"),
    ("helps", "kit_helps"),
    ("agreement", "kit_agreement"),
    ("role-play", "kit_role_play"),
    ("scan", "kit_scan"),
    ("above", "kit_above"),
    ("size", "kit_size"),
    ("closings", "kit_closings"),
    ("print", "kit_print"),
)
"""Anchors of the sections, and the interface words for them."""


def every_group(facts: Sequence[Facts], frame: Frame, build: Build) -> tuple[Page, ...]:
    """The one page; without a kit in this language it is the first language's, and without that it says so."""
    if frame.group is None and frame.lender and frame.lender.group:
        return tuple(lent(page, frame.lender) for page in every_group(facts, frame.lender, build))
    t, page = frame.strings, addresses.EVERY_GROUP
    contents = tuple(Crumb(f"#{anchor}", t[name]) for anchor, name in _SECTIONS) if frame.group else ()
    body = lay_out(
        "every_group",
        addresses.linker(page, "", frame.slug, patients=build.patients(frame.home)),
        frame,
        build,
        kit=frame.group,
        contents=contents,
        downloads=(_downloads(frame, build),),
        packet_for=None,
    )
    words = words_of(frame.group) if frame.group else t["kit_intro"]
    entry = SearchEntry("", t["kit_title"], words)
    return (
        Page("counselors", page, "group", t["kit_title"], t["kit_intro"], body, contents=contents, search=(entry,)),
    )


def _downloads(frame: Frame, build: Build) -> Downloads:
    """Links to the sheets: the usual edition first, then each other edition and paper."""
    t, usual = frame.strings, build.papers[0]
    made = editions_of(build.editions, fillable=False)
    editions = [edition for edition in IN_ORDER if edition in made]
    at = sheets_from("counselors", "counselors", frame, build)

    def links(paper: str, edition: str) -> tuple[Download, ...]:
        rest = f"{t[f'edition_{edition}']}, {t[f'paper_{paper}']}, PDF"
        return tuple(
            Download(f"{at}{addresses.course_sheet(name, paper, edition)}", t[title], rest)
            for name, title in NAMES.items()
        )

    sets = [
        DownloadSet(f"{t[f'edition_{edition.name}']}, {t[f'paper_{paper}']}", links(paper, edition.name))
        for paper in build.papers
        for edition in editions
        if (paper, edition) != (usual, editions[0])
    ]
    groups = (DownloadGroup(t["downloads_more"], "", tuple(sets)),) if sets else ()
    return Downloads("", links(usual, editions[0].name), "", groups)

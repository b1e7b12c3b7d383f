"""A program → the names of its printed sheets, which tell strangers a number alone, and the links to them."""

from __future__ import annotations

from generator import addresses
from generator.course import Build, Frame
from generator.editions import STANDARD, Edition, editions_of
from generator.render.downloads import IN_ORDER, Download, DownloadGroup, Downloads, DownloadSet

SHEETS = ("wall", "weeks")
_WORDS = {"wall": "program_wall", "weeks": "program_week_sheets"}
_NOTES = {"wall": "programs_print_wall", "weeks": "programs_print_weeks"}


def sheet_name(sheet: str, number: int) -> str:
    """What a sheet of the program with this number is called in file names."""
    return f"{'calendar' if sheet == 'wall' else 'weeks'}-{number}"


def downloads_of(number: int, page: str, frame: Frame, build: Build) -> tuple[Downloads, ...]:
    """Each sheet on the first paper in the usual print, and all else one step away."""
    return tuple(_of_sheet(sheet, number, page, frame, build) for sheet in SHEETS)


def _of_sheet(sheet: str, number: int, page: str, frame: Frame, build: Build) -> Downloads:
    t = frame.strings
    there = editions_of(build.editions, fillable=False)
    editions = tuple(edition for edition in IN_ORDER if edition in there) or (STANDARD,)

    def link(edition: Edition, paper: str, words: str) -> Download:
        address = addresses.course_sheet(sheet_name(sheet, number), paper, edition.name)
        parts = (t[_WORDS[sheet]], t[f"edition_{edition.name}"], t[f"paper_{paper}"], "PDF")
        return Download(addresses.relative(address, page), words, ", ".join(part for part in parts if part != words))

    usual = link(editions[0], build.papers[0], t[_WORDS[sheet]])
    sets = []
    for paper in build.papers:
        links = (link(edition, paper, t[f"edition_{edition.name}"]) for edition in editions)
        others = tuple(one for one in links if one.address != usual.address)
        if others:
            sets.append(DownloadSet(t[f"paper_{paper}"], others))
    more = (DownloadGroup(t["downloads_more"], "", tuple(sets)),) if sets else ()
    return Downloads("", (usual,), t[_NOTES[sheet]], more)

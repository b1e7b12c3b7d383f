"""A module → what its reviewers get: a PDF with the form, and the same on screen as one HTML file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from generator.editions import STANDARD, Edition
from generator.engines.pdf import set_sheets, told_by
from generator.kept import write_whole
from generator.order import Order, Place, Say, silent
from generator.packet import may_take
from generator.render.print.packet import Packet, packet_sheet
from generator.render.review_page import review_page
from generator.reviews.desk import find
from generator.reviews.dossier import dossier_of
from generator.reviews.reviewed import with_standings
from generator.reviews.text import code_of
from generator.study import build_of

FOLDER = "packets"
HTML = b"<!doctype html>"


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which packet to make."""

    module: str
    language: str | None = None
    out: Path | None = None
    """The folder to write to."""
    paper: str | None = None
    edition: Edition = STANDARD


@dataclass(frozen=True, slots=True)
class Started:
    """A packet that was made."""

    files: tuple[Path, ...]
    pages: int
    code: str
    site_url: str


def start(
    place: Place, order: Order, wanted: Wanted, may_replace: Callable[[Path], bool], say: Say = silent
) -> Started | None:
    """Make the packet. Raises NotReviewed, NotBound; None if `may_replace` said no to a file that is there already."""
    released, facts, problems = find(place, order, wanted.module, wanted.language, say)
    spec = released.frame.spec
    build = build_of(order, spec)
    frame = with_standings(released.frame, [released.module])
    dossier = dossier_of(released, facts, problems, place.course)
    packet = Packet("review", (released.module,), wanted.paper or spec.papers[0], wanted.edition, dossier=dossier)
    sheet = packet_sheet(packet, frame, build)
    folder = wanted.out or Path(FOLDER)
    pdf = folder / sheet.address
    html = folder / f"{pdf.name.split(f'-{packet.paper}')[0]}.html"
    may_take(pdf, option="--out")
    may_take(html, HTML, "HTML", "--out")
    if not all(may_replace(file) for file in (pdf, html) if file.exists()):
        return None
    say("bind", 0, 2)
    (made,) = set_sheets([sheet])
    page = review_page(html.name, released.module, frame, build, dossier)
    write_whole(pdf, made.content)
    write_whole(html, page.content)
    say("bind", 2, 2)
    return Started((pdf, html), told_by(sheet, "packet")["pages"], code_of(released.digest), build.site_url)

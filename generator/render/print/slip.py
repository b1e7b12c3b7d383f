"""A plan → the slip that goes home in a pocket: its QR code, its short code, how to open it, and nothing that tells."""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator import addresses
from generator.course import Build, Frame
from generator.editions import STANDARD
from generator.facts import Facts
from generator.language.names import direction_of
from generator.plans.codes import dense
from generator.render.outputs import Sheet
from generator.render.plans import outside_name
from generator.render.print.code import spoken, svg_of
from generator.render.print.content import Content
from generator.render.print.payload import Payload
from generator.render.print.values import Printable

_CAPITALS = re.compile(r"[0-9A-Z $%*+./:-]{16,}$")
"""What takes a third less room in a QR code by itself."""
_NAMED = 12
"""So many lessons are named on a slip."""


@dataclass(frozen=True, slots=True)
class Slip:
    """A plan to be printed: its code, and the modules in it, in order."""

    code: str
    modules: tuple[Facts, ...]
    paper: str


def link_of(code: str, frame: Frame, build: Build) -> str:
    """The address that opens a plan; what follows the # never reaches a server."""
    return build.address(f"{frame.language}/{addresses.PLAN}#{dense(code)}")


def slip_sheet(slip: Slip, frame: Frame, build: Build) -> Sheet:
    """Put as many slips on a page as fit it, to be cut apart."""
    content = Content(
        module=None,
        tree="patients",
        name="slip",
        page=addresses.PLAN,
        over="",
        title=frame.outside_title,
        short=frame.strings["slip_name"],
        layout="slip",
        body=_body(slip, frame, build),
    )
    payload = Payload((content,), (), frame, build).on(slip.paper, STANDARD)
    return Sheet(
        content.tree, addresses.course_sheet(content.name, slip.paper), payload, direction=direction_of(frame.language)
    )


def _body(slip: Slip, frame: Frame, build: Build) -> dict[str, Printable]:
    t = frame.strings
    home = spoken(build.address(f"{frame.language}/{addresses.HOME}"))
    groups: list[Printable] = [*slip.code.split("-")]
    return {
        "qr": plan_qr(link_of(slip.code, frame, build)),
        "qr_words": t["slip_qr"].format(code=slip.code),
        "scan": t["slip_scan"],
        "type": t["slip_type"].format(address=home, have=t["plan_link"]),
        "groups": groups,
        "lessons": t["slip_lessons"].format(lessons=", ".join(_names(slip.modules, frame))),
        "anyone": t["slip_anyone"],
    }


def _names(modules: tuple[Facts, ...], frame: Frame) -> tuple[str, ...]:
    names = tuple(outside_name(module, frame) for module in modules)
    more = len(names) - _NAMED
    return (*names[:_NAMED], frame.strings["slip_more"].format(count=more)) if more > 1 else names


def plan_qr(address: str) -> str:
    """Draw the QR code of a plan's address as SVG, as `scripts/qr.js` does: level M, the signs of the code by themselves."""
    import segno
    from segno import consts

    found = _CAPITALS.search(address)
    start = address[: found.start()] if found else address
    parts = [(start, consts.MODE_BYTE), *([(found[0], consts.MODE_ALPHANUMERIC)] if found else [])]
    # Parts are taken, too; the types do not say so.
    return svg_of(segno.make(parts, error="m", micro=False, boost_error=False))  # type: ignore[arg-type]

"""What stands at the head and foot of every printed sheet."""

from __future__ import annotations

from generator.clinic.display import name_at_head
from generator.course import Build, Frame
from generator.language.dates import month
from generator.render.outputs import path_of
from generator.render.print.code import qr_svg, spoken
from generator.render.print.content import Content
from generator.render.print.values import Printable
from generator.render.review_lines import course_mark, review_lines
from generator.reviews.reviewed import standing_of
from generator.schema.module import Module


def head(content: Content, frame: Frame, build: Build) -> dict[str, Printable]:
    """Gather the lines around a sheet: names, version, draft mark, QR code."""
    module = content.module
    address = build.address(f"{frame.language}/{path_of(content.tree, content.page)}")
    return {
        "course": frame.spec.title,
        "house": name_at_head(frame) or None,
        "module": module.title if module else frame.spec.title,
        "over": content.over,
        "title": content.title,
        "short": content.short,
        "version": build.version,
        "revision": module.revision if module else None,
        **_reviewed(module, frame),
        "code": qr_svg(address),
        "address": spoken(address),
    }


def _reviewed(module: Module | None, frame: Frame) -> dict[str, Printable]:
    """When it is to be checked next, and the draft mark or who checked it."""
    if module is None:
        return {"next_check": None, "past_due": False, "draft": course_mark(frame) or None, "checked": None}
    standing, lines = standing_of(module, frame), review_lines(module, frame)
    return {
        "next_check": month(standing.next_check, frame.language, short=True),
        "past_due": standing.due != "no",
        "draft": lines.mark or None,
        "checked": lines.checked or None,
    }

"""What stands at the head and foot of every printed sheet."""

from __future__ import annotations

from generator.clinic.display import name_at_head
from generator.course import Build, Frame
from generator.language.dates import month
from generator.render.outputs import path_of
from generator.render.print.code import qr_svg, spoken
from generator.render.print.content import Content
from generator.render.print.values import Printable
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
        "next_check": month(module.review.next_review, frame.language, short=True) if module else None,
        "draft": None if module and module.review.checked_by else frame.strings["draft"],
        "checked": _checked(module, frame) if module else None,
        "code": qr_svg(address),
        "address": spoken(address),
    }


def _checked(module: Module, frame: Frame) -> Printable:
    """Who checked the module, in the place of the draft mark."""
    by = module.review.checked_by
    return frame.strings["print_checked_by"].format(who=f"{by.name}, {by.standing}") if by else None

"""What a sheet says of its module's review."""

from __future__ import annotations

from generator.course import Frame
from generator.render.print.values import Printable
from generator.render.review_lines import review_lines
from generator.schema.module import Module


def printed_review(module: Module, frame: Frame) -> dict[str, Printable]:
    """The sentences at a sheet's end."""
    lines = review_lines(module, frame)
    return {
        "notice": lines.notice or None,
        "authors": list[Printable](lines.authors),
        "reviewers": list[Printable](lines.reviewers),
    }

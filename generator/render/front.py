"""Versions → the front page of the site: a link to each version and language, without script, from a folder too."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.course import Build, Frame
from generator.render.web import lay_out


@dataclass(frozen=True, slots=True)
class FrontRow:
    """A version on the front page."""

    version: str
    languages: tuple[str, ...]
    is_latest: bool
    is_released: bool


def front_page(rows: Sequence[FrontRow], frame: Frame) -> str:
    """The whole page; it stands above all versions, so it carries its few styles itself."""
    return lay_out("front", lambda target: target, frame, Build("", "", ()), rows=rows)

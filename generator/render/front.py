"""Versions → the front page of the site: a link to each version and language, without script, from a folder too."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.course import Build, Frame
from generator.dress.policy import lone_policy
from generator.dress.styles import stylesheet
from generator.render.web import lay_out


@dataclass(frozen=True, slots=True)
class Zip:
    """A version as one file beside its folder: the file's name and its size in bytes."""

    name: str
    size: int

    @property
    def megabytes(self) -> str:
        """The size as people read it."""
        return f"{max(self.size, 100_000) / 1_000_000:.1f}"


@dataclass(frozen=True, slots=True)
class FrontHome:
    """Where a version starts in a language; `alone` says that it has counselors' pages and no others."""

    language: str
    address: str
    """Within the version's folder."""
    alone: bool = False


@dataclass(frozen=True, slots=True)
class FrontRow:
    """A version on the front page."""

    version: str
    homes: tuple[FrontHome, ...]
    is_latest: bool
    is_released: bool
    zip: Zip | None = None


def front_page(rows: Sequence[FrontRow], frame: Frame, unzipped: bool = False) -> str:
    """The whole page; it stands above all versions, so it carries its few styles itself.

    `unzipped` says that it stands in a zip file: it then tells people to unzip that first.
    """
    style = stylesheet("front")
    policy, build = lone_policy([], [style]), Build("", "", ())
    return lay_out(
        "front", lambda target: target, frame, build, rows=rows, unzipped=unzipped, style=style, policy=policy
    )

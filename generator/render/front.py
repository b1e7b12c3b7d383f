"""Versions → the front page of the site: a link to each version and language, without script, from a folder too."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from rjsmin import jsmin

from generator.course import Build, Frame, SafetyMessage, safety_message
from generator.dress.policy import lone_policy
from generator.dress.scripts import FRONT
from generator.dress.styles import stylesheet
from generator.language.names import direction_of, language_name
from generator.paths import SCRIPTS
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


@dataclass(frozen=True, slots=True)
class FrontWords:
    """What the front page says in a language."""

    name: str
    direction: str
    strings: Mapping[str, str]
    crisis: SafetyMessage


@cache
def front_script() -> str:
    """What brings the links in the browser's language forward; it keeps nothing."""
    return str(jsmin((SCRIPTS / f"{FRONT}.js").read_text(encoding="utf-8"))).strip()


def _crisis(frame: Frame, language: str) -> SafetyMessage:
    """What stands on every page, in another of the site's languages."""
    id_ = frame.safety.everywhere
    return safety_message(id_, frame.safety.messages[id_], frame.safety, language, (frame.language,))


def front_page(
    rows: Sequence[FrontRow], frame: Frame, unzipped: bool = False, words: Mapping[str, Mapping[str, str]] | None = None
) -> str:
    """The whole page; it stands above all versions, so it carries its few styles itself.

    `unzipped` says that it stands in a zip file: it then tells people to unzip that first. `words` are the interface's
    by language: with several languages, each link is in its own, and a script brings those of the browser's forward.
    """
    style = stylesheet("front")
    by_language = dict(words or {}) or {frame.language: frame.strings}
    code = front_script() if len(by_language) > 1 else ""
    policy, build = lone_policy([code] if code else [], [style]), Build("", "", ())
    links = {
        language: FrontWords(language_name(language), direction_of(language), said, _crisis(frame, language))
        for language, said in by_language.items()
    }
    return lay_out(
        "front",
        lambda target: target,
        frame,
        build,
        rows=rows,
        unzipped=unzipped,
        style=style,
        policy=policy,
        script=code,
        links=links,
    )

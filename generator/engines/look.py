"""mkdocs.yml and the frame → Look: what all pages of a tree share, and nothing that would break or betray them."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from generator import addresses
from generator.clinic.display import address_of, alt_of_logo, logo_of, name_at_head, on_call, pages_of
from generator.course import Build, Frame, digest
from generator.dress.colours import Dye, dye_of
from generator.dress.kinds import WEAR
from generator.dress.policy import page_policy
from generator.dress.scripts import first_script
from generator.dress.styles import page_css
from generator.language.names import Direction, direction_of, language_name
from generator.load import Source, read_source
from generator.order import Tree
from generator.problems import did_you_mean
from generator.render.outputs import path_of
from generator.render.review_lines import course_mark
from generator.source import Document, read_yaml, shown
from generator.text import to_html


class LookError(Exception):
    """The person's mkdocs.yml cannot be used; the message says why."""


_LEFT_OUT = ("draft_docs", "exclude_docs", "hooks", "not_in_nav", "plugins")
"""Keys that run other programs or leave pages out; every page that a build asks for has to come."""


_SHOWN = (
    "menu",
    "search",
    "view",
    "listen",
    "leave",
    "help",
    "in_this_module",
    "on_this_page",
    "about_kept",
    "all_versions",
    "versions_here",
    "counselors",
    "language",
    "skip",
)


COUNSELORS_PARTS: tuple[tuple[str, str], ...] = (
    (addresses.HOME, "counselors_title"),
    (addresses.EVERY_GROUP, "kit_title"),
    (addresses.MODULES, "find_title"),
    (addresses.PROGRAMS, "programs_title"),
    (addresses.ASSIGN, "assign_title"),
    (addresses.CODES, "readback_title"),
    (addresses.CHANGES, "changes_title"),
)
"""The counselors' own pages in the menu: address, and the interface word for it."""


@dataclass(frozen=True, slots=True)
class Look:
    """What all pages of a tree share: the config file of the look, and the values the theme prints."""

    config_file: Path
    settings: str = field(repr=False)
    """The config file's text, read once: all pages have the same look, whatever happens to the file meanwhile."""
    tree: Tree
    site_name: str
    language: str
    course: Mapping[str, Any]
    dye: Dye | None = None
    """The clinic's colours."""

    @property
    def is_named(self) -> bool:
        """Whether the pages show the name or the logo of a clinic."""
        return bool(self.course["house"] or self.course["logo"])

    @property
    def direction(self) -> Direction:
        """Which way the letters of its language run."""
        return direction_of(self.language)

    @property
    def key(self) -> str:
        """Digest of all that the pages' frame shows; made anew at each call."""
        shown = {"name": self.site_name, "language": self.language, "course": dict(self.course), "dye": repr(self.dye)}
        return digest(json.dumps(shown, sort_keys=True), self.settings)


def look_of(tree: Tree, config_file: Path, frame: Frame, build: Build) -> Look:
    """The look of one tree."""
    up = build.patients(frame.language) if tree == "counselors" else ""
    beside = "../" if tree == "counselors" else ""
    t = frame.strings
    course = {
        "strings": {name: t[name] for name in _SHOWN},
        "parts": _parts(tree, frame, up),
        "help": f"{up}{addresses.HELP}",
        "kept": f"{up}{addresses.ABOUT}#kept",
        "quick_exit": frame.spec.quick_exit,
        "prefix": frame.prefix,
        "discreet": frame.spec.discreet,
        "site_name": frame.site_name,
        "crisis": to_html(frame.crisis.text, lambda target: target),
        "on_call": on_call(frame),
        "house": name_at_head(frame),
        "logo": logo.address if (logo := logo_of(frame)) else "",
        "logo_alt": alt_of_logo(frame),
        "mark": course_mark(frame),
        "version": build.version,
        "version_words": t["version"].format(version=build.version),
        "versions": f"{beside}../../versions.json",
        "versions_page": f"{beside}../../index.html",
        "counselors": _counselors(tree, frame, build),
        "language": frame.language,
        "direction": direction_of(frame.language),
        "languages": _languages(tree, frame),
    }
    name = frame.site_name if tree == "patients" else t["counselors_title"]
    # Printed sheets alone have no look, and need no such file.
    settings = read_config(config_file) if "web" in build.formats else ""
    return Look(config_file, settings, tree, name, frame.language, course, dye_of(frame.clinic.colours))


def _parts(tree: Tree, frame: Frame, up: str) -> list[dict[str, str]]:
    """The menu: address and title of each of the course's own pages; `up` leads to the patients' tree."""
    t = frame.strings
    parts = [
        {"address": f"{up}{addresses.HOME}", "title": t["home"] if tree == "patients" else t["all_modules"]},
        {"address": f"{up}{addresses.HELP}", "title": t["help"]},
        *({"address": f"{up}{address_of(page, frame)}", "title": page.title} for page in pages_of(frame)),
        {"address": f"{up}{addresses.GLOSSARY}", "title": t["glossary"]},
        {"address": f"{up}{addresses.ABOUT}", "title": t["about"]},
    ]
    own = [{"address": address, "title": t[name]} for address, name in COUNSELORS_PARTS]
    return parts if tree == "patients" else [*own, *parts]


def _languages(tree: Tree, frame: Frame) -> list[dict[str, str]]:
    """The course's other languages, each with its folder as the tree's pages see it."""
    beside = "../" if tree == "counselors" else ""
    return [
        {
            "code": code,
            "name": language_name(code),
            "direction": direction_of(code),
            "folder": f"{beside}../{code}/{path_of(tree, '')}",
        }
        for code in frame.others
    ]


def _counselors(tree: Tree, frame: Frame, build: Build) -> str:
    """Where patients' pages link to the counselors': where the clinic says, beside them, or nowhere."""
    if tree == "counselors":
        return ""
    beside = f"counselors/{addresses.HOME}" if "counselors" in build.trees else ""
    return frame.clinic.counselors_url or beside


def dressed(look: Look) -> dict[str, Any]:
    """What the templates find as `config.extra.course`: what the frame shows, and what each kind of page wears."""
    first = first_script()
    wear = {
        kind: {"style": style, "policy": page_policy([first], [style]), "scripts": scripts}
        for kind, worn in WEAR.items()
        for style in (page_css(kind, look.dye, look.is_named, look.direction),)
        for scripts in ([f"assets/{file}.js" for file in ("frame", *worn.scripts)],)
    }
    return {**look.course, "first": first, "wear": wear}


def read_config(config_file: Path) -> str:
    """The text of the person's mkdocs.yml. Raises LookError if it is no plain text, OSError if it is not there."""
    found = Path(os.path.realpath(config_file))
    found.stat()
    source, problems = read_source(found.parent, found.name)
    if source is None:
        raise LookError(f"{config_file}: {problems[0].message}")
    return source.text


def settings_of(look: Look) -> Document:
    """The person's mkdocs.yml as plain values: no tags, which mkdocs would run, and no keys that stand twice."""
    document, problems = read_yaml(Source(str(look.config_file), look.settings, ""))
    if document is None or problems:
        raise LookError("\n".join(map(str, problems)))
    if not isinstance(document.value, dict):
        raise LookError(f"{look.config_file} should be a group of keys, as `site_name: Course`")
    return document


def refuse_foreign_keys(document: Document) -> None:
    """Raise LookError at a key that mkdocs would warn of, or that would run or leave out what it should not."""
    from mkdocs.config.defaults import MkDocsConfig

    known = MkDocsConfig().keys()
    for key, value in document.value.items():
        if key not in known:
            raise _at(document, key, f"unknown key '{shown(key)}'{did_you_mean(key, known)}")
        if key in _LEFT_OUT and value:
            raise _at(document, key, f"'{key}' cannot be used here; delete it")


def _at(document: Document, key: str, sentence: str) -> LookError:
    line, column = document.key_place((key,))
    return LookError(f"{document.path}:{line}:{column}: {sentence}")


def refuse_what_breaks_pages(config: Any, document: Document) -> None:
    """Raise LookError if pages would come out elsewhere, or ask other hosts for something."""
    if config.theme.name != "material":
        raise _at(document, "theme", "'theme.name' has to be material, the theme that our pages are made for")
    if config.use_directory_urls:
        raise _at(
            document, "use_directory_urls", "write `use_directory_urls: false`; pages open from a stick then, too"
        )
    if config.theme.get("font") is not False:
        raise _at(document, "theme", "write `font: false` under 'theme'; otherwise pages load fonts from Google")
    for key in ("extra_css", "extra_templates"):
        if not all(isinstance(name, str) for name in config[key]):
            raise _at(document, key, f"'{key}' should be a list of file names, each a text")
    for key, address in _loaded(config):
        if elsewhere(address):
            said = f"'{key}' names '{shown(address)}' on another host; pages load from their own folder alone"
            raise _at(document, key.partition(".")[0], f"{said}; put the file there, or delete this")


def _loaded(config: Any) -> Iterator[tuple[str, str]]:
    """The addresses that pages load by themselves, each with its key."""
    yield from (("extra_css", address) for address in config.extra_css)
    yield from (("extra_javascript", str(script)) for script in config.extra_javascript)
    yield from ((f"theme.{key}", str(config.theme.get(key) or "")) for key in ("favicon", "logo"))


def elsewhere(address: str) -> bool:
    """Whether a browser would leave the site's folder for this: `https://…`, `//…`, also with `\\` or odd spaces."""
    # Browsers read over control characters, and take a backslash for a slash.
    return re.match(r"[a-z][a-z0-9+.-]*:|[/\\]{2}", re.sub(r"[\x00-\x20]", "", address), re.IGNORECASE) is not None

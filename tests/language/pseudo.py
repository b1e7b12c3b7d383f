"""A course → the same in a language that nobody speaks: each text a third longer, with accents, one very long word in some.

`eo` runs from left to right. `he` runs from right to left, in Latin letters: our fonts have no Hebrew ones.
"""

from __future__ import annotations

import io
import re
import shutil
from pathlib import Path
from typing import Any

import yaml
from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po

from generator.language.strings import interface_strings
from generator.load import read_source
from generator.schema.module import Module
from generator.source import read_yaml
from generator.translations.leaves import leaves_of
from generator.validate import validate

LONG_WORD = "Donaudampfschifffahrtsgesellschaftskapitaen"
"""43 letters with no place to break."""
_ACCENTS = str.maketrans("aeioucnyAEIOU", "áéíóúçñýÁÉÍÓÚ")
_KEPT = re.compile(r"(\{[^{}]*\}|\[[^\]]*\]\([^)]*\)|\S*://\S*|\*\*|\d+)")
_LISTS = (
    "never_outside",
    "search_urgent",
    "program_clock",
    "programs_calendar_name",
    "program_am",
    "program_pm",
    "program_hours",
    "program_minutes",
)
"""Words for the program, and those that have to stay short."""


def longer(text: str, share: float = 0.35) -> str:
    """The text with accents and about a third more letters; places to fill in, links and numbers stay as they are."""
    parts = [part if _KEPT.fullmatch(part) else part.translate(_ACCENTS) for part in _KEPT.split(text)]
    more = " ".join(["strékk"] * max(1, round(len(text) * share / 7))) if len(text) > 3 else ""
    body = "".join(parts)
    end = body[-1] if body.endswith((".", "?", "!", ":")) else ""
    return f"{body.removesuffix(end)} {more}{end}" if more and "\n" not in body else body


def interface(language: str) -> bytes:
    """A gettext file of the interface's words."""
    catalog = Catalog(locale=language, fuzzy=False, charset="utf-8")
    for id_, english in interface_strings("en")[0].items():
        said = english if id_ in _LISTS else longer(english)
        catalog.add(
            english,
            f"{said} {LONG_WORD}" if id_ in ("home_intro", "help_intro", "glossary_intro") else said,
            context=id_,
        )
    written = io.BytesIO()
    write_po(written, catalog)
    return written.getvalue()


def put_into(course: Path, language: str, share: float = 0.35) -> None:
    """Make a copy of the tests' small course one of the pseudo-language alone."""
    file = course / "course.yml"
    whole = yaml.safe_load(file.read_text("utf-8"))
    whole |= {
        "languages": [language],
        "papers": ["letter"],
        "title": longer(whole["title"]),
        "tagline": longer(whole["tagline"]),
    }
    file.write_text(yaml.safe_dump(whole, allow_unicode=True, sort_keys=False), "utf-8")
    (course / "locales").mkdir()
    (course / "locales" / f"{language}.po").write_bytes(interface(language))
    for name in ("safety.yml", "group.yml"):
        text = (course / name).read_text("utf-8")
        (course / name).write_text(re.sub(r"^(\s*)en:", rf"\1{language}:", text, flags=re.MULTILINE), "utf-8")
    shutil.rmtree(course / "overlays", ignore_errors=True)
    (course / language).mkdir()
    for path in sorted((course / "en").glob("*.yml")):
        (course / language / path.name).write_text(_module(course, path, share), "utf-8")
    shutil.rmtree(course / "en")


def _module(course: Path, path: Path, share: float) -> str:
    source, _ = read_source(course, f"en/{path.name}")
    assert source
    document, _ = read_yaml(source)
    assert document
    module, problems = validate(document, Module)
    assert module, problems
    whole = _plain(document.value)
    for leaf in leaves_of(module):
        # A card has as much room as it has, whatever the language.
        if leaf.text is not None and leaf.path[0] != "glossary" and "card" not in leaf.key:
            _put(whole, leaf.path, longer(leaf.text, share))
    section = whole["lesson"][0]["blocks"]
    section.append({"kind": "key_idea", "text": f"Strékk {LONG_WORD} strékk."})
    return yaml.safe_dump(whole, allow_unicode=True, sort_keys=False)


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    return [_plain(item) for item in value] if isinstance(value, tuple) else value


def _put(whole: Any, path: tuple[str | int, ...], text: str) -> None:
    for step in path[:-1]:
        whole = whole[step]
    whole[path[-1]] = text

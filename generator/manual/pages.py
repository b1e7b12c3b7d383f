"""Chapters → the pages of the manual, its styles and its search: plain files that open with a double click."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from generator.dress.styles import page_css
from generator.manual.chapter import Chapter, written
from generator.manual.looks import look
from generator.manual.reference import FILES, file_chapter, files_chapter, kinds_chapter
from generator.manual.rules_and_commands import commands_chapter, rules_chapter
from generator.paths import MANUAL, TEMPLATES
from generator.render.outputs import OutputFile
from generator.skeleton import KINDS

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; form-action 'none'; base-uri 'none'"
)
FIRST_MADE, FIRST_LISTS = 50, 70
"""Where the made chapters stand among the written ones: before these numbers come the guides, after them the words."""


def chapters() -> tuple[Chapter, ...]:
    """All chapters in order: what somebody wrote up to 49, the reference, the lists, and what somebody wrote from 70 on."""
    own = written(MANUAL)
    module, *others = FILES
    reference = (
        files_chapter(),
        file_chapter(module),
        *(kinds_chapter(group, look) for group in KINDS),
        *(file_chapter(name) for name in others),
    )
    lists = (rules_chapter(), commands_chapter())
    before = tuple(one for number, one in own if number < FIRST_MADE)
    between = tuple(one for number, one in own if FIRST_MADE <= number < FIRST_LISTS)
    after = tuple(one for number, one in own if number >= FIRST_LISTS)
    return (*before, *between, *reference, *lists, *after)


def manual_files() -> tuple[OutputFile, ...]:
    """Every file of the manual."""
    made = chapters()
    page = _page()
    files = [
        OutputFile(
            f"{name}.html",
            page.render(chapter=one, chapters=made, policy=POLICY, after=_after(made, one)).encode(),
        )
        for one in made
        for name in ((one.name, "index") if one is made[0] else (one.name,))
    ]
    return (*files, *_assets(made))


def _page() -> Template:
    env = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return env.get_template("layouts/manual/page.html")


def _after(made: Sequence[Chapter], one: Chapter) -> Chapter | None:
    place = made.index(one) + 1
    return made[place] if place < len(made) else None


def _assets(made: Sequence[Chapter]) -> tuple[OutputFile, ...]:
    parts = [
        {"page": one.name, "chapter": one.title, "anchor": part.anchor, "title": part.title, "text": part.text}
        for one in made
        for part in one.search
        if part.text or part.anchor
    ]
    words = f"window.psychoedManual = {json.dumps(parts, ensure_ascii=False)};\n"
    ours = TEMPLATES / "manual"
    return (
        OutputFile("assets/words.js", words.encode()),
        OutputFile("assets/manual.js", (ours / "manual.js").read_bytes()),
        OutputFile("assets/manual.css", (ours / "manual.css").read_bytes()),
        OutputFile("assets/course.css", (page_css("lesson") + page_css("worksheet")).encode()),
    )


def write_manual(folder: Path) -> tuple[Path, ...]:
    """Write the manual; files of an older one that are no more are taken away."""
    files = {folder / file.path: file.content for file in manual_files()}
    for path, content in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    for old in (*folder.glob("*.html"), *folder.glob("assets/*.*")):
        if old not in files:
            old.unlink()
    return tuple(files)

"""Chapters → the pages of the manual, its styles and its search: plain files that open with a double click."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Sequence
from pathlib import Path

from jinja2 import Template

from generator.dress.styles import page_css
from generator.kept import write_whole
from generator.manual.chapter import Chapter, written
from generator.manual.looks import look
from generator.manual.reference import FILES, file_chapter, files_chapter, kinds_chapter
from generator.manual.rules_and_commands import commands_chapter, rules_chapter
from generator.paths import MANUAL, TEMPLATES
from generator.render.outputs import OutputFile
from generator.render.web import environment
from generator.skeleton import KINDS

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; form-action 'none'; base-uri 'none'"
)
LIST = ".psychoed-manual"
"""In the manual's folder: the names of its files, one a line, so that the next one knows which of them are its own."""
_OURS = re.compile(r"[a-z0-9-]+\.html|assets/[a-z0-9-]+\.(js|css)")
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
    return environment().get_template("layouts/manual/page.html")


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


class NotTheManuals(ValueError):
    """Something else stands where the manual would; the message says what."""


def write_manual(folder: Path) -> tuple[Path, ...]:
    """Write the manual; files of an older one that are no more are taken away, and nothing that somebody else put there.

    Raises NotTheManuals if a file that is not the manual's would be replaced.
    """
    files = {file.path: file.content for file in manual_files()}
    before = _listed(folder)
    foreign = sorted(name for name in files if os.path.lexists(folder / name) and name not in before)
    if foreign:
        raise NotTheManuals(f"{folder / foreign[0]} is not the manual's; name a new folder, or take that away")
    for name in sorted(before - files.keys()):
        (folder / name).unlink(missing_ok=True)
    # First, so that what a killed run leaves behind is known to be ours.
    write_whole(folder / LIST, "".join(f"{name}\n" for name in sorted(before | files.keys())).encode())
    for name, content in files.items():
        write_whole(folder / name, content)
    write_whole(folder / LIST, "".join(f"{name}\n" for name in sorted(files)).encode())
    return tuple(folder / name for name in files)


def _listed(folder: Path) -> frozenset[str]:
    """The files of the manual that was written here before, by the list that it left."""
    try:
        lines = (folder / LIST).read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return frozenset()
    return frozenset(line for line in lines if _OURS.fullmatch(line))

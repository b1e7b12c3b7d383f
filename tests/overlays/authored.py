"""Overlays as authors may write them, right and wrong, and courses that wear them."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from generator.course import walk
from generator.language.by_language import Tongue, in_language
from generator.load import Source, module_names, read_source
from generator.order import Order, Place
from generator.overlays.overlay import Overlay, overlay_of
from generator.schema.module import Module
from generator.schema.overlay import OverlaySpec
from generator.source import Document, read_yaml
from generator.validate import validate
from tests.conftest import COURSES, ROOT

WEB = Order(formats=("web",), jobs=1)


REVIEW = {"status": "draft", "written_by": {"name": "Somebody else", "role": "author"}, "next_review": "2027-01"}


HEAD = """\
id: t
title: T
description: D.
review:
  status: draft
  written_by: {name: Somebody else, role: author}
  next_review: 2027-01
"""


def read(folder: Path, name: str, model: type[Any]) -> tuple[Any, Document]:
    source, _ = read_source(folder, name)
    assert source is not None
    document, _ = read_yaml(source)
    assert document is not None
    document, _ = in_language(document, model, Tongue("en"))
    spec, problems = validate(document, model)
    assert problems == ()
    return spec, document


@cache
def modules() -> tuple[tuple[Module, Document], ...]:
    """The tiny course's modules."""
    return tuple(read(COURSES / "tiny", name, Module) for name in module_names(COURSES / "tiny", "en"))


def overlay(text: str) -> Overlay:
    document, problems = read_yaml(Source("modules/overlays/track.yml", text, ""))
    assert document is not None and problems == ()
    spec, problems = validate(document, OverlaySpec)
    assert spec is not None and problems == ()
    return overlay_of(spec, document)


# What an author can write, right and wrong: some titles, sections and ids are those of the tiny course, some are not.
WORDS = st.sampled_from(["A small thing.", "One more thing.", "Look around you.", "Call or text someone."])


IDS = st.sampled_from(["S-CRISIS", "S-MEDS", "S-BODY", "S-OTHER"])


STORY = WORDS.map(lambda words: {"kind": "story", "title": words, "hard": words, "skill": words})


BLOCK = st.one_of(
    WORDS.map(lambda words: {"kind": "text", "text": words, "sources": ("a-book", "b-book")}),
    WORDS.map(lambda words: {"kind": "key_idea", "text": words}),
    WORDS.map(lambda words: {"kind": "remember", "points": (words, words, words)}),
    IDS.map(lambda id_: {"kind": "safety", "message": id_}),
    STORY,
)


BLOCKS = st.lists(BLOCK, min_size=1, max_size=4).map(tuple)


SECTION = st.sampled_from(["One thing is enough", "It helps", "Choose one", "Try it now", "Nowhere"])


ADDITION = st.fixed_dictionaries(
    {"part": st.sampled_from(["what", "why", "how", "practice"]), "blocks": BLOCKS}, optional={"section": SECTION}
)


SWAP = st.fixed_dictionaries({"story": st.sampled_from(["Ana’s morning", "Nobody’s"]), "blocks": BLOCKS})


PLAY = st.fixed_dictionaries(
    {
        "role_play": st.sampled_from(["a-call", "nothing"]),
        "title": WORDS,
        "scene": WORDS,
        "parts": st.just(("One", "Two")),
        "coach": st.just(("What did you see?",)),
    }
)


def few(items: st.SearchStrategy[Any], most: int = 3) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(items, max_size=most).map(tuple)


CHANGE = st.fixed_dictionaries(
    {},
    optional={
        "safety": few(IDS),
        "add": few(ADDITION),
        "swap": few(SWAP),
        "resources": few(WORDS.map(lambda words: {"kind": "text", "text": words})),
        "watch_for": few(WORDS.map(lambda words: {"sign": words, "response": words})),
        "if_asked": few(WORDS.map(lambda words: {"question": words, "answer": words})),
        "role_plays": few(PLAY),
    },
)


OVERLAYS = st.lists(
    st.dictionaries(st.sampled_from(["one-thing", "another-thing", "third"]), CHANGE), min_size=1, max_size=3
)


def made(changes: Sequence[dict[str, Any]]) -> tuple[Overlay, ...]:
    """Overlays with a place for every value: the line is the number of the overlay, the column counts."""
    found = []
    for number, change in enumerate(changes, start=1):
        value = {"id": f"o{number}", "title": "T", "description": "D.", "review": REVIEW, "modules": {"en": change}}
        spec = OverlaySpec.model_validate(value)
        places = {path: (number, column) for column, (path, _) in enumerate(walk(spec), start=1) if path}
        found.append(Overlay(spec, f"modules/overlays/o{number}.yml", places))
    return tuple(found)


def copy_of(course: Path, tmp_path: Path, name: str = "modules") -> Place:
    shutil.copytree(course, tmp_path / name)
    shutil.copy(ROOT / "mkdocs.yml", tmp_path / "mkdocs.yml")
    return Place(tmp_path / name, tmp_path / "mkdocs.yml", tmp_path / "site")


def choose(place: Place, *names: str, more: str = "") -> None:
    (place.course / "clinic.yml").write_text(f"overlays: [{', '.join(names)}]\n{more}", "utf-8")


def tree(folder: Path) -> dict[str, str]:
    """Digest of every file below a folder."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }

"""Courses of any size for the benchmark, made of the shipped one."""

from __future__ import annotations

import re
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def make_course(folder: Path, modules: int) -> None:
    """A course of so many modules: the shipped five over and over, each with ids of its own and some words changed."""
    shutil.copytree(ROOT / "modules", folder / "modules", ignore=shutil.ignore_patterns("en", "es", "overlays"))
    shutil.copy(ROOT / "mkdocs.yml", folder)
    texts = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "modules" / "en").glob("*.yml"))]
    first_ids = [re.search(r"^id: (.+)$", text, re.M)[1] for text in texts]  # type: ignore[index]
    (folder / "modules" / "en").mkdir()
    ids = []
    for number in range(modules):
        id_ = f"module-{number:03d}"
        ids.append(id_)
        text = _numbered(
            texts[number % len(texts)],
            id_,
            number,
            dict(zip(first_ids, (f"module-{i:03d}" for i in range(5)), strict=True)),
        )
        (folder / "modules" / "en" / f"{id_}.yml").write_text(text, encoding="utf-8")
    _write_course(folder, ids, dict(zip(first_ids, ids, strict=False)))


def _write_course(folder: Path, ids: Sequence[str], renamed: Mapping[str, str]) -> None:
    """The course's own file and its programs, with the new ids; what is planned stays planned."""
    course = (ROOT / "modules" / "course.yml").read_text(encoding="utf-8")
    head, _, rest = course.partition("\nmodules:")
    planned = rest[rest.index("\nabbreviations:") : rest.index("\npathways:")]
    listed = "\n".join(f"  - {id_}" for id_ in ids)
    way = f"pathways:\n  - id: all\n    title: All\n    description: All of them.\n    modules:\n{listed.replace('  - ', '      - ')}\n"
    # One language, as the other engines build it: a second one would double the pages.
    head = re.sub(r"^languages: .*$", "languages: [en]", head, flags=re.M)
    text = f"{head}\nmodules:\n{listed}\n{_with_ids(planned, renamed)}\n{way}"
    (folder / "modules" / "course.yml").write_text(text, encoding="utf-8")
    for program in (folder / "modules" / "programs").glob("*.yml"):
        program.write_text(_with_ids(program.read_text(encoding="utf-8"), renamed), encoding="utf-8")
    safety = (folder / "modules" / "safety.yml").read_text(encoding="utf-8")
    (folder / "modules" / "safety.yml").write_text(
        re.sub(r"^    modules: .*\n", "", safety, flags=re.M), encoding="utf-8"
    )


def _with_ids(text: str, renamed: Mapping[str, str]) -> str:
    """The lists of modules in a text (`[stress, …]`, or a line each) with new ids."""
    for old, new in renamed.items():
        text = re.sub(rf"(?<=[\[ ]){old}(?=[,\]]|$)", new, text, flags=re.M)
    return text


def _numbered(text: str, id_: str, number: int, renamed: dict[str, str]) -> str:
    """One module's text with ids of its own; terms are defined by the first five alone, and linked by all."""
    text = re.sub(r"^id: .+$", f"id: {id_}", text, count=1, flags=re.M)
    text = re.sub(r"^(title: .+)$", rf"\1 {number}", text, count=1, flags=re.M)
    for old, new in renamed.items():
        text = text.replace(f"](module:{old})", f"](module:{new})")
    if number >= len(renamed):
        text = re.sub(r"^glossary:\n(?:[ -].*\n|\n)+", "", text, flags=re.M)
    return text

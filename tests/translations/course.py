"""The small course of the tests in a second language: the same texts, with a mark that they were translated."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from generator.translations.edit import as_translation, with_texts
from generator.translations.leaves import leaves_of
from generator.translations.pair import read_side

TINY = Path(__file__).parents[1] / "courses" / "tiny"
MODULE, OTHER = "one-thing", "another-thing"


def translated(folder: Path, language: str = "es", mark: str = "º") -> Path:
    """A copy of the small course with its modules in another language, each text with a mark; returns its folder."""
    course = folder / "tiny"
    shutil.copytree(TINY, course)
    shutil.rmtree(course / "translations", ignore_errors=True)
    listed = (course / "course.yml").read_text("utf-8")
    said = re.sub(r"^languages: .*$", f"languages: [en, {language}]", listed, flags=re.MULTILINE)
    (course / "course.yml").write_text(said, "utf-8")
    safety = (course / "safety.yml").read_text("utf-8")
    if f"      {language}:" not in safety:
        safety = re.sub(r"^(      )en: (.*)$", rf"\1en: \2\n\1{language}: \2", safety, flags=re.MULTILINE)
        blocks = r"^(      )en:\n((?:        .*\n)+)"
        safety = re.sub(blocks, rf"\1en:\n\2\1{language}:\n\2", safety, flags=re.MULTILINE)
        (course / "safety.yml").write_text(safety, "utf-8")
    for name in (MODULE, OTHER):
        _translate(course, name, language, mark)
    return course


def _translate(course: Path, name: str, language: str, mark: str) -> None:
    side, module, problems = read_side(course, f"en/{name}.yml")
    assert side and module, problems
    texts = {leaf.path: f"{leaf.text.rstrip()}{mark}" for leaf in leaves_of(module) if leaf.text}
    (course / language).mkdir(exist_ok=True)
    there = course / language / f"{name}.yml"
    there.write_text(as_translation(with_texts(side.source.text, texts), "Ana Ruiz", "translator"), "utf-8")


def change(course: Path, name: str, old: str, new: str) -> None:
    """Replace one text of a file that stands there exactly once."""
    text = (course / name).read_text("utf-8")
    assert text.count(old) == 1, (name, old, text.count(old))
    (course / name).write_text(text.replace(old, new), "utf-8")

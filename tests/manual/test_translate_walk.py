"""“Translate a course”, followed word for word: every command is run on a copy of the small course, every edit made."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner
from markdown_it import MarkdownIt

from generator.cli import main
from generator.paths import MANUAL
from tests.conftest import ROOT


def blocks() -> list[tuple[str, str]]:
    """What each block of the chapter is for, and what stands in it."""
    tokens = MarkdownIt().parse((MANUAL / "60-translate.md").read_text("utf-8"))
    return [(token.info.strip(), token.content) for token in tokens if token.type == "fence"]


def translate(file: Path) -> None:
    """What Rosa does in her program: here she gives each text back as it is, with a mark."""
    text = file.read_text("utf-8")
    file.write_text(re.sub(r'(msgid (".*"\n(?:".*"\n)*))msgstr ""\n', r"\1msgstr \2", text), "utf-8")


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(ROOT / "tests/courses/tiny", tmp_path / "modules")
    shutil.copy(ROOT / "mkdocs.yml", tmp_path / "mkdocs.yml")
    course = tmp_path / "modules/course.yml"
    course.write_text(re.sub(r"(?m)^languages: .*$", "languages: [en]", course.read_text("utf-8")), "utf-8")
    shutil.rmtree(tmp_path / "modules/es", ignore_errors=True)
    shutil.rmtree(tmp_path / "modules/translations", ignore_errors=True)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_chapter_followed_word_for_word_ends_in_a_translated_module(here: Path) -> None:
    said, sought = "", ""
    for what, text in blocks():
        match what:
            case "sh":
                words = shlex.split(text)
                assert words[0] == "psychoed"
                done = CliRunner().invoke(main, words[1:])
                assert done.exit_code == 0, (text, done.output)
                said = done.output
                if words[1:3] == ["translate", "export"] and "--open" not in words:
                    translate(here / "for-rosa/one-thing.es.po")
            case "text":
                assert [line for line in text.splitlines() if line not in said] == [], said
            case "yaml find":
                sought = text
            case "yaml replace":
                path = here / "modules/course.yml"
                assert path.read_text("utf-8").count(sought) == 1
                path.write_text(path.read_text("utf-8").replace(sought, text), "utf-8")
            case other:
                raise AssertionError(f"the chapter has a block of another kind: {other}")
    assert "    name: Rosa Díaz\n" in (here / "modules/es/one-thing.yml").read_text("utf-8")
    assert (here / "modules/translations/es/one-thing.yml").exists()
    assert "up to date" in CliRunner().invoke(main, ["translate", "status"]).output

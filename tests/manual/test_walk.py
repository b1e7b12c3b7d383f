"""“Write a module in an afternoon”, followed word for word: every command run, every edit made, every answer compared.

The test reads the manual's own text. In it, a block `sh` is typed (`fails` ends with an error, `serve` runs on, `install` is
what `make site` does and is left out, `second` is for another terminal), a block `text` stands in the answer, `yaml find` is sought and `yaml replace` written.
"""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.request import urlopen

import pytest
from markdown_it import MarkdownIt
from pypdf import PdfReader

from generator.paths import MANUAL
from tests.conftest import ROOT

MODULE = "modules/en/sleep-and-rest.yml"
PATIENCE = 60.0


def steps() -> list[tuple[str, str]]:
    """What each block is for, and what stands in it."""
    tokens = MarkdownIt().parse((MANUAL / "10-write-a-module.md").read_text("utf-8"))
    return [(token.info.strip(), token.content) for token in tokens if token.type == "fence"]


@dataclass
class Person:
    """Somebody at a terminal, who does what the manual says."""

    here: Path
    said: str = ""
    sought: str = ""
    server: subprocess.Popen[str] | None = None
    address: str = ""
    typed: list[str] = field(default_factory=list)

    def type(self, line: str, *, fails: bool = False) -> None:
        words = shlex.split(line)
        self.typed.append(line)
        if words[0] == "cd":
            self.here = (self.here / words[1]).resolve()
            return
        assert words[0] == "psychoed"
        done = subprocess.run(psychoed(words), cwd=self.here, env=environment(), capture_output=True, text=True)
        self.said = done.stdout + done.stderr
        assert "Traceback" not in self.said
        assert done.returncode == (1 if fails else 0), f"{line}\n{self.said}"
        if words[1] == "init":
            make_few_sheets(self.here / words[2])

    def start(self, line: str) -> None:
        self.typed.append(line)
        self.server = subprocess.Popen(
            psychoed(shlex.split(line)), cwd=self.here, env=environment(), stdout=subprocess.PIPE, text=True
        )
        assert self.server.stdout
        found = re.match(r"(http://localhost:\d+)/", self.server.stdout.readline())
        assert found
        self.address = found[1]

    def edit(self, new: str) -> None:
        path = self.here / MODULE
        text = path.read_text("utf-8")
        assert text.count(self.sought) == 1, self.sought
        path.write_text(text.replace(self.sought, new), "utf-8")

    def sees(self, path: str, words: str) -> None:
        """Wait until an answer of the preview holds these words."""
        ends = time.monotonic() + PATIENCE
        while time.monotonic() < ends:
            try:
                if words in urlopen(self.address + path, timeout=30).read().decode():
                    return
            except OSError:
                pass
            time.sleep(0.2)
        raise AssertionError(f"{words!r} was not seen at {path}")


def psychoed(words: list[str]) -> list[str]:
    return [sys.executable, "-m", "generator", *words[1:]]


def environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"}


def make_few_sheets(folder: Path) -> None:
    """One paper and one edition in place of six: they differ in nothing that the manual speaks of, and take a minute."""
    path = folder.resolve() / "modules/course.yml"
    text = path.read_text("utf-8").replace("papers: [letter, a4]", "papers: [letter]")
    path.write_text(text.replace("editions: [standard, large, copy]", "editions: [standard]"), "utf-8")


@pytest.fixture
def person(tmp_path: Path) -> Iterator[Person]:
    (tmp_path / "program").mkdir()
    made = Person(tmp_path / "program")
    yield made
    if made.server:
        made.server.terminate()
        # Its stream ends when the last process that holds it has ended: none is left behind.
        made.server.communicate(timeout=20)
        assert made.server.returncode == 0


@pytest.mark.slow
def test_the_manual_followed_word_for_word_ends_in_a_built_module(person: Person) -> None:
    for what, text in steps():
        match what:
            case "sh install":
                assert "make site" in text
            case "sh second":
                assert (person.here.parent / "program" / text.splitlines()[1].split()[1]).resolve() == person.here
            case "sh" | "sh fails":
                for line in text.splitlines():
                    person.type(line, fails=what == "sh fails")
            case "sh serve":
                person.start(text)
            case "text":
                missing = [line for line in text.splitlines() if line not in person.said]
                assert missing == [], person.said
            case "yaml find":
                person.sought = text
            case "yaml replace":
                person.edit(text)
                look_at_the_preview(person, text)
            case other:
                raise AssertionError(f"the walk has a block of another kind: {other}")
    home = person.here / "site/dev/en/sleep-and-rest"
    assert "Luis at two in the morning" in (home / "index.html").read_text("utf-8")
    (packet,) = (person.here / "packets").glob("*.pdf")
    assert "toward rest tonight" in " ".join(page.extract_text() for page in PdfReader(packet).pages)
    assert len(person.typed) >= 8


def look_at_the_preview(person: Person, text: str) -> None:
    """What the manual promises: a save is seen in the browser, and a mistake is told there."""
    lesson = "/dev/en/sleep-and-rest/index.html"
    if "toward rest tonight" in text:
        person.sees(lesson, "toward rest tonight")
    elif "Luis" in text:
        person.sees(lesson, "Luis at two in the morning")
    elif "titel" in text:
        person.sees("/.preview/state", json.dumps("unknown key 'titel'; did you mean 'title'?"))
        person.sees(lesson, "Luis at two in the morning")


def test_the_walk_has_all_that_it_promises() -> None:
    kinds = [what for what, _ in steps()]
    assert kinds.count("yaml find") == kinds.count("yaml replace") >= 5
    assert {"sh install", "sh serve", "sh fails", "text"} <= set(kinds)
    makefile = (ROOT / "Makefile").read_text("utf-8")
    for what, text in steps():
        if what == "sh install":
            assert all(f"\n{target}:" in makefile for target in re.findall(r"make (\w+)", text))

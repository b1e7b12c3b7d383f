"""Interface words: each is said by a page, a sheet, a script or the program, and none is asked for that is not there."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from generator.language.strings import interface_strings
from generator.paths import PACKAGE, TEMPLATES

WORDS = interface_strings("en")[0].keys()
NAME = "[a-z][a-z0-9_]*"
IN_PAGES = re.compile(rf"(?<![\w.])(?:t|course\.strings)\.({NAME})")
IN_SHEETS = re.compile(rf'\bsay\(\s*ctx,\s*"({NAME}(?<!_))"')
IN_SCRIPTS = re.compile(rf"\bwords\.({NAME})")
QUOTED = re.compile(rf'"({NAME})"')
BEGUN = re.compile(rf'"({NAME}_)"\s*[+~]')
"""The beginning of a word's name, to which a template adds the rest."""


def templates(kind: str) -> Iterator[str]:
    for path in sorted(TEMPLATES.rglob(f"*.{kind}")):
        yield path.read_text("utf-8")


def in_python() -> Iterator[tuple[str, bool]]:
    """Every string of the package (False), and every one with a hole in it, as a pattern (True)."""
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield node.value, False
            elif isinstance(node, ast.JoinedStr):
                parts = [part.value if isinstance(part, ast.Constant) else None for part in node.values]
                if sum(len(part) for part in parts if part) >= len("note"):
                    yield "".join("[a-z0-9_]+" if part is None else re.escape(part) for part in parts), True


def test_every_word_is_said_somewhere() -> None:
    found = list(in_python())
    said = {text for text, has_hole in found if not has_hole}
    patterns = [text for text, has_hole in found if has_hole]
    for text in templates("html"):
        said |= {*IN_PAGES.findall(text), *QUOTED.findall(text)}
        patterns += [f"{begun}[a-z0-9_]+" for begun in BEGUN.findall(text)]
    for text in templates("typ"):
        said |= set(QUOTED.findall(text))
        patterns += [f"{begun}[a-z0-9_]+" for begun in BEGUN.findall(text)]
    for text in templates("js"):
        said |= set(IN_SCRIPTS.findall(text))
    whole = re.compile("|".join(patterns))
    assert [word for word in WORDS if word not in said and not whole.fullmatch(word)] == []


def test_no_template_asks_for_a_word_that_is_not_there() -> None:
    asked = {
        "pages": {word for text in templates("html") for word in IN_PAGES.findall(text)},
        "sheets": {word for text in templates("typ") for word in IN_SHEETS.findall(text)},
        "scripts": {word for text in templates("js") for word in IN_SCRIPTS.findall(text)},
    }
    assert all(len(words) > 50 for words in asked.values()), {kind: len(words) for kind, words in asked.items()}
    assert {kind: sorted(words - WORDS) for kind, words in asked.items()} == {"pages": [], "sheets": [], "scripts": []}

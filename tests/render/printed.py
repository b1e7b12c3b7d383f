"""The tiny course and the shipped one as printed sheets, and what a reader gets out of a PDF."""

from __future__ import annotations

import hashlib
import io
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

import pypdf

from generator.compile import read_module
from generator.course import Build, Frame
from generator.engines.pdf import set_sheets
from generator.frame import frame_of, read_shared
from generator.load import read_source
from generator.problems import errors
from generator.render.outputs import Sheet
from generator.render.print.sheets import sheets
from generator.schema.fields import Field
from generator.schema.module import Module

TINY = Path(__file__).parents[1] / "courses" / "tiny"
COURSE = Path(__file__).parents[2] / "modules"
BUILD = Build("1.2", "https://course.example/", ("letter", "a4"))


@cache
def frame_in(course: Path, language: str = "en") -> Frame:
    """The frame of a course in one language."""
    shared, problems = read_shared(course)
    assert shared is not None, problems
    return frame_of(shared, language)


@cache
def module_in(course: Path, name: str, language: str = "en") -> Module:
    """A module of a course in one language."""
    source, problems = read_source(course, f"{language}/{name}.yml")
    assert source is not None, problems
    case, problems = read_module(source, frame_in(course, language))
    assert case is not None
    assert not errors(problems)
    return case.module


def tiny_frame() -> Frame:
    """The frame of the tiny course in English."""
    return frame_in(TINY)


def tiny_module() -> Module:
    """The module that uses every kind."""
    return module_in(TINY, "one-thing")


@cache
def shipped(language: str = "en") -> tuple[tuple[tuple[Sheet, ...], Module, Frame], ...]:
    """Every module of the course itself: its sheets, the module, the frame."""
    frame = frame_in(COURSE, language)
    modules = (module_in(COURSE, file.stem, language) for file in sorted((COURSE / language).glob("*.yml")))
    return tuple((sheets(module, frame, BUILD), module, frame) for module in modules)


def sheets_of(module: Module, frame: Frame | None = None) -> tuple[Sheet, ...]:
    """Every sheet of a module in the tiny frame, or in another one."""
    return sheets(module, frame or tiny_frame(), BUILD)


def tiny_sheets() -> tuple[Sheet, ...]:
    """Every sheet of the tiny module."""
    return sheets_of(tiny_module())


def with_fields(*fields: Field) -> tuple[Sheet, ...]:
    """The tiny module with a worksheet of these fields alone."""
    worksheet = tiny_module().worksheets[0].model_copy(update={"fields": fields})
    return sheets_of(tiny_module().model_copy(update={"worksheets": (worksheet,)}))


def named(name: str, made: tuple[Sheet, ...]) -> Sheet:
    """The sheet whose file has this name."""
    return next(sheet for sheet in made if re.fullmatch(rf"[a-z-]+/print/\d\d-{name}\.pdf", sheet.address))


@cache
def pdf_of(sheet: Sheet) -> bytes:
    """The sheet as a PDF."""
    return set_sheets([sheet])[0].content


@cache
def pages_of(sheet: Sheet) -> tuple[str, ...]:
    """The words of each page."""
    return tuple(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf_of(sheet))).pages)


def editions(name: str, made: tuple[Sheet, ...]) -> tuple[Sheet, ...]:
    """Every edition of a sheet on every paper."""
    pattern = rf"[a-z-]+/print/\d\d-{name}-({'|'.join(BUILD.papers)})(-[a-z-]+)?\.pdf"
    return tuple(sheet for sheet in made if re.fullmatch(pattern, sheet.address))


def part_of(sheet: Sheet) -> Any:
    """The sheet's own part of its payload."""
    return json.loads(sheet.payload)["parts"][0]


def letters(text: str) -> str:
    """The text without spaces, line ends and the marks of places where a word may break."""
    return re.sub(r"[\s\u200b]+", "", text)


def letters_of(sheet: Sheet) -> str:
    """All letters of a sheet in a row."""
    return letters("".join(pages_of(sheet)))


def digest_of(sheets: Iterable[Sheet]) -> str:
    """SHA-256 of the sheets' PDFs, one after the other."""
    return hashlib.sha256(b"".join(pdf_of(sheet) for sheet in sheets)).hexdigest()


def digest_elsewhere(chosen: str) -> str:
    """`digest_of` what an expression over this module chooses, with all of it made by another process.

    The sheets are set in another order there, so that nothing depends on what the compiler did before.
    """
    program = (
        "import sys; sys.path[:0] = sys.argv[1:];"
        "from printed import *;"
        f"chosen = {chosen};"
        "[pdf_of(sheet) for sheet in reversed(chosen)];"
        "print(digest_of(chosen))"
    )
    root = Path(__file__).parents[2]
    elsewhere = {**os.environ, "PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo", "SOURCE_DATE_EPOCH": "99999999"}
    found = subprocess.run(
        [sys.executable, "-c", program, str(root), str(root / "tests/render")],
        capture_output=True, text=True, check=True, env=elsewhere, cwd="/",
    )  # fmt: skip
    return found.stdout.strip()

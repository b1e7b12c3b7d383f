"""Sheets → PDFs: drives Typst. The only module that knows Typst, and the only reader of the font packages.

What is printed depends on the payload and the templates alone: fonts come from PyPI packages, no clock is asked,
nothing is fetched.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any, Final, Literal

import fontpkg_atkinson_hyperlegible
import fontpkg_noto_sans
import typst

from generator.paths import TEMPLATES
from generator.render.outputs import OutputFile, Sheet, path_of

FONTS = (fontpkg_atkinson_hyperlegible, fontpkg_noto_sans)
STANDARD: Final[Literal["ua-1"]] = "ua-1"
"""PDF/UA-1: Typst then refuses a missing title, language, text alternative, skipped heading or unknown letter."""
NO_TIME = 0
"""Seconds since 1970. The templates never ask for the date; fixed so that the same sheet is the same bytes."""


class PrintError(Exception):
    """A sheet that Typst would not set, or set with a warning: a fault of our templates, not of an author."""

    def __init__(self, sheet: Sheet, said: str) -> None:
        # Both go to the base class, so that the error comes back whole from another process.
        super().__init__(sheet, said)
        self.sheet = sheet
        self.said = said

    def __str__(self) -> str:
        return f"{path_of(self.sheet.tree, self.sheet.address)}: {self.said}"


def set_sheets(sheets: Sequence[Sheet]) -> tuple[OutputFile, ...]:
    """Set every sheet as a tagged PDF, in the order given; about 30 ms a short one, 100 ms a guide."""
    return tuple(OutputFile(path_of(sheet.tree, sheet.address), _set(sheet)) for sheet in sheets)


def draw_sheet(sheet: Sheet) -> tuple[str, ...]:
    """Draw the pages of a sheet as SVG, just as its PDF has them; form fields are drawn empty."""
    try:
        drawn = _compiler().compile(input=_program(sheet.payload), sys_inputs=_inputs(sheet), format="svg")
    except typst.TypstError as error:
        raise PrintError(sheet, _said(error)) from error
    pages = drawn if isinstance(drawn, list) else [drawn]
    return tuple(page.decode() for page in pages if page)


def _set(sheet: Sheet) -> bytes:
    try:
        pdf, warnings = _compiler().compile_with_warnings(
            input=_program(sheet.payload),
            sys_inputs=_inputs(sheet),
            format="pdf",
            pdf_standards=[STANDARD],
            timestamp=NO_TIME,
        )
    except typst.TypstError as error:
        raise PrintError(sheet, _said(error)) from error
    if warnings:
        raise PrintError(sheet, "; ".join(_said(warning) for warning in warnings))
    assert isinstance(pdf, bytes)
    return _with_fields(pdf, sheet.large) if sheet.form else pdf


def _with_fields(pdf: bytes, large: bool) -> bytes:
    # What reads and writes PDFs is loaded by a course that has forms alone.
    from generator.engines.forms import with_fields

    return with_fields(pdf, large)


def _program(payload: str) -> bytes:
    """The one line that hands the payload to the templates, as a Typst string.

    JSON has escaped all control characters; what a Typst string still reads as its own are these two signs. Handed
    over as an input of the program it would make Typst forget all it had laid out: half as slow again.
    """
    quoted = payload.replace("\\", "\\\\").replace('"', '\\"')
    return f'#import "/layouts/print/main.typ": file\n#file("{quoted}")\n'.encode()


def _said(found: typst.TypstError | typst.TypstWarning) -> str:
    return " ".join((found.message, *(f"({hint})" for hint in found.hints)))


def told_by(sheet: Sheet, label: str) -> Any:
    """What the templates put under a label of a sheet, as JSON; a sheet that was just set is not laid out again."""
    asked = typst.Compiler(_program(sheet.payload), root=str(TEMPLATES), font_paths=_fonts(), sys_inputs=_inputs(sheet))
    return json.loads(asked.query(f"<{label}>", field="value", one=True))


def _inputs(sheet: Sheet) -> dict[str, str]:
    turned = {"direction": sheet.direction} if sheet.direction != "ltr" else {}
    return {"scale": "large" if sheet.large else "standard", **turned}


@lru_cache(maxsize=1)
def _compiler() -> typst.Compiler:
    """One compiler a process: what it laid out before is remembered."""
    return typst.Compiler(root=str(TEMPLATES), font_paths=_fonts())


@lru_cache(maxsize=1)
def _fonts() -> typst.Fonts:
    """Our fonts alone, read once a process."""
    folders = [str(Path(font.ROOT) / "files") for font in FONTS]
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=folders)

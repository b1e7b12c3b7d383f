"""The editions of a printed sheet: the same words, set for another reader, another copier, or a keyboard."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

EditionName = Literal["standard", "large", "copy"]


@dataclass(frozen=True, slots=True)
class Edition:
    """How a sheet is set."""

    name: str
    """Ends the file's name, except for `standard`."""
    course: EditionName
    """The edition of course.yml that it comes with."""
    large: bool = False
    """18 pt by layout, with lines further apart and one column where there were two."""
    tinted: bool = True
    """Whether light fills guide the eye; without them a worn copier has nothing to smear."""
    form: bool = False
    """Whether what people fill in are real form fields."""


STANDARD = Edition("standard", "standard")
LARGE = Edition("large", "large", large=True)
COPY = Edition("copy", "copy", tinted=False)
FORM = Edition("form", "standard", form=True)
LARGE_FORM = Edition("large-form", "large", large=True, form=True)

EDITIONS: tuple[Edition, ...] = (STANDARD, COPY, FORM, LARGE, LARGE_FORM)
"""In an order that keeps alike what is set one after the other: Typst remembers what it has laid out."""


def editions_of(chosen: tuple[str, ...], fillable: bool) -> tuple[Edition, ...]:
    """The editions that a sheet has in a course with these; forms only where people fill something in."""
    return tuple(edition for edition in EDITIONS if edition.course in chosen and (fillable or not edition.form))

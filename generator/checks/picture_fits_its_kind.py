"""A picture's own parts agree with each other, and with the worksheet field that hides its labels."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.case import Case
from generator.course import walk
from generator.problems import Problem
from generator.rules import Rule
from generator.schema.fields.labelled_picture import LabelledPicture
from generator.schema.pictures.meter import Meter
from generator.schema.pictures.spectrum import Spectrum
from generator.source import Path

RULE = Rule(
    "picture-fits-its-kind",
    "`best` is one of a spectrum's parts, a meter's marks go up, and a picture has a part for each blank.",
    "Otherwise the drawing says something else than its words.",
    "Correct the number, or the order of the parts.",
)


def check(case: Case) -> Iterator[Problem]:
    """Find pictures whose parts do not agree.

    Example:
        kind: meter
        parts:
          - at: 7
            label: Hot
          - at: 3
            label: Warm

    Better:
        kind: meter
        parts:
          - at: 3
            label: Warm
          - at: 7
            label: Hot
    """
    for index, picture in enumerate(case.module.pictures):
        if isinstance(picture, Spectrum):
            yield from _spectrum(case, ("pictures", index), picture)
        elif isinstance(picture, Meter):
            yield from _meter(case, ("pictures", index), picture)
    parts = {picture.id: len(picture.parts) for picture in case.module.pictures}
    for path, field in walk(case.module.worksheets, ("worksheets",)):
        if isinstance(field, LabelledPicture) and len(field.blanks) > parts.get(field.picture, len(field.blanks)):
            message = f"{len(field.blanks)} blanks; the picture '{field.picture}' has {parts[field.picture]} parts"
            yield case.problem(RULE, (*path, "blanks"), message)


def _spectrum(case: Case, path: Path, picture: Spectrum) -> Iterator[Problem]:
    if picture.best > len(picture.parts):
        message = f"`best` is {picture.best}; the picture has {len(picture.parts)} parts"
        yield case.problem(RULE, (*path, "best"), message)


def _meter(case: Case, path: Path, picture: Meter) -> Iterator[Problem]:
    for index in range(1, len(picture.parts)):
        below, here = picture.parts[index - 1].at, picture.parts[index].at
        if here <= below:
            message = f"the mark at {here} stands after the mark at {below}; marks go up"
            yield case.problem(RULE, (*path, "parts", index, "at"), message)

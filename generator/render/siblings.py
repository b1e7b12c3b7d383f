"""Module → the links from each of its pages to the others."""

from __future__ import annotations

from generator import addresses
from generator.course import Frame
from generator.render.outputs import Crumb
from generator.schema.module import Module


def siblings(module: Module, frame: Frame) -> tuple[Crumb, ...]:
    """The lesson, then its worksheets; addresses within the patients' tree."""
    sheets = (
        Crumb(addresses.worksheet(frame.slug(module.id), frame.slug(sheet.id)), sheet.title)
        for sheet in module.worksheets
    )
    return (Crumb(addresses.lesson(frame.slug(module.id)), module.title), *sheets)

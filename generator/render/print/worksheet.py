"""A worksheet → a sheet to write on, or to type into."""

from __future__ import annotations

from collections.abc import Iterator

from generator import addresses
from generator.course import Frame
from generator.render.print.content import Content
from generator.render.print.values import printable
from generator.schema.module import Module


def contents(module: Module, frame: Frame) -> Iterator[Content]:
    """Each worksheet of the module."""
    for worksheet in module.worksheets:
        yield Content(
            module=module,
            tree="patients",
            name=worksheet.id,
            page=addresses.worksheet(frame.slug(module.id), frame.slug(worksheet.id)),
            over=module.title,
            title=worksheet.title,
            short=worksheet.title,
            layout="worksheet",
            body={"worksheet": printable(worksheet)},
            written_on=True,
            fillable=True,
        )

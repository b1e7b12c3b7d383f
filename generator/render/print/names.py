"""What a sheet is called where strangers may see it: file names, print queues, covers.

A course that does not say otherwise is neutral there: `02-worksheet-1-letter.pdf`, titled “Course 2: Worksheet 1”.
"""

from __future__ import annotations

from generator.course import Frame
from generator.render.print.content import Content
from generator.schema.module import Module

NAMED = {
    "handout": "handout",
    "lesson": "print_lesson",
    "quiz": "paper_quiz",
    "cards": "print_cards",
    "poster": "print_poster",
    "guide": "guide",
    "role-plays": "print_role_plays",
}
"""Sheets that are not worksheets, and the interface word for each."""


def file_name(module: Module, name: str, frame: Frame) -> str:
    """The sheet's part of its file name, without paper and edition."""
    if frame.topics_outside:
        return f"{module.id}-{name}"
    place = worksheet_number(module, name)
    return f"{frame.number_of(module.id):02d}-{f'worksheet-{place}' if place else name}"


def document_title(content: Content, frame: Frame) -> str:
    """The title that a reader's window and a print queue show."""
    module, name = content.module, content.name
    if module is None:
        return f"{frame.outside_title}: {content.short}"
    if frame.topics_outside:
        return f"{module.title}: {content.short}"
    place = worksheet_number(module, name)
    kind = frame.strings["print_worksheet"].format(number=place) if place else frame.strings[NAMED[name]]
    return f"{frame.outside_title} {frame.number_of(module.id)}: {kind}"


def worksheet_number(module: Module | None, name: str) -> int:
    """The place of a worksheet in its module, from 1; 0 for another kind of sheet."""
    ids = [worksheet.id for worksheet in module.worksheets] if module else []
    return ids.index(name) + 1 if name in ids else 0

"""A module → its printed sheets, one file a kind of sheet and one line a kind here."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from generator import addresses
from generator.course import Build, Frame
from generator.editions import editions_of
from generator.render.outputs import Sheet
from generator.render.print import cards, guide, handout, lesson, poster, quiz, worksheet
from generator.render.print.content import Content
from generator.render.print.names import file_name
from generator.render.print.payload import Payload
from generator.schema.module import Module

Contents = Callable[[Module, Frame], Iterator[Content]]

SHEETS: tuple[Contents, ...] = (
    handout.contents,
    lesson.contents,
    worksheet.contents,
    quiz.contents,
    cards.contents,
    poster.contents,
    guide.contents,
)
"""A kind of sheet → its contents for a module: none, one or several."""


def contents(module: Module, frame: Frame) -> Iterator[Content]:
    """Everything that the module prints, before paper and edition."""
    return (content for make in SHEETS for content in make(module, frame))


def sheets(module: Module, frame: Frame, build: Build) -> tuple[Sheet, ...]:
    """Make every sheet of the module, on every paper and in every edition of the build."""
    return tuple(
        Sheet(
            content.tree,
            addresses.sheet(frame.slug(module.id), file_name(module, content.name, frame), paper, edition.name),
            payload.on(paper, edition),
            edition.large,
            edition.form,
        )
        for content in contents(module, frame)
        for payload in (Payload((content,), (module,), frame, build),)
        for paper in build.papers
        for edition in editions_of(build.editions, content.fillable)
    )

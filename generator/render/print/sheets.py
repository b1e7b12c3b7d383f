"""A module → its printed sheets, one file a kind of sheet and one line a kind here."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from generator import addresses
from generator.course import Build, Frame
from generator.editions import Edition, editions_of
from generator.facts import Facts
from generator.language.names import direction_of
from generator.render.outputs import Sheet
from generator.render.print import (
    cards,
    group_kit,
    guide,
    handout,
    lesson,
    poster,
    programs,
    quiz,
    role_plays,
    worksheet,
)
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
    role_plays.contents,
)
"""A kind of sheet → its contents for a module: none, one or several."""


CourseContents = Callable[[Sequence[Facts], Frame, Build], Iterator[Content]]

COURSE_SHEETS: tuple[CourseContents, ...] = (group_kit.contents, programs.contents)
"""A kind of sheet that belongs to no module → its contents: none, one or several."""


def contents(module: Module, frame: Frame) -> Iterator[Content]:
    """Everything that the module prints, before paper and edition."""
    return (content for make in SHEETS for content in make(module, frame))


def sheets(module: Module, frame: Frame, build: Build) -> tuple[Sheet, ...]:
    """Make every sheet of the module, on every paper and in every edition of the build."""

    def address(content: Content, paper: str, edition: Edition) -> str:
        return addresses.sheet(frame.slug(module.id), file_name(module, content.name, frame), paper, edition.name)

    found = contents(module, frame)
    return tuple(sheet for content in found for sheet in _on_all(content, (module,), address, frame, build))


def course_sheets(facts: Sequence[Facts], frame: Frame, build: Build) -> tuple[Sheet, ...]:
    """Make every sheet that belongs to no module, on every paper and in every edition of the build."""

    def address(content: Content, paper: str, edition: Edition) -> str:
        return addresses.course_sheet(content.name, paper, edition.name)

    found = (content for make in COURSE_SHEETS for content in make(facts, frame, build))
    return tuple(sheet for content in found for sheet in _on_all(content, (), address, frame, build))


def _on_all(
    content: Content,
    modules: tuple[Module, ...],
    address: Callable[[Content, str, Edition], str],
    frame: Frame,
    build: Build,
) -> Iterator[Sheet]:
    """The sheet on every paper and in every edition; none where its tree is not made."""
    if content.tree not in build.trees:
        return
    payload = Payload((content,), modules, frame, build)
    for paper in build.papers:
        for edition in editions_of(build.editions, content.fillable):
            where = address(content, paper, edition)
            yield Sheet(
                content.tree,
                where,
                payload.on(paper, edition),
                edition.large,
                edition.form,
                direction_of(frame.language),
            )

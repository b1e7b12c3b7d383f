"""The formats: each turns a module, or the whole course, into pages, sheets or files; all of them stand in these lists."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from generator.course import Build, Facts, Frame
from generator.render.course_pages import COURSE_PAGES as OTHER_PAGES
from generator.render.find import find_file
from generator.render.guide import guide_pages
from generator.render.lesson import lesson_pages
from generator.render.one_file import one_file
from generator.render.outputs import OutputFile, Page
from generator.render.plans import PLAN_PAGES
from generator.render.programs import program_pages
from generator.render.worksheet import worksheet_pages
from generator.schema.module import Module

CoursePages = Callable[[Sequence[Facts], Frame, Build], tuple[Page, ...]]
ModulePages = Callable[[Module, Frame, Build], tuple[Page, ...]]
ModuleFiles = Callable[[Module, Frame, Build], tuple[OutputFile, ...]]

CourseFiles = Callable[[Sequence[Facts], Frame, Build], Iterable[OutputFile]]

COURSE_PAGES: tuple[CoursePages, ...] = (*OTHER_PAGES, *PLAN_PAGES, program_pages)
MODULE_PAGES: tuple[ModulePages, ...] = (lesson_pages, worksheet_pages, guide_pages)
MODULE_FILES: tuple[ModuleFiles, ...] = (one_file,)
"""What needs no engine; paths within the language's folder."""
COURSE_FILES: tuple[CourseFiles, ...] = (find_file,)
"""The same for files that belong to no module."""

__all__ = ["COURSE_FILES", "COURSE_PAGES", "MODULE_FILES", "MODULE_PAGES", "ModuleFiles", "ModulePages"]

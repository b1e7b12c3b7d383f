"""The formats: each turns a module, or the whole course, into pages, sheets or files; all of them stand in these lists."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from generator.course import Build, Frame
from generator.facts import Facts
from generator.render.changes import changes_page
from generator.render.counselors import counselors_home
from generator.render.course_pages import about, glossary, help_now, home
from generator.render.find import find_file, find_page
from generator.render.group_kit import every_group
from generator.render.guide import guide_pages
from generator.render.lesson import lesson_pages
from generator.render.one_file import one_file
from generator.render.outputs import OutputFile, Page
from generator.render.own_pages import own_pages
from generator.render.plans import assign_page, codes_page, plan_page
from generator.render.programs.overview import program_pages
from generator.render.worksheet import worksheet_pages
from generator.schema.module import Module

CoursePages = Callable[[Sequence[Facts], Frame, Build], tuple[Page, ...]]
ModulePages = Callable[[Module, Frame, Build], tuple[Page, ...]]
ModuleFiles = Callable[[Module, Frame, Build], tuple[OutputFile, ...]]

CourseFiles = Callable[[Sequence[Facts], Frame, Build], Iterable[OutputFile]]

COURSE_PAGES: tuple[CoursePages, ...] = (
    home,
    help_now,
    glossary,
    about,
    own_pages,
    counselors_home,
    every_group,
    find_page,
    plan_page,
    assign_page,
    codes_page,
    program_pages,
    changes_page,
)
MODULE_PAGES: tuple[ModulePages, ...] = (lesson_pages, worksheet_pages, guide_pages)
MODULE_FILES: tuple[ModuleFiles, ...] = (one_file,)
"""What needs no engine; paths within the language's folder."""
COURSE_FILES: tuple[CourseFiles, ...] = (find_file,)
"""The same for files that belong to no module."""

__all__ = ["COURSE_FILES", "COURSE_PAGES", "MODULE_FILES", "MODULE_PAGES", "ModuleFiles", "ModulePages"]

"""Psychoed: YAML modules → a psychoeducation course.

The public functions read, check, build and release a course, and compare two of its versions; the values they take and
give are frozen. What an author wrote wrongly comes back as `Problem`s, never as an exception. Names that do not stand
in `__all__` may change in any version.
"""

from generator.build import Result, build_course, check_course
from generator.history.compare import differences
from generator.history.differences import Differences
from generator.history.released import NotCompared, read_version
from generator.history.shape import CourseFile, ModuleEntry
from generator.history.today import read_today as read_course
from generator.order import FORMATS, TREES, Order, Place
from generator.problems import Problem
from generator.release import NotReleased, release_course

__all__ = [
    "FORMATS",
    "TREES",
    "CourseFile",
    "Differences",
    "ModuleEntry",
    "NotCompared",
    "NotReleased",
    "Order",
    "Place",
    "Problem",
    "Result",
    "build_course",
    "check_course",
    "differences",
    "read_course",
    "read_version",
    "release_course",
]

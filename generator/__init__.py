"""Psychoed: YAML modules → a psychoeducation course.

The public functions: `build_course`, `check_course`, `release_course`, and the values they take and give.
"""

from generator.build import Result, build_course, check_course
from generator.order import FORMATS, Order, Place
from generator.problems import Problem
from generator.release import NotReleased, release_course

__all__ = [
    "FORMATS",
    "NotReleased",
    "Order",
    "Place",
    "Problem",
    "Result",
    "build_course",
    "check_course",
    "release_course",
]

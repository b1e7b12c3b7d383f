"""The course's files of today → the course as `course.json` would hold it, by language; no page is made."""

from __future__ import annotations

from collections.abc import Mapping

from generator.build import study_course
from generator.history.shape import CourseFile
from generator.order import Order, Place, Say, silent
from generator.problems import Problems, errors, open_ones
from generator.render.course_json import whole
from generator.study import Studied, parts_again
from generator.workers import Workers


def read_today(place: Place, order: Order, say: Say = silent) -> tuple[Mapping[str, CourseFile], Problems]:
    """The course by language, as counselors see it; empty with errors in it.

    What is read and kept is the same as at a build of the same order, so neither has to do it again.
    """
    with Workers(order.jobs, say) as workers:
        studied, problems = study_course(place, order, workers)
        if errors(problems):
            return {}, open_ones(problems)
        return {one.frame.language: _file_of(one, workers) for one in studied}, open_ones(problems)


def _file_of(language: Studied, workers: Workers) -> CourseFile:
    parts = parts_again(language, workers)
    rows = [parts[module.id]["counselors"] for module in language.facts]
    return CourseFile.model_validate_json(whole("counselors", language.frame, language.build, rows))

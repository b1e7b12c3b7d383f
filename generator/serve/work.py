"""What the preview's own process does: build the pages, and set the sheets that somebody looks at.

A process of its own, so that whatever ends it leaves the server standing, and a changed template is read anew.
"""

from __future__ import annotations

import traceback
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal, TypeVar

from generator.build import build_course, study_course
from generator.commands.desk import EXPECTED
from generator.engines.pdf import draw_sheet, set_sheets
from generator.inventory import inventory_of
from generator.make import sheet_at
from generator.order import Order, Place
from generator.problems import Problem, Problems, errors
from generator.render.outputs import Sheet
from generator.workers import Workers

Made = TypeVar("Made")
Whose = Literal["", "course", "program"]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a build. With errors, the pages stand as they were."""

    problems: Problems = ()
    fault: str = ""
    """What kept the build from being done, where that is not a mistake in a file of the course."""
    whose: Whose = ""
    """Whose fault it is: something on this computer that the person can mend, or our program's."""
    seconds: float = 0.0

    @property
    def good(self) -> bool:
        """Whether the pages are those of the files as they are now."""
        return not self.fault and not errors(self.problems)


@dataclass(frozen=True, slots=True)
class Paper:
    """A sheet as it is set now: a digest of all that it shows, and what was asked of it."""

    key: str
    pages: tuple[str, ...] = ()
    """Drawings (SVG), one a page."""
    pdf: bytes = b""


def build_web(place: Place, order: Order) -> Outcome:
    """Build the pages into the preview's folder; nothing is raised."""

    def work() -> Outcome:
        result = build_course(place, replace(order, formats=("web",)))
        return Outcome(result.problems, seconds=result.seconds)

    return _guarded(work)


def _guarded(work: Callable[[], Outcome]) -> Outcome:
    try:
        return work()
    except EXPECTED as error:
        return Outcome(fault=str(error), whose="course")
    except OSError as error:
        where = f": {error.filename}" if error.filename else ""
        return Outcome(fault=f"{error.strerror or error}{where}", whose="course")
    except Exception:  # Our own fault. The preview says so and goes on; the person may have unsaved work beside it.
        return Outcome(fault=traceback.format_exc(), whose="program")


def set_sheet(place: Place, order: Order, path: str, known: str, is_drawn: bool) -> Paper | None:
    """Set the sheet at a path of the version's folder (`en/…/02-handout-letter.pdf`), or draw its pages.

    None where there is no such sheet, or a mistake stands in its way. What has the `known` key is not made again.
    """
    sheet = _sheet(place, order, path)
    if sheet is None:
        return None
    if sheet.key == known:
        return Paper(known)
    if is_drawn:
        return Paper(sheet.key, pages=draw_sheet(sheet))
    return Paper(sheet.key, pdf=set_sheets([sheet])[0].content)


def _sheet(place: Place, order: Order, path: str) -> Sheet | None:
    # What is kept of modules for sheets stands apart, so that pages and sheets do not push each other out.
    place = replace(place, site=place.site.with_name("paper"))
    with Workers(1) as workers:
        studied, problems = study_course(place, replace(order, formats=("print",)), workers)
        if errors(problems):
            return None
        for language in studied:
            inventory = inventory_of(place, language)
            if path in inventory.keys:
                return sheet_at(path, inventory, language, workers)
    return None


def to_mend(problems: Problems) -> Problems:
    """Those that somebody who writes should mend now; notes on what is still to come are told by `check`."""
    return tuple(problem for problem in problems if problem.level != "note")


def problem_rows(problems: Problems) -> list[dict[str, str]]:
    """Problems as the page shows them: place, level, sentence, way out and rule; errors first, and no notes."""
    ranked = sorted(to_mend(problems), key=lambda problem: problem.level != "error")
    return [_row(problem) for problem in ranked]


def _row(problem: Problem) -> dict[str, str]:
    from generator.checks import RULES

    rule = RULES.get(problem.rule)
    return {
        "place": f"{problem.path}:{problem.line}:{problem.column}",
        "level": problem.level,
        "message": problem.message,
        "mend": rule.mend if rule else "",
        "rule": problem.rule,
    }

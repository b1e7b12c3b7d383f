"""A course's folder → its site: what changed is made, what did not is kept, and the whole is swapped in at once."""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from datetime import date

from generator.checks.clinic_file import check_local_numbers_are_fresh
from generator.checks.exceptions import check_used
from generator.checks.shared_files import check_numbers_are_fresh
from generator.facts import Facts
from generator.frame import Shared, read_shared
from generator.make import NOTHING_MADE, Made, make_site
from generator.order import Order, Place, Say, silent
from generator.problems import Problems, answered_ones, errors, in_order, open_ones
from generator.reviews.read import check_folders
from generator.study import Studied, problems_alone, study
from generator.translations.compare import outdated, problems_of_translations, source_of
from generator.workers import Workers

APART = "packets"
"""Where records are kept of what was checked without making pages and sheets; those of a build hold these too."""


@dataclass(frozen=True, slots=True)
class Result:
    """What a build found and did. With errors among the problems, nothing was touched."""

    problems: Problems
    """Those that stand."""
    facts: tuple[Facts, ...] = ()
    made: Made = NOTHING_MADE
    seconds: float = 0.0
    title: str = ""
    """The course's title; empty where the shared files have errors."""
    site_url: str = ""
    """The address that the QR codes hold."""
    answered: Problems = ()
    """False alarms that the files answer, each with its reason."""

    @property
    def good(self) -> bool:
        """Whether there is no error."""
        return not errors(self.problems)


def build_course(place: Place, order: Order, say: Say = silent) -> Result:
    """Build the course into `place.site/<version>/`; an author's mistakes come back as problems."""
    started = time.perf_counter()
    with Workers(order.jobs, say) as workers:
        studied, result = _study(place, order, workers)
        if not result.good:
            return result
        made = make_site(place, order.version, studied, workers)
    return replace(result, made=made, seconds=time.perf_counter() - started)


def check_course(place: Place, order: Order, say: Say = silent) -> Result:
    """Find every problem; nothing is written but what is kept between builds."""
    with Workers(order.jobs, say) as workers:
        return _study(place, order, workers)[1]


def read_course(place: Place, order: Order, say: Say = silent) -> tuple[Studied | None, Problems]:
    """Read and check everything for a command that makes no site: the first language; None if there is an error."""
    with Workers(order.jobs, say) as workers:
        studied, problems = study_course(place, replace(order, version=APART, formats=()), workers)
    return (None if errors(problems) else studied[0]), open_ones(problems)


def study_course(place: Place, order: Order, workers: Workers) -> tuple[tuple[Studied, ...], Problems]:
    """Read and check everything, in every language of the course."""
    shared, problems = read_shared(place.course)
    if shared is None or errors(problems):
        # The modules are looked at by themselves, so that one run names all that can be named.
        return (), in_order((*problems, *problems_alone(place.course)))
    late = _late(shared, order.today) if order.today else ()
    late = (*late, *check_folders(place.course, shared.course.languages))
    studied = _study_languages(place, order, shared, workers)
    of_languages = (problem for language in studied for problem in language.problems)
    found = in_order((*problems, *late, *of_languages, *problems_of_translations(place.course, studied)))
    return studied, in_order((*found, *_unused(shared, found)))


def _study_languages(place: Place, order: Order, shared: Shared, workers: Workers) -> tuple[Studied, ...]:
    """The source first, because it says which translations are older than it; they come back in the course's order."""
    languages, source = shared.course.languages, source_of(place.course)
    found: dict[str, Studied] = {}
    for language in sorted(languages, key=lambda language: language != source):
        facts = found[source].known if source in found else ()
        old = outdated(place.course, facts, language)
        found[language] = study(place, order, shared, language, workers, old)
    return tuple(found[language] for language in languages)


def _unused(shared: Shared, problems: Problems) -> Problems:
    """Exceptions of the chosen overlays that answer nothing in any module; with errors nobody can know."""
    held = [one for overlay in shared.overlays for one in overlay.exceptions]
    return () if errors(problems) else tuple(check_used(held, problems))


def _late(shared: Shared, today: date) -> Problems:
    """The phone numbers that nobody read or dialed lately."""
    own = shared.clinic_document
    return (
        *check_numbers_are_fresh(shared.safety, shared.safety_document, today),
        *(check_local_numbers_are_fresh(shared.clinic, own, today) if own else ()),
    )


def _study(place: Place, order: Order, workers: Workers) -> tuple[tuple[Studied, ...], Result]:
    studied, problems = study_course(place, order, workers)
    told, answered = open_ones(problems), answered_ones(problems)
    facts = tuple(module for language in studied for module in language.facts)
    if not studied:
        return studied, Result(told, answered=answered)
    first = studied[0]
    title, site_url = first.frame.spec.title, first.build.site_url
    return studied, Result(told, facts, title=title, site_url=site_url, answered=answered)

"""A module's id and a language → the module as it was released, its text, and who signed it: what all three commands need."""

from __future__ import annotations

from dataclasses import dataclass, replace

from generator.build import APART, study_course
from generator.course import Frame
from generator.facts import Facts
from generator.order import Order, Place, Say, silent
from generator.problems import Problems, did_you_mean, errors
from generator.reviews.read import file_of
from generator.reviews.text import digest_of, signed_text, text_lines
from generator.schema.module import Module
from generator.schema.signoffs import SignOff
from generator.source import read_yaml
from generator.study import Studied
from generator.validate import validate
from generator.workers import Workers


class NotReviewed(Exception):
    """What was asked for cannot be reviewed or signed; the message says what to do."""


class HasErrors(NotReviewed):
    """The course, or the module, has errors; the message names them."""


@dataclass(frozen=True, slots=True)
class Released:
    """A module in one language without what a clinic lays on it: what reviewers read, and what they sign."""

    module: Module
    frame: Frame
    text: str
    """What is signed."""
    sign_offs: tuple[SignOff, ...]
    """The oldest first."""
    path: str
    """The module's file, as messages show it."""

    @property
    def digest(self) -> str:
        """The digest of the text."""
        return digest_of(self.text)

    @property
    def signed_in(self) -> str:
        """The file of its sign-offs, in the course's folder."""
        return file_of(self.module.id, self.frame.language)


def study_all(place: Place, order: Order, say: Say = silent) -> tuple[tuple[Studied, ...], Problems]:
    """Read and check the course in every language, without making anything."""
    with Workers(order.jobs, say) as workers:
        return study_course(place, replace(order, version=APART, formats=()), workers)


def find(
    place: Place, order: Order, id_: str, language: str | None = None, say: Say = silent
) -> tuple[Released, Facts, Problems]:
    """The module, what the course knows of it, and all problems of the course.

    Raises NotReviewed if there is no such module, or if it has an error: nobody signs what is still broken.
    """
    studied, problems = study_all(place, order, say)
    if not studied:
        raise HasErrors(f"{_first(errors(problems))}\nthe course cannot be read before that is mended")
    chosen = _language(studied, language)
    facts = next((module for module in own_modules(chosen) if module.id == id_), None)
    file = f"{chosen.folder}{id_}.yml"
    own = f"{place.course_name}/"
    broken = [
        problem for problem in errors(problems) if problem.path in (f"{own}{file}", f"{own}{_signed_in(chosen, id_)}")
    ]
    if broken:
        raise HasErrors("\n".join(map(str, broken)) + f"\n'{id_}' has errors; mend them, then it can be reviewed")
    if facts is None:
        known = [module.id for module in own_modules(chosen)]
        raise NotReviewed(f"there is no module '{id_}' in '{chosen.frame.language}'{did_you_mean(id_, known, 40)}")
    return released(facts, chosen), facts, problems


def own_modules(studied: Studied) -> tuple[Facts, ...]:
    """The language's own modules; those that it shows in another language are reviewed there."""
    own = {source.path for file, source in studied.sources.items() if file.startswith(studied.folder)}
    return tuple(module for module in studied.facts if module.path in own)


def released(facts: Facts, studied: Studied) -> Released:
    """A module that was checked a moment ago, read from the same text, with no overlay on it."""
    name = next(file for file, source in studied.sources.items() if source.path == facts.path)
    document, _ = read_yaml(studied.sources[name])
    module, _ = validate(document, Module) if document else (None, ())
    assert module is not None
    frame = replace(studied.frame, overlays=())
    return Released(
        module, frame, signed_text(text_lines(module, frame)), frame.sign_offs.get(module.id, ()), facts.path
    )


def _language(studied: tuple[Studied, ...], language: str | None) -> Studied:
    """The language asked for, or the course's first. Raises NotReviewed if it has none of that name."""
    by_name = {one.frame.language: one for one in studied}
    if language is None:
        return studied[0]
    if language not in by_name:
        raise NotReviewed(f"the course has no language '{language}'{did_you_mean(language, by_name)}")
    return by_name[language]


def _signed_in(studied: Studied, id_: str) -> str:
    return file_of(id_, studied.frame.language)


def _first(problems: Problems) -> str:
    return str(problems[0]) if problems else ""

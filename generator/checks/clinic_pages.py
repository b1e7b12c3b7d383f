"""The clinic's own pages and words: addresses that are free, links that lead somewhere, words that do not shame."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.checks.id_is_free import RULE as ID_IS_FREE
from generator.checks.id_is_free import TAKEN_IN_THE_COURSE
from generator.checks.ids_are_unique import RULE as ID_IS_UNIQUE
from generator.checks.phone_number_is_not_typed import RULE as PHONE_NUMBER_IS_NOT_TYPED
from generator.checks.phone_number_is_not_typed import typed_number
from generator.checks.shared_words import words_that_shame
from generator.clinic.display import PLACEHOLDER
from generator.problems import Problem, Problems, did_you_mean, in_order
from generator.rules import Rule
from generator.schema.clinic import ROLES, ClinicSpec, ExtraPage
from generator.schema.course import CourseSpec
from generator.schema.words import AvoidedWord
from generator.source import Document, Path
from generator.text import links
from generator.wording import wording

CLINIC_LINK_LEADS_SOMEWHERE = Rule(
    "clinic-link-leads-somewhere",
    "A link on a page of the clinic's own leads to a module of the course, or to a web address.",
    "A link to nowhere is one more thing that does not work on a bad day.",
    "Write `module:` and the id of a module, or an address that starts with https:.",
)
LOCAL_NUMBER_IS_KNOWN = Rule(
    "local-number-is-known",
    "Each `{number}` on a page of the clinic's own is on_call, front_desk or medical, and stands under `numbers`.",
    "A page with a hole in place of its number helps nobody.",
    "Add the number under `numbers`, or take the braces out.",
)
CLINIC_PAGE_RULES: tuple[Rule, ...] = (CLINIC_LINK_LEADS_SOMEWHERE, LOCAL_NUMBER_IS_KNOWN)


def check_clinic_pages(
    clinic: ClinicSpec, document: Document, course: CourseSpec, words: Sequence[AvoidedWord], language: str
) -> Problems:
    """Find pages at a taken address, links to nowhere, typed phone numbers, and words that shame.

    Example:
        pages:
          - id: help
            title: Where to find us
            text: Read [this](module:no-such-thing) or call 555-010-1234.
    """
    pages = [problem for index, page in enumerate(clinic.pages) for problem in _page(index, page, document, course)]
    taken, said = _taken(clinic, document, course), _said(clinic, document, language, words)
    return in_order((*taken, *pages, *_numbers(clinic, document), *said))


def _taken(clinic: ClinicSpec, document: Document, course: CourseSpec) -> Iterator[Problem]:
    first: dict[tuple[str, str | None], int] = {}
    for index, page in enumerate(clinic.pages):
        path: Path = ("pages", index, "id")
        if page.id in TAKEN_IN_THE_COURSE:
            yield document.problem(path, f"the id '{page.id}' is taken by a part of the course itself", ID_IS_FREE.id)
        elif page.id in (*course.modules, *course.planned):
            yield document.problem(path, f"the id '{page.id}' is taken by a module", ID_IS_FREE.id)
        before = next((first[key] for key in first if key[0] == page.id and _meet(key[1], page.language)), None)
        if before is not None:
            line = document.place(("pages", before, "id"))[0]
            sentence = f"'{page.id}' stands here a second time; the first is in line {line}"
            yield document.problem(path, sentence, ID_IS_UNIQUE.id)
        first.setdefault((page.id, page.language), index)


def _meet(one: str | None, other: str | None) -> bool:
    """Whether two pages stand in one tree: a page of no language stands in all."""
    return one is None or other is None or one == other


def _page(index: int, page: ExtraPage, document: Document, course: CourseSpec) -> Iterator[Problem]:
    path = ("pages", index, "text")
    for target in links(page.text.nodes):
        kind, _, name = target.partition(":")
        if kind in ("tel", "sms"):
            yield _typed(document, path, f"a link dials '{name}' here")
        elif kind in ("term", "worksheet"):
            sentence = f"'{target}' cannot be linked from here; link a module or a web address"
            yield document.problem(path, sentence, CLINIC_LINK_LEADS_SOMEWHERE.id)
        elif kind == "module" and name not in course.modules:
            sentence = f"there is no module '{name}'{did_you_mean(name, course.modules)}"
            yield document.problem(path, sentence, CLINIC_LINK_LEADS_SOMEWHERE.id)
    for key, text in (("title", page.title), ("text", page.text.words)):
        if number := typed_number(text):
            yield _typed(document, ("pages", index, key), f"the phone number '{number}' is typed here")


def _typed(document: Document, path: Path, said: str) -> Problem:
    sentence = f"{said}; nobody is reminded to dial it again; of your own numbers write {{on_call}}, {{front_desk}} or {{medical}}"
    # A clinic may have good reason to name the number of a bus line or of a shelter.
    return Problem(document.path, *document.place(path), sentence, PHONE_NUMBER_IS_NOT_TYPED.id, "warning")


def _numbers(clinic: ClinicSpec, document: Document) -> Iterator[Problem]:
    for index, page in enumerate(clinic.pages):
        for name in dict.fromkeys(PLACEHOLDER.findall(page.text)):
            if name not in ROLES:
                sentence = f"unknown number '{{{name}}}'{did_you_mean(name, ROLES)}"
                yield document.problem(("pages", index, "text"), sentence, LOCAL_NUMBER_IS_KNOWN.id)
            elif getattr(clinic.numbers, name) is None:
                sentence = f"'{{{name}}}' stands here, and `numbers` has no '{name}'"
                yield document.problem(("pages", index, "text"), sentence, LOCAL_NUMBER_IS_KNOWN.id)


def _said(clinic: ClinicSpec, document: Document, language: str, words: Sequence[AvoidedWord]) -> Iterator[Problem]:
    """Words that shame, in the language of each page."""
    for path, text in wording(clinic):
        page = clinic.pages[path[1]] if path[:1] == ("pages",) and isinstance(path[1], int) else None
        spoken = (page.language if page else None) or language
        yield from words_that_shame(((path, text),), document, spoken, words)

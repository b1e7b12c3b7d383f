"""clinic.yml by itself: what is missing, and what would not work."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from generator.checks.course_file import LANGUAGE_IS_THERE, twice, untranslated
from generator.dress.colours import LEAST_CONTRAST, Measured, Theme, dye_of, worst
from generator.problems import Level, Problem, Problems, did_you_mean, in_order
from generator.rules import Rule
from generator.schema.clinic import ROLES, ClinicSpec, LocalNumber, Role
from generator.schema.course import CourseSpec
from generator.source import Document

LOCAL_NUMBER_IS_THERE = Rule(
    "local-number-is-there",
    "The numbers of the clinic’s own on-call line, front desk and medical staff stand in clinic.yml.",
    "Leaders need them when something happens in a group, and people need them at night; sheets leave a line to write on.",
    "Write the number under `numbers`, with the day on which you dialed it.",
    "warning",
    also=("note",),
)
LOCAL_NUMBER_IS_FRESH = Rule(
    "local-number-is-fresh",
    "Each number of clinic.yml was dialed within a year, and by 180 days it is time to dial it again.",
    "Lines move and close; a dead number is worse than none (standards SF-2).",
    "Dial it, then set `verified_on` to the day.",
    also=("warning",),
)
LOGO_IS_PLAIN = Rule(
    "logo-is-plain",
    "The logo is a PNG, or an SVG that only draws, beside clinic.yml, with at most 200,000 bytes.",
    "It stands on every page: it must load fast, run nothing, and ask no other host for anything.",
    "Save it again as a PNG or as a plain SVG, without scripts and links.",
)
COLOURS_HAVE_CONTRAST = Rule(
    "colors-have-contrast",
    "The clinic's colors have a contrast of 4.5 to 1 with what they stand on, on light and on dark pages.",
    "People read with tired eyes, in the sun, on old phones (WCAG 2.2, 1.4.3).",
    "Take a darker `light`, or a lighter `dark`; without `dark`, one that fits is mixed from `light`.",
)
CLINIC_PROGRAM_IS_KNOWN = Rule(
    "clinic-program-is-known",
    "Each of the clinic's `programs` is a file of the folder programs.",
    "What is misspelled would silently be left out.",
    "Correct the id; it is the file's name without .yml.",
)
CLINIC_RULES: tuple[Rule, ...] = (
    LOCAL_NUMBER_IS_THERE,
    LOCAL_NUMBER_IS_FRESH,
    LOGO_IS_PLAIN,
    COLOURS_HAVE_CONTRAST,
    CLINIC_PROGRAM_IS_KNOWN,
)

SOON, OLDEST = timedelta(days=180), timedelta(days=365)
_WHO = {
    "on_call": "the on-call line, for when the program is closed",
    "front_desk": "the front desk",
    "medical": "the medical staff, for leaders and for questions about medicines",
}


def check_clinic_file(
    clinic: ClinicSpec,
    document: Document,
    course: CourseSpec | None,
    programs: tuple[str, ...],
    words_in: Sequence[str],
) -> Problems:
    """Find what the clinic's file lacks, lists twice, or misspells.

    `programs` are the ids of those that are there, `words_in` the languages that there are interface words in.

    Example:
        numbers:
          on_call:
          front_desk:
          medical:
        colours:
          light: "#ffcc00"
    """
    lists = (("languages", clinic.languages), ("papers", clinic.papers), ("editions", clinic.editions))
    named = (*lists, ("programs", clinic.programs), ("overlays", clinic.overlays))
    return in_order(
        (
            *_missing(clinic, document),
            *(problem for name, items in named for problem in twice(document, (name,), items or ())),
            *untranslated(clinic.languages or (), document, words_in),
            *_colours(clinic, document),
            *_programs(clinic, document, programs),
            *(_page_languages(clinic, document, course) if course else ()),
        )
    )


def _missing(clinic: ClinicSpec, document: Document) -> Iterator[Problem]:
    # The file as it is shipped says nothing; whoever makes the course their own is reminded from the first word on.
    level: Level = "note" if clinic == ClinicSpec() else "warning"
    for role in ROLES:
        if getattr(clinic.numbers, role) is None:
            said = isinstance(document.value.get("numbers"), dict) and role in document.value["numbers"]
            place = document.key_place(("numbers", role) if said else ("numbers",))
            sentence = f"your own number '{role}' is missing: {_WHO[role]}; sheets leave a line to write it on"
            yield Problem(document.path, *place, sentence, LOCAL_NUMBER_IS_THERE.id, level)


def _colours(clinic: ClinicSpec, document: Document) -> Iterator[Problem]:
    dye = dye_of(clinic.colours)
    if clinic.colours is None or dye is None:
        return
    asked: list[tuple[Theme, str]] = [("light", dye.light)]
    if clinic.colours.dark:
        asked.append(("dark", dye.dark))
    for theme, tone in asked:
        found = worst(tone, theme)
        if found.ratio < LEAST_CONTRAST:
            yield document.problem(("colours", theme), _low(found, theme), COLOURS_HAVE_CONTRAST.id)


def _low(found: Measured, theme: Theme) -> str:
    # Cut, not rounded: 4.46 is no 4.5.
    measured = int(found.ratio * 10) / 10
    way_out = "take a darker color" if theme == "light" else "take a lighter color, or leave `dark` out"
    return (
        f"{found.tone} on {found.ground} has a contrast of {measured} to 1 ({found.where}, {theme} pages); "
        f"the least is {LEAST_CONTRAST}; {way_out}"
    )


def _programs(clinic: ClinicSpec, document: Document, there: tuple[str, ...]) -> Iterator[Problem]:
    for index, id_ in enumerate(clinic.programs or ()):
        if id_ not in there:
            sentence = f"there is no program '{id_}'{did_you_mean(id_, there)}"
            yield document.problem(("programs", index), sentence, CLINIC_PROGRAM_IS_KNOWN.id)


def _page_languages(clinic: ClinicSpec, document: Document, course: CourseSpec) -> Iterator[Problem]:
    """Pages in a language that the course has not; `course` has the clinic's languages already."""
    for index, page in enumerate(clinic.pages):
        if page.language and page.language not in course.languages:
            there = ", ".join(course.languages)
            sentence = f"the page '{page.id}' is in the language '{page.language}'; the course's languages are: {there}"
            yield document.problem(("pages", index, "language"), sentence, LANGUAGE_IS_THERE.id)


def check_local_numbers_are_fresh(clinic: ClinicSpec, document: Document, today: date) -> Problems:
    """Find own numbers that nobody dialed lately: after 180 days a warning, after a year an error.

    Example:
        numbers:
          on_call:
            shown: 555-0100
            dial: "+15550100"
            verified_on: 2024-01-01
    """
    return in_order(
        problem
        for role in ROLES
        for number in (getattr(clinic.numbers, role),)
        if isinstance(number, LocalNumber)
        for problem in _age(role, number, document, today)
    )


def _age(role: Role, number: LocalNumber, document: Document, today: date) -> Iterator[Problem]:
    path = ("numbers", role, "verified_on")
    try:
        dialed = date.fromisoformat(number.verified_on)
    except ValueError:
        yield document.problem(path, "the calendar has no such day", "value-has-the-right-form")
        return
    days = (today - dialed).days
    said = f"'{role}' was dialed {days} days ago"
    if dialed > today:
        sentence = f"'{role}' was dialed on {dialed}, and today is {today}; write the day on which it was dialed"
        yield document.problem(path, sentence, LOCAL_NUMBER_IS_FRESH.id)
    elif today - dialed > OLDEST:
        sentence = f"{said}; the most is {OLDEST.days}; dial it, then write today's day here"
        yield document.problem(path, sentence, LOCAL_NUMBER_IS_FRESH.id)
    elif today - dialed > SOON:
        sentence = f"{said}; dial it again, then write the day here"
        yield Problem(document.path, *document.place(path), sentence, LOCAL_NUMBER_IS_FRESH.id, "warning")

"""Shared files → Frame: course, safety messages, sources, words and interface strings of one language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from generator.beside import made_own, read_group, read_overlays, read_programs, read_spec
from generator.checks.course_file import check_course_file
from generator.checks.exceptions import settled, used_in_a_language
from generator.checks.interface_words import check_locales
from generator.checks.module_codes_differ import check_module_codes
from generator.checks.outside import check_outside
from generator.checks.shared_files import check_safety
from generator.checks.shared_words import check_letters, check_words
from generator.clinic.logo import Logo
from generator.clinic.read import Clinic, check_clinic, read_clinic
from generator.course import Frame, Lent, digest, safety_message
from generator.language.by_language import Tongue
from generator.language.names import language_name
from generator.language.strings import Interface, has_words, interface_languages, interface_of, interface_strings
from generator.language.tongues import tongues_of
from generator.overlays.on_programs import overlaid_course
from generator.overlays.overlay import Overlay
from generator.problems import Problems, errors, in_order
from generator.programs.weeks import chosen
from generator.schema.clinic import ClinicSpec
from generator.schema.course import CourseSpec
from generator.schema.group import GroupSpec
from generator.schema.program import ProgramSpec
from generator.schema.safety import SafetySpec
from generator.schema.sources import SourcesSpec
from generator.schema.words import WordsSpec
from generator.source import Document


@dataclass(frozen=True, slots=True)
class Shared:
    """The shared files of a course, read and validated."""

    course: CourseSpec
    """course.yml, with what the clinic's file says in its place, and its pathways as the overlays have them."""
    course_document: Document
    safety: SafetySpec
    safety_document: Document
    sources: SourcesSpec
    words: WordsSpec
    clinic: ClinicSpec
    clinic_document: Document | None
    """None where the course has no such file."""
    logo: Logo | None
    overlays: tuple[Overlay, ...]
    """Those that the clinic has chosen."""
    programs: tuple[ProgramSpec, ...]
    group: GroupSpec
    digest: str
    locales: Mapping[str, Interface] = field(default_factory=dict)
    """The interface's words by language, with what the course says in their place."""
    others: Mapping[str, Shared] = field(default_factory=dict)
    """The same files in the course's other languages."""


def read_shared(folder: Path) -> tuple[Shared | None, Problems]:
    """Read all files of the course that are no modules; all their problems come back at once."""
    first, *more = tongues_of(folder)
    shared, problems = _read_in(folder, first)
    others: dict[str, Shared] = {}
    for tongue in more:
        other, found = _read_in(folder, tongue)
        problems = (*problems, *found)
        others |= {tongue.language: other} if other else {}
    # What is said of a file in one language is mostly said in all.
    told = used_in_a_language(in_order(problems))
    return (replace(shared, others=others) if shared and len(others) == len(more) else None), told


def _read_in(folder: Path, tongue: Tongue) -> tuple[Shared | None, Problems]:
    """The shared files in one language."""
    own, own_document, course_digest, course_problems = read_spec(folder, "course.yml", CourseSpec, tongue=tongue)
    clinic, clinic_problems = read_clinic(folder, tongue)
    safety, document, safety_digest, safety_problems = read_spec(folder, "safety.yml", SafetySpec, tongue=tongue)
    sources, sources_document, sources_digest, sources_problems = read_spec(folder, "sources.yml", SourcesSpec)
    words, _, words_digest, words_problems = read_spec(folder, "words.yml", WordsSpec)
    course = made_own(own, clinic.spec) if own and clinic else own
    group, group_problems = read_group(folder, words, course)
    problems = (*course_problems, *clinic_problems, *group_problems)
    problems = (*problems, *safety_problems, *sources_problems, *words_problems)
    locales = dict(_locales(course, folder)) if course else {}
    never = tuple(locale.strings["never_outside"] for locale in locales.values())
    problems = (*problems, *check_clinic(clinic, folder, course, words, never, tongue.language))
    beside = _Beside(course, (), (), "")
    if own and course and own_document:
        said_in_it = check_words(own, own_document, tongue.language, words.root if words else ())
        problems = (*problems, *_check_course(own, own_document, clinic, never, folder, said_in_it))
        problems = (*problems, *check_locales(locales, course.languages, _lists_languages(clinic) or own_document))
        beside, more = _read_beside(folder, course, clinic, words, tongue)
        course, problems = beside.course, (*problems, *more)
    problems = (*problems, *_check_messages(course, safety, document))
    problems = (*problems, *(check_letters(sources, sources_document) if sources and sources_document else ()))
    if (
        errors(problems)
        or group is None
        or not (course and own_document and clinic and safety and document and sources and words)
    ):
        return None, problems
    whole = digest(course_digest, clinic.digest, safety_digest, sources_digest, words_digest, beside.overlays_digest)
    files = (course, own_document, safety, document, sources, words, clinic.spec, clinic.document, clinic.logo)
    shared = Shared(*files, beside.overlays, beside.programs, group, whole, locales)
    return shared, problems


def _check_messages(course: CourseSpec | None, safety: SafetySpec | None, document: Document | None) -> Problems:
    if not (course and safety and document):
        return ()
    return (*check_safety(safety, document, course.languages), *check_letters(safety, document))


def _lists_languages(clinic: Clinic | None) -> Document | None:
    """The clinic's file, if it says which languages are built."""
    return clinic.document if clinic and clinic.spec.languages else None


@dataclass(frozen=True, slots=True)
class _Beside:
    """What the folders beside course.yml hold, and the course as the overlays have it."""

    course: CourseSpec | None
    overlays: tuple[Overlay, ...]
    programs: tuple[ProgramSpec, ...]
    overlays_digest: str


def _read_beside(
    folder: Path, course: CourseSpec, clinic: Clinic | None, words: WordsSpec | None, tongue: Tongue
) -> tuple[_Beside, Problems]:
    """The overlays that the clinic has chosen, and the programs as these have them."""
    chooses = (clinic.spec, clinic.document) if clinic else (ClinicSpec(), None)
    overlays, overlays_digest, problems = read_overlays(folder, course, *chooses, tongue)
    overlays = () if errors(problems) else overlays
    course, undone = overlaid_course(course, overlays)
    programs, more = read_programs(folder, course, overlays, words.root if words else (), tongue)
    programs = chosen(programs, clinic.spec.programs if clinic else None)
    return _Beside(course, overlays, programs, overlays_digest), (*problems, *undone, *more)


def _check_course(
    course: CourseSpec, document: Document, clinic: Clinic | None, never: Sequence[str], folder: Path, said: Problems
) -> Problems:
    """What course.yml says, with what is `said` of its words; what the clinic says in its place is looked at in the clinic's own file."""
    problems = (
        *said,
        *check_course_file(course, document, interface_languages(folder)),
        *check_module_codes(course, document),
        *(() if clinic and clinic.spec.outside else check_outside(course, document, never)),
    )
    return settled(problems, [(("exceptions",), course.exceptions)], course, document)


def _locales(course: CourseSpec, folder: Path) -> Iterator[tuple[str, Interface]]:
    """The interface's words in each language of the course; a rule names the languages that there are none in."""
    known = interface_languages(folder)
    return ((name, interface_of(name, folder)) for name in course.languages if has_words(name, known))


def frame_of(shared: Shared, language: str) -> Frame:
    """Put the shared files into one language. Raises LookupError if the interface is not translated to it."""
    first = shared.course.languages[0]
    frame = _frame_of(shared, language)
    if language == first:
        return frame
    words = {"language": language_name(language, language), "other": language_name(first, language)}
    lent = Lent(language, frame.strings["lent_notice"].format(**words))
    lender = _frame_of(shared, first)
    return replace(
        frame, lender=replace(lender, lent=lent, digest=digest(lender.digest, frame.strings["lent_notice"], language))
    )


def _frame_of(shared: Shared, language: str) -> Frame:
    shared = shared.others.get(language, shared)
    messages = {
        id_: safety_message(id_, message, shared.safety, language, shared.course.languages)
        for id_, message in shared.safety.messages.items()
    }
    found = shared.locales.get(language)
    strings, strings_digest = (found.strings, found.digest) if found else interface_strings(language)
    return Frame(
        language=language,
        spec=shared.course,
        safety=shared.safety,
        messages=messages,
        sources=shared.sources.root,
        words=shared.words.root,
        strings=strings,
        digest=digest(shared.digest, language, strings_digest),
        clinic=shared.clinic,
        logo=shared.logo,
        overlays=shared.overlays,
        programs=shared.programs,
        group=shared.group.root.get(language),
    )

"""Programs that do not fit: each rule with its sentence at its place, and a good program that is left alone."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest

from generator.checks.programs import PROGRAM_RULES, check_programs
from generator.frame import read_shared
from generator.schema.course import CourseSpec
from generator.schema.program import ProgramSpec
from tests.cases.bench import HERE, read
from tests.conftest import COURSES, ROOT

GOOD = """\
id: small
title: A small program
description: Two weeks.
group_size: 14
phases:
  - title: Both weeks
    weeks: 2
    days:
      - day: monday
        slots:
          - {kind: group, start: 09:00, minutes: 180}
          - {kind: individual, minutes: 60}
      - day: thursday
        slots:
          - {kind: group, start: 09:00, minutes: 180}
          - {kind: family, start: 14:00, minutes: 120, weeks: odd}
          - {kind: creative, start: 14:00, minutes: 120, weeks: even}
topics:
  - week: 1
    group: [slow-down, keep-safe]
    family: [close-by]
  - week: 2
    individual: [to-come]
"""
COURSE = {
    "modules": ("slow-down", "keep-safe", "close-by"),
    "planned": {"to-come": "To come"},
    "safety_modules": ("keep-safe", "to-come"),
    "core_modules": ("slow-down", "to-come"),
}


def course() -> CourseSpec:
    _, spec, problems = read(HERE / "course", "course.yml", CourseSpec)
    assert spec is not None, problems
    return spec.model_copy(update=COURSE)


def said(text: str, folder: Path, name: str = "small") -> list[str]:
    """All that the rules say of one program, without the note on what is still to be written."""
    (folder / "programs").mkdir(exist_ok=True)
    (folder / "programs" / f"{name}.yml").write_text(text, "utf-8")
    document, spec, problems = read(folder, f"programs/{name}.yml", ProgramSpec)
    assert document is not None and spec is not None, problems
    found = [str(problem).partition(f"{name}.yml:")[2] for problem in check_programs([(spec, document)], course())]
    return [line for line in found if "program-topic-is-written" not in line]


def changed(*changes: tuple[str, str]) -> str:
    text = GOOD
    for old, new in changes:
        assert text.count(old) == 1, f"{text.count(old)} times: {old!r}"
        text = text.replace(old, new)
    return text


def test_a_good_program_is_left_alone(tmp_path: Path) -> None:
    assert said(GOOD, tmp_path) == []


class Case(NamedTuple):
    """A change to the good program, and all that is said of it."""

    name: str
    changes: tuple[tuple[str, str], ...]
    said: tuple[str, ...]


CASES = (
    Case(
        "30 hours a week",
        (
            (
                "{kind: group, start: 09:00, minutes: 180}\n          - {kind: individual",
                "{kind: group, start: 09:00, minutes: 240}\n          - {kind: mutual_help, start: 13:00, minutes: 240}\n          - {kind: medical, start: 17:00, minutes: 240}\n          - {kind: creative, minutes: 240}\n          - {kind: creative, minutes: 240}\n          - {kind: creative, minutes: 240}\n          - {kind: individual",
            ),
        ),
        ("6:5: error: week 1 has 30 hours; the most is 20 hours a week [program-has-no-more-than-20-hours]",),
    ),
    Case(
        "8 hours and 30 minutes",
        (("individual, minutes: 60", "individual, minutes: 30"),),
        ("6:5: warning: week 1 has 8 hours 30 minutes; 9 to 20 hours a week are right [program-has-9-hours]",),
    ),
    Case(
        "safety too late",
        (
            ("weeks: 2", "weeks: 3"),
            ("  - week: 2\n    individual: [to-come]\n", "  - week: 3\n    individual: [to-come]\n"),
        ),
        (
            "19:3: error: the safety module 'to-come' is taught first in week 3; every program teaches it in week 1 or 2 "
            "[program-has-safety-first]",
        ),
    ),
    Case(
        "safety forgotten, and the core with it",
        (("  - week: 2\n    individual: [to-come]\n", ""),),
        (
            "19:3: warning: the program leaves out 1 core module: to-come [program-teaches-the-core]",
            "19:3: error: the safety module 'to-come' is not taught; every program teaches it in week 1 or 2 "
            "[program-has-safety-first]",
        ),
    ),
    Case(
        "nobody alone with a counselor in week 2",
        (
            ("individual, minutes: 60}", "individual, minutes: 60, weeks: odd}"),
            ("week: 2\n    individual: [to-come]", "week: 2\n    group: [to-come]"),
        ),
        (
            "6:5: warning: week 2 has 8 hours; 9 to 20 hours a week are right [program-has-9-hours]",
            "9:7: error: week 2 has no individual session; people need one every week [program-has-individual-time]",
        ),
    ),
    Case(
        "no family session",
        (("kind: family, start: 14:00", "kind: medical, start: 14:00"), ("    family: [close-by]\n", "")),
        ("9:7: warning: there is no family session in week 1 or in week 2 [program-has-family-time]",),
    ),
    Case(
        "a large group",
        (("group_size: 14", "group_size: 15"),),
        (
            "4:13: warning: a group of 15 is too large; at most 14 people and the leader are right "
            "[program-group-is-under-15]",
        ),
    ),
    Case(
        "overlapping slots",
        (("kind: creative, start: 14:00, minutes: 120, weeks: even", "kind: creative, start: 15:30, minutes: 120"),),
        (
            "17:37: error: this creative slot starts at 15:30, before the family slot of 14:00 ends at 16:00 "
            "[program-slots-do-not-overlap]",
        ),
    ),
    Case(
        "over midnight",
        (("start: 14:00, minutes: 120, weeks: even", "start: 23:00, minutes: 120, weeks: even"),),
        ("17:37: error: this slot starts at 23:00 and goes on after midnight [program-slots-do-not-overlap]",),
    ),
    Case(
        "a day twice",
        (("day: thursday", "day: monday"),),
        ("13:14: error: monday stands here a second time; the first is in line 9 [program-day-is-listed-once]",),
    ),
    Case(
        "a week twice",
        (("  - week: 2\n", "  - week: 1\n"),),
        ("22:11: error: week 1 stands here a second time; the first is in line 19 [program-day-is-listed-once]",),
    ),
    Case(
        "a module that is not there",
        (("[slow-down, keep-safe]", "[slow-donw, keep-safe]"),),
        (
            "19:3: warning: the program leaves out 1 core module: slow-down [program-teaches-the-core]",
            "20:13: error: the program names an unknown module 'slow-donw'; did you mean 'slow-down'? [module-is-known]",
        ),
    ),
    Case(
        "more topics than slots",
        (("[slow-down, keep-safe]", "[slow-down, keep-safe, close-by]"),),
        ("20:35: error: week 1 has 2 group slots, and 3 topics for them [program-topics-have-slots]",),
    ),
    Case(
        "a week beyond the program",
        (("[to-come]\n", "[to-come]\n  - week: 3\n    group: [slow-down]\n"),),
        ("24:11: error: there is no week 3; the program has 2 weeks [program-week-is-there]",),
    ),
    Case(
        "too many weeks",
        (
            ("weeks: 2\n", "weeks: 50\n"),
            (
                "topics:\n",
                "  - {title: x, weeks: 3, days: [{day: monday, slots: [{kind: group, minutes: 60}]}]}\ntopics:\n",
            ),
        ),
        ("6:3: error: the program has 53 weeks; the most is 52 [program-has-at-most-52-weeks]",),
    ),
    Case(
        "another id",
        (("id: small", "id: smaller"),),
        ("1:5: error: the id is 'smaller' and the file is called 'small' [file-is-named-after-its-id]",),
    ),
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_program_that_does_not_fit(case: Case, tmp_path: Path) -> None:
    assert said(changed(*case.changes), tmp_path) == list(case.said)


def test_two_programs_with_one_id_name_both_places(tmp_path: Path) -> None:
    read_ = []
    (tmp_path / "programs").mkdir()
    for name in ("another", "small"):
        (tmp_path / "programs" / f"{name}.yml").write_text(GOOD, "utf-8")
        document, spec, _ = read(tmp_path, f"programs/{name}.yml", ProgramSpec)
        assert document is not None and spec is not None
        read_.append((spec, document))
    twice = [problem for problem in check_programs(read_, course()) if problem.rule == "program-is-there-once"]
    assert [str(problem) for problem in twice] == [
        f"{tmp_path.name}/programs/small.yml:1:5: error: the program 'small' is there a second time; "
        f"the first is in {tmp_path.name}/programs/another.yml:1 [program-is-there-once]"
    ]


def test_what_is_planned_is_one_note_with_safety_first_and_few_names(tmp_path: Path) -> None:
    (tmp_path / "programs").mkdir()
    (tmp_path / "programs" / "small.yml").write_text(GOOD, "utf-8")
    document, spec, _ = read(tmp_path, "programs/small.yml", ProgramSpec)
    assert document is not None and spec is not None
    (note,) = check_programs([(spec, document)], course())
    assert (note.level, note.line, note.column) == ("note", 19, 3)
    assert note.message == "1 of the 4 modules it names are not written yet: to-come"
    shared, problems = read_shared(ROOT / "modules")
    notes = [problem for problem in problems if problem.rule == "program-topic-is-written"]
    assert shared is not None and len(notes) == len(shared.programs) == 3
    assert all(len(problem.message) < 220 and problem.message.endswith(" more") for problem in notes)


@pytest.mark.parametrize("folder", [ROOT / "modules", COURSES / "tiny"], ids=["shipped", "tiny"])
def test_the_courses_programs_have_no_error_and_no_warning(folder: Path) -> None:
    rules = {rule.id for rule in PROGRAM_RULES} - {"program-topic-is-written"}
    _, problems = read_shared(folder)
    assert [str(problem) for problem in problems if problem.rule in rules] == []


def test_every_rule_is_shown_to_speak() -> None:
    elsewhere = {"program-topic-is-written", "program-is-there-once"}
    shown = {line.rpartition("[")[2].rstrip("]") for case in CASES for line in case.said}
    assert {rule.id for rule in PROGRAM_RULES} - elsewhere <= shown


def test_the_core_and_the_safety_modules_of_the_shipped_course_are_known() -> None:
    shared, _ = read_shared(ROOT / "modules")
    assert shared is not None
    spec = shared.course
    assert len(spec.core_modules) == 23
    assert {*spec.core_modules, *spec.safety_modules} <= {*spec.modules, *spec.planned}

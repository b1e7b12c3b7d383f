"""Broken and unsafe overlays in, whole messages out: each at its place, and nothing is built."""

from __future__ import annotations

import shutil
import textwrap
import time
from pathlib import Path

import pytest

from generator.build import build_course, check_course
from generator.order import Order, Place
from generator.problems import Problem
from tests.cases.broken_overlays import BROKEN, Broken
from tests.conftest import COURSES, ROOT

WEB = Order(formats=("web",), jobs=1)
COURSE = """\
id: tiny
title: Tiny
tagline: Two lessons that use every kind once.
about: A course for the tests.
languages: [en]
site_url: https://tiny.example/
papers: [letter]
tracks:
  core: Skills
modules: [one-thing, another-thing]
planned:
  safe-start: A safe start
  later: Later
safety_modules: [safe-start]
pathways:
  - id: first
    title: First
    description: The start.
    modules: [safe-start, one-thing, another-thing]
  - id: second
    title: Second
    description: More.
    modules: [one-thing, later]
"""
PROGRAM = """\
id: days
title: Days
description: Three days a week.
phases:
  - title: Every week
    weeks: 2
    days:
      - day: monday
        slots:
          - {kind: group, start: 09:00, minutes: 180}
          - {kind: family, start: 13:00, minutes: 60}
      - day: tuesday
        slots:
          - {kind: group, start: 09:00, minutes: 180}
          - {kind: individual, minutes: 120}
topics:
  - week: 1
    group: [safe-start, one-thing]
  - week: 2
    group: [another-thing]
"""
HEAD = """\
id: track
title: A track
description: For some people.
"""
REVIEW = """\
review:
  status: draft
  written_by: {name: The course team, role: authors}
  next_review: 2027-11
"""


@pytest.fixture
def place(tmp_path: Path) -> Place:
    """A small course with modules that are not written yet, and one program."""
    course = tmp_path / "modules"
    for name in ("en", "safety.yml", "sources.yml", "words.yml"):
        found = COURSES / "tiny" / name
        (shutil.copytree if found.is_dir() else shutil.copy)(found, _made(course) / name)
    shutil.copy(ROOT / "mkdocs.yml", tmp_path / "mkdocs.yml")
    (course / "course.yml").write_text(COURSE, "utf-8")
    (_made(course / "programs") / "days.yml").write_text(PROGRAM, "utf-8")
    return Place(course, tmp_path / "mkdocs.yml", tmp_path / "site")


def _made(folder: Path) -> Path:
    folder.mkdir(exist_ok=True)
    return folder


def write(place: Place, text: str, name: str = "track") -> None:
    """Put an overlay into the course: its own lines, below a head of three."""
    head = HEAD.replace("track", name, 1)
    (_made(place.course / "overlays") / f"{name}.yml").write_text(head + textwrap.dedent(text) + REVIEW, "utf-8")


def choose(place: Place, *names: str) -> None:
    (place.course / "clinic.yml").write_text(f"overlays: [{', '.join(names)}]\n", "utf-8")


def told(place: Place) -> list[str]:
    """What the check says of overlays, clinic.yml's choice of them and programs, without notes and missing numbers."""
    rules = ("local-number-is-there", "program-topic-is-written", "program-teaches-the-core")
    return [str(problem) for problem in check_course(place, WEB).problems if _counts(problem, rules)]


def _counts(problem: Problem, rules: tuple[str, ...]) -> bool:
    outside = problem.path.startswith(("modules/overlays/", "modules/clinic", "modules/programs/"))
    return outside and problem.rule not in (*rules, "lesson-length-is-right")


@pytest.mark.parametrize("case", BROKEN, ids=[case.name for case in BROKEN])
def test_a_broken_overlay_is_said_at_its_place(case: Broken, place: Place) -> None:
    write(place, case.text)
    choose(place, "track")
    assert tuple(told(place)) == case.messages


def test_an_overlay_that_takes_safety_away_stops_the_build(place: Place) -> None:
    write(place, "pathways:\n  second:\n    swap: {one-thing: another-thing}\n")
    choose(place, "track")
    assert not build_course(place, WEB).good
    assert not place.site.exists()


def test_a_module_brings_the_messages_that_its_overlay_adds(place: Place) -> None:
    text = "modules:\n  en:\n    another-thing:\n      safety: [S-BODY]\n"
    write(place, text + "pathways:\n  second:\n    swap: {one-thing: another-thing}\n")
    choose(place, "track")
    assert told(place) == []


def test_a_planned_module_has_the_messages_that_safety_yml_gives_it(place: Place) -> None:
    safety = place.course / "safety.yml"
    text = safety.read_text("utf-8")
    safety.write_text(text.replace("modules: [one-thing, another-thing]", "modules: [one-thing, another-thing, later]"))
    write(place, "pathways:\n  second:\n    swap: {later: safe-start}\n")
    choose(place, "track")
    assert told(place) == [
        "modules/overlays/track.yml:6:19: error: 'safe-start' does not carry S-MEDS, as 'later' does [overlay-keeps-safety]"
    ]


def test_what_nobody_chose_is_a_warning_and_unsafe_all_the_same(place: Place) -> None:
    write(place, "modules:\n  en:\n    gone: {}\npathways:\n  first:\n    leave_out: [safe-start]\n")
    assert told(place) == [
        "modules/overlays/track.yml:6:5: warning: unknown module 'gone'; known here: another-thing, one-thing [overlay-target-is-there]",
        "modules/overlays/track.yml:9:17: error: 'safe-start' is one of the course's safety modules; no overlay leaves it out [overlay-keeps-safety]",
    ]


def test_an_overlay_that_is_not_there_is_named_in_the_clinics_file(place: Place) -> None:
    write(place, "modules: {}\n")
    choose(place, "trak")
    assert told(place) == [
        "modules/clinic.yml:1:12: error: unknown overlay 'trak'; did you mean 'track'? [overlay-is-known]"
    ]


def test_a_review_that_nobody_did_is_not_claimed(place: Place) -> None:
    write(place, "modules: {}\n")
    path = place.course / "overlays" / "track.yml"
    path.write_text(path.read_text("utf-8").replace("status: draft", "status: approved"), "utf-8")
    assert told(place) == [
        "modules/overlays/track.yml:6:11: error: 'status' cannot be 'approved'; a module is approved by those who sign it"
        " with `psychoed review sign`: write 'draft' [choice-is-known]"
    ]


def test_an_author_who_is_nobody_is_said(place: Place) -> None:
    write(place, "modules: {}\n")
    path = place.course / "overlays" / "track.yml"
    path.write_text(path.read_text("utf-8").replace("name: The course team", "name: TODO"), "utf-8")
    assert [said for said in told(place) if "review-is-honest" in said] == [
        "modules/overlays/track.yml:7:22: error: 'TODO' is nobody's name [review-is-honest]"
    ]


def test_a_shaming_name_is_said(place: Place) -> None:
    write(place, "modules: {}\n")
    path = place.course / "overlays" / "track.yml"
    path.write_text(path.read_text("utf-8").replace("A track", "Addicts"), "utf-8")
    choose(place, "track")
    found = told(place)
    assert len(found) == 1
    assert found[0].startswith("modules/overlays/track.yml:2:8: error: “Addicts” stands here; write ")


SUNRISE = """\
modules:
  en:
    one-thing:
      swap:
        - story: Ana’s morning
          blocks:
            - kind: story
              title: Ana’s {when}
              hard: Ana wakes up late.
              skill: Ana wakes up late. She drinks a glass of water.
"""


def test_of_two_overlays_for_one_story_the_first_is_used(place: Place) -> None:
    write(place, SUNRISE.format(when="noon"), "noon")
    write(place, SUNRISE.format(when="night"), "night")
    choose(place, "noon", "night")
    assert told(place) == [
        "modules/overlays/night.yml:8:18: warning: the story 'Ana’s morning' of 'one-thing' is swapped by 'noon' already; that change stays [overlay-change-is-alone]"
    ]
    assert build_course(place, WEB).good
    page = (place.site / "dev" / "en" / "one-thing" / "index.html").read_text("utf-8")
    assert "Ana’s noon" in page
    assert "Ana’s night" not in page
    assert "Ana’s morning" not in page


def test_of_two_overlays_for_one_place_in_a_pathway_the_first_is_used(place: Place) -> None:
    write(place, "pathways:\n  second:\n    swap: {later: safe-start}\n", "one")
    write(place, "pathways:\n  second:\n    leave_out: [later]\n", "two")
    choose(place, "one", "two")
    assert told(place) == [
        "modules/overlays/two.yml:6:17: warning: another overlay has swapped 'later' of the pathway 'second' or left it out already; that change stays [overlay-change-is-alone]"
    ]


def test_a_name_that_the_guide_still_speaks_of_is_said(place: Place) -> None:
    guide = place.course / "en" / "one-thing.yml"
    text = guide.read_text("utf-8")
    guide.write_text(text.replace("Read the lesson together.", "Ask what Ana did."), "utf-8")
    write(place, SUNRISE.format(when="noon").replace("Ana’s noon", "Bo’s noon").replace("Ana wakes", "Bo wakes"))
    choose(place, "track")
    assert told(place) == [
        "modules/overlays/track.yml:8:18: warning: 'one-thing' still speaks of Ana, who was in the story; keep the name in the new one [overlay-swap-is-whole]"
    ]


def test_a_file_called_otherwise_and_a_second_file_of_one_id_are_said(place: Place) -> None:
    write(place, "modules: {}\n", "other")
    other = place.course / "overlays" / "other.yml"
    (place.course / "overlays" / "third.yml").write_text(other.read_text("utf-8"), "utf-8")
    assert told(place) == [
        "modules/overlays/third.yml:1:5: error: the id is 'other' and the file is called 'third' [file-is-named-after-its-id]",
        "modules/overlays/third.yml:1:5: error: the overlay 'other' stands here a second time; the first is in modules/overlays/other.yml [id-is-unique]",
    ]


def test_a_huge_overlay_is_refused_soon_and_in_few_lines(place: Place) -> None:
    block = "            - {kind: text, text: It is small.}\n"
    text = "modules:\n  en:\n    one-thing:\n      add:\n        - part: why\n          blocks:\n" + block * 15_000
    write(place, text)
    choose(place, "track")
    start = time.perf_counter()
    found = told(place)
    assert time.perf_counter() - start < 10
    assert found == [
        "modules/overlays/track.yml:10:13: error: 'blocks' has 15000; the most is 8 [list-is-not-too-long]"
    ]


def test_a_hostile_overlay_runs_nothing(place: Place) -> None:
    write(place, SUNRISE.format(when="<script>alert(1)</script>"))
    choose(place, "track")
    assert build_course(place, WEB).good
    page = (place.site / "dev" / "en" / "one-thing" / "index.html").read_text("utf-8")
    assert "Ana’s &lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "<script>alert" not in page

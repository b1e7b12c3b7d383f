"""Broken and unsafe overlays in, whole messages out: each at its place, and nothing is built."""

from __future__ import annotations

import shutil
import textwrap
import time
from pathlib import Path
from typing import NamedTuple

import pytest

from generator.build import build_course, check_course
from generator.order import Order, Place
from generator.problems import Problem
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


class Broken(NamedTuple):
    """An overlay's lines (from line 4), and what is said of it."""

    name: str
    text: str
    messages: tuple[str, ...]


BROKEN = (
    Broken(
        "an unknown module",
        "modules:\n  en:\n    one-thin:\n      safety: [S-BODY]\n",
        (
            "modules/overlays/track.yml:6:5: error: unknown module 'one-thin'; did you mean 'one-thing'? [overlay-target-is-there]",
        ),
    ),
    Broken(
        "a module that is not written yet",
        "modules:\n  en:\n    later:\n      safety: [S-BODY]\n",
        (
            "modules/overlays/track.yml:6:5: error: the module 'later' is not written yet; change it once it is [overlay-target-is-there]",
        ),
    ),
    Broken(
        "an unknown language",
        "modules:\n  xx:\n    one-thing:\n      safety: [S-BODY]\n",
        ("modules/overlays/track.yml:5:3: error: unknown language 'xx'; known here: en [overlay-target-is-there]",),
    ),
    Broken(
        "an unknown story",
        (
            "modules:\n  en:\n    one-thing:\n      swap:\n        - story: Anas morning\n"
            "          blocks:\n            - {kind: text, text: It is late.}\n"
        ),
        (
            "modules/overlays/track.yml:8:18: error: 'one-thing' has no story 'Anas morning'; did you mean 'Ana’s morning'? [overlay-target-is-there]",
        ),
    ),
    Broken(
        "a lesson that loses its story",
        (
            "modules:\n  en:\n    one-thing:\n      swap:\n        - story: Ana’s morning\n"
            "          blocks:\n            - {kind: text, text: It is late.}\n"
        ),
        (
            "modules/overlays/track.yml:7:7: error: with 'track' on it, in modules/en/one-thing.yml: the lesson has no 'story' block [lesson-has-its-blocks]",
        ),
    ),
    Broken(
        "an unknown section",
        (
            "modules:\n  en:\n    one-thing:\n      add:\n        - part: why\n          section: It help\n"
            "          blocks:\n            - {kind: text, text: It is late.}\n"
        ),
        (
            "modules/overlays/track.yml:9:20: error: the part 'why' of 'one-thing' has no section 'It help'; did you mean 'It helps'? [overlay-target-is-there]",
        ),
    ),
    Broken(
        "an unknown role-play",
        (
            "modules:\n  en:\n    another-thing:\n      role_plays:\n        - role_play: a-call\n          title: A visit\n"
            "          scene: A friend comes.\n          parts: [The friend, You]\n          coach: [What did you see?]\n"
        ),
        (
            "modules/overlays/track.yml:8:22: error: 'another-thing' has no role-play 'a-call' [overlay-target-is-there]",
        ),
    ),
    Broken(
        "a stop rule of its own",
        (
            "modules:\n  en:\n    one-thing:\n      role_plays:\n        - role_play: a-call\n          title: A visit\n"
            "          scene: A friend comes.\n          parts: [The friend, You]\n          coach: [What did you see?]\n"
            "          stop_rule: Nobody stops.\n"
        ),
        (
            "modules/overlays/track.yml:13:11: error: unknown key 'stop_rule'; known here: coach, parts, role_play, say_no, scene, title [key-is-known]",
        ),
    ),
    Broken(
        "a safety message to take away",
        "modules:\n  en:\n    one-thing:\n      remove: [S-BODY]\n",
        (
            "modules/overlays/track.yml:7:7: error: unknown key 'remove'; known here: add, if_asked, resources, role_plays, safety, swap, watch_for [key-is-known]",
        ),
    ),
    Broken(
        "a danger without its message",
        (
            "modules:\n  en:\n    another-thing:\n      resources:\n        - kind: text\n"
            "          text: Breathe slowly and count to ten.\n"
        ),
        (
            "modules/overlays/track.yml:9:17: error: “Breathe slowly” calls for 'S-BODY'; add it to the module's `safety` [safety-message-is-triggered]",
        ),
    ),
    Broken(
        "a message that is placed and not listed",
        (
            "modules:\n  en:\n    another-thing:\n      add:\n        - part: how\n          blocks:\n"
            "            - {kind: safety, message: S-BODY}\n"
        ),
        (
            "modules/overlays/track.yml:10:39: error: the safety message 'S-BODY' is placed here; add it to the module's `safety` [safety-message-is-known]",
        ),
    ),
    Broken(
        "a second summary",
        (
            "modules:\n  en:\n    another-thing:\n      add:\n        - part: how\n          blocks:\n"
            "            - {kind: remember, points: [One is small, Two is small, Three is small]}\n"
        ),
        (
            "modules/overlays/track.yml:7:7: error: with 'track' on it, in modules/en/another-thing.yml: a second 'remember' block stands here; the first is in line 10 of modules/overlays/track.yml [lesson-has-its-blocks]",
        ),
    ),
    Broken(
        "a link that leads nowhere",
        (
            "modules:\n  en:\n    another-thing:\n      resources:\n        - kind: text\n"
            "          text: See [more](module:one-thin) of it.\n"
        ),
        (
            "modules/overlays/track.yml:9:17: error: unknown module 'one-thin'; did you mean 'one-thing'? [module-is-known]",
        ),
    ),
    Broken(
        "a source that nobody knows",
        (
            "modules:\n  en:\n    another-thing:\n      resources:\n        - kind: text\n"
            "          text: A clock helps some people.\n          sources: [a-bok]\n"
        ),
        ("modules/overlays/track.yml:10:21: error: unknown source 'a-bok'; did you mean 'a-book'? [source-is-known]",),
    ),
    Broken(
        "an unknown pathway and an unknown program",
        "pathways:\n  frist:\n    add: [later]\nprograms:\n  day:\n    leave_out: [one-thing]\n",
        (
            "modules/overlays/track.yml:5:3: error: unknown pathway 'frist'; did you mean 'first'? [overlay-target-is-there]",
            "modules/overlays/track.yml:8:3: error: unknown program 'day'; did you mean 'days'? [overlay-target-is-there]",
        ),
    ),
    Broken(
        "an unknown module for a pathway and for a program",
        "pathways:\n  first:\n    add: [latter]\nprograms:\n  days:\n    add:\n      - week: 2\n        group: [latter]\n",
        (
            "modules/overlays/track.yml:6:11: error: unknown module 'latter'; did you mean 'later'? [overlay-target-is-there]",
            "modules/overlays/track.yml:11:17: error: unknown module 'latter'; did you mean 'later'? [overlay-target-is-there]",
        ),
    ),
    Broken(
        "a swap of what a pathway does not have",
        "pathways:\n  second:\n    swap: {another-thing: one-thing}\n    leave_out: [safe-strat]\n",
        (
            "modules/overlays/track.yml:6:27: error: the pathway 'second' does not have 'another-thing'; did you mean 'one-thing'? [overlay-target-is-there]",
            "modules/overlays/track.yml:7:17: error: the pathway 'second' does not have 'safe-strat'; known here: later, one-thing [overlay-target-is-there]",
        ),
    ),
    Broken(
        "a swap of what a program does not have",
        "programs:\n  days:\n    swap: {later: one-thing}\n",
        (
            "modules/overlays/track.yml:6:19: error: the program 'days' does not have 'later'; known here: another-thing, one-thing, safe-start [overlay-target-is-there]",
        ),
    ),
    Broken(
        "a pathway that is left empty",
        "pathways:\n  second:\n    leave_out: [one-thing, later]\n",
        (
            "modules/overlays/track.yml:6:16: error: this leaves no module in the pathway 'second' [overlay-target-is-there]",
        ),
    ),
    Broken(
        "a safety module that is left out",
        "pathways:\n  first:\n    leave_out: [safe-start]\nprograms:\n  days:\n    leave_out: [safe-start]\n",
        (
            "modules/overlays/track.yml:6:17: error: 'safe-start' is one of the course's safety modules; no overlay leaves it out [overlay-keeps-safety]",
            "modules/overlays/track.yml:9:17: error: 'safe-start' is one of the course's safety modules; no overlay leaves it out [overlay-keeps-safety]",
        ),
    ),
    Broken(
        "a safety module that is swapped",
        "pathways:\n  first:\n    swap: {safe-start: later}\n",
        (
            "modules/overlays/track.yml:6:24: error: 'safe-start' is one of the course's safety modules; no overlay swaps it [overlay-keeps-safety]",
        ),
    ),
    Broken(
        "a planned module in the place of a written one",
        "programs:\n  days:\n    swap: {one-thing: later}\n",
        (
            "modules/overlays/track.yml:6:23: error: 'later' is not written yet, so it cannot stand in the place of 'one-thing', which is [overlay-keeps-safety]",
        ),
    ),
    Broken(
        "a module with fewer messages",
        "pathways:\n  second:\n    swap: {one-thing: another-thing}\n",
        (
            "modules/overlays/track.yml:6:23: error: 'another-thing' does not carry S-BODY, as 'one-thing' does [overlay-keeps-safety]",
        ),
    ),
    Broken(
        "the last module that carries a message",
        "programs:\n  days:\n    leave_out: [one-thing]\n",
        (
            "modules/overlays/track.yml:6:17: error: without 'one-thing', no module of 'days' carries S-BODY [overlay-keeps-safety]",
        ),
    ),
    Broken(
        "more topics than slots",
        "programs:\n  days:\n    add:\n      - week: 2\n        group: [later, one-thing]\n",
        (
            "modules/overlays/track.yml:8:24: error: week 2 has 2 group slots, and 3 topics for them [program-topics-have-slots]",
        ),
    ),
    Broken(
        "a week that the program does not have",
        "programs:\n  days:\n    add:\n      - week: 9\n        group: [later]\n",
        (
            "modules/overlays/track.yml:7:15: error: there is no week 9; the program has 2 weeks [program-week-is-there]",
        ),
    ),
)


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
        "modules/overlays/track.yml:6:11: error: the status is 'approved', and nobody is named under clinical, lived_experience, plain_language [review-is-honest]"
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

"""What differs between two versions, in plain words: one edit of the tiny course, and what is said of it."""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

import pytest

from generator.history.compare import differences
from generator.history.report import as_json, as_markdown, as_text
from generator.history.shape import CourseFile
from generator.history.today import read_today
from generator.order import Order, Place
from tests.conftest import COURSES, ROOT
from tests.test_build import change

ONE = "en/one-thing.yml"
RAISED = (
    "revision: 1\n",
    "revision: 2\nchanges: [{revision: 2, date: 2026-11-02, what: [guide], note: It is clearer.}]\n",
)


def read(course: Path) -> Mapping[str, CourseFile]:
    place = Place(course, ROOT / "mkdocs.yml", course.parent / "site")
    found, problems = read_today(place, Order(formats=("web",), jobs=1))
    assert found, problems
    return found


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Mapping[str, CourseFile]]:
    course = tmp_path_factory.mktemp("diff") / "tiny"
    shutil.copytree(COURSES / "tiny", course)
    return course, read(course)


class Edit(NamedTuple):
    """A change, what is said of it, and which sheets it makes out of date."""

    old: str
    new: str
    said: tuple[str, ...]
    paper: tuple[str, ...] = ()
    file: str = ONE


ALL = "Throw away every sheet of every lesson, printed from version 2026.1 or older: the message “{}” on it changed."
STILL = "of “One thing” from version 2026.1 or older (its revision is 1 still)."
QUIZ = f"Throw away the quiz and its answer key {STILL}"
SHEET = f"Throw away the worksheet “Every field” {STILL}"
LESSON = f"Throw away the lesson, handout, cards, and poster {STILL}"
EDITS = {
    "a comment": Edit("id: one-thing\n", "# Hello.\nid: one-thing\n", ("Nothing that people read changed.",)),
    "how lines are broken": Edit(
        "today: Drink a glass of water.",
        "today: >-\n  Drink a glass\n  of water.",
        ("Nothing that people read changed.",),
    ),
    "room on paper": Edit(
        "        label: More about it\n        lines: 2",
        "        label: More about it\n        lines: 3",
        ("Nothing that people read changed.",),
    ),
    "a title": Edit("title: One thing\n", "title: One more thing\n", ("It was called “One thing”.",), (LESSON,)),
    "wording": Edit(
        "People like small things.",
        "People like very small things.",
        (
            "Lesson, “It helps” says something in other words.",
            "before: People like small things.",
            "now: People like [very] small things.",
        ),
        (LESSON,),
    ),
    "a new text": Edit(
        "      - kind: key_idea\n",
        "      - kind: text\n        text: This is quite new.\n      - kind: key_idea\n",
        ("Lesson, “One thing is enough”: a text is new.", "now: [This is quite new.]"),
        (LESSON,),
    ),
    "the order of blocks": Edit(
        "      - kind: picture\n        picture: the-wave\n      - kind: picture\n        picture: the-meter\n",
        "      - kind: picture\n        picture: the-meter\n      - kind: picture\n        picture: the-wave\n",
        ("No words changed; but the order of parts, a link, a picture, or how a field is filled in did.",),
        (f"Throw away all sheets {STILL}",),
    ),
    "a right answer": Edit(
        "      - text: A ticket\n        feedback: Not quite.",
        "      - text: A ticket\n        right: true\n        feedback: Not quite.",
        (),
    ),
    "the right answer of a statement": Edit(
        "    answer: true\n",
        "    answer: false\n",
        ("Question “One thing is enough.”: the right answer changed.", "before: True", "now: False"),
        (QUIZ,),
    ),
    "the order of steps": Edit(
        "      - text: Look around.\n        feedback: First you look.\n      - text: Choose.\n        feedback: Then you choose.\n",
        "      - text: Choose.\n        feedback: Then you choose.\n      - text: Look around.\n        feedback: First you look.\n",
        (
            "Question “Put the steps in order.”: the right answer changed.",
            "before: 1. Look around.; 2. Choose.; 3. Do it.",
            "now: 1. Choose.; 2. Look around.; 3. Do it.",
        ),
        (QUIZ,),
    ),
    "a pair": Edit(
        "        right: Evening\n        feedback: It ends the day.\n      - left: Sleep\n        right: Night\n",
        "        right: Night\n        feedback: It ends the day.\n      - left: Sleep\n        right: Evening\n",
        (
            "Question “Match each thing to its time.”: the right answer changed.",
            "now: Breakfast – Morning; Supper – Night; Sleep – Evening",
        ),
        (QUIZ,),
    ),
    "what could help": Edit(
        "        helps: depends\n",
        "        helps: yes\n",
        (
            "Question “Ben feels low. What could help?”: the right answer changed.",
            "before: Call a friend.; Take a walk. (it depends)",
            "now: Call a friend.; Take a walk.",
        ),
        (QUIZ,),
    ),
    "the words of a right answer": Edit(
        "      - text: A glass of water\n",
        "      - text: A cup of water\n",
        (
            "Question “Which one is a small thing?”, a choice says something in other words.",
            "before: A [glass] of water",
            "now: A [cup] of water",
        ),
        (QUIZ,),
    ),
    "a field": Edit(
        "      - kind: short_text\n        id: short\n        label: One thing\n",
        "      - kind: short_text\n        id: brief\n        label: One small thing\n",
        (
            "Worksheet “Every field”: the field “One small thing” is new.",
            "Worksheet “Every field”: answers that people kept in “One thing” have no field any more.",
        ),
        (SHEET,),
    ),
    "a field that is renamed": Edit(
        "      - kind: long_text\n        id: long\n",
        "      - kind: long_text\n        id: longer\n",
        ("Worksheet “Every field”: “More about it” has another id; answers that people kept are found again.",),
    ),
    "a choice of a field": Edit(
        "          left: Left\n",
        "          west: Left\n",
        ("Worksheet “Every field”: some of the answers that people kept in “Choose one” have no field any more.",),
        (SHEET,),
    ),
    "a safety message of a module": Edit(
        "safety: [S-CRISIS, S-MEDS, S-BODY]",
        "safety: [S-CRISIS, S-MEDS]",
        ("Safety: it no longer shows the message “Listen to your body”.",),
        (f"Throw away all sheets {STILL[:-1]}, because of safety.",),
    ),
    "a phone number": Edit(
        '    shown: "988"\n    dial: "988"\n',
        '    shown: "989"\n    dial: "989"\n',
        (
            "The number of 988 Suicide and Crisis Lifeline was 988 and is 989 now.",
            "The safety message “Need help now?” changed.",
            "now: Need help now? Call or text [989] any time.",
        ),
        (ALL.format("Need help now?"),),
        "safety.yml",
    ),
    "what a phone dials": Edit(
        '    dial: "988"\n',
        '    dial: "989"\n',
        ("The number of 988 Suicide and Crisis Lifeline was 988 and is 988 (dials 989) now.",),
        (ALL.format("Need help now?"),),
        "safety.yml",
    ),
    "a note on a new revision": Edit(
        *RAISED, ("One thing (revision 1 → 2)", "Its authors say of revision 2: It is clearer.")
    ),
    "a guide": Edit(
        "  goal: People name one thing and do it.\n",
        "  goal: People choose one thing and do it.\n",
        ("Guide says something in other words.", "before: People [name] one thing and do it."),
        (f"Throw away the guide and role-plays {STILL}",),
    ),
}
"""By what changes."""
EDITS.pop("a right answer")


def words(report: str) -> str:
    return " ".join(report.split())


def edited(course: Path, edit: Edit) -> Mapping[str, CourseFile]:
    file = course / edit.file
    own = file.read_text("utf-8")
    try:
        change(file, edit.old, edit.new)
        if "id: longer" in edit.new:
            change(file, "    title: Every field\n", "    title: Every field\n    renamed: {long: longer}\n")
        return read(course)
    finally:
        file.write_text(own, "utf-8")


@pytest.mark.parametrize("name", EDITS)
def test_an_edit_is_said_in_plain_words(name: str, before: tuple[Path, Mapping[str, CourseFile]]) -> None:
    course, old = before
    edit = EDITS[name]
    found = differences(old, edited(course, edit), ("2026.1", ""))
    report = words(as_text(found))
    assert [line for line in edit.said if line not in report] == [], as_text(found)
    paper = [line["words"] for language in json.loads(as_json(found))["languages"] for line in language["paper"]]
    assert paper == list(edit.paper), as_text(found)


def test_a_raised_revision_names_the_older_one(before: tuple[Path, Mapping[str, CourseFile]]) -> None:
    course, old = before
    text = (course / ONE).read_text("utf-8")
    try:
        change(course / ONE, *RAISED)
        change(course / ONE, "People like small things.", "People like very small things.")
        report = words(as_text(differences(old, read(course), ("2026.1", "2026.2"))))
    finally:
        (course / ONE).write_text(text, "utf-8")
    assert "Throw away the lesson, handout, cards, and poster of “One thing” with revision 1." in report


def test_a_module_that_came_and_one_that_went_are_named(before: tuple[Path, Mapping[str, CourseFile]]) -> None:
    whole = before[1]["en"]
    less = {"en": whole.model_copy(update={"modules": whole.modules[1:]})}
    gone, new = whole.modules[0].title, "New: “"
    report = words(as_text(differences(before[1], less, ("2026.1", "2026.2"))))
    assert f"No longer in the course: “{gone}” (revision 1)." in report
    assert f"Hand out no sheets of “{gone}” (revision 1) any more: it is no longer in the course." in report
    assert f"{new}{gone}”." in words(as_text(differences(less, before[1], ("2026.1", "2026.2"))))


def test_patients_pages_alone_are_compared_as_far_as_they_go(before: tuple[Path, Mapping[str, CourseFile]]) -> None:
    course, old = before
    alone = {"en": old["en"].model_copy(update={"tree": "patients"})}
    found = differences(alone, edited(course, EDITS["wording"]), ("2026.1", ""))
    report = words(as_text(found))
    assert "One of the two holds the patients’ pages alone, so guides and answers are not compared." in report
    assert "now: People like [very] small things." in report


def test_one_module_is_compared_alone(before: tuple[Path, Mapping[str, CourseFile]]) -> None:
    course, old = before
    found = differences(old, edited(course, EDITS["wording"]), ("2026.1", ""), ["another-thing"])
    assert not found.changed


def test_a_language_that_came_or_went_is_named(before: tuple[Path, Mapping[str, CourseFile]]) -> None:
    old = before[1]
    both = {**old, "es": old["en"]}
    assert "New language: Spanish." in as_text(differences(old, both, ("2026.1", "2026.2")))
    assert "No longer there: Spanish." in as_text(differences(both, old, ("2026.1", "2026.2")))


def test_markdown_marks_what_went_and_what_came(before: tuple[Path, Mapping[str, CourseFile]]) -> None:
    course, old = before
    report = as_markdown(differences(old, edited(course, EDITS["the words of a right answer"]), ("2026.1", "")))
    assert report.startswith("# What changed from 2026.1 to the files of today\n")
    assert "  - before: A ~~glass~~ of water\n  - now: A **cup** of water\n" in report


def test_json_names_its_format_and_both_versions(before: tuple[Path, Mapping[str, CourseFile]]) -> None:
    told = json.loads(as_json(differences(before[1], before[1], ("2026.1", ""))))
    assert (told["format"], told["old"], told["new"]) == (1, "2026.1", None)
    assert told["languages"][0]["modules"] == []

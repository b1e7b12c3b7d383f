"""What strangers see of the course's name says nothing of its topic, unless the course says that it may."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.checks.outside import check_outside
from generator.frame import read_shared
from generator.language.strings import interface_strings
from generator.order import Place
from generator.schema.course import CourseSpec
from tests.cases.bench import HERE, read

COURSE = (HERE / "course" / "course.yml").read_text("utf-8")
WAY_OUT = "take another word, or add `topics: true` if nobody outside sees it [outside-is-neutral]"


def said(outside: str, folder: Path, never: tuple[str, ...] = ()) -> list[str]:
    """All that the rule says of the small course with these lines at its end."""
    (folder / "course.yml").write_text(f"{COURSE}{outside}\n", "utf-8")
    document, spec, problems = read(folder, "course.yml", CourseSpec)
    assert document is not None and spec is not None, problems
    found = check_outside(spec, document, never or (interface_strings("en")[0]["never_outside"],))
    return [str(problem).removeprefix(f"{folder.name}/") for problem in found]


def titled(title: str, folder: Path, never: tuple[str, ...] = ()) -> list[str]:
    """The words of a title that tell, in order."""
    found = said(f"outside: {{title: '{title}'}}", folder, never)
    return [message.partition("“")[2].partition("”")[0] for message in found]


def test_a_word_is_placed_on_the_title_with_the_reason_and_the_way_out(tmp_path: Path) -> None:
    line = COURSE.count("\n") + 2
    assert said("outside:\n  title: Recovery Steps", tmp_path) == [
        f"course.yml:{line}:10: error: “Recovery” tells outsiders what the course is about; {WAY_OUT}"
    ]


def test_a_course_without_a_title_for_outside_is_left_alone(tmp_path: Path) -> None:
    assert said("", tmp_path) == []


def test_a_course_whose_topics_may_be_seen_is_left_alone(tmp_path: Path) -> None:
    assert said("outside: {title: Recovery Steps, topics: true}", tmp_path) == []


NEUTRAL = (
    "Steps",
    "Course",
    "Skills and Methods",
    "Monday Group",
    "Something New",
    "Sudden Rain",
    "Iopsis",
    "Ground Work",
)


@pytest.mark.parametrize("title", NEUTRAL)
def test_a_title_that_could_be_any_class_is_neutral(title: str, tmp_path: Path) -> None:
    assert titled(title, tmp_path) == []


TELLING = (
    ("SOBER Living", ["SOBER"]),
    ("Life After Meth", ["Meth"]),
    ("A Non-Alcoholic Life", ["Alcoholic"]),
    ("Relapse Skills, Cravings, and Drugs", ["Cravings", "Drugs", "Relapse"]),
    ("The IOP Group", ["IOP"]),
    ("My_addiction", ["addiction"]),
)


@pytest.mark.parametrize(("title", "words"), TELLING)
def test_a_word_of_substance_use_is_found_in_any_form(title: str, words: list[str], tmp_path: Path) -> None:
    assert titled(title, tmp_path) == words


def test_the_words_of_every_language_count_with_and_without_accents(tmp_path: Path) -> None:
    never = ("sober-", "adicción recaída-")
    assert titled("Adiccion, RECAÍDAS, sobriety, soberly", tmp_path, never) == ["Adiccion", "RECAÍDAS", "soberly"]


def test_the_course_is_read_with_the_words_of_its_languages(tiny: Place) -> None:
    course = tiny.course / "course.yml"
    text = course.read_text("utf-8").replace("languages: [en]", "languages: [en, xx]")
    course.write_text(f"{text}outside:\n  title: Detox\n", "utf-8")
    found = {problem.rule for problem in read_shared(tiny.course)[1]}
    assert {"language-is-there", "outside-is-neutral"} <= found

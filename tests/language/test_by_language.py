"""Texts by language in the shared files: the one that is asked for, what stands in for it, and what is wrong with a group."""

from __future__ import annotations

import json
import re
from pathlib import Path

import jsonschema
import pytest

from generator.described import as_lists
from generator.frame import frame_of, read_shared
from generator.load import Source
from generator.order import Place
from generator.schemas import json_schema
from generator.source import read_yaml
from tests.conftest import COURSES


def change(file: Path, *pairs: tuple[str, str]) -> None:
    text = file.read_text("utf-8")
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new, 1)
    file.write_text(text, "utf-8")


@pytest.fixture
def course(tiny: Place) -> Path:
    """Tiny in two languages, with safety messages and kits in both."""
    change(tiny.course / "course.yml", ("languages: [en]", "languages: [en, es]"))
    safety = tiny.course / "safety.yml"
    text = re.sub(r"^(      )en: (.*)$", r"\1en: \2\n\1es: \2", safety.read_text("utf-8"), flags=re.MULTILINE)
    text = re.sub(r"^(      )en:\n((?:        .*\n)+)", r"\1en:\n\2\1es:\n\2", text, flags=re.MULTILINE)
    safety.write_text(text, "utf-8")
    group = tiny.course / "group.yml"
    text = group.read_text("utf-8")
    group.write_text(text + text.replace("en:\n", "es:\n", 1), "utf-8")
    return tiny.course


def said(course: Path) -> list[str]:
    return [
        str(problem)
        for problem in read_shared(course)[1]
        if problem.rule not in ("interface-is-translated", "triggers-are-there")
    ]


def test_each_language_has_its_own_text_and_one_text_is_for_all(course: Path) -> None:
    change(
        course / "course.yml",
        ("title: Tiny", "title: {en: Tiny, es: Chiquito}"),
        ("core: Skills", "core: {en: Skills, es: Habilidades}"),
        ("    title: All of it", "    title: {en: All of it, es: Todo}"),
    )
    change(
        course / "programs" / "three-days.yml",
        ("title: Two small weeks", "title: {en: Two small weeks, es: Dos semanas}"),
    )
    (course / "clinic.yml").write_text("name: {en: The House, es: La Casa}\noverlays: [early-risers]\n", "utf-8")
    change(
        course / "overlays" / "early-risers.yml", ("title: Early risers", "title: {en: Early risers, es: Madrugadores}")
    )
    shared, problems = read_shared(course)
    assert shared, problems
    assert [problem for problem in problems if problem.level == "error"] == []
    english, spanish = frame_of(shared, "en"), frame_of(shared, "es")
    assert (english.spec.title, spanish.spec.title) == ("Tiny", "Chiquito")
    assert (english.spec.tracks["core"], spanish.spec.tracks["core"]) == ("Skills", "Habilidades")
    assert (english.spec.pathways[0].title, spanish.spec.pathways[0].title) == ("All of it", "Todo")
    assert (english.programs[0].title, spanish.programs[0].title) == ("Two small weeks", "Dos semanas")
    assert (english.clinic.name, spanish.clinic.name) == ("The House", "La Casa")
    assert [frame.overlays[0].title for frame in (english, spanish)] == ["Early risers", "Madrugadores"]
    assert english.spec.tagline == spanish.spec.tagline


def test_a_missing_language_is_a_warning_and_the_first_one_stands_in(course: Path) -> None:
    change(course / "course.yml", ("title: Tiny", "title: {en: Tiny}"))
    shared, _ = read_shared(course)
    assert shared and frame_of(shared, "es").spec.title == "Tiny"
    assert said(course) == [
        "tiny/course.yml:2:1: warning: 'title' has no text in 'es', so another language stands in for it "
        "[text-is-in-every-language]"
    ]


@pytest.mark.parametrize(
    ("title", "messages"),
    [
        (
            "{es: Chiquito}",
            ["2:1: error: 'title' has no text in 'en', the course's first language [text-is-in-first-language]"],
        ),
        (
            "{en: Tiny, es: T, sp: X}",
            ["2:26: error: there is no language 'sp' in this course; known here: en, es [language-is-there]"],
        ),
        (
            "{en: Tiny, es: 3}",
            [
                "2:23: error: 'title' should be text, and here it is a whole number; put it in quotes [value-has-the-right-type]"
            ],
        ),
        (
            "{en: Tiny, es: [a]}",
            ["2:23: error: 'title' should be text, and here it is a list [value-has-the-right-type]"],
        ),
        ("{en: Tiny, es: ''}", ["2:23: error: 'title' is empty [text-is-there]"]),
        (
            "{en: Tiny, es: Fiesta 🎉}",
            ["2:23: error: “🎉” (U+1F389, party popper) cannot be printed; say it in words [letter-can-be-printed]"],
        ),
        (
            "{main: Tiny}",
            ["2:8: error: 'title' should be text, and here it is a group of keys [value-has-the-right-type]"],
        ),
        ("{}", ["2:8: error: 'title' should be text, and here it is a group of keys [value-has-the-right-type]"]),
    ],
)
def test_what_is_wrong_with_a_group_is_said_at_its_place(course: Path, title: str, messages: list[str]) -> None:
    change(course / "course.yml", ("title: Tiny", f"title: {title}"))
    assert said(course) == [f"tiny/course.yml:{message}" for message in messages]


def test_a_text_in_neither_language_that_could_stand_in_is_an_error(course: Path) -> None:
    (course / "locales").mkdir()
    (course / "locales" / "de.po").write_text(
        'msgid ""\nmsgstr ""\n\nmsgctxt "home"\nmsgid "Home"\nmsgstr "Start"\n', "utf-8"
    )
    change(course / "course.yml", ("title: Tiny", "title: {de: Winzig}"))
    assert said(course)[0] == (
        "tiny/course.yml:2:1: error: 'title' has no text in 'en', the course's first language [text-is-in-first-language]"
    )


def test_a_clinic_that_chose_one_language_is_not_warned_of_the_others(course: Path) -> None:
    change(
        course / "course.yml",
        ("title: Tiny", "title: {en: Tiny, es: Chiquito}"),
        ("core: Skills", "core: {en: Skills}"),
    )
    (course / "clinic.yml").write_text("languages: [en]\n", "utf-8")
    assert [line for line in said(course) if "text-is-in" in line] == []
    (course / "clinic.yml").write_text("languages: [es]\n", "utf-8")
    shared, _ = read_shared(course)
    assert shared and shared.course.title == "Chiquito" and shared.course.tracks["core"] == "Skills"


def test_english_word_rules_are_not_applied_to_another_language(course: Path) -> None:
    change(
        course / "programs" / "three-days.yml",
        ("title: Two small weeks", "title: {en: Two small weeks, es: Weeks for addicts}"),
    )
    assert [line for line in said(course) if "person-first" in line] == []
    change(
        course / "programs" / "three-days.yml",
        ("{en: Two small weeks, es: Weeks for addicts}", "{en: Weeks for addicts, es: Dos}"),
    )
    assert len([line for line in said(course) if "person-first" in line]) == 1


def test_editors_take_both_forms() -> None:
    schema = jsonschema.Draft7Validator(json.loads(json_schema("course")))
    course = as_lists(read_yaml(Source("c.yml", (COURSES / "tiny" / "course.yml").read_text("utf-8"), ""))[0].value)  # type: ignore[union-attr]
    way = {**course["pathways"][0], "title": {"en": "All", "es": "Todo"}}
    good = {
        **course,
        "title": {"en": "Tiny", "es": "Chiquito"},
        "tracks": {"core": {"en": "Skills"}},
        "pathways": [way],
    }
    assert [error.message for error in schema.iter_errors(good)] == []
    for wrong in ({"english": "Tiny"}, {}, {"en": 3}, 3):
        assert not schema.is_valid({**course, "title": wrong})
    assert not schema.is_valid({**course, "modules": [{"en": "stress"}]})

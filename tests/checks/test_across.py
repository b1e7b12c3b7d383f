"""Modules beside each other: terms, links, course.yml."""

from __future__ import annotations

from dataclasses import fields, replace
from functools import cache
from typing import Any

from generator.checks.across import check_across
from generator.course import Frame
from generator.facts import Facts, Reference
from generator.load import Source
from generator.source import Document, read_yaml
from tests.cases.bench import HERE, frame

NAMES = ("course.yml", "safety.yml")


def facts(id_: str, **changes: Any) -> Facts:
    """Facts of a module with nothing in it."""
    empty: dict[str, Any] = {field.name: () for field in fields(Facts)}
    texts = {"title": "T", "main_message": "M", "reading": "not measured"}
    whole = {**empty, **texts, "id": id_, "path": f"modules/en/{id_}.yml", "track": "core", "minutes": 5, **changes}
    return Facts(**whole)


@cache
def files() -> tuple[Document, Document]:
    """course.yml and safety.yml of the small course; the names of the modules here are none of theirs."""
    found = (read_yaml(Source(f"modules/{name}", (HERE / "course" / name).read_text("utf-8"), ""))[0] for name in NAMES)
    course, safety = found
    assert course and safety
    return course, safety


def listing(*modules: str) -> Frame:
    """The small course with these modules and no pathways."""
    return replace(frame(), spec=frame().spec.model_copy(update={"modules": modules, "pathways": ()}))


def said(*modules: Facts, course: Frame, broken: tuple[str, ...] = ()) -> list[str]:
    """All messages, sorted by place."""
    return [str(problem) for problem in check_across(modules, course, files(), broken)]


def test_modules_that_fit_say_nothing() -> None:
    first = facts("first", terms=(("pause", "pause", "A stop.", 9),))
    second = facts("second", references=(Reference("term:pause", 3, 7), Reference("module:first", 4, 7)))
    assert said(first, second, course=listing("first", "second")) == []


def test_a_term_that_is_defined_twice_names_both_places() -> None:
    terms = {"terms": (("pause", "pause", "A stop.", 9),), "spots": (("term:pause", 9, 11),)}
    modules = [facts(id_, **terms) for id_ in ("b", "a")]
    assert said(*modules, course=listing("a", "b")) == [
        "modules/en/b.yml:9:11: error: the term 'pause' is defined here a second time; "
        "the first is in modules/en/a.yml:9 [term-is-defined-once]"
    ]


def test_one_word_under_two_ids_is_defined_twice() -> None:
    first = facts("a", terms=(("pause", "pause", "A stop.", 9),))
    second = facts("b", terms=(("a-pause", "Pause", "A stop.", 5),), spots=(("term:a-pause", 5, 11),))
    assert said(first, second, course=listing("a", "b")) == [
        "modules/en/b.yml:5:11: error: the term 'Pause' is defined here a second time; "
        "the first is in modules/en/a.yml:9 [term-is-defined-once]"
    ]


def test_an_unknown_term_is_placed_on_its_text() -> None:
    first = facts("a", terms=(("pause", "pause", "A stop.", 9),), references=(Reference("term:paus", 3, 7),))
    assert said(first, course=listing("a")) == [
        "modules/en/a.yml:3:7: error: unknown term 'paus'; did you mean 'pause'? [term-is-known]"
    ]


def test_a_term_may_stand_in_a_module_that_could_not_be_read() -> None:
    first = facts("a", references=(Reference("term:pause", 3, 7), Reference("module:b", 4, 7)))
    assert said(first, course=listing("a", "b"), broken=("b",)) == []


def test_an_unknown_module_is_placed_on_its_text() -> None:
    first = facts("stress", references=(Reference("module:stres", 3, 7),))
    assert said(first, course=listing("stress")) == [
        "modules/en/stress.yml:3:7: error: unknown module 'stres'; did you mean 'stress'? [module-is-known]"
    ]


def test_a_file_that_the_course_does_not_list_is_said() -> None:
    assert said(facts("a"), facts("b", spots=(("id", 1, 5),)), course=listing("a")) == [
        "modules/en/b.yml:1:5: error: course.yml does not list the module 'b' under `modules` [module-is-listed]"
    ]


def test_a_listed_module_without_a_file_is_said() -> None:
    assert said(facts("a"), course=listing("a", "b")) == [
        "modules/course.yml:10:10: error: there is no file 'en/b.yml' for the module 'b' [file-is-there]"
    ]


def test_a_pathway_to_an_unknown_module_is_said() -> None:
    pathway = frame().spec.pathways[0].model_copy(update={"modules": ("stres",)})
    course = replace(frame(), spec=frame().spec.model_copy(update={"modules": ("stress",), "pathways": (pathway,)}))
    assert said(facts("stress"), course=course) == [
        "modules/course.yml:15:15: error: the pathway 'start' names an unknown module 'stres'; did you mean 'stress'? [module-is-known]"
    ]


def test_an_unknown_track_is_said() -> None:
    assert said(facts("a", track="cor", spots=(("track", 4, 8),)), course=listing("a")) == [
        "modules/en/a.yml:4:8: error: unknown track 'cor'; did you mean 'core'? [track-is-known]"
    ]

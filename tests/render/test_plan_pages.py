"""The pages of plans know where the others stand: beside them, elsewhere, or nowhere."""

from __future__ import annotations

import html
import re
from dataclasses import replace

import pytest

from generator.course import Build, Frame
from generator.frame import frame_of, read_shared
from generator.order import Tree
from generator.plans.codes import course_signs, module_signs
from generator.programs.weeks import modules_of_week, taught_weeks
from generator.render.outputs import Page
from generator.render.plans import assign_page, codes_page, plan_page
from generator.schema.course import Outside
from tests.checks.test_across import facts
from tests.conftest import COURSES

MODULES = (facts("one-thing", title="One <b>thing</b>"), facts("another-thing"))


@pytest.fixture(scope="module")
def frame() -> Frame:
    """The tiny course."""
    shared, _ = read_shared(COURSES / "tiny")
    assert shared is not None
    return frame_of(shared, "en")


def built(*trees: Tree) -> Build:
    return Build("2026.1", "https://c.example/", ("letter",), trees=trees or ("patients", "counselors"))


def data(page: Page) -> dict[str, str]:
    """The `data-` attributes of the page's first element."""
    (start,) = re.findall(r'<div class="ps ps-plans[^>]*>', page.body)
    return {name: html.unescape(value) for name, value in re.findall(r'data-([a-z-]+)="([^"]*)"', start)}


def test_both_trees_stand_beside_each_other(frame: Frame) -> None:
    (plan,), (assign,) = plan_page(MODULES, frame, built()), assign_page(MODULES, frame, built())
    assert (plan.tree, assign.tree) == ("patients", "counselors")
    assert data(plan)["codes"] == "counselors/codes.html"
    assert data(plan)["codes-published"] == "https://c.example/2026.1/en/counselors/codes.html"
    assert data(assign)["plans"] == "../plan.html"
    assert data(assign)["plans-published"] == "https://c.example/2026.1/en/plan.html"
    assert data(plan)["signs"] == course_signs("tiny")


def test_counselors_alone_lead_to_the_whole_address(frame: Frame) -> None:
    (assign,) = assign_page(MODULES, frame, built("counselors"))
    (codes,) = codes_page(MODULES, frame, built("counselors"))
    assert data(assign)["plans"] == "https://c.example/2026.1/en/plan.html"
    assert 'href="https://c.example/2026.1/en/one-thing/index.html"' in codes.body
    assert '"../' not in assign.body + codes.body


def test_patients_alone_have_no_page_that_reads_codes_unless_the_clinic_names_one(frame: Frame) -> None:
    (alone,) = plan_page(MODULES, frame, built("patients"))
    assert data(alone)["codes"] == "" == data(alone)["codes-published"]
    clinic = frame.clinic.model_copy(update={"counselors_url": "https://staff.example/"})
    (named,) = plan_page(MODULES, replace(frame, clinic=clinic), built("patients"))
    assert data(named)["codes"] == "https://staff.example/codes.html"


def test_every_lesson_stands_with_its_letters_and_markup_is_text(frame: Frame) -> None:
    (plan,) = plan_page(MODULES, frame, built())
    for module in MODULES:
        assert f'data-signs="{module_signs(module.id)}"' in plan.body
    assert "One &lt;b&gt;thing&lt;/b&gt;" in plan.body and "<b>thing" not in plan.body


def test_what_is_not_written_yet_cannot_be_ticked(frame: Frame) -> None:
    spec = frame.spec.model_copy(update={"planned": {"later-thing": "Something later"}})
    (assign,) = assign_page(MODULES, replace(frame, spec=spec), built())
    (box,) = re.findall(rf'<input[^>]*value="{module_signs("later-thing")}"[^>]*>', assign.body)
    assert "disabled" in box
    (codes,) = codes_page(MODULES, replace(frame, spec=spec), built())
    assert "<span>Something later</span>" in codes.body


def test_a_week_holds_what_its_groups_then_its_families_read(frame: Frame) -> None:
    (program,) = frame.programs
    assert taught_weeks(program) == (1, 2)
    assert modules_of_week(program, 1) == ("one-thing", "another-thing")
    (assign,) = assign_page(MODULES, frame, built())
    value = " ".join(module_signs(module.id) for module in MODULES)
    assert f'<option value="{value}">Week 1: 2</option>' in assign.body


def test_a_slip_has_titles_only_where_the_course_shows_them_outside(frame: Frame) -> None:
    (neutral,) = assign_page(MODULES, frame, built())
    assert 'data-outside="Lesson 1"' in neutral.body and 'data-outside="Lesson 2"' in neutral.body
    spec = frame.spec.model_copy(update={"outside": Outside(title="Tiny", topics=True)})
    (told,) = assign_page(MODULES, replace(frame, spec=spec), built())
    assert 'data-outside="One &lt;b&gt;thing&lt;/b&gt;"' in told.body

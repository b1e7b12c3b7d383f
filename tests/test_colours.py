"""A clinic's colours: how they are measured, which tones come from them, and that every page wears them whole."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.dress.colours import LEAST_CONTRAST, contrast, dye_of, mix, variables, worst
from generator.dress.kinds import WEAR
from generator.dress.styles import lone_css, page_css, stylesheet
from generator.schema.clinic import Colours

# Figures worked out by others: black on white, the grey that just passes and the one that just does not.
KNOWN = (
    ("#000000", "#ffffff", 21.0),
    ("#ffffff", "#fff", 1.0),
    ("#767676", "#ffffff", 4.54),
    ("#777777", "#ffffff", 4.48),
)


@pytest.mark.parametrize(("one", "other", "ratio"), KNOWN)
def test_contrast_is_that_of_wcag(one: str, other: str, ratio: float) -> None:
    assert round(contrast(one, other), 2) == ratio
    assert contrast(one, other) == contrast(other, one)


def test_mixing_goes_from_one_colour_to_the_other() -> None:
    assert [mix("#ffffff", "#000000", part) for part in (0, 0.5, 1)] == ["#000000", "#808080", "#ffffff"]


@given(st.from_regex(r"\A#[0-9a-f]{6}\Z"))
def test_the_dark_tone_that_is_mixed_can_be_read_whatever_the_light_one_is(tone: str) -> None:
    dye = dye_of(Colours(light=tone))
    assert dye is not None
    assert worst(dye.dark, "dark").ratio >= LEAST_CONTRAST


def test_the_courses_own_tones_would_pass() -> None:
    assert worst(variables("light")["--ps-teal"], "light").ratio >= LEAST_CONTRAST
    assert worst(variables("dark")["--ps-teal"], "dark").ratio >= LEAST_CONTRAST


@pytest.mark.parametrize("kind", WEAR)
def test_a_page_in_the_clinics_colours_differs_in_them_alone(kind: str) -> None:
    dye = dye_of(Colours(light="#7a1f5c", dark="#e3a6cf"))
    assert dye is not None
    worn = page_css(kind, dye)  # type: ignore[arg-type]
    assert "--ps-teal:#7a1f5c" in worn and worn.count("--ps-teal:#e3a6cf") == 2
    assert re.sub(r":root[^{}]*\{--ps-teal:#[^{}]*--ps-bar:[^{}]*\}", "", worn) == page_css(kind)  # type: ignore[arg-type]
    # On paper the later rule makes it black again.
    assert worn.rindex("--ps-teal:#000") > worn.rindex("--ps-teal:#e3a6cf")


@pytest.mark.parametrize("kind", WEAR)
def test_pages_that_show_no_name_are_spared_its_styles(kind: str) -> None:
    spared, worn = page_css(kind), page_css(kind, None, True)  # type: ignore[arg-type]
    assert "ps-logo" not in spared and ".ps-logo{" in worn and ".ps-house-logo{" in worn
    assert worn.replace(stylesheet("house"), "") == spared


def test_a_lesson_that_is_one_file_wears_them_too() -> None:
    assert "--ps-teal:#7a1f5c" in lone_css(dye_of(Colours(light="#7a1f5c")))

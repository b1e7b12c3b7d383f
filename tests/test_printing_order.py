"""The order in which sheets are set: one scale after the other, the course's long sheets among the modules' short ones."""

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from generator.make import _printing_order
from generator.render.outputs import Sheet

LONG = [f"en/counselors/print/weeks-{number}.pdf" for number in range(9)]
SHORT = [f"en/m{number}/print/handout.pdf" for number in range(40)]


def sheets(paths: list[str], large: bool = False) -> dict[str, Sheet]:
    """Sheets with nothing in them."""
    return {path: Sheet("patients", path, "{}", large) for path in paths}


def test_long_sheets_do_not_follow_each_other() -> None:
    found = _printing_order(sheets(LONG + SHORT), LONG)
    places = [place for place, path in enumerate(found) if path in LONG]
    assert min(later - earlier for earlier, later in itertools.pairwise(places)) >= 4


def test_one_scale_comes_after_the_other() -> None:
    large = [f"{path}-large" for path in LONG + SHORT]
    found = _printing_order({**sheets(large, large=True), **sheets(LONG + SHORT)}, [*LONG, *large[:9]])
    assert {path.endswith("-large") for path in found[:49]} == {False}
    assert {path.endswith("-large") for path in found[49:]} == {True}


@given(st.sets(st.sampled_from(LONG + SHORT)))
def test_every_sheet_is_set_once_and_each_group_in_its_order(paths: set[str]) -> None:
    found = _printing_order(sheets(sorted(paths)), LONG)
    assert sorted(found) == sorted(paths)
    assert [path for path in found if path in LONG] == sorted(paths & set(LONG))

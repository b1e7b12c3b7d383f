"""Marks on a meter are pushed apart no more than needed."""

from __future__ import annotations

from generator.pictures.meter import spread

LIMITS = (0.0, 100.0)


def test_marks_with_room_stay_where_they_are() -> None:
    assert spread([10, 50], [20, 20], LIMITS) == [10, 50]


def test_two_close_marks_share_the_push() -> None:
    assert spread([40, 50], [20, 20], LIMITS) == [35, 55]


def test_a_pushed_mark_pushes_the_next() -> None:
    assert spread([40, 50, 62], [20, 20, 20], LIMITS) == [30.666666666666668, 50.66666666666667, 70.66666666666667]


def test_marks_stay_within_the_limits() -> None:
    assert spread([-10, 0, 95], [20, 20, 20], LIMITS) == [0, 20, 80]

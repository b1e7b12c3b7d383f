"""A module's time table in groups of four lengths."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.checks.timetable_is_by_thirds import ORDER, ROOM
from generator.lengths import LEAST, LENGTHS, RITUAL, RITUALS, USUAL, Share, minutes_of, shared, slots
from generator.load import module_names, read_source
from generator.schema.guide import TimedPart
from generator.schema.module import Module
from generator.source import read_yaml
from generator.validate import validate
from tests.conftest import ROOT

MOST_PARTS = 12


def timed(*written: tuple[str, int]) -> tuple[TimedPart, ...]:
    line = {"kind": "say", "text": "Welcome."}
    parts = [{"part": name, "title": "A part", "minutes": minutes, "lines": (line,)} for name, minutes in written]
    return tuple(TimedPart.model_validate(part) for part in parts)


def cut(minutes: int, places: Sequence[int]) -> list[int]:
    """A third in several parts: cut at some of its minutes."""
    edges = [0, *sorted({place for place in places if 0 < place < minutes}), minutes]
    return [end - start for start, end in pairwise(edges)]


@st.composite
def timetables(draw: st.DrawFn) -> tuple[TimedPart, ...]:
    """Any time table that the rule of thirds lets pass: parts of one minute, many parts, thirds that are unlike."""
    opening, closing = draw(st.integers(3, 5)), draw(st.integers(3, 5))
    rest = USUAL - opening - closing
    least, most = ROOM["topic"]
    check_in = draw(st.integers(max(least, rest - 2 * most), min(most, rest - 2 * least)))
    topic = draw(st.integers(max(least, rest - check_in - most), min(most, rest - check_in - least)))
    totals = dict(zip(ORDER, (opening, check_in, topic, rest - check_in - topic, closing), strict=True))
    written: list[tuple[str, int]] = []
    for name, minutes in totals.items():
        most_cuts = 1 if name in RITUALS else 2
        places = draw(st.lists(st.integers(1, minutes - 1), max_size=most_cuts))
        written += [(name, each) for each in cut(minutes, places)]
    assert len(written) <= MOST_PARTS + 1
    return timed(*written[:MOST_PARTS]) if len(written) <= MOST_PARTS else timed(*totals.items())


def total(parts: Sequence[TimedPart], minutes: Sequence[int], name: str) -> int:
    return sum(each for part, each in zip(parts, minutes, strict=True) if part.part == name)


@given(timetables(), st.sampled_from(LENGTHS))
def test_every_length_is_filled_exactly_and_within_its_bounds(parts: tuple[TimedPart, ...], length: int) -> None:
    minutes = minutes_of(parts, length)
    assert sum(minutes) == length
    assert all(
        each >= min(LEAST, part.minutes) for part, each in zip(parts, minutes, strict=True) if part.part not in RITUALS
    )
    assert all(each >= 1 for each in minutes)
    for name in RITUALS:
        assert RITUAL[0] <= total(parts, minutes, name) <= RITUAL[1]


@given(timetables())
def test_ninety_minutes_are_as_written(parts: tuple[TimedPart, ...]) -> None:
    assert minutes_of(parts) == tuple(part.minutes for part in parts)


@given(timetables(), st.sampled_from(LENGTHS))
def test_thirds_keep_their_proportions(parts: tuple[TimedPart, ...], length: int) -> None:
    minutes, written = minutes_of(parts, length), tuple(part.minutes for part in parts)
    thirds = [name for name in ORDER if name not in RITUALS]
    rest, rest_written = (sum(total(parts, found, name) for name in thirds) for found in (minutes, written))
    for name in thirds:
        wanted = total(parts, written, name) * rest / rest_written
        assert abs(total(parts, minutes, name) - wanted) < 1


@given(timetables())
def test_no_part_gets_shorter_in_a_longer_group_by_more_than_rounding(parts: tuple[TimedPart, ...]) -> None:
    found = [minutes_of(parts, length) for length in LENGTHS]
    for shorter, longer in pairwise(found):
        assert all(after >= before - 1 for before, after in zip(shorter, longer, strict=True))


@given(timetables(), st.sampled_from(LENGTHS))
def test_each_part_starts_when_the_one_before_it_ends(parts: tuple[TimedPart, ...], length: int) -> None:
    found = slots(parts, length)
    assert [slot.start for slot in found[1:]] == [slot.end for slot in found[:-1]]
    assert (found[0].start, found[-1].end) == (0, length)


def test_a_minute_that_is_left_goes_to_the_largest_remainder_and_of_equals_to_the_first() -> None:
    assert shared(10, [Share(1, 1), Share(1, 1), Share(1, 1)]) == (4, 3, 3)
    assert shared(10, [Share(10, 1), Share(24, 1), Share(66, 1)]) == (1, 2, 7)


def test_what_a_short_part_is_given_comes_from_the_others() -> None:
    assert shared(10, [Share(1, 3), Share(9, 1), Share(10, 1)]) == (3, 3, 4)
    # The first lifts the second over what is left for it.
    assert shared(9, [Share(1, 3), Share(34, 3), Share(65, 3)]) == (3, 3, 3)


# Worked out by hand: 120 leaves 110 for the thirds, 34.4, 41.2 and 34.4; the minute left over goes to the first.
MODULES = {
    "addiction-and-the-brain": {
        60: (3, 17, 7, 8, 5, 7, 10, 3),
        75: (4, 21, 8, 10, 7, 8, 13, 4),
        120: (5, 35, 14, 16, 11, 14, 20, 5),
    },
    "anger-management": {
        60: (3, 17, 7, 5, 8, 9, 8, 3),
        75: (4, 21, 8, 7, 10, 11, 10, 4),
        120: (5, 35, 14, 11, 16, 18, 16, 5),
    },
}


def shipped(name: str) -> Module:
    source, _ = read_source(ROOT / "modules", name)
    document, _ = read_yaml(source)  # type: ignore[arg-type]
    module, problems = validate(document, Module)  # type: ignore[arg-type]
    assert module is not None and problems == ()
    return module


@pytest.mark.parametrize("name", module_names(ROOT / "modules", "en"))
def test_a_shipped_guide_adds_up_in_all_four_lengths(name: str) -> None:
    module = shipped(name)
    parts = module.guide.timetable
    assert minutes_of(parts, USUAL) == tuple(part.minutes for part in parts)
    for length in LENGTHS:
        minutes = minutes_of(parts, length)
        assert sum(minutes) == length
        assert min(each for part, each in zip(parts, minutes, strict=True) if part.part == "topic") >= LEAST
        assert minutes == MODULES.get(module.id, {}).get(length, minutes)

"""A time table of 90 minutes → the same parts in a group of another length, to the minute.

The opening and the closing stay short; check-in, topic and wrap-up share the rest as they share it in 90 minutes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import accumulate, groupby

from generator.schema.guide import TimedPart

LENGTHS = (60, 75, 90, 120)
"""Minutes of the groups that a guide serves."""
USUAL = 90
"""The length that the modules' parts and lines are written for."""

RITUALS = ("opening", "closing")
RITUAL = (3, 5)
"""The least and the most minutes of an opening or a closing."""
LEAST = 3
"""A part of a third has at least so many minutes, or those it was written with."""


@dataclass(frozen=True, slots=True)
class Share:
    """What somebody gets of a whole: in proportion to the weight, and at least the least."""

    weight: int
    least: int


@dataclass(frozen=True, slots=True)
class Slot:
    """The minutes of a part in a session of one length, and the minute in which it starts."""

    start: int
    minutes: int

    @property
    def end(self) -> int:
        """The minute in which the next part starts."""
        return self.start + self.minutes


def slots(parts: Sequence[TimedPart], length: int = USUAL) -> tuple[Slot, ...]:
    """The parts in a session of so many minutes, in their order; they fill it exactly."""
    minutes = minutes_of(parts, length)
    starts = (0, *accumulate(minutes))
    return tuple(Slot(start, each) for start, each in zip(starts, minutes, strict=False))


def minutes_of(parts: Sequence[TimedPart], length: int = USUAL) -> tuple[int, ...]:
    """Whole minutes of each part in a session of so many minutes.

    The parts are those of a checked module: in order, a ritual of 3 to 5 minutes at each end, at most twelve.
    """
    whole = sum(part.minutes for part in parts)
    sections = [(name, [part.minutes for part in run]) for name, run in groupby(parts, key=lambda part: part.part)]
    rituals = {name: _ritual(written, Fraction(length, whole)) for name, written in sections if name in RITUALS}
    thirds = [written for name, written in sections if name not in RITUALS]
    rest = length - sum(sum(minutes) for minutes in rituals.values())
    totals = iter(shared(rest, [Share(sum(third), sum(map(_least, third))) for third in thirds]))
    return tuple(
        each
        for name, written in sections
        for each in (rituals[name] if name in rituals else _third(next(totals), written))
    )


def shared(whole: int, shares: Sequence[Share]) -> tuple[int, ...]:
    """Share whole minutes in proportion to the weights, by largest remainders; who would get too little gets the least.

    Of equal remainders the first gets the minute. The leasts have to fit into the whole.
    """
    exact = _exact(whole, shares)
    found = [int(each) for each in exact]
    order = sorted(range(len(exact)), key=lambda place: (found[place] - exact[place], place))
    for place in order[: whole - sum(found)]:
        found[place] += 1
    return tuple(found)


def _exact(whole: int, shares: Sequence[Share]) -> list[Fraction]:
    """The same in fractions of minutes. Who gets the least takes it from the others, so that is looked at again."""
    held: set[int] = set()
    while True:
        rest = whole - sum(shares[place].least for place in held)
        weights = sum(share.weight for place, share in enumerate(shares) if place not in held)
        found = [
            Fraction(share.least) if place in held else Fraction(rest * share.weight, weights)
            for place, share in enumerate(shares)
        ]
        short = {place for place, share in enumerate(shares) if found[place] < share.least}
        if not short:
            return found
        held |= short


def _ritual(written: Sequence[int], times: Fraction) -> tuple[int, ...]:
    """An opening or a closing: longer in a longer session, but within its bounds."""
    least, most = RITUAL
    minutes = min(most, max(least, int(sum(written) * times + Fraction(1, 2))))
    return shared(minutes, [Share(each, 1) for each in written])


def _third(minutes: int, written: Sequence[int]) -> tuple[int, ...]:
    return shared(minutes, [Share(each, _least(each)) for each in written])


def _least(written: int) -> int:
    return min(LEAST, written)

"""Role-plays that lines of the session name are in the guide, and each has one place."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.case import Case
from generator.problems import Problem, did_you_mean
from generator.rules import Rule

RULE = Rule(
    "role-play-has-one-place",
    "`acts_out` of a line names a role-play of the guide, and no other line names it.",
    "Group mode shows the scene at that place; a scene that is named twice would be acted twice.",
    "Correct the id, or leave the name at one line. A role-play without a place comes at the end of the wrap-up.",
)


def check(case: Case) -> Iterator[Problem]:
    """Find names of role-plays that are not there, or that stand a second time.

    Example:
        lines:
          - kind: do
            text: Show it first.
            acts_out: [a-scene-that-is-not-there]

    Better:
        lines:
          - kind: do
            text: Show it first.
            acts_out: [making-the-call]
    """
    guide = case.module.guide
    known = [play.id for play in guide.role_plays]
    met: set[str] = set()
    for part, timed in enumerate(guide.timetable):
        for line, said in enumerate(timed.lines):
            for place, id_ in enumerate(said.acts_out):
                where = ("guide", "timetable", part, "lines", line, "acts_out", place)
                if id_ not in known:
                    yield case.problem(RULE, where, f"unknown role-play '{id_}'{did_you_mean(id_, known)}")
                elif id_ in met:
                    yield case.problem(RULE, where, f"the role-play '{id_}' has its place at a line above already")
                met.add(id_)

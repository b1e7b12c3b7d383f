"""Seeds of the rules for programs."""

from __future__ import annotations

from tests.checks.seeds.seed import Seed

GOOD = """\
id: small
title: A small program
description: Two weeks.
group_size: 14
phases:
  - title: Both weeks
    weeks: 2
    days:
      - day: monday
        slots:
          - {kind: group, start: 09:00, minutes: 180}
          - {kind: individual, minutes: 60}
      - day: thursday
        slots:
          - {kind: group, start: 09:00, minutes: 180}
          - {kind: family, start: 14:00, minutes: 120, weeks: odd}
          - {kind: creative, start: 14:00, minutes: 120, weeks: even}
topics:
  - week: 1
    group: [slow-down]
"""
FILE = "programs/small.yml"


def program(rule: str, old: str, new: str, *said: str, also: tuple[str, ...] = (), level: str = "error") -> Seed:
    """A seed of the good program with one change."""
    assert GOOD.count(old) == 1, old
    assert level in ("error", "warning", "note")
    return Seed(rule, "", GOOD.replace(old, new), said, file=FILE, also=also, level=level)


MORE = {"planned": "modules: [slow-down]\nplanned: {to-come: To come}\n"}
LATE = "          - {kind: creative, start: 14:00, minutes: 120, weeks: even}\n"


def course(key: str) -> dict[str, str]:
    """A course.yml that plans a module, and lists it under a key."""
    return {
        "course.yml": "id: tests\ntitle: A course for tests\ntagline: Small, and whole.\nabout: Every rule.\n"
        "languages: [en]\nsite_url: https://course.example/\npapers: [letter, a4]\ntracks: {core: Skills}\n"
        f"modules: [slow-down]\nplanned: {{to-come: To come}}\n{key}pathways: []\n"
    }


SEEDS = (
    program(
        "program-has-no-more-than-20-hours",
        "  - title: Both weeks\n    weeks: 2\n    days:\n      - day: monday\n        slots:\n",
        "  - ▸title: Both weeks\n    weeks: 2\n    days:\n      - day: monday\n        slots:\n"
        + "          - {kind: creative, minutes: 240}\n" * 4,
        "week 1 has 25 hours; the most is 20 hours a week",
    ),
    program(
        "program-has-9-hours",
        "  - title: Both weeks\n    weeks: 2\n    days:\n      - day: monday\n        slots:\n"
        "          - {kind: group, start: 09:00, minutes: 180}\n",
        "  - ▸title: Both weeks\n    weeks: 2\n    days:\n      - day: monday\n        slots:\n"
        "          - {kind: group, start: 09:00, minutes: 90}\n",
        "week 1 has 7 hours 30 minutes; 9 to 20 hours a week are right",
        level="warning",
    ),
    program(
        "program-has-at-most-52-weeks",
        "  - title: Both weeks\n    weeks: 2\n",
        "  ▸- {title: Before, weeks: 51, days: [{day: monday, slots: [{kind: individual, minutes: 60}]}]}\n"
        "  - title: Both weeks\n    weeks: 2\n",
        "the program has 53 weeks; the most is 52",
    ),
    Seed(
        "program-has-safety-first",
        "",
        GOOD.replace("  - week: 1\n", "  ▸- week: 1\n"),
        ("the safety module 'to-come' is not taught; every program teaches it in week 1 or 2",),
        file=FILE,
        beside=course("safety_modules: [to-come]\n"),
    ),
    program(
        "program-has-individual-time",
        "      - day: monday\n        slots:\n          - {kind: group, start: 09:00, minutes: 180}\n"
        "          - {kind: individual, minutes: 60}\n",
        "      ▸- day: monday\n        slots:\n          - {kind: group, start: 09:00, minutes: 180}\n"
        "          - {kind: medical, minutes: 60}\n",
    ),
    program(
        "program-has-family-time",
        "      - day: monday\n        slots:\n          - {kind: group, start: 09:00, minutes: 180}\n"
        "          - {kind: individual, minutes: 60}\n      - day: thursday\n        slots:\n"
        "          - {kind: group, start: 09:00, minutes: 180}\n          - {kind: family",
        "      ▸- day: monday\n        slots:\n          - {kind: group, start: 09:00, minutes: 180}\n"
        "          - {kind: individual, minutes: 60}\n      - day: thursday\n        slots:\n"
        "          - {kind: group, start: 09:00, minutes: 180}\n          - {kind: medical",
        "there is no family session in week 1 or in week 2",
        level="warning",
    ),
    program("program-group-is-under-15", "group_size: 14", "group_size: ▸15", level="warning"),
    program("program-slots-do-not-overlap", LATE, LATE.replace("14:00", "▸15:30").replace(", weeks: even", "")),
    program("program-slots-do-not-overlap", LATE, LATE.replace("14:00", "▸23:00")),
    program("program-day-is-listed-once", "day: thursday", "day: ▸monday"),
    Seed(
        "program-topic-is-written",
        "",
        GOOD.replace("  - week: 1\n    group: [slow-down]\n", "  ▸- week: 1\n    group: [slow-down, to-come]\n"),
        file=FILE,
        beside=course(""),
        level="note",
    ),
    program(
        "program-topics-have-slots",
        "    group: [slow-down]\n",
        "    group: [slow-down]\n  - week: 2\n    family: [▸slow-down]\n",
    ),
    program("program-week-is-there", "  - week: 1\n", "  - week: ▸3\n", "there is no week 3; the program has 2 weeks"),
    Seed(
        "program-teaches-the-core",
        "",
        GOOD.replace("  - week: 1\n", "  ▸- week: 1\n"),
        ("the program leaves out 1 core module: to-come",),
        file=FILE,
        beside=course("core_modules: [to-come]\n"),
        level="warning",
    ),
    Seed(
        "program-is-there-once",
        "",
        GOOD.replace("id: small", "id: ▸small"),
        file="programs/twin.yml",
        beside={FILE: GOOD},
        also=("file-is-named-after-its-id",),
    ),
)

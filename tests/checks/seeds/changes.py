"""Seeds of the rules for notes on changes."""

from __future__ import annotations

from tests.checks.seeds.seed import Seed

FIRST = "revision: 1\n"
SECOND = (
    "revision: 2\nchanges:\n  - {revision: 2, date: 2026-11-20, what: [wording], note: Two sentences are shorter.}\n"
)


def noted(*lines: str, revision: int = 3) -> str:
    """A revision and its notes."""
    return f"revision: {revision}\nchanges:\n" + "".join(
        f"  - {{{line}, what: [wording], note: Shorter.}}\n" for line in lines
    )


SEEDS = (
    Seed("revision-has-its-note", FIRST, "revision: ▸2\n", said=("revision 2 has no note under `changes`",)),
    Seed(
        "revision-has-its-note",
        FIRST,
        SECOND.replace("revision: 2\n", "revision: 1\n").replace("{revision: 2", "{revision: ▸2"),
        said=("this note is about revision 2, and the module has revision 1",),
    ),
    Seed(
        "revision-has-its-note",
        FIRST,
        noted("revision: 2, date: 2026-11-01", "revision: ▸3, date: 2026-11-02"),
        said=("revision 3 stands below revision 2; numbers fall from note to note",),
    ),
    Seed(
        "revision-has-its-note",
        FIRST,
        noted("revision: 3, date: 2026-11-01", "revision: 2, date: ▸2026-11-02"),
        said=("revision 2 has a later day than revision 3",),
    ),
    Seed(
        "change-has-its-day",
        FIRST,
        noted("revision: 2, date: ▸2026-11-22", revision=2),
        said=("2026-11-22 is still to come; today is 2026-11-21",),
    ),
    Seed(
        "change-has-its-day",
        FIRST,
        noted("revision: 2, date: ▸2026-02-30", revision=2),
        said=("there is no 2026-02-30 in the calendar",),
    ),
    Seed(
        "word-is-person-first",
        FIRST,
        SECOND.replace("note: Two sentences are shorter.", "note: ▸It no longer says addict."),
        level="error",
    ),
)

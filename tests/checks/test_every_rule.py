"""One violation of every rule, at every level at which it speaks, is found at its line and column, and nothing else is.

A new rule needs a seed: five lines in the file of `tests/checks/seeds/` that its family is in. A seed is a text that
stands once in a module (or in the file that it names), what is put in its place, and the mark ▸ in front of the place
that the rule has to name:

    Seed(
        "track-is-known",
        "track: core\n",
        "track: ▸cor\n",
    ),

More can be said: the whole messages, another level, another file, and which other rules the same change brings about;
`seeds/seed.py` lists it. The course around it is clean, so all that is found is the seed's.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from generator.checks import RULES
from tests.checks.seeds import SEEDS
from tests.checks.seeds.seed import Base, Seed, found_in, lay_out, sow, told

BRINGING = "tests/translations/test_po_rules.py"
ELSEWHERE = {
    "po-entry-fits": BRINGING,
    "po-entry-is-known": BRINGING,
    "po-file-is-of-this-course": BRINGING,
    "po-file-is-well-formed": BRINGING,
    "revision-rises-with-the-text": "tests/history/test_released_revisions.py",
}
"""Rules that speak when a file is brought in, and not in the check; and where they are tested."""
UNFINISHED = {
    "alt-text-tells-the-picture",
    "file-is-there",
    "interface-is-translated",
    "language-is-there",
    "module-is-in-each-language",
    "translation-is-confirmed",
    "triggers-are-there",
}
"""What the course in two languages is told anyway: it has one lesson in Spanish and little else."""


@cache
def before(base: Base) -> frozenset[tuple[str, str, str]]:
    """What is said of a course that nothing was sown into: file, rule and message."""
    with TemporaryDirectory() as folder:
        lay_out(base, Path(folder))
        return frozenset((problem.path, problem.rule, problem.message) for problem in found_in(Path(folder)))


@pytest.mark.parametrize("base", ["small", "tiny"])
def test_the_courses_are_clean(base: Base) -> None:
    assert before(base) == frozenset()


def test_the_course_in_two_languages_is_told_what_belongs_to_it() -> None:
    assert {rule for _, rule, _ in before("two")} <= UNFINISHED


@pytest.mark.parametrize("seed", SEEDS, ids=[seed.name for seed in SEEDS])
def test_a_violation_is_found_at_its_place_and_nothing_else(seed: Seed, tmp_path: Path) -> None:
    places = sow(seed, tmp_path)
    known = before(seed.base)
    found = [one for one in found_in(tmp_path) if (one.path, one.rule, one.message) not in known]
    own = [problem for problem in found if problem.rule == seed.rule and problem.level == seed.level]
    others = {problem.rule for problem in found if problem not in own}
    assert sorted({told(problem) for problem in own}) == sorted(places), found
    assert not seed.said or tuple(problem.message for problem in own) == seed.said
    assert others == set(seed.also)
    assert [one for one in found if one.level not in (RULES[one.rule].level, *RULES[one.rule].also)] == []


def levels() -> Iterator[tuple[str, str]]:
    """Every rule with each level that it has."""
    for rule in RULES.values():
        if rule.id not in ELSEWHERE:
            yield from ((rule.id, level) for level in (rule.level, *rule.also))


def test_every_rule_has_a_seed_at_every_level() -> None:
    missing = set(levels()) - {(seed.rule, seed.level) for seed in SEEDS}
    assert not missing, "add seeds for these; the docstring of this file says how"


def test_every_seed_is_of_a_rule() -> None:
    assert {(seed.rule, seed.level) for seed in SEEDS} <= set(levels())


@pytest.mark.parametrize("rule", ELSEWHERE)
def test_a_rule_that_the_check_does_not_say_is_tested_elsewhere(rule: str) -> None:
    assert rule in (Path(__file__).parents[2] / ELSEWHERE[rule]).read_text("utf-8")
    assert rule in RULES

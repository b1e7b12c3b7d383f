"""A page whose source is newer than its translation says so, and stops saying it once somebody looked."""

from __future__ import annotations

from pathlib import Path

from generator.build import build_course
from generator.order import Order, Place
from generator.translations.bring import accepted
from generator.translations.ledger import write_ledger
from generator.translations.pair import read_pair
from tests.translations.course import MODULE, change, translated

SAID = "cambió después de esta traducción"


def accept(course: Path) -> None:
    pair, problems = read_pair(course, "en", "es", MODULE)
    assert pair, problems
    write_ledger(course, "es", MODULE, pair.ours.name, accepted(pair))


def test_a_page_says_that_its_source_is_newer_until_somebody_looked(tmp_path: Path) -> None:
    course = translated(tmp_path, mark="")
    accept(course)
    place = Place(course, Path("mkdocs.yml"), tmp_path / "site")

    def page() -> str:
        result = build_course(place, Order("dev", formats=("web",), jobs=1))
        assert result.good, result.problems
        return (tmp_path / f"site/dev/es/{MODULE}/index.html").read_text("utf-8")

    assert SAID not in page()
    change(course, f"en/{MODULE}.yml", "today: Drink a glass of water.", "today: Drink two cups of tea.")
    assert SAID in page()
    accept(course)
    assert SAID not in page()

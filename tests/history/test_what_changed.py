"""“What changed”: which sheets in a drawer are out of date, safety first."""

from __future__ import annotations

import re
from datetime import date

import pytest

from generator.build import build_course, check_course
from generator.history.drawer import Outdated, out_of_date
from generator.history.noted import Noted
from generator.order import Order, Place
from tests.test_build import change

NOTES = """revision: 4
changes:
  - {revision: 4, date: 2026-11-20, what: [wording], note: Two sentences are shorter.}
  - {revision: 3, date: 2026-11-10, what: [safety, guide], note: The safety message stands beside the steps.}
  - {revision: 2, date: 2026-10-02, what: [answers], note: Question 1 had the wrong answer.}
"""


def words_of(place: Place, address: str) -> str:
    whole = (place.site / "dev" / "en" / address).read_text("utf-8")
    return " ".join(re.sub(r"<[^>]+>", " ", whole.partition("<h1")[2].partition("ps-back")[0]).split())


@pytest.fixture
def noted(tiny: Place) -> Place:
    change(tiny.course / "en" / "one-thing.yml", "revision: 1\n", NOTES)
    assert build_course(tiny, Order(formats=("web",), jobs=1, today=date(2026, 11, 22))).good
    return tiny


def test_safety_stands_first_and_says_what_to_throw_away(noted: Place) -> None:
    words = words_of(noted, "counselors/changes.html")
    safety = words.index("Throw away every sheet of this lesson with revision 2 or lower.")
    assert safety < words.index("All sheets: throw away revision 2 and lower.") < words.index("All changes")
    assert "Lessons, handouts, cards, and posters: throw away revision 3 and lower." in words
    assert words.index("revision 4 · November 20, 2026") < words.rindex("revision 3 · November 10, 2026")


def test_patients_find_no_note_in_their_pages(noted: Place) -> None:
    folder = noted.site / "dev" / "en"
    pages = [path for path in folder.rglob("*.html") if "counselors" not in path.parts]
    assert pages and not [path for path in pages if "The safety message stands beside" in path.read_text("utf-8")]


def test_a_module_without_notes_is_not_out_of_date(noted: Place) -> None:
    assert words_of(noted, "counselors/changes.html").count("None of its sheets is out of date.") == 1


def test_a_change_of_safety_covers_what_changed_before_it() -> None:
    notes = [Noted(3, "2026-11-03", ("safety",), ""), Noted(2, "2026-11-02", ("answers", "worksheets"), "")]
    assert out_of_date(notes) == (Outdated(("safety",), 3),)
    assert out_of_date(notes[1:]) == (Outdated(("answers", "worksheets"), 2),)
    assert out_of_date([Noted(2, "2026-11-02", ("sources",), "")]) == ()


def test_a_day_that_comes_is_no_longer_to_come(tiny: Place) -> None:
    later = "revision: 2\nchanges:\n  - {revision: 2, date: 2026-11-23, what: [guide], note: The opening is shorter.}\n"
    change(tiny.course / "en" / "one-thing.yml", "revision: 1\n", later)
    for day, rules in ((22, ["change-has-its-day"]), (23, [])):
        found = check_course(tiny, Order(formats=(), jobs=1, today=date(2026, 11, day))).problems
        assert [problem.rule for problem in found if problem.level == "error"] == rules

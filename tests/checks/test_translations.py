"""A translation is held to its source: each difference is found at its line and column, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.build import check_course
from generator.order import Order, Place
from generator.problems import Problem
from generator.translations.bring import accepted
from generator.translations.ledger import ledger_name, write_ledger
from generator.translations.pair import read_pair, read_shared_pair
from generator.translations.shared import shared_files
from tests.translations.course import MODULE, OTHER, change, translated

OURS = ("translation-", "po-")


def noted(course: Path) -> None:
    for module in (MODULE, OTHER):
        pair, problems = read_pair(course, "en", "es", module)
        assert pair, problems
        write_ledger(course, "es", module, pair.ours.name, accepted(pair))
    for name, model in shared_files(course).items():
        shared, problems = read_shared_pair(course, name, model, "en", "es")
        assert shared, problems
        write_ledger(course, "es", shared.id, name, accepted(shared))


def found_in(course: Path) -> list[Problem]:
    """What is said of the translation; that the small course's safety messages are English is another matter."""
    place = Place(course, Path("mkdocs.yml"), course.parent / "site")
    result = check_course(place, Order("dev", jobs=1))
    return [problem for problem in result.problems if problem.rule.startswith(OURS)]


@pytest.fixture
def course(tmp_path: Path) -> Path:
    found = translated(tmp_path)
    noted(found)
    return found


def place_of(course: Path, text: str) -> tuple[int, int]:
    """Line and column of a text that the translation holds once."""
    lines = (course / f"es/{MODULE}.yml").read_text("utf-8").splitlines()
    (line,) = [number for number, one in enumerate(lines, 1) if text in one]
    return line, lines[line - 1].index(text) + 1


def test_a_translation_with_all_parts_is_fine(course: Path) -> None:
    assert found_in(course) == []


def test_what_nobody_noted_is_said_once(course: Path) -> None:
    (course / ledger_name("es", MODULE)).unlink()
    (found,) = found_in(course)
    assert (found.rule, found.level) == ("translation-is-confirmed", "warning")
    assert "texts are not noted as made from tiny/en/one-thing.yml" in found.message


def test_a_changed_source_marks_exactly_its_translation(course: Path) -> None:
    change(course, f"en/{MODULE}.yml", "today: Drink a glass of water.", "today: Drink two cups of tea.")
    (found,) = found_in(course)
    assert (found.rule, found.level) == ("translation-is-up-to-date", "warning")
    assert found.line == place_of(course, "today:")[0]
    assert found.message.endswith("see tiny/en/one-thing.yml, line 13")


def test_a_changed_safety_message_marks_its_translation(course: Path) -> None:
    change(course, "safety.yml", "      en: Stop if you feel faint.", "      en: Stop if you feel faint or sick.")
    (found,) = found_in(course)
    assert (found.path, found.rule) == ("tiny/safety.yml", "translation-is-up-to-date")
    lines = (course / "safety.yml").read_text("utf-8").splitlines()
    assert lines[found.line - 1][found.column - 1 :] == "Stop if you feel faint."


def test_how_lines_are_broken_changes_nothing(course: Path) -> None:
    change(course, f"en/{MODULE}.yml", "today: Drink a glass of water.", "today: >-\n  Drink a glass\n  of water.")
    assert found_in(course) == []


CASES = {
    "another right answer": ("answer: true", "answer: false", "translation-matches-its-source"),
    "another link": ("(term:thing)", "(https://a.example/)", "translation-keeps-its-links"),
    "another number": ("minutes: 15", "minutes: 16", "translation-matches-its-source"),
    "a number in a text": ("Drink a glass of water.º", "Beba 8 vasos de agua.", "translation-keeps-its-numbers"),
    "a missing part": (
        "      - kind: key_idea\n        text: Small things add up.º\n",
        "",
        "translation-matches-its-source",
    ),
    "an extra part": (
        "  - id: do-one\n",
        "  - id: do-more\n    text: Haga más.\n  - id: do-one\n",
        "translation-matches-its-source",
    ),
}


@pytest.mark.parametrize(("old", "new", "rule"), CASES.values(), ids=CASES)
def test_a_difference_is_found(course: Path, old: str, new: str, rule: str) -> None:
    name = course / f"es/{MODULE}.yml"
    text = name.read_text("utf-8")
    assert old in text
    name.write_text(text.replace(old, new, 1), "utf-8")
    found = [problem for problem in found_in(course) if problem.level == "error"]
    assert [problem.rule for problem in found] == [rule]
    assert {problem.path for problem in found} == {"tiny/es/one-thing.yml"}


def test_a_missing_question_is_said_once_and_not_for_each_of_its_parts(course: Path) -> None:
    text = (course / f"es/{MODULE}.yml").read_text("utf-8")
    quiz, _, rest = text.partition("quiz:\n")[2].partition("\nguide:")
    questions = quiz.split("  - kind: ")
    # The fifth may go; a quiz has at least four.
    less = "  - kind: ".join([*questions[:-1]])
    (course / f"es/{MODULE}.yml").write_text(text.replace(quiz, less.rstrip() + "\n"), "utf-8")
    assert rest
    found = [problem for problem in found_in(course) if problem.rule == "translation-matches-its-source"]
    assert len(found) == 1
    assert "is missing; it stands in tiny/en/one-thing.yml, line" in found[0].message


def test_a_module_without_a_source_is_an_error(course: Path) -> None:
    text = (course / f"es/{MODULE}.yml").read_text("utf-8")
    (course / "es/lone-thing.yml").write_text(text.replace("id: one-thing\n", "id: lone-thing\n"), "utf-8")
    assert "translation-has-a-source" in {problem.rule for problem in found_in(course)}


@pytest.mark.parametrize("content", ["", "a: 1\n", "- a\n", "a: b: c\n", "today: zzz\n", "\x00", "today: [1, 2]\n"])
def test_a_broken_ledger_is_a_problem_with_its_place(course: Path, content: str) -> None:
    (course / ledger_name("es", MODULE)).write_text(content, "utf-8")
    place = Place(course, Path("mkdocs.yml"), course.parent / "site")
    problems = check_course(place, Order("dev", jobs=1)).problems
    assert any(problem.path == "tiny/translations/es/one-thing.yml" for problem in problems), problems

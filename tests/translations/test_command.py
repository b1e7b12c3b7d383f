"""`psychoed translate` on a course whose own words stand in several languages."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from course import change, translated

from generator.cli import main


def test_a_course_with_its_title_in_two_languages_is_read(tmp_path: Path) -> None:
    course = translated(tmp_path)
    change(course, "course.yml", "title: Tiny\n", "title: {en: Tiny, es: Pequeño}\n")
    found = CliRunner().invoke(main, ["--course", str(course), "translate", "status", "--language", "es"])
    assert found.exit_code == 0, found.output
    assert "es/one-thing.yml" in found.output


def command(course: Path, *words: str) -> Result:
    return CliRunner().invoke(
        main, ["--course", str(course), "--site", str(course.parent / "site"), "translate", *words]
    )


def exported(course: Path, *languages: str) -> str:
    """Export to `po` beside the course; the PO file of the first module as text."""
    for language in languages or ("es",):
        done = command(course, "export", language, "--out", str(course.parent / "po"))
        assert done.exit_code == 0, done.output
    return (course.parent / "po" / "one-thing.es.po").read_text("utf-8")


def put(course: Path, text: str, name: str = "one-thing.es.po") -> str:
    file = course.parent / "po" / name
    file.write_text(text.replace("#, fuzzy\n", ""), "utf-8")
    return str(file)


def test_two_po_files_for_one_file_are_refused_for_the_second_would_undo_the_first(tmp_path: Path) -> None:
    course = translated(tmp_path)
    text = exported(course)
    one = put(course, text.replace("Drink a glass of water.º", "Beba agua."))
    two = put(course, text.replace("You can do one thing today.º", "Hoy basta una cosa."), "two.po")
    before = (course / "es" / "one-thing.yml").read_bytes()
    done = command(course, "import", "--yes", one, two)
    assert done.exit_code == 2
    assert "one-thing.es.po and" in done.output
    assert "two.po are both for es/one-thing.yml; bring one, then the other" in done.output
    assert (course / "es" / "one-thing.yml").read_bytes() == before
    for file in (one, two):
        assert command(course, "import", "--yes", file).exit_code == 0
    after = (course / "es" / "one-thing.yml").read_text("utf-8")
    assert "Beba agua." in after
    assert "Hoy basta una cosa." in after


def test_a_ledger_that_cannot_be_written_leaves_the_translation_as_it_was(tmp_path: Path) -> None:
    course = translated(tmp_path)
    file = put(course, exported(course).replace("Drink a glass of water.º", "Beba agua."))
    (course / "translations").write_text("in the way", "utf-8")
    before = (course / "es" / "one-thing.yml").read_bytes()
    assert command(course, "import", "--yes", file).exit_code == 2
    assert (course / "es" / "one-thing.yml").read_bytes() == before


def test_a_link_inside_the_course_stays_a_link(tmp_path: Path) -> None:
    course = translated(tmp_path)
    file = put(course, exported(course).replace("Drink a glass of water.º", "Beba agua."))
    link = course / "es" / "one-thing.yml"
    link.rename(course / "es" / "real.txt")
    link.symlink_to("real.txt")
    assert command(course, "import", "--yes", file).exit_code == 0
    assert link.is_symlink()
    assert "Beba agua." in (course / "es" / "real.txt").read_text("utf-8")


@pytest.mark.parametrize("language", ["../x", "EN", "es_MX", "x", "a/b", "e\x1b]0;x\x07"])
def test_what_is_no_language_becomes_no_name_of_a_file(tmp_path: Path, language: str) -> None:
    course = translated(tmp_path)
    for words in (("export", language, "--out", str(tmp_path / "po")), ("status", "--language", language)):
        done = command(course, *words)
        assert done.exit_code == 2
        assert "is no language; write its code" in done.output
        assert "\x1b" not in done.output
    assert not (tmp_path / "po").exists()


def test_a_course_that_lists_its_first_language_twice_is_no_translation_of_itself(tmp_path: Path) -> None:
    course = translated(tmp_path)
    change(course, "course.yml", "languages: [en, es]", "languages: [en, en, es]")
    done = command(course, "status")
    assert done.exit_code == 2
    assert "course.yml lists a language twice" in done.output


def test_the_name_of_a_po_file_gives_the_terminal_no_orders(tmp_path: Path) -> None:
    course = translated(tmp_path)
    exported(course)
    done = command(course, "import", "--yes", put(course, "hello\n", "a\x1b]0;x\x07.po"))
    assert done.exit_code == 1
    assert "a\\x1b]0;x\\x07.po:1:1: error: this is not a PO file" in done.output

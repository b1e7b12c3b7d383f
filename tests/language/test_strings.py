"""The interface's words in other languages: what is not translated stays English and is counted, a course has its say."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from generator.build import check_course
from generator.language.catalog import places, said_in
from generator.language.strings import interface_languages, interface_of, interface_strings
from generator.load import read_source
from generator.order import Order, Place
from generator.paths import LOCALES

GERMAN = 'msgid ""\nmsgstr "Language: de\\n"\n\nmsgctxt "help"\nmsgid "Get help now"\nmsgstr "Hilfe holen"\n'


@pytest.fixture
def german(tiny: Place) -> Path:
    (tiny.course / "locales").mkdir()
    (tiny.course / "locales" / "de.po").write_text(GERMAN, "utf-8")
    return tiny.course


def test_a_course_brings_a_language_that_the_program_lacks(german: Path) -> None:
    found = interface_of("de", german)
    english = interface_strings("en")[0]
    assert found.strings == {**english, "help": "Hilfe holen"}
    assert len(found.missing) == len(english) - 1
    assert "de" in interface_languages(german) and "de" not in interface_languages()


def test_a_region_takes_the_words_of_its_language(german: Path) -> None:
    (german / "locales" / "de-AT.po").write_text(GERMAN.replace("Hilfe holen", "Hilfe bekommen"), "utf-8")
    assert interface_of("de-CH", german).strings["help"] == "Hilfe holen"
    assert interface_of("de-AT", german).strings["help"] == "Hilfe bekommen"


def test_a_course_may_say_an_english_word_its_own_way(german: Path) -> None:
    text = GERMAN.replace("Language: de", "Language: en").replace("Hilfe holen", "Call someone")
    (german / "locales" / "en.po").write_text(text, "utf-8")
    assert interface_of("en", german).strings["help"] == "Call someone"
    assert interface_of("en", german).missing == ()


def test_a_language_without_words_is_no_language(tiny: Place) -> None:
    with pytest.raises(LookupError, match="no interface strings for the language 'xx'"):
        interface_of("xx", tiny.course)


def test_what_stays_english_is_counted_where_the_language_is_chosen(german: Path, tiny: Place) -> None:
    course = german / "course.yml"
    course.write_text(course.read_text("utf-8").replace("languages: [en]", "languages: [en, de]"), "utf-8")
    shutil.copytree(german / "en", german / "de")
    found = [
        str(problem) for problem in check_course(tiny, Order()).problems if problem.rule == "interface-is-translated"
    ]
    count = len(interface_strings("en")[0])
    assert found == [
        f"tiny/course.yml:5:17: warning: {count - 1} of the pages' {count} own words are not in 'de' yet and stay "
        "English; one is 'draft' [interface-is-translated]"
    ]


@pytest.mark.parametrize("file", sorted(path.name for path in LOCALES.glob("*.po")) or ["es.po"])
def test_the_programs_own_translations_fit(file: str) -> None:
    source, _ = read_source(LOCALES, file)
    assert source and said_in(source, file.removesuffix(".po"), interface_strings("en")[0]).problems == ()


def test_every_english_word_can_be_filled_in() -> None:
    assert [id_ for id_, text in interface_strings("en")[0].items() if places(text) is None] == []

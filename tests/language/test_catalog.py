"""Gettext files as translators and strangers write them: what of them is said, and what is wrong with them."""

from __future__ import annotations

import random

import pytest

from generator.language.catalog import Said, said_in
from generator.language.update import updated
from generator.load import Source

ENGLISH = {"help": "Get help now", "minutes": "{minutes} minutes", "home": "Home"}
HEAD = 'msgid ""\nmsgstr "Language: es\\n"\n\n'


def read(text: str, language: str = "es") -> Said:
    return said_in(Source("course/locales/es.po", text, ""), language, ENGLISH)


def entry(id_: str, english: str, said: str, flag: str = "") -> str:
    return f'{flag}msgctxt "{id_}"\nmsgid "{english}"\nmsgstr "{said}"\n\n'


def test_a_translated_word_is_said() -> None:
    assert read(HEAD + entry("help", "Get help now", "Pida ayuda ahora")) == Said({"help": "Pida ayuda ahora"})


@pytest.mark.parametrize(
    "text",
    [
        entry("help", "Get help now", ""),
        entry("help", "Get help now", "Pida ayuda", "#, fuzzy\n"),
        entry("help", "Get help", "Pida ayuda"),
    ],
    ids=["empty", "fuzzy", "the English has changed"],
)
def test_what_is_not_translated_is_left_out(text: str) -> None:
    assert read(HEAD + text) == Said({})


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (entry("minutes", "{minutes} minutes", "minutos"), "'minutes' lacks {minutes} [interface-word-fits]"),
        (
            entry("minutes", "{minutes} minutes", "{minutos} minutos"),
            "'minutes' lacks {minutes} and has {minutos}, which the English word has not [interface-word-fits]",
        ),
        (
            entry("minutes", "{minutes} minutes", "{minutes.real} minutos"),
            "'minutes' lacks {minutes} and has {minutes.real}, which the English word has not [interface-word-fits]",
        ),
        (
            entry("minutes", "{minutes} minutes", "{minutes minutos"),
            "a brace of 'minutes' is not closed, or stands alone [interface-word-fits]",
        ),
        (entry("home", "Home", "In\\nicio"), "'home' should be one line of plain words [interface-word-fits]"),
        (entry("home", "Home", "\u202eInicio"), "'home' should be one line of plain words [interface-word-fits]"),
    ],
)
def test_what_does_not_fit_is_placed_on_its_entry(text: str, said: str) -> None:
    found = read(HEAD + entry("help", "Get help now", "Ayuda") + text)
    assert found.words == {"help": "Ayuda"}
    assert [str(problem) for problem in found.problems] == [f"course/locales/es.po:9:1: error: {said}"]


def test_an_unknown_id_is_a_warning_with_the_nearest_one() -> None:
    found = read(HEAD + entry("help", "Get help now", "Ayuda") + entry("hom", "Home", "Inicio"))
    said = "the program has no word 'hom'; did you mean 'home'? [interface-word-is-known]"
    assert [str(problem) for problem in found.problems] == [f"course/locales/es.po:9:1: warning: {said}"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            HEAD + 'msgid "File"\nmsgstr "Archivo"\n',
            "1:1: error: none of its entries is a word of this program; it belongs to another one, or has no `msgctxt`",
        ),
        (
            HEAD.replace("es", "de") + entry("home", "Home", "Start"),
            "1:1: error: its header says that it is in 'de', and the file is named after 'es'",
        ),
        ('msgid "a\nmsgstr "b"\n', "1:1: error: this is not a gettext file"),
        ("<html>\n<p>Not found</p>\n", "1:1: error: this is not a gettext file"),
    ],
    ids=["another program's", "another language's", "an open quote", "no gettext at all"],
)
def test_a_file_that_cannot_be_used_is_one_problem(text: str, said: str) -> None:
    found = read(text)
    assert found.words == {}
    assert [str(problem).startswith(f"course/locales/es.po:{said}") for problem in found.problems] == [True]
    assert {problem.rule for problem in found.problems} == {"translation-is-gettext"}


def test_ten_thousand_wrong_entries_are_told_in_few() -> None:
    text = "".join(entry(f"x{number}", "X", "Y") for number in range(10_000))
    found = read(HEAD + entry("help", "Get help now", "Ayuda") + text)
    assert len(found.problems) == 201
    assert "9,800 more problems" in found.problems[0].message


def test_two_thousand_spoiled_files_are_read_or_refused_and_never_crash() -> None:
    whole = HEAD.replace("es\\n", 'es\\n"\n"Plural-Forms: nplurals=2; plural=(n != 1);\\n')
    whole += "".join(
        entry(id_, words, words, "#, fuzzy, python-brace-format\n#: a.py:3\n") for id_, words in ENGLISH.items()
    )
    chance = random.Random(7)
    for _ in range(2_000):
        text = list(whole)
        for _ in range(chance.randint(1, 6)):
            at = chance.randrange(len(text))
            text[at : at + chance.randint(0, 9)] = chance.choice(
                ['"', "\\", "\n", "{", "msgstr[1] ", "#~ ", "\x00", "é"]
            )
        found = read("".join(text))
        assert found.problems or set(found.words) <= set(ENGLISH)


def test_an_update_keeps_words_marks_changed_english_and_drops_what_is_gone() -> None:
    begun, told = updated(b"", "es")
    assert told.startswith("0 of ")
    text = begun.decode()
    text = text.replace('msgid "Home"\nmsgstr ""', 'msgid "Home"\nmsgstr "Inicio"')
    text = text.replace('msgid "Menu"\nmsgstr ""', 'msgid "The menu"\nmsgstr "Menú"')
    text += '\nmsgctxt "gone"\nmsgid "Gone"\nmsgstr "Ido"\n'
    after, told = updated(text.encode(), "es")
    assert told.endswith("1 to look at again") and told.startswith("1 of ")
    assert 'msgctxt "home"\nmsgid "Home"\nmsgstr "Inicio"' in after.decode()
    assert '#, fuzzy\nmsgctxt "menu"\nmsgid "Menu"\nmsgstr "Menú"' in after.decode()
    assert "Ido" not in after.decode()
    assert updated(after, "es")[0] == after

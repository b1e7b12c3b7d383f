"""Letters, tables and pictures that cannot be printed: a clear problem at its place, before anything is written."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "render"))
from crowded import LONG, MODULE, PLACES, with_columns, with_words
from printed import named, sheets_of, tiny_module

from generator.build import build_course
from generator.engines.pdf import set_sheets
from generator.letters import _letters, not_printable
from generator.order import Order, Place
from generator.problems import errors
from generator.schema.fields.checklist import Checklist
from generator.text import FORBIDDEN

CARDS = {
    "title: My card\n": "- One thing today.\n",
    "- One thing today.\n": "- One thing today.\n",
    "title: When an urge comes\n": "- id: first\n            label: First I will\n",
}
"""Lines of cards, and what stands first in the list that is too long with another one there."""
every_place = pytest.mark.parametrize("place", PLACES)


def place_of(text: str, words: str) -> str:
    """Line and column of the value that starts with these words."""
    before = text[: text.index(json.dumps(words, ensure_ascii=False))]
    return f"{before.count(chr(10)) + 1}:{len(before) - before.rfind(chr(10))}"


def said_of(text: str, tiny: Place) -> list[str]:
    """The errors of a build with this module; it has to leave the site alone."""
    (tiny.course / "en" / "one-thing.yml").write_text(text, "utf-8")
    result = build_course(tiny, Order(jobs=1))
    assert not result.good
    assert not tiny.site.exists()
    return [str(problem) for problem in errors(result.problems)]


def error(place: str, message: str, rule: str) -> str:
    return f"tiny/en/one-thing.yml:{place}: error: {message} [{rule}]"


@every_place
def test_a_letter_without_a_shape_is_named_where_it_stands(place: str, tiny: Place) -> None:
    text = with_words(place, "Well done 🎉")
    message = "“🎉” (U+1F389, party popper) cannot be printed; say it in words"
    assert said_of(text, tiny) == [error(place_of(text, "Well done 🎉"), message, "letter-can-be-printed")]


@pytest.mark.parametrize(
    ("letter", "name"),
    [
        ("好", "U+597D, cjk unified ideograph-597d"),
        ("م", "U+0645, arabic letter meem"),
        ("א", "U+05D0, hebrew letter alef"),
        ("☐", "U+2610, ballot box"),
        ("❤️", "U+2764, heavy black heart"),
        ("👩‍⚕️", "U+1F469, woman"),
    ],
)
def test_scripts_and_symbols_that_no_font_has_are_named(letter: str, name: str, tiny: Place) -> None:
    text = with_words("label", f"Rest {letter}")
    message = f"“{letter[0]}” ({name}) cannot be printed; say it in words"
    assert said_of(text, tiny) == [error(place_of(text, f"Rest {letter}"), message, "letter-can-be-printed")]


@pytest.mark.parametrize(("file", "line"), [("course.yml", "title: Tiny\n"), ("safety.yml", "en: Need help now?\n")])
def test_a_letter_without_a_shape_in_what_stands_on_every_sheet(file: str, line: str, tiny: Place) -> None:
    shared = tiny.course / file
    text = shared.read_text("utf-8").replace(line, line.replace(": ", ': "🎉 ').replace("\n", '"\n'))
    shared.write_text(text, "utf-8")
    before = text[: text.index('"🎉')]
    where = f"{before.count(chr(10)) + 1}:{len(before) - before.rfind(chr(10))}"
    message = "“🎉” (U+1F389, party popper) cannot be printed; say it in words"
    assert said_of(MODULE, tiny) == [f"tiny/{file}:{where}: error: {message} [letter-can-be-printed]"]


def test_all_letters_that_pass_can_be_set() -> None:
    """What is not named before is not met by Typst either."""
    known = (chr(code) for code in sorted({*range(32, 127), *range(0xA0, 0x100), *_letters()}))
    good = [one for one in known if not (one.isspace() or FORBIDDEN.search(one) or not_printable(f"a{one}"))]
    assert len(good) > 3_000
    lines = {f"line-{at}": " ".join(good[at : at + 12]) for at in range(0, len(good), 12)}
    worksheet = tiny_module().worksheets[0]
    boxes = next(field for field in worksheet.fields if isinstance(field, Checklist))
    full = worksheet.model_copy(update={"fields": (boxes.model_copy(update={"items": lines}),)})
    made = sheets_of(tiny_module().model_copy(update={"worksheets": (full,)}))
    assert set_sheets([named("worksheet-1-letter", made)])[0].content


@pytest.mark.parametrize(
    ("line", "id_"),
    [("picture: the-ladder\n", "the-laddder"), ("picture: the-systems\n        blanks:", "the-sistems")],
)
def test_a_missing_picture_is_named_where_it_is_shown(line: str, id_: str, tiny: Place) -> None:
    known = re.search(r": (\S+)", line)
    assert known and MODULE.count(line) == 1
    text = MODULE.replace(line, line.replace(known[1], id_))
    at = text.index(f"picture: {id_}")
    where = f"{text.count(chr(10), 0, at) + 1}:{at - text.rfind(chr(10), 0, at) + len('picture: ')}"
    message = error(where, f"unknown picture '{id_}'; did you mean '{known[1]}'?", "picture-is-known")
    assert message in said_of(text, tiny)


def test_a_table_too_wide_is_named_with_what_fits(tiny: Place) -> None:
    text = with_columns(3, "")
    at = text[: text.index("          - id: more-0")].count("\n") + 1
    message = "6 columns, row labels included; 5 fit on paper, or 8 narrow ones"
    assert said_of(text, tiny) == [error(f"{at}:11", message, "table-fits-the-page")]


def test_a_text_of_two_hundred_words_is_named_where_a_line_belongs(tiny: Place) -> None:
    """An option to tick is a line of up to 300 letters."""
    words = " ".join(["word"] * 200)
    text = with_words("option to tick", words)
    message = "'yes' has 999 characters; the most is 300"
    assert said_of(text, tiny) == [error(place_of(text, words), message, "text-is-not-too-long")]


@pytest.mark.parametrize("line", CARDS)
def test_a_card_without_room_is_named(line: str, tiny: Place) -> None:
    assert line in MODULE and MODULE.count(CARDS[line]) == 1
    before = MODULE[: MODULE.index(CARDS[line])]
    where = f"{before.count(chr(10)) + 1}:{len(before) - before.rfind(chr(10))}"
    start = line[: line.index(" ") + 1]
    words = LONG if start == "title: " else "One two three four five six seven eight nine ten. " * 20
    (said,) = said_of(MODULE.replace(line, f'{start}"{words.strip()}"\n', 1), tiny)
    assert re.sub(r"\d+ lines?", "# lines", said) == error(
        where, "the card is about # lines too long, even folded once", "card-has-room"
    )

"""What two independent readers get out of a PDF: every word, every heading, every list and table, in each language."""

from __future__ import annotations

import json
import re
import shutil
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "render"))
from authored import texts
from printed import BUILD, COURSE, TINY, letters, named, pages_of, part_of, tiny_sheets
from rendered import both_courses, pages_seen

from generator.compile import read_module
from generator.course import Frame
from generator.frame import frame_of, read_shared
from generator.load import module_names, read_source
from generator.problems import errors
from generator.render.outputs import Sheet
from generator.render.print.sheets import sheets

WORD = re.compile(r"\w+")


@cache
def frame_in(course: Path, language: str) -> Frame:
    shared, problems = read_shared(course)
    assert shared is not None, problems
    return frame_of(shared, language)


def sheets_from(course: Path, name: str, language: str) -> tuple[Sheet, ...]:
    """The sheets of a module file."""
    source, problems = read_source(course, name)
    assert source is not None, problems
    case, problems = read_module(source, frame_in(course, language))
    assert case is not None and not errors(problems), problems
    return sheets(case.module, case.frame, BUILD)


def sheets_of_every_language() -> Iterator[tuple[str, Sheet]]:
    """All of the tiny course, and of the shipped one the standard sheets on letter paper."""
    for course in (TINY, COURSE):
        for language in frame_in(course, "en").spec.languages:
            for name in module_names(course, language):
                for sheet in sheets_from(course, name, language):
                    if course == TINY or sheet.address.endswith("-letter.pdf"):
                        yield language, sheet


EVERY = tuple(sheets_of_every_language())


@pytest.fixture(params=EVERY, ids=[f"{language}/{sheet.address}" for language, sheet in EVERY])
def language_and_sheet(request: pytest.FixtureRequest) -> tuple[str, Sheet]:
    made: tuple[str, Sheet] = request.param
    return made


@pytest.fixture(params=both_courses(), ids=lambda sheet: sheet.address)
def sheet(request: pytest.FixtureRequest) -> Sheet:
    made: Sheet = request.param
    return made


def read_by_pypdf(sheet: Sheet) -> str:
    return "\n".join(pages_of(sheet))


def read_by_pdfium(sheet: Sheet) -> str:
    return "\n".join(page.page.get_textpage().get_text_bounded() for page in pages_seen(sheet))


READERS = (read_by_pypdf, read_by_pdfium)


def labels(sheet: Sheet) -> Iterator[str]:
    """The words inside the pictures of a sheet, each picture as its template names it."""
    shown = json.dumps(part_of(sheet)["body"])
    for name, picture in part_of(sheet)["pictures"].items():
        assert name in shown
        faces = [face for face in ("named", "numbered", "blank") if face in picture]
        yield from (words for face in faces for words in re.findall(r"<tspan[^>]*>([^<]*)<", picture[face]))


def must_be_there(sheet: Sheet) -> set[str]:
    """The author's texts that a sheet has to hold. A handout leaves out what does not fit its two pages."""
    payload, part = json.loads(sheet.payload), part_of(sheet)
    body, messages = part["body"], payload["messages"]
    if part["layout"] == "cards":  # What a card is for is said where it is filled in.
        body = {"cards": [{**card, "label": None, "hint": None} for card in body["cards"]], "review": body["review"]}
    if part["layout"] != "handout":
        return {*texts(body), *labels(sheet), *texts([messages[id_]["text"] for id_ in body.get("safety", [])])}
    safety = [messages[id_] for id_ in (*body["safety"], payload["everywhere"])]
    return set(texts([body["main_message"], body["today"], body["for_whom"], body["review"]["authors"], safety]))


def missing(texts_: set[str], read: str) -> list[str]:
    """Words that were not read as often as they were written.

    A word in a narrow column may be broken, and readers guess where a space is: such a word has to be there in one row.
    """
    found, row = Counter(WORD.findall(read)), letters(read)
    wanted = Counter(word for text in texts_ for word in WORD.findall(unicodedata.normalize("NFC", text)))
    return [word for word, times in wanted.items() if found[word] < times and row.count(word) < times]


@pytest.mark.parametrize("read", READERS)
def test_every_word_of_the_author_is_read_back(read: Any, language_and_sheet: tuple[str, Sheet]) -> None:
    language, sheet = language_and_sheet
    assert json.loads(sheet.payload)["document"]["language"] == language
    wanted = must_be_there(sheet)
    assert len(wanted) > 1
    assert missing(wanted, read(sheet)) == []


def test_a_word_that_is_not_there_is_missed() -> None:
    sheet = named("quiz-letter", tiny_sheets())
    for read in READERS:
        assert missing({"A glass of water", "a zebra"}, read(sheet)) == ["zebra"]


@pytest.mark.parametrize("read", READERS)
def test_what_is_read_back_is_what_is_seen(read: Any, sheet: Sheet) -> None:
    """No letters without a shape, and none in two pieces: search, copying and reading aloud would stumble over them."""
    text = read(sheet)
    assert unicodedata.is_normalized("NFC", text)
    assert set(re.findall(r"[\u200b-\u200f\u2060-\u206f\ufeff\ufffc-\uffff\u00ad]", text)) == set()


TEXTS = {
    "Spanish": "¿Qué día? ¡Aquí está el pingüino, niño! «Sí» — “no” – ‘tú’: Ñandú, ÁÉÍÓÚÜ",
    "Vietnamese": "Hãy thở chậm, đừng vội: Tiếng Việt, ngừng lại một chút, uống nước ấm",
    "Polish": "Zażółć gęślą jaźń; łódź i źrebię płynęły",
    "Russian": "Съешь ещё этих мягких булок, да выпей чаю — «ёж»",
    "Greek": "Πάρε μια ανάσα, άνοιξε το παράθυρο",
    "Turkish": "İstanbul ışığı, pijamalı hasta yağız şoföre",
    "Welsh": "Dŵr a thŷ, ẁy",
}
PLACES = (
    "title: One thing\n",
    "main_message: You can do one thing today.\n",
    "today: Drink a glass of water.\n",
    "heading: One thing is enough\n",
    "text: Small things add up.\n",
    "- One thing today.\n",
    "label: One thing\n",
    "label: How strong\n",
    "yes: Yes\n",
    "label: It peaks\n",
    "label: First I will\n",
    "ask: Which one is a small thing?\n",
    "text: A new house\n",
    "text: Welcome. You can pass at any time.\n",
    "term: thing\n",
)
"""Lines of the tiny module that get other words: one for each way in which words get onto a sheet."""


@cache
def course_in(words: str, folder: Path) -> tuple[Sheet, ...]:
    """The tiny module with these words in all places."""
    course = folder / "tiny"
    shutil.copytree(TINY, course)
    file = course / "en" / "one-thing.yml"
    text = file.read_text("utf-8")
    for line in PLACES:
        assert line in text, line
        text = text.replace(line, re.sub(r"^(\w+: |- )?.*", lambda found: f'{found[1]}"{words}"', line), 1)
    file.write_text(text, "utf-8")
    return sheets_from(course, "en/one-thing.yml", "en")


@pytest.mark.parametrize(
    ("language", "form"), [*((language, "NFC") for language in TEXTS), ("Spanish", "NFD"), ("Vietnamese", "NFD")]
)
def test_letters_of_other_languages_are_read_back_as_they_were_written(
    language: str, form: Any, tmp_path: Path
) -> None:
    """Also where an author's keyboard writes é as e and an accent."""
    words = TEXTS[language]
    made = course_in(unicodedata.normalize(form, words), tmp_path)
    for name in ("handout", "lesson", "worksheet-1", "worksheet-2", "quiz", "cards", "poster", "guide"):
        sheet = named(f"{name}-letter", made)
        assert letters(words) in letters(sheet.payload), name
        for read in READERS:
            text = read(sheet)
            assert unicodedata.is_normalized("NFC", text), name
            assert missing({words}, text) == [], name

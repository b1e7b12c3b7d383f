"""The search's files: every word leads to its section, two trees stay apart, hostile text stays text, a query sends little."""

from __future__ import annotations

import gzip
import json
import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from generator.compile import Compiled, compile_module
from generator.course import Build
from generator.frame import frame_of, read_shared
from generator.kept import read_record, record_of, write_record
from generator.load import module_names, read_source
from generator.order import Tree
from generator.problems import errors
from generator.render.outputs import Page, SearchEntry
from generator.render.search import Piece, pieces_of, search_files
from generator.render.search.folding import fold, words_in
from tests.conftest import ROOT

SCRIPT = re.compile(r'psychoed\.parts\.find\.take\("([a-z0-9]+)",(.+)\);\n')


def page(*sections: tuple[str, str], tree: Tree = "patients", address: str = "one/index.html") -> Page:
    """A page with sections of (heading, text); the first is the page itself."""
    found = tuple(SearchEntry(f"s-{index}" if index else "", *one) for index, one in enumerate(sections))
    return Page(tree, address, "lesson", sections[0][0], "", "", search=found)


def told(pages: Sequence[Page], tree: Tree = "patients") -> dict[str, object]:
    """What the scripts of a tree tell the browser, by name."""
    data: dict[str, object] = {}
    for file in search_files(tree, pieces_of(pages)):
        script = SCRIPT.fullmatch(file.content.decode())
        assert script and file.path.endswith(f"search/{script[1]}.js")
        data[script[1]] = json.loads(script[2])
    return data


def found(data: Mapping[str, object], word: str) -> set[tuple[str, str]]:
    """Address and anchor of every place of a word, read as the browser reads it."""
    index, places = data["index"], set()
    assert isinstance(index, list)
    first = word[0] if "a" <= word[0] <= "z" else "other"
    name = next((name for name in (word[:2], first) if name in index[1]), "")
    lines = dict(line.split(" ") for line in str(data[name]).split("\n")) if name else {}
    piece = 0
    for further, letters in re.findall(r"(\d+)([A-Za-z]+)", lines.get(word, "")):
        piece += int(further)
        section = 0
        for digits in re.findall("[A-Z]*[a-z]", letters):
            value = 0
            for digit in digits:
                value = value * 26 + int(digit, 36) - 10
            section += value >> 2
            row = data[str(piece)][section]  # type: ignore[index]
            places.add((row[0], row[2]))
    return places


TEXTS = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=80)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.lists(st.tuples(TEXTS, TEXTS), min_size=1, max_size=9), min_size=1, max_size=4), st.integers(1, 200))
def test_every_word_of_every_section_leads_to_it(courses: list[list[tuple[str, str]]], largest: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("generator.render.search.pieces.LARGEST", largest)
        patch.setattr("generator.render.search.index.LARGEST_SHARD", largest)
        pages = [page(*sections, address=f"m{number}/index.html") for number, sections in enumerate(courses)]
        data = told(pages)
    everything = set(str(data["words"]).split("\n"))
    for one in pages:
        for entry in one.search:
            for word in words_in(f"{entry.title}\n{entry.text}"):
                assert (one.address, entry.anchor) in found(data, word), word
                assert word in everything


def test_a_word_leads_nowhere_else() -> None:
    data = told(
        [
            page(("Stress", "It is a normal reaction."), ("Signs", "A tight jaw.")),
            page(("Anger", "A jaw."), address="two/index.html"),
        ]
    )
    assert found(data, "jaw") == {("one/index.html", "s-1"), ("two/index.html", "")}
    assert found(data, "reaction") == {("one/index.html", "")}
    assert found(data, "jawbone") == set()


def test_sections_far_apart_in_a_piece_are_told_apart() -> None:
    data = told([page(*((f"Part {number}", "rare" if number in (0, 7, 44, 799) else "x") for number in range(800)))])
    assert {anchor for _, anchor in found(data, "rare")} == {"", "s-7", "s-44", "s-799"}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("La recaída no es el final: ¿qué pasó?", ["la", "recaida", "no", "es", "el", "final", "que", "paso"]),
        ("Mañana, “vergüenza” y ÁNIMO", ["manana", "verguenza", "y", "animo"]),
        (unicodedata.normalize("NFD", "adicción"), ["adiccion"]),
        ("Don’t stop; Ana's day", ["dont", "stop", "anas", "day"]),
        ("Al-Anon at 1-800-662", ["at", "al", "anon", "alanon", "1", "800", "662", "1800662"]),
        ("co\u00adping – now… <b>", ["coping", "now", "b"]),
        ("snake_case", ["snake", "case"]),
    ],
)
def test_accents_apostrophes_and_hyphens_do_not_matter(text: str, words: list[str]) -> None:
    assert words_in(text) == words


@given(TEXTS)
def test_folding_again_changes_nothing(text: str) -> None:
    assert words_in(fold(text)) == words_in(text)


HOSTILE = "</script><!-- <script>alert(1)</script> \u2028 \u2029 \"'\\ __proto__ constructor"


def test_hostile_text_stays_text() -> None:
    pages = [page((HOSTILE, HOSTILE), (HOSTILE, HOSTILE))]
    for file in search_files("patients", pieces_of(pages)):
        assert not re.search("[<\u2028\u2029]", file.content.decode())
        assert SCRIPT.fullmatch(file.content.decode())
    data = told(pages)
    assert data["0"][1][3:] == [HOSTILE, HOSTILE]  # type: ignore[index]
    assert len(found(data, "constructor")) == len(found(data, "proto")) == 2


def test_names_of_files_are_plain_whatever_the_words_are() -> None:
    words = "Ärger ñandú 988 ../x con aux日本 ß Ωmega İstanbul"
    for file in search_files("patients", pieces_of([page((words, words))])):
        assert re.fullmatch(r"search/([a-z]{1,2}|index|words|other|\d+)\.js", file.path)


def test_nothing_of_one_tree_stands_in_the_others_search() -> None:
    pages = [
        page(("Lesson", "breathing")),
        page(("Guide", "answerkey"), tree="counselors"),
        page(("Sheet", "writing"), address="one/sheet.html"),
    ]
    pieces = pieces_of(pages)
    assert [piece.tree for piece in pieces] == ["patients", "counselors", "patients"]
    patients = list(search_files("patients", pieces))
    counselors = list(search_files("counselors", pieces))
    assert all(file.path.startswith("counselors/search/") for file in counselors)
    assert not any(b"answerkey" in file.content or file.path.startswith("counselors") for file in patients)
    assert any(b"answerkey" in file.content for file in counselors)
    assert not any(b"breathing" in file.content or b"writing" in file.content for file in counselors)


def test_a_tree_without_pages_has_an_empty_search() -> None:
    assert told([]) == {"index": [0, []], "words": ""}


@cache
def shipped() -> tuple[Compiled, ...]:
    """The shipped modules."""
    folder = ROOT / "modules"
    shared, problems = read_shared(folder)
    assert shared and not errors(problems)
    frame, build = frame_of(shared, "en"), Build("dev", "https://course.example/", ("letter",), formats=("web",))
    sources = [read_source(folder, name)[0] for name in module_names(folder, "en")]
    return tuple(compile_module(source, frame, build) for source in sources if source)


def course_of(modules: int) -> tuple[Piece, ...]:
    """The pieces of so many modules: the shipped ones over and over, each with words of its own."""
    return tuple(
        piece
        for number in range(modules)
        for piece in pieces_of(_numbered(one, number) for one in shipped()[number % len(shipped())].pages)
    )


def _numbered(one: Page, number: int) -> Page:
    # Half of its words are told apart by the fifth module they come from: real modules do not repeat each other.
    turn = "abcdefghijklmnopqrst"[number // len(shipped()) % 20]
    search = tuple(replace(entry, text=re.sub(r"\b(\w{6,})\b", rf"\1{turn}", entry.text)) for entry in one.search)
    return replace(one, address=f"m{number}-{one.address}", search=search)


def test_a_word_from_the_middle_of_a_lesson_leads_to_its_section() -> None:
    data = told([one for module in shipped() for one in module.pages])
    assert ("stress/index.html", "s-quick-skills-can-calm-your-body") in found(data, "breathing")
    assert found(data, "fidelity") == set()


def test_a_query_sends_little() -> None:
    for modules, most_of_shard, most_of_piece in ((5, 1_500, 2_500), (100, 8_000, 2_500)):
        files = {file.path[7:-3]: file.content for file in search_files("patients", course_of(modules))}
        sent = {name: len(gzip.compress(content, 9)) for name, content in files.items()}
        pieces = [size for name, size in sent.items() if name.isdigit()]
        shards = [size for name, size in sent.items() if not name.isdigit() and name not in ("index", "words")]
        assert sent["index"] < 500
        assert max(shards) < most_of_shard, modules
        assert max(pieces) < most_of_piece, modules
        assert sum(shards) / len(shards) + 6 * max(pieces) < 16_000


def test_a_large_shard_is_told_apart_by_the_second_letter() -> None:
    data = told(
        [page(("s", " ".join(f"s{a}{b}{c}" for a in "tu1" for b in "abcdefghijklmnopqrstuvwxyz" for c in range(700))))]
    )
    index = data["index"]
    assert isinstance(index, list) and index[1] == ["s", "st", "su"]
    assert found(data, "sta4") and found(data, "suz699") and found(data, "s1a0") and found(data, "s")


def test_the_same_modules_give_the_same_bytes() -> None:
    pieces = course_of(5)
    assert list(search_files("patients", pieces)) == list(search_files("patients", list(course_of(5))))


def test_what_is_kept_of_a_module_gives_the_same_search(tmp_path: Path) -> None:
    record = record_of("key", shipped()[0])
    write_record(tmp_path / "record.json", record)
    kept = read_record(tmp_path / "record.json")
    assert kept and kept.search == record.search and kept.search


@pytest.mark.parametrize(
    "broken",
    [
        {"rows": [["../x.html", "", "", "", ""]], "postings": ""},
        {"rows": [["javascript:alert(1)//.html", "", "", "", ""]], "postings": ""},
        {"rows": [["/one/index.html", "", "", "", ""]], "postings": ""},
        {"rows": [], "postings": "word a0\n"},
        {"rows": [], "postings": "word\n"},
        {"rows": [], "postings": "two words a\n"},
    ],
)
def test_a_kept_piece_that_we_did_not_write_is_left_aside(broken: dict[str, object]) -> None:
    pieces = TypeAdapter(Piece)
    good = {"tree": "patients", "rows": [["one/index.html", "T", "", "T", "x"]], "postings": "x a\nt d\n"}
    assert pieces.validate_json(json.dumps(good), strict=True)
    with pytest.raises(ValidationError):
        pieces.validate_json(json.dumps({**good, **broken}), strict=True)

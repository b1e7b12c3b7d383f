"""PO files: the way of texts out of the course and back, and what is refused on the way."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.translations.bring import accepted, bring
from generator.translations.leaves import leaves_of, text_digest
from generator.translations.pair import Pair, read_pair, read_side
from generator.translations.po import Exchange, from_po, to_po
from tests.translations.course import MODULE, change, translated


def pair_in(course: Path) -> Pair:
    pair, problems = read_pair(course, "en", "es", MODULE)
    assert pair, problems
    return pair


def po_of(pair: Pair) -> bytes:
    return to_po("tiny", pair.ours.name, "es", [(unit, 1) for unit in pair.units])


def exchange_of(content: bytes) -> Exchange:
    exchange, problems = from_po("x.po", content)
    assert exchange and not problems
    return exchange


@pytest.fixture
def pair(tmp_path: Path) -> Pair:
    found = pair_in(translated(tmp_path))
    return replace(found, ledger=accepted(found), units=tuple(replace(unit, state="current") for unit in found.units))


def test_what_goes_out_comes_back(pair: Pair) -> None:
    exchange = exchange_of(po_of(pair))
    assert (exchange.course, exchange.name, exchange.language) == ("tiny", "en/one-thing.yml", "es")
    texts = {unit.key: (unit.target.text if unit.target else "") for unit in pair.units}
    assert {entry.key: entry.text for entry in exchange.entries} == texts
    brought = bring("x.po", exchange, pair)
    assert (brought.problems, brought.changed, brought.kept) == ((), (), ())
    assert brought.confirmed == len(texts)
    assert pair.theirs and brought.text == pair.theirs.source.text


def test_the_same_texts_give_the_same_bytes(pair: Pair) -> None:
    assert po_of(pair) == po_of(pair)
    assert b"Date" not in po_of(pair)


def test_a_new_text_is_written_where_it_belongs_and_noted(pair: Pair) -> None:
    unit = next(unit for unit in pair.units if unit.key == "today")
    brought = bring("x.po", exchange_of(po_of(pair).replace("Drink a glass of water.º".encode(), b"Beba agua.")), pair)
    assert brought.changed == ("today",)
    assert "today: Beba agua.\n" in brought.text
    assert brought.ledger["today"] == unit.source.digest


def test_what_changed_in_the_course_meanwhile_stays_unless_asked(pair: Pair, tmp_path: Path) -> None:
    content = po_of(pair).replace("Drink a glass of water.º".encode(), b"Beba agua.")
    change(tmp_path / "tiny", f"es/{MODULE}.yml", "Drink a glass of water.º", "Tome agua.")
    later = pair_in(tmp_path / "tiny")
    assert bring("x.po", exchange_of(content), later).kept == ("today",)
    assert "Tome agua." in bring("x.po", exchange_of(content), later).text
    assert "Beba agua." in bring("x.po", exchange_of(content), later, overwrite=True).text


def test_a_translation_of_an_older_source_is_left_out_with_a_warning(pair: Pair, tmp_path: Path) -> None:
    content = po_of(pair)
    change(tmp_path / "tiny", f"en/{MODULE}.yml", "today: Drink a glass of water.", "today: Drink two cups of tea.")
    brought = bring("x.po", exchange_of(content), pair_in(tmp_path / "tiny"))
    assert [(one.rule, one.level) for one in brought.problems] == [("po-entry-is-known", "warning")]
    assert "today" not in brought.ledger


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("It fits into a day.", "It fits into 2 days.", "its numbers are 2; those of the source are none"),
        ("(term:thing)", "(term:other)", "its links lead to term:other; in the source to term:thing"),
        ("(term:thing)", "(javascript:a)", "text"),
        ("One thingº", "One\\n\\nthing", "'title'"),
    ],
)
def test_a_text_that_does_not_fit_is_said_at_its_line_and_nothing_is_written(
    pair: Pair, old: str, new: str, said: str
) -> None:
    lines = po_of(pair).decode().splitlines(keepends=True)
    inside = False
    for number, line in enumerate(lines):
        inside = line.startswith("msgstr") or (inside and line.startswith('"'))
        if inside and old in line:
            lines[number] = line.replace(old, new)
            break
    else:
        pytest.fail(f"{old} is in no translation")
    brought = bring("x.po", exchange_of("".join(lines).encode()), pair)
    errors = [problem for problem in brought.problems if problem.rule == "po-entry-fits"]
    assert errors
    assert all(problem.path == "x.po" and 1 <= problem.line <= len(lines) for problem in errors)
    assert any(said in problem.message for problem in errors), errors


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"hello",
        b"\xff\xfe",
        b'msgid "a\n',
        b'msgid "a"\nmsgstr[x] "b"\n',
        b"<xml/>",
        b"\x00" * 50,
        b'msgid ""\nmsgstr "a"',
    ],
)
def test_a_file_that_is_no_po_file_of_ours_is_a_problem_or_holds_nothing(content: bytes) -> None:
    exchange, problems = from_po("x.po", content)
    assert problems if exchange is None else not exchange.entries


@settings(deadline=None)
@given(st.binary(max_size=300), st.integers(0, 1500))
def test_a_broken_file_never_ends_in_a_traceback(noise: bytes, at: int) -> None:
    whole = b'msgid ""\nmsgstr ""\n"Language: es\\n"\n\n' + b'#: en/a.yml:1\nmsgctxt "a"\nmsgid "b"\nmsgstr "c"\n' * 9
    exchange, problems = from_po("x.po", whole[:at] + noise + whole[at:])
    assert (exchange is None) == bool(problems)


def test_line_ends_do_not_make_another_text() -> None:
    assert text_digest("One text over\ntwo lines.") == text_digest("One text over two  lines.\n")
    assert text_digest("One text.") != text_digest("One test.")


def test_each_value_has_a_key_of_its_own(pair: Pair) -> None:
    _, module, _ = read_side(Path(__file__).parents[1] / "courses" / "tiny", pair.ours.name)
    assert module
    keys = [leaf.key for leaf in leaves_of(module)]
    assert len(keys) == len(set(keys)) > 100

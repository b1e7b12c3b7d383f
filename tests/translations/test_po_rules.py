"""Each rule for PO files on one violation: where it speaks up, and that nothing else does."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from generator.order import Place
from generator.translations.bring import accepted, bring
from generator.translations.pair import Pair, read_pair
from generator.translations.po import from_po, to_po
from tests.conftest import ROOT
from tests.test_cli import psychoed
from tests.translations.course import MODULE, change, translated

TODAY = 'msgstr "Drink a glass of water.º"'


@pytest.fixture
def pair(tmp_path: Path) -> Pair:
    found, problems = read_pair(translated(tmp_path), "en", "es", MODULE)
    assert found, problems
    return replace(found, ledger=accepted(found), units=tuple(replace(unit, state="current") for unit in found.units))


def po_of(pair: Pair) -> str:
    return to_po("tiny", pair.ours.name, "es", [(unit, 1) for unit in pair.units]).decode()


def line_of(text: str, piece: str) -> int:
    """The line that a piece of text begins in."""
    assert text.count(piece) == 1
    return text[: text.index(piece)].count("\n") + 1


def said(text: str, pair: Pair) -> list[tuple[str, str, int]]:
    """Rule, level and line of all that is said of a file."""
    exchange, problems = from_po("x.po", text.encode())
    found = bring("x.po", exchange, pair).problems if exchange else problems
    return [(problem.rule, problem.level, problem.line) for problem in found]


def test_a_whole_file_is_fine(pair: Pair) -> None:
    assert said(po_of(pair), pair) == []


def test_a_text_with_another_number_does_not_fit(pair: Pair) -> None:
    text = po_of(pair)
    entry = text[: text.index(TODAY)].rindex("msgctxt")
    line = text[:entry].count("\n") + 1
    found = said(text.replace(TODAY, 'msgstr "Beba 8 vasos."'), pair)
    assert [rule for rule, _, _ in found] == ["po-entry-fits"]
    assert line <= found[0][2] <= line_of(text, TODAY)


def test_an_entry_for_words_that_are_gone_is_left_out(pair: Pair, tmp_path: Path) -> None:
    text = po_of(pair)
    change(tmp_path / "tiny", f"en/{MODULE}.yml", "today: Drink a glass of water.", "today: Drink two cups of tea.")
    later, _ = read_pair(tmp_path / "tiny", "en", "es", MODULE)
    assert later
    assert [found[:2] for found in said(text, later)] == [("po-entry-is-known", "warning")]


def test_half_a_file_is_no_po_file(pair: Pair) -> None:
    text = "<html>\n<p>Not found</p>\n"
    assert [found[:2] for found in said(text, pair)] == [("po-file-is-well-formed", "error")]


def test_a_file_of_another_course_is_not_brought(pair: Pair, tmp_path: Path) -> None:
    file = tmp_path / "x.po"
    text = po_of(pair)
    assert re.search(r"\btiny\b", text)
    file.write_text(re.sub(r"\btiny\b", "other", text), "utf-8")
    place = Place(tmp_path / "tiny", ROOT / "mkdocs.yml", tmp_path / "site")
    done = psychoed(place, "translate", "import", str(file))
    assert done.exit_code == 1
    assert "[po-file-is-of-this-course]" in done.output


def test_an_entry_that_stands_there_twice_is_refused(pair: Pair) -> None:
    text = po_of(pair)
    entry = text[text.index('msgctxt "today"') : text.index(TODAY)]
    twice = f'{text}\n{entry}msgstr "Beba agua."\n'
    line = twice[: twice.rindex('msgctxt "today"')].count("\n") + 1
    assert said(twice, pair) == [("po-file-is-well-formed", "error", line)]


def test_an_entry_with_a_form_for_many_is_refused(pair: Pair) -> None:
    more = '\nmsgctxt "today"\nmsgid "Drink."\nmsgid_plural "Drink all."\nmsgstr[0] "Beba."\nmsgstr[1] "Beban."\n'
    assert [rule for rule, level, _ in said(po_of(pair) + more, pair) if level == "error"] == ["po-file-is-well-formed"]

"""What all groups share: a page in the counselors' tree, a sheet for the leader, an agreement to sign."""

from __future__ import annotations

import dataclasses
import posixpath
import re
from functools import cache
from html import unescape

import pytest
from printed import BUILD, COURSE, TINY, frame_in, letters, pages_of, tiny_frame

from generator import addresses
from generator.engines.look import COUNSELORS_PARTS
from generator.reading import Sentence, reading_of, split_sentences
from generator.render.group_kit import every_group
from generator.render.outputs import Page, Sheet
from generator.render.print import group_kit
from generator.render.print.sheets import course_sheets
from generator.wording import wording


@cache
def made(course: str = "tiny") -> tuple[Sheet, ...]:
    frame = frame_in(COURSE if course == "shipped" else TINY)
    return tuple(sheet for sheet in course_sheets((), frame, BUILD) if _is_ours(sheet))


def _is_ours(sheet: Sheet) -> bool:
    return any(sheet.address.startswith(f"print/{name}-") for name in group_kit.NAMES)


def page_of(course: str = "tiny") -> Page:
    (page,) = every_group((), frame_in(COURSE if course == "shipped" else TINY), BUILD)
    return page


def words_on(page: Page) -> str:
    return letters(unescape(re.sub(r"<[^>]*>", "", page.body))).replace("’", "'")


@pytest.mark.parametrize("course", ["tiny", "shipped"])
def test_all_of_the_kit_is_on_the_page(course: str) -> None:
    frame = frame_in(COURSE if course == "shipped" else TINY)
    shown = words_on(page_of(course))
    assert frame.group is not None
    assert [text for _, text in wording(frame.group) if letters(text) not in shown] == []


def test_the_page_stands_in_the_menu_and_in_the_counselors_tree_alone() -> None:
    assert (addresses.EVERY_GROUP, "kit_title") in COUNSELORS_PARTS
    assert page_of().tree == "counselors"
    assert {sheet.tree for sheet in made()} == {"counselors"}


def test_the_page_links_to_each_sheet_once() -> None:
    linked = re.findall(r'href="([^"]+\.pdf)"', page_of().body)
    assert sorted(linked) == sorted(sheet.address for sheet in made())
    names = [
        unescape(re.sub(r"<[^>]*>", "", found))
        for found in re.findall(r"<a href=\"[^\"]+\.pdf\">.*?</a>", page_of().body)
    ]
    assert len(set(names)) == len(names)


def test_a_course_without_a_kit_says_so_and_prints_nothing() -> None:
    without = dataclasses.replace(tiny_frame(), group=None)
    (page,) = every_group((), without, BUILD)
    assert letters(without.strings["kit_missing"]) in words_on(page)
    assert ".pdf" not in page.body
    assert list(group_kit.contents((), without, BUILD)) == []


@pytest.mark.parametrize("paper", ["letter", "a4"])
def test_the_shipped_agreement_is_one_page_to_sign_and_the_leaders_sheet_one_leaf(paper: str) -> None:
    by_name = {posixpath.basename(sheet.address): sheet for sheet in made("shipped")}
    agreement = pages_of(by_name[f"agreement-{paper}.pdf"])
    assert len(agreement) == 1
    kit = frame_in(COURSE).group
    assert kit is not None
    for point in kit.agreement.points:
        assert letters(point.text.words) in letters(agreement[0])
    for words in ("Name or initials", "Day", "I keep this sheet.", "Private. Do not leave in shared spaces."):
        assert letters(words) in letters(agreement[0])
    # What is for leaders is not on the sheet that people sign and take home, nor is the way to the leaders' pages.
    assert "course.example" not in agreement[0]
    assert letters(kit.agreement.for_leaders.words) not in letters(agreement[0])
    front, back = (letters(page) for page in pages_of(by_name[f"every-group-{paper}.pdf"]))
    # The front may lie on the table: the leader's own lines are on the back alone.
    assert letters(kit.openings[0].words) in front and letters(kit.closings[-1].words) in front
    for sign in kit.risk_scan.signs:
        assert letters(sign.response.words) in back and letters(sign.response.words) not in front


def test_the_shipped_kit_has_what_a_group_needs() -> None:
    kit = frame_in(COURSE).group
    assert kit is not None
    assert len(kit.openings) == 6
    titles = " ".join(point.title for point in kit.agreement.points)
    for topic in ("Coming", "private", "pass on", "Respect", "Passing", "used", "Phones", "outside"):
        assert topic in titles
    told = " ".join(text for _, text in wording(kit))
    assert "there are some things staff have to pass on to keep people safe" in told
    assert "42 CFR Part 2" in told
    assert len(kit.risk_scan.signs) == 5


def test_what_is_said_and_signed_is_read_with_ease() -> None:
    kit = frame_in(COURSE).group
    assert kit is not None
    agreed = (kit.agreement.intro, *(point.text for point in kit.agreement.points), kit.agreement.signing)
    said = (*kit.openings, kit.breath, *kit.helps_here, *kit.closings, *agreed, *kit.role_play_rules)
    sentences = [Sentence((), each) for text in said for each in split_sentences(text.words)]
    # Twenty words are the most that a sentence for patients may have.
    assert [sentence.text for sentence in sentences if len(sentence.words) > 20 and ":" not in sentence.text] == []
    found = reading_of(sentences, "en")
    assert found is not None and all(score.keeps(score.formula.patients) for score in found.scores)

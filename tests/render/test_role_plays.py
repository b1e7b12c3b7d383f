"""Role-play cards: one for each part, one for the leader, each with the way out."""

from __future__ import annotations

import dataclasses

import pytest
from printed import BUILD, COURSE, frame_in, letters, module_in, named, pages_of, tiny_frame, tiny_module, tiny_sheets

from generator.render.guide import leaders_sheets
from generator.render.print import role_plays
from generator.render.print.packet import SHEETS
from generator.render.print.sheets import sheets

SHIPPED = ("addiction-and-the-brain", "anger-management", "coping-with-cravings", "family-communication", "stress")


def test_each_part_has_a_card_with_scene_no_stop_rule_and_leave_to_pass() -> None:
    (play,) = tiny_module().guide.role_plays
    told = letters("".join(pages_of(named("role-plays-letter", tiny_sheets()))))
    t = tiny_frame().strings
    for part in play.parts:
        assert told.count(letters(f"{t['role_play_your_part']} {part.words} {t['scene']}")) == 1
    for words in (play.scene.words, t["role_play_pass"]):
        assert told.count(letters(words)) == len(play.parts)
    assert play.say_no is not None and told.count(letters(play.say_no.words)) == len(play.parts)
    # The leader's card has it, too.
    assert told.count(letters(play.stop_rule.words)) == len(play.parts) + 1


def test_the_leader_has_a_card_with_questions_and_debrief() -> None:
    (play,) = tiny_module().guide.role_plays
    told = letters("".join(pages_of(named("role-plays-letter", tiny_sheets()))))
    t = tiny_frame().strings
    leader = told[told.index(letters(t["role_play_leader"])) :]
    names = ("first", "ask", "short", "props", "above")
    for words in (*play.coach, play.debrief, *(t[f"role_play_{name}"] for name in names)):
        assert letters(getattr(words, "words", words)) in leader


def test_a_module_without_role_plays_has_no_cards() -> None:
    module = tiny_module()
    without = module.model_copy(update={"guide": module.guide.model_copy(update={"role_plays": ()})})
    assert list(role_plays.contents(without, tiny_frame())) == []
    assert leaders_sheets(without) == ("guide",)
    assert not [sheet for sheet in sheets(without, tiny_frame(), BUILD) if "role-plays" in sheet.address]


def test_the_cards_are_in_the_packets_of_leaders_and_reviewers_alone() -> None:
    assert [kind for kind, found in SHEETS.items() if role_plays.contents in found] == ["leader", "review"]


@pytest.mark.parametrize("paper", ["letter", "a4"])
def test_cards_are_not_cut_by_the_end_of_a_page(paper: str) -> None:
    build = dataclasses.replace(BUILD, papers=(paper,), editions=("standard", "large"))
    for name in SHIPPED:
        module = module_in(COURSE, name)
        made = [sheet for sheet in sheets(module, frame_in(COURSE), build) if "role-plays" in sheet.address]
        assert len(made) == 2
        for sheet in made:
            told = [letters(page) for page in pages_of(sheet)]
            for play in module.guide.role_plays:
                for number, part in enumerate(play.parts, 1):
                    card = letters(f"Card {number} of {len(play.parts)} · {play.title}")
                    (page,) = (page for page in told if card in page)
                    assert letters(part.words) in page[page.index(card) :]
                    # What stands last on a card is on the page where it begins.
                    assert letters(frame_in(COURSE).strings["role_play_pass"]) in page[page.index(card) :]
                leader = letters(f"For the leader · {play.title}")
                (page,) = (page for page in told if leader in page)
                assert letters(frame_in(COURSE).strings["role_play_above"]) in page[page.index(leader) :]

"""What a guide shows of time and materials: names and minutes of the parts, counts for the group."""

from __future__ import annotations

import re
from html import unescape

import pytest
from printed import BUILD, letters, named, pages_of, tiny_frame, tiny_module, tiny_sheets

from generator.lengths import LENGTHS, minutes_of
from generator.render.copies import copies, count_words, for_each_pair
from generator.render.guide import guide_pages, materials
from generator.render.timetable import timed
from generator.schema.guide import Material, TimedPart
from generator.wording import wording

LINE = {"kind": "say", "text": "Welcome."}


def part(name: str, title: str, style: str | None = None) -> TimedPart:
    return TimedPart.model_validate({"part": name, "title": title, "minutes": 5, "style": style, "lines": (LINE,)})


def session(topics: int = 2, title: str = "A title of its own") -> tuple[TimedPart, ...]:
    names = ("opening", "check_in", *["topic"] * topics, "wrap_up", "closing")
    return tuple(part(name, title) for name in names)


def test_parts_have_the_names_of_every_session_and_several_topics_are_numbered() -> None:
    assert [item.name for item in timed(session(2), tiny_frame())] == [
        "Opening ritual",
        "Current concerns (check-in)",
        "Topic 1 of 2",
        "Topic 2 of 2",
        "Wrap-up and home practice",
        "Closing ritual",
    ]
    assert [item.name for item in timed(session(1), tiny_frame())][2] == "Topic"


@pytest.mark.parametrize(
    ("name", "title", "shown"),
    [
        ("opening", "Opening ritual", ""),
        ("opening", "Opening", ""),
        ("check_in", "Check-in and current concerns", ""),
        ("check_in", "Check-in and what is on your mind", "Check-in and what is on your mind"),
        ("closing", "Closing ritual", ""),
        ("topic", "The worksheet in pairs", "The worksheet in pairs"),
        ("wrap_up", "Wrap-up and home practice", ""),
    ],
)
def test_a_title_that_only_says_the_name_again_is_left_out(name: str, title: str, shown: str) -> None:
    parts = [each if each.part != name else part(name, title) for each in session(1)]
    found = next(item for item in timed(parts, tiny_frame()) if item.part.part == name)
    assert found.title == shown


def test_without_a_style_people_talk_at_both_ends_and_the_topic_is_taught() -> None:
    styles = {item.part.part: item.style for item in timed(session(1), tiny_frame())}
    process = {"opening", "check_in", "closing"}
    assert styles == {name: "process" if name in process else "education" for name in styles}
    assert timed([*session(1)[:-1], part("closing", "End", "education")], tiny_frame())[-1].style == "education"


def test_counts_follow_the_group() -> None:
    def count(each: str, people: int, times: int = 1) -> int:
        return copies(Material.model_validate({"item": "Pen", "each": each, "count": times}), people)

    assert [count("person", people) for people in (1, 9, 14)] == [2, 10, 15]
    assert [count("pair", people) for people in (1, 2, 3, 14)] == [1, 1, 2, 7]
    assert [count("group", people, 2) for people in (1, 14)] == [2, 2]
    assert count("person", 14, 3) == 45
    assert [for_each_pair(people) for people in (1, 4, 5)] == [1, 2, 3]


def test_two_for_each_pair_are_not_called_one() -> None:
    pens = Material.model_validate({"item": "Pens", "each": "pair", "count": 2})
    assert count_words(pens, 13, tiny_frame().strings) == "2 for each pair, 14 for 13 people"


def test_the_page_has_each_part_in_each_length_and_all_that_the_script_needs() -> None:
    module, frame = tiny_module(), tiny_frame()
    body = guide_pages(module, frame, BUILD)[0].body
    by_length = [minutes_of(module.guide.timetable, length) for length in LENGTHS]
    cells = [int(found) for found in re.findall(r"<td[^>]*><b>(\d+)</b>", body)]
    assert cells == [*(minutes for row in zip(*by_length, strict=True) for minutes in row), *LENGTHS]
    told = re.findall(r'data-minutes="([\d ]+)"', body)
    assert [tuple(map(int, each.split())) for each in told] == list(zip(*by_length, strict=True))
    counted = [needed.count for needed in materials(module, frame)]
    assert re.findall(r'data-times="\d+">([^<]+)<', body) == counted


def test_the_printed_table_has_all_four_lengths_and_clocks() -> None:
    module = tiny_module()
    told = letters("".join(pages_of(named("guide-letter", tiny_sheets()))))
    for length in LENGTHS:
        assert letters(f"{length} min") in told
    rows = zip(*(minutes_of(module.guide.timetable, length) for length in LENGTHS), strict=True)
    starts = [0] * len(LENGTHS)
    for row in rows:
        cells = [f"{minutes} {start}–{start + minutes}" for minutes, start in zip(row, starts, strict=True)]
        assert letters(" ".join(cells)) in told
        starts = [start + minutes for start, minutes in zip(starts, row, strict=True)]
    for name in ("session_written", "session_shorter_text", "session_longer_text"):
        assert letters(tiny_frame().strings[name]) in told


def test_everything_of_a_guide_is_on_its_page() -> None:
    guide = tiny_module().guide
    body = guide_pages(tiny_module(), tiny_frame(), BUILD)[0].body
    shown = letters(unescape(re.sub(r"<[^>]*>", "", body)))
    # A source is named in full, and the title of a part may say its name again.
    unlike = {"leader_sources", "title"}
    assert [text for path, text in wording(guide) if not unlike & set(path) and letters(text) not in shown] == []

"""The table of all modules: whom it shows what of, and as a file that a spreadsheet opens without running anything."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from printed import BUILD, COURSE, TINY, frame_in, module_in

from generator.checks.id_is_free import TAKEN_IN_THE_COURSE
from generator.compile import facts_of, read_module
from generator.course import Frame
from generator.facts import Facts
from generator.load import module_names, read_source
from generator.render.find import find_file, find_page, guarded, rows_of
from generator.render.outputs import Page


def facts_in(course: object, frame: Frame) -> tuple[Facts, ...]:
    found = []
    for name in module_names(COURSE if course == COURSE else TINY, "en"):
        source, _ = read_source(COURSE if course == COURSE else TINY, name)
        assert source is not None
        case, _ = read_module(source, frame)
        assert case is not None
        found.append(facts_of(case))
    place = {id_: number for number, id_ in enumerate(frame.spec.modules)}
    return tuple(sorted(found, key=lambda module: place[module.id]))


FRAME = frame_in(COURSE)
FACTS = facts_in(COURSE, FRAME)


def table(frame: Frame = FRAME, facts: tuple[Facts, ...] = FACTS) -> list[list[str]]:
    (file,) = find_file(facts, frame, BUILD)
    assert file.path == "counselors/modules.csv"
    return list(csv.reader(io.StringIO(file.content.decode("utf-8-sig"), newline=""), strict=True))


def page(frame: Frame = FRAME, facts: tuple[Facts, ...] = FACTS) -> Page:
    (made,) = find_page(facts, frame, BUILD)
    return made


def test_every_module_is_a_row_and_those_to_be_written_come_last() -> None:
    rows = rows_of(FACTS, FRAME, BUILD)
    assert [row.id for row in rows] == [*FRAME.spec.modules, *FRAME.spec.planned]
    assert [row.is_written for row in rows] == [True] * len(FACTS) + [False] * len(FRAME.spec.planned)
    assert [row[0] for row in table()[1:]] == [row.id for row in rows]
    assert page().body.count('<tr class="ps-find-planned"') == len(FRAME.spec.planned) > 0


def test_a_row_tells_what_the_module_says_of_itself() -> None:
    header, *rows = table()
    told = dict(zip(header, next(row for row in rows if row[0] == "stress"), strict=True))
    module = module_in(COURSE, "stress")
    assert told["Lesson"] == module.title and told["Helps with"] == " | ".join(module.needs)
    assert told["What people can do after"].split(" | ") == [goal.text.words for goal in module.objectives]
    assert told["Safety messages"].split(" | ") == [message.title for message in FRAME.safety_of(module)]
    assert (told["Track"], told["Minutes to read"]) == ("Skills for recovery", str(module.minutes))
    assert (told["Review"], told["Checked by"], told["Next check"]) == ("Draft", "", module.review.next_review)
    assert told["Address of the lesson"] == "https://course.example/1.2/en/stress/index.html"
    assert "stress" in next(way.modules for way in FRAME.spec.pathways if way.title == told["Pathways"])


def test_a_module_to_be_written_has_a_title_and_pathways_and_claims_nothing() -> None:
    header, *rows = table()
    told = dict(zip(header, next(row for row in rows if row[0] == "overdose-safety"), strict=True))
    filled = {name for name, cell in told.items() if cell}
    assert filled == {"Id", "Lesson", "Pathways", "Review"}
    assert told["Review"] == "Not written yet" and len(told["Pathways"].split(" | ")) == 3


def test_a_module_that_got_written_is_planned_no_more() -> None:
    planned = {**FRAME.spec.planned, "stress": "Stress"}
    frame = replace(FRAME, spec=FRAME.spec.model_copy(update={"planned": planned}))
    assert [row[0] for row in table(frame)].count("stress") == 1


def test_the_file_starts_with_a_byte_order_mark_and_comes_out_the_same() -> None:
    first, again = (next(iter(find_file(FACTS, FRAME, BUILD))).content for _ in range(2))
    assert first == again and first.startswith(b"\xef\xbb\xbf") and not first[3:].startswith(b"\xef\xbb\xbf")
    assert first.endswith(b"\r\n") and len({len(row) for row in table()}) == 1


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n"])
def test_no_cell_is_a_formula(start: str) -> None:
    title = f'{start}HYPERLINK("https://evil.example"; "x")'
    rows = table(facts=(replace(FACTS[0], title=title, needs=(title,), objectives=(title, title)),))
    assert rows[1][1] == f"'{title}"
    assert [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n"))] == []
    assert sum(cell.startswith("'") for cell in rows[1]) == 3


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_title_comes_back_from_the_file_as_it_was_but_for_the_apostrophe(title: str) -> None:
    (row,) = table(facts=(replace(FACTS[0], title=title),))[1:2]
    assert row[1] in (title, f"'{title}") and row[1] == guarded(title)


@pytest.mark.parametrize("cell", ["=1", " =1", "\u00a0@SUM(1)", "\u3000-1", "\uff1d1+1", "\t+1"])
def test_no_space_and_no_wide_sign_makes_a_formula(cell: str) -> None:
    assert guarded(cell) == f"'{cell}" and guarded(f"a{cell}") == f"a{cell}"


def test_a_course_in_two_languages_names_the_other_table() -> None:
    spec = FRAME.spec.model_copy(update={"languages": ("en", "es")})
    body = page(replace(FRAME, spec=spec)).body
    assert '<a href="../../es/counselors/modules.html">Español</a>' in body
    alone = replace(FRAME, spec=FRAME.spec.model_copy(update={"languages": ("en",)}))
    assert "Español" not in page(alone).body
    assert page().body.count('data-label="Language">English') == len(FACTS)


def test_every_choice_leads_to_at_least_one_row() -> None:
    body = page().body
    rows = re.findall(r"<tr[^>]*>", body.partition("<tbody>")[2])
    held = {
        name: {value for row in rows for found in re.findall(rf'data-{name}="([^"]*)"', row) for value in found.split()}
        for name in ("ways", "track", "minutes", "safety", "review")
    }
    for select, name in (
        ("way", "ways"),
        ("track", "track"),
        ("minutes", "minutes"),
        ("safety", "safety"),
        ("review", "review"),
    ):
        options = re.search(rf'<select id="find-{select}".*?</select>', body, re.S)
        assert options
        values = [value for value in re.findall(r'value="([^"]*)"', options[0]) if value]
        assert values and set(values) == held[name], select


def test_the_table_of_a_course_with_everything_written_has_no_switch_for_the_rest() -> None:
    frame = frame_in(TINY)
    assert "find-written" in page().body
    assert "find-written" not in page(frame, facts_in(TINY, frame)).body


def test_a_lesson_is_a_step_away_or_a_whole_address_where_patients_pages_are_elsewhere() -> None:
    (alone,) = find_page(FACTS, FRAME, replace(BUILD, trees=("counselors",)))
    assert 'href="../stress/index.html"' in page().body
    assert 'href="https://course.example/1.2/en/stress/index.html"' in alone.body and "../stress" not in alone.body


def test_titles_are_words_and_never_markup() -> None:
    told = page(facts=(replace(FACTS[0], title='<b onclick="x">&', needs=("</td><script>",)),)).body
    assert "<script>" not in told and "<b onclick" not in told and "&lt;b onclick=" in told


def test_no_module_can_take_the_table_s_address() -> None:
    assert "modules" in TAKEN_IN_THE_COURSE

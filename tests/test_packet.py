"""Packets and workbooks: numbered through, each sheet on a front, neutral outside, the key with the leader alone."""

from __future__ import annotations

import io
import json
import re
import sys
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import page as page_validation
import pypdf
import pypdfium2
import pytest
import zxingcpp

sys.path.insert(0, str(Path(__file__).parent / "render"))
from printed import BUILD, COURSE, TINY, frame_in, letters

from generator.editions import COPY, LARGE, STANDARD
from generator.engines.pdf import told_by
from generator.render.print.packet import HELP, file_name
from generator.schema.module import Module
from generator.text import plain
from tests.bound import KINDS, LONG, SUBSTANCE, Read, modules_of, packet_of, read, set_pdf, topics_outside
from tests.reviews.signed import signed
from tests.tags import elements


@pytest.fixture(params=KINDS)
def made(request: pytest.FixtureRequest) -> Read:
    return read(request.param)


def test_the_contents_name_every_sheet_with_the_page_where_its_title_stands(made: Read) -> None:
    assert [name for name, _ in made.contents if name in made.names] == made.names
    for title, page in zip(made.titles, made.starts, strict=True):
        if page != _poster_of(made, page):
            assert letters(title) in letters(made.pages[page - 1])


def _poster_of(made: Read, page: int) -> int | None:
    """A poster is named in its head alone; what stands large on it is its message."""
    layouts = [part["layout"] for part in made.payload["parts"]]
    return page if layouts[made.starts.index(page)] == "poster" else None


def test_a_sheet_that_people_keep_by_itself_starts_on_a_front(made: Read) -> None:
    fronts = [sheet["front"] for sheet in made.payload["packet"]["sheets"]]
    assert all(page % 2 == 1 for page, front in zip(made.starts, fronts, strict=True) if front)
    assert all(fronts) == (made.packet.kind != "workbook")
    assert len(set(made.starts)) == len(made.starts)


def test_a_module_of_a_workbook_starts_on_a_front() -> None:
    workbook = read("workbook")
    lessons = [page for name, page in workbook.contents if name == workbook.frame.strings["print_lesson"]]
    assert len(lessons) == len(workbook.packet.modules)
    assert all(page % 2 == 1 for page in lessons)


def test_every_page_is_numbered_through(made: Read) -> None:
    for number, page in enumerate(made.pages, 1):
        assert letters(f"Page {number} of {len(made.pages)}") in letters(page), number
    assert len(made.pages) % 2 == 0  # The back cover is the back of a sheet of paper.


def test_a_blank_side_says_so_and_nothing_else(made: Read) -> None:
    said = made.frame.strings["print_blank"]
    for number in made.blank:
        assert letters(made.pages[number - 1]) == letters(f"{said} Page {number} of {len(made.pages)}")
        assert "/StructParents" not in made.reader.pages[number - 1]  # Nothing of it is read out.
        assert number % 2 == 0 and number not in made.starts
    ends = [start - 1 for start in made.starts[1:]]
    assert all(number in (*ends, made.starts[0] - 1) or number > made.starts[-1] for number in made.blank)
    assert made.blank


def test_the_sheets_on_paper_are_the_sheets_alone(made: Read) -> None:
    """What stands on a sheet is the same in a packet and by itself, but for the numbers of its pages."""
    alone = {**made.payload, "packet": None, "parts": made.payload["parts"][:1]}
    by_itself = replace(made.sheet, payload=json.dumps(alone))
    pages = [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(set_pdf(by_itself))).pages]
    start = made.starts[0]
    bound = made.pages[start - 1 : start - 1 + len(pages)]
    numbers = re.compile(r"Page\d+of\d+")
    assert [numbers.sub("", letters(page)) for page in bound] == [numbers.sub("", letters(page)) for page in pages]


def test_a_landscape_worksheet_keeps_its_side() -> None:
    made = read("landscape")
    wide = [n for n, page in enumerate(made.reader.pages, 1) if page.mediabox.width > page.mediabox.height]
    named = {letters(name): page for name, page in made.contents}
    assert wide and set(wide) <= set(named.values())
    assert not set(wide) & set(made.blank)


@pytest.mark.parametrize("kind", ["patients", "leader", "workbook"])
def test_the_outside_names_no_topic(kind: str) -> None:
    made = read(kind)
    outside = (made.pages[0], made.pages[-1], made.sheet.address, str(made.reader.metadata.title))  # type: ignore[union-attr]
    for words in outside:
        assert not [word for word in SUBSTANCE if word in words.casefold()], words
        for module in made.packet.modules:
            assert letters(module.title) not in letters(words)
            assert module.id not in words
    assert made.frame.strings["print_contents"] in made.pages[1]


def test_the_outside_names_topics_where_the_course_says_so() -> None:
    frame, modules = topics_outside(frame_in(COURSE)), modules_of(COURSE)[1:3]
    made = Read(packet_of("patients", COURSE, modules=modules), frame)
    assert made.sheet.address == "coping-with-cravings-stress-patients-letter.pdf"
    for module in modules:
        assert module.title in made.pages[0]
    assert frame.strings["print_contents"] in made.pages[0]
    assert made.starts == [3, 5, 7, 9, 11, 13, 15, 17]
    assert letters(frame.messages[HELP].title) in letters(made.pages[-1])


def test_contents_that_are_too_long_for_the_front_stand_inside() -> None:
    frame = topics_outside(frame_in(COURSE))
    made = Read(packet_of("workbook", COURSE), frame)
    assert frame.strings["print_contents"] not in made.pages[0]
    assert frame.strings["print_contents"] in made.pages[1]


def test_names_of_files_tell_the_modules_apart() -> None:
    frame, modules = frame_in(COURSE), modules_of(COURSE)
    names = {
        "01-02-03-04-05-patients-letter.pdf": packet_of("patients", COURSE),
        "03-02-leader-a4-large.pdf": packet_of(
            "leader", COURSE, modules=(modules[2], modules[1]), paper="a4", edition=LARGE
        ),
        "workbook-letter-copy.pdf": packet_of("workbook", COURSE, edition=COPY),
        "workbook-2-letter.pdf": packet_of("workbook", COURSE, pathway=frame.spec.pathways[1]),
        "01-02-03-04-05-01-and-4-more-patients-letter.pdf": packet_of("patients", COURSE, modules=modules * 2),
    }
    assert [file_name(packet, frame) for packet in names.values()] == list(names)
    shown = topics_outside(frame)
    assert file_name(names_packet := names["workbook-2-letter.pdf"], shown) == "workbook-early-recovery-letter.pdf"
    assert names_packet.edition == STANDARD
    long = tuple(module.model_copy(update={"id": f"m-{'long-' * 10}{n}"}) for n, module in enumerate(modules))
    assert len(file_name(packet_of("leader", COURSE, modules=long), shown)) < 200


def test_the_key_is_in_the_leader_s_packet_alone() -> None:
    leader, patients, workbook = read("leader"), read("patients"), read("workbook")
    feedback = [letters(words) for module in modules_of(COURSE) for words in _feedback(module)]
    assert len(feedback) > 30
    assert all(words in letters("".join(leader.pages)) for words in feedback)
    for made in (patients, workbook):
        told = letters("".join(made.pages))
        assert [words for words in feedback if words in told] == []


def _feedback(module: Module) -> Iterator[str]:
    for question in module.quiz:
        for option in getattr(question, "options", ()):
            yield plain(option.feedback.nodes)


def test_the_key_is_never_on_a_quiz_or_on_its_back() -> None:
    made = read("leader")
    quiz, guide = made.frame.strings["quiz"], made.frame.strings["guide"]
    for name, first in zip(made.names, made.starts, strict=True):
        if name == quiz:
            after = [start for start in made.starts if start > first]
            last = (after[0] if after else len(made.pages)) - 1
            told = letters("".join(made.pages[first - 1 : last]))
            assert not [
                words for module in made.packet.modules for words in _feedback(module) if letters(words) in told
            ]
        if name == guide:
            assert first % 2 == 1


def test_the_print_list_counts_for_the_group() -> None:
    made = read("leader")
    told = told_by(made.sheet, "packet")
    assert told["pages"] == len(made.pages)
    for row in told["rows"]:
        kind, _, card = row["name"].partition(": ")
        sides = row["last"] - row["first"] + 1
        if kind == made.frame.strings["print_cards"]:
            on_a_page = letters(made.pages[row["first"] - 1]).count(letters(card))
            assert sides == 1 and on_a_page > 1
            assert row["copies"] == row["paper"] == -(-15 // on_a_page)
            continue
        t = made.frame.strings
        counts = {t["guide"]: 1, t["print_poster"]: 1, t["print_role_plays"]: 7}
        assert row["copies"] == counts.get(row["name"], 15)
        # Cards to cut are on one side of the paper alone.
        assert row["paper"] == row["copies"] * (sides if row["name"] == t["print_role_plays"] else -(-sides // 2))
        assert (row["name"], row["first"]) in made.contents
        # After a sheet comes a blank side, the next sheet, or the last leaf.
        assert row["last"] + 1 in (*made.blank, *made.starts, len(made.pages) - 1)
    printed = letters("".join(made.pages[: made.starts[0] - 1]))
    assert letters("People in the group: 14, and the leader.") in printed
    assert letters(f"Sheets of paper in all {sum(row['paper'] for row in told['rows'])}") in printed


def test_only_the_leader_gets_a_print_list() -> None:
    for kind in ("patients", "workbook"):
        assert told_by(read(kind).sheet, "packet")["rows"] is None
        assert read(kind).frame.strings["print_list"] not in [name for _, name, _ in read(kind).bookmarks]


@pytest.mark.parametrize("people", [1, 9, 14])
def test_the_guide_counts_for_the_same_group(people: int) -> None:
    made = Read(packet_of("leader", TINY, modules=modules_of(TINY)[:1], people=people), frame_in(TINY))
    guide = letters("".join(made.pages[made.starts[0] - 1 : made.starts[1] - 1]))
    assert letters(f"one for each person, {people + 1} for {people} and the leader") in guide


def test_the_last_leaf_tells_where_to_get_help(made: Read) -> None:
    crisis = letters(plain(made.frame.crisis.sheet_line))
    assert crisis in letters(made.pages[-1])
    help_ = made.frame.messages.get(HELP)
    assert (help_ is None) == (made.frame is not frame_in(COURSE))
    if help_:  # It names treatment, so it stands on the side before the back cover.
        assert letters(help_.words) in letters(made.pages[-2])
        assert len(made.pages) - 1 not in made.starts


def test_the_cover_says_what_it_is_and_scans_to_the_course(made: Read) -> None:
    front, t = letters(made.pages[0]), made.frame.strings
    for words in (t["draft"], f"Version {BUILD.version}", t[f"edition_{made.packet.edition.name}"]):
        assert letters(words) in front
    assert letters(plain(made.frame.crisis.sheet_line)) in front
    picture = pypdfium2.PdfDocument(made.pdf)[0].render(scale=2).to_pil()
    assert [code.text for code in zxingcpp.read_barcodes(picture)] == ["https://course.example/1.2/en/index.html"]


def test_a_cover_is_a_draft_s_until_all_its_modules_are_checked() -> None:
    frame, modules = frame_in(TINY), modules_of(TINY)
    packet = packet_of("patients", TINY, modules=modules)
    assert letters(frame.strings["draft"]) in letters(Read(packet, signed(frame, modules[:1])).pages[0])
    assert letters(frame.strings["draft"]) not in letters("".join(Read(packet, signed(frame, modules)).pages))


def test_an_independent_checker_finds_no_fault_with_pdf_ua(made: Read) -> None:
    report = page_validation.validate_pdf_bytes(made.pdf, profile=page_validation.ValidationProfile.PDF_UA_1)
    assert report.is_compliant, [failure.message for failure in report.failures]


def test_bookmarks_lead_to_every_sheet_without_a_skipped_level(made: Read) -> None:
    t, marks = made.frame.strings, made.bookmarks
    assert marks[0] == (1, t["print_cover"], 1) and marks[1][:2] == (1, t["print_contents"])
    levels = [0, *(level for level, *_ in marks)]
    assert all(level <= before + 1 for before, level in pairwise(levels))
    assert [(name, page) for level, name, page in marks if level == 2] == list(
        zip(made.names, made.starts, strict=True)
    )
    titles = [module.title for module in made.packet.modules]
    assert [name for level, name, _ in marks if level == 1 and name in titles] == titles
    assert marks[-1] == (1, made.frame.crisis.title, len(made.pages))


def test_the_contents_are_tagged_as_such_and_their_lines_are_links(made: Read) -> None:
    kinds = [str(element["/S"]) for element in elements(made.reader.trailer["/Root"]["/StructTreeRoot"])]
    modules = len(made.packet.modules)
    lines = len(made.names) + modules + (made.packet.kind == "leader")
    assert kinds.count("/TOCI") == lines
    assert kinds.count("/H1") == 1


@pytest.mark.parametrize("kind", ["leader", "workbook"])
def test_a_word_of_300_letters_breaks_and_stays_on_the_page(kind: str) -> None:
    module = modules_of(TINY)[0].model_copy(update={"title": LONG[:300]})
    frame = topics_outside(frame_in(TINY))
    outside = frame.spec.outside.model_copy(update={"title": LONG[:300]})  # type: ignore[union-attr]
    frame = replace(frame, spec=frame.spec.model_copy(update={"outside": outside}))
    made = Read(packet_of(kind, TINY, modules=(module,)), frame)
    assert letters(made.pages[0]).count(letters(LONG[:300])) >= 1
    for number, page in enumerate(pypdfium2.PdfDocument(made.pdf), 1):
        if number <= made.starts[0] or number == len(made.pages):
            picture = page.render(scale=1, grayscale=True).to_pil().point(lambda light: 255 if light < 128 else 0)
            left, _, right, _ = picture.getbbox()
            assert left >= 70 and picture.width - right >= 52, number

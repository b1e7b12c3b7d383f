"""Packets and workbooks: numbered through, each sheet on a front, neutral outside, the key with the leader alone."""

from __future__ import annotations

import hashlib
import io
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import page as page_validation
import pypdf
import pypdfium2
import pytest
import zxingcpp

sys.path.insert(0, str(Path(__file__).parent / "render"))
from printed import BUILD, COURSE, TINY, frame_in, letters, module_in

from generator.course import Frame
from generator.editions import COPY, LARGE, STANDARD
from generator.engines.pdf import set_sheets, told_by
from generator.order import Place
from generator.render.outputs import Sheet
from generator.render.print.packet import HELP, Packet, file_name, packet_sheet
from generator.schema.course import Outside
from generator.schema.module import Module
from generator.text import plain
from tests.conftest import COURSES, ROOT
from tests.test_build import change
from tests.test_cli import psychoed

SUBSTANCE = (
    "addict",
    "alcohol",
    "drug",
    "opioid",
    "crav",
    "relapse",
    "sober",
    "recover",
    "substance",
    "using",
    "treatment",
)
LONG = "Pneumono" + "ultramicroscopic" * 18
WORKBOOKS = COURSES / "workbooks"


@cache
def modules_of(course: Path) -> tuple[Module, ...]:
    return tuple(module_in(course, id_) for id_ in frame_in(course).spec.modules)


def packet_of(kind: str, course: Path, **more: Any) -> Packet:
    return Packet(kind, **{"modules": modules_of(course), "paper": "letter", "people": 14, **more})  # type: ignore[arg-type]


@cache
def set_pdf(sheet: Sheet) -> bytes:
    return set_sheets([sheet])[0].content


class Read:
    """A packet as a reader of PDFs sees it."""

    def __init__(self, packet: Packet, frame: Frame) -> None:
        self.packet, self.frame = packet, frame
        self.sheet = packet_sheet(packet, frame, BUILD)
        self.payload = json.loads(self.sheet.payload)
        self.pdf = set_pdf(self.sheet)
        self.reader = pypdf.PdfReader(io.BytesIO(self.pdf))
        self.pages = [page.extract_text().replace("\u200b", "") for page in self.reader.pages]
        self.titles = [part["head"]["title"] for part in self.payload["parts"]]
        self.names = [sheet["name"] for sheet in self.payload["packet"]["sheets"]]

    @property
    def contents(self) -> list[tuple[str, int]]:
        """The lines of the contents that end with a page: name and page."""
        first = next(number for number, page in enumerate(self.pages) if "Contents\n" in page)
        lines = "\n".join(self.pages[first : first + 2]).splitlines()
        found = [re.fullmatch(r"(.+?)(?: ?\. ?){4,} ?(\d+)", line) for line in lines]
        return [(line[1].strip(), int(line[2])) for line in found if line]

    @property
    def starts(self) -> list[int]:
        """The page of each sheet, by the contents."""
        named = [page for name, page in self.contents if name in self.names]
        assert len(named) == len(self.names)
        return named

    @property
    def bookmarks(self) -> list[tuple[int, str, int]]:
        """Level, name and page of each."""
        return list(self._below(self.reader.outline, 1))

    def _below(self, items: Any, level: int) -> Iterator[tuple[int, str, int]]:
        for item in items:
            if isinstance(item, list):
                yield from self._below(item, level + 1)
            else:
                page = self.reader.get_destination_page_number(item)
                assert page is not None
                yield level, str(item.title), page + 1

    @property
    def blank(self) -> list[int]:
        words = self.frame.strings["print_blank"]
        return [number for number, page in enumerate(self.pages, 1) if letters(words) in letters(page)]


KINDS = {
    "patients": ("patients", COURSE, {}),
    "leader": ("leader", COURSE, {}),
    "workbook": ("workbook", COURSE, {}),
    "tiny-leader": ("leader", TINY, {"paper": "a4"}),
    "tiny-large": ("leader", TINY, {"edition": LARGE}),
    "tiny-copy": ("patients", TINY, {"edition": COPY, "paper": "a4"}),
    "landscape": ("patients", WORKBOOKS, {}),
}


@cache
def read(name: str) -> Read:
    kind, course, more = KINDS[name]
    return Read(packet_of(kind, course, **more), frame_in(course))


def topics_outside(frame: Frame) -> Frame:
    return replace(frame, spec=frame.spec.model_copy(update={"outside": Outside(title="Steps", topics=True)}))


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
        alone = row["name"] in (made.frame.strings["guide"], made.frame.strings["print_poster"])
        assert row["copies"] == (1 if alone else 15)
        assert row["paper"] == row["copies"] * -(-sides // 2)
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
    checked = tuple(_checked(module) for module in modules)
    assert letters(frame.strings["draft"]) in letters(
        Read(packet_of("patients", TINY, modules=(checked[0], modules[1])), frame).pages[0]
    )
    assert letters(frame.strings["draft"]) not in letters(
        "".join(Read(packet_of("patients", TINY, modules=checked), frame).pages)
    )


def _checked(module: Module) -> Module:
    person = module.review.written_by.model_copy(update={"name": "N", "credential": "LCSW"})
    return module.model_copy(
        update={"review": module.review.model_copy(update={"clinical": person, "status": "approved"})}
    )


def test_an_independent_checker_finds_no_fault_with_pdf_ua(made: Read) -> None:
    report = page_validation.validate_pdf_bytes(made.pdf, profile=page_validation.ValidationProfile.PDF_UA_1)
    assert report.is_compliant, [failure.message for failure in report.failures()]


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
    kinds = [str(element["/S"]) for element in _elements(made.reader.trailer["/Root"]["/StructTreeRoot"])]
    modules = len(made.packet.modules)
    lines = len(made.names) + modules + (made.packet.kind == "leader")
    assert kinds.count("/TOCI") == lines
    assert kinds.count("/H1") == 1


def _elements(node: Any) -> Iterator[Any]:
    node = node.get_object()
    if isinstance(node, list):
        for one in node:
            yield from _elements(one)
    elif isinstance(node, dict):
        if "/S" in node:
            yield node
        if "/K" in node:
            yield from _elements(node["/K"])


def test_the_same_packet_is_the_same_bytes(tiny: Place, tmp_path: Path) -> None:
    sums = set()
    for seed in ("1", "2"):
        file = tmp_path / f"{seed}.pdf"
        words = ("--course", tiny.course, "--site", tiny.site, "--jobs", "1", "packet", "one-thing", "another-thing")
        command = [sys.executable, "-m", "generator", *map(str, words), "--for", "leader", "--output", str(file)]
        environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": "Asia/Tokyo" if seed == "1" else "UTC"}
        subprocess.run(command, check=True, env=environment, cwd=ROOT, stdout=subprocess.DEVNULL)
        sums.add(hashlib.sha256(file.read_bytes()).hexdigest())
    here = psychoed(
        tiny, "packet", "one-thing", "another-thing", "--for", "leader", "--output", str(tmp_path / "3.pdf")
    )
    assert here.exit_code == 0
    sums.add(hashlib.sha256((tmp_path / "3.pdf").read_bytes()).hexdigest())
    assert len(sums) == 1


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


def test_the_command_says_what_was_made_and_what_to_copy(
    tiny: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    done = psychoed(tiny, "packet", "another-thing", "--for", "leader", "--people", "9")
    assert done.exit_code == 0, done.output
    pages = len(pypdf.PdfReader(tmp_path / "packets" / "02-leader-letter.pdf").pages)
    assert f"packets/02-leader-letter.pdf: {pages} pages on {pages // 2} sheets of paper" in done.stdout
    assert "To copy for 9 people and you" in done.stdout
    assert re.search(r"^ +10 of pages? \d+.*: Handout$", done.stdout, re.M)
    assert re.search(r"^ +1 of pages \d+–\d+: Facilitator guide$", done.stdout, re.M)
    assert [path.name for path in (tmp_path / "packets").iterdir()] == ["02-leader-letter.pdf"]
    assert not tiny.site.exists()


def test_a_workbook_of_the_course_and_of_a_pathway(
    tiny: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert psychoed(tiny, "workbook").exit_code == 0
    assert psychoed(tiny, "workbook", "all", "--paper", "a4", "--edition", "copy").exit_code == 0
    assert sorted(path.name for path in (tmp_path / "packets").iterdir()) == [
        "workbook-1-a4-copy.pdf",
        "workbook-letter.pdf",
    ]
    whole, part = (pypdf.PdfReader(path) for path in sorted((tmp_path / "packets").iterdir(), reverse=True))
    assert len(whole.pages) > len(part.pages)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("packet", "one-thin"), "there is no module 'one-thin'; did you mean 'one-thing'? The modules are: one-thing"),
        (("packet", "xyz"), "there is no module 'xyz'; known here: another-thing, one-thing"),
        (("packet", "one-thing", "one-thing"), "the module 'one-thing' is named twice"),
        (("packet", "one-thing", "--people", "0"), "0 is not in the range 1<=x<=40"),
        (("packet", "one-thing", "--people", "41"), "41 is not in the range 1<=x<=40"),
        (("packet", "one-thing", "--edition", "form"), "'form' is not one of"),
        (("packet",), "Missing argument 'MODULE...'"),
        (("workbook", "al"), "there is no pathway 'al'; did you mean 'all'? The pathways are: all"),
        (("packet", "one-thing", "--site-url", "ftp://x/"), "starts with https://"),
    ],
)
def test_what_cannot_be_bound_is_one_sentence(
    words: tuple[str, ...], said: str, tiny: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    done = psychoed(tiny, *words)
    assert done.exit_code == 2
    assert said in done.stderr and "Traceback" not in done.output
    assert not (tmp_path / "packets").exists()


def test_an_error_in_the_course_stops_the_packet_with_its_place(
    tiny: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    change(tiny.course / "en" / "another-thing.yml", "today:", "todday:")
    done = psychoed(tiny, "packet", "one-thing")
    assert done.exit_code == 1
    assert re.search(r"^tiny/en/another-thing\.yml:\d+:1: error: unknown key 'todday'", done.stderr, re.M)
    assert done.stderr.splitlines()[-1].endswith("nothing was printed.")
    assert not (tmp_path / "packets").exists()


def put_folder(path: Path) -> None:
    path.mkdir()


def put_notes(path: Path) -> None:
    path.write_text("notes")


def put_link(path: Path) -> None:
    (path.parent / "thesis.pdf").write_bytes(b"%PDF-1.7 years of work")
    path.symlink_to(path.parent / "thesis.pdf")


def put_file_above(path: Path) -> None:
    path.parent.rmdir()
    path.parent.write_text("a file where a folder should be")


@pytest.mark.parametrize("put", [put_folder, put_notes, put_link, put_file_above])
def test_what_stands_in_the_place_of_the_file_is_left_alone(put: Any, tiny: Place, tmp_path: Path) -> None:
    out = tmp_path / "out" / "mine.pdf"
    out.parent.mkdir()
    put(out)
    before = _all_in(out.parent)
    done = psychoed(tiny, "packet", "another-thing", "--output", str(out))
    assert done.exit_code == 2 and "Traceback" not in done.output
    assert len(done.stderr.strip().splitlines()) == 1
    assert _all_in(out.parent) == before


def _all_in(place: Path) -> list[tuple[str, bool, bytes]]:
    found = [place, *place.rglob("*")]
    return sorted((str(path), path.is_symlink(), b"" if path.is_dir() else path.read_bytes()) for path in found)


def test_an_older_packet_is_replaced_and_a_new_folder_made(tiny: Place, tmp_path: Path) -> None:
    out = tmp_path / "deep" / "er" / "mine.pdf"
    for _ in range(2):
        assert psychoed(tiny, "packet", "another-thing", "--output", str(out)).exit_code == 0
        assert out.read_bytes().startswith(b"%PDF-")
        assert [path.name for path in out.parent.iterdir()] == ["mine.pdf"]


def test_a_folder_that_may_not_be_written_to_is_one_sentence(
    tiny: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied", "locked/mine.pdf")

    psychoed(tiny, "check")
    # Who runs the tests may be allowed everything.
    monkeypatch.setattr("generator.packet.write_whole", refuse)
    done = psychoed(tiny, "packet", "another-thing", "--output", str(tmp_path / "locked" / "mine.pdf"))
    assert done.exit_code == 2
    assert done.stderr.splitlines()[-1] == "Error: Permission denied: locked/mine.pdf"
    assert not (tmp_path / "locked").exists()


def test_a_packet_leaves_what_is_kept_for_a_build(tiny: Place, tmp_path: Path) -> None:
    assert psychoed(tiny, "build", "--only", "web").exit_code == 0
    before = {path: path.stat().st_mtime_ns for path in (tiny.kept / "modules" / "dev").rglob("*.json")}
    assert psychoed(tiny, "packet", "one-thing", "--output", str(tmp_path / "one.pdf")).exit_code == 0
    assert {path: path.stat().st_mtime_ns for path in before} == before
    assert before

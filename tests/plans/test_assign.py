"""The command `assign`: a plan's link, code and slips; a code read back; one sentence for what cannot be."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path

import pypdf
import pypdfium2
import pytest
import zxingcpp
from click.testing import Result
from PIL import Image

from generator.checks.module_codes_differ import check_module_codes
from generator.course import Build
from generator.engines.pdf import set_sheets
from generator.frame import frame_of, read_shared
from generator.guard import MARK
from generator.load import Source
from generator.order import Place
from generator.plans.codes import Code, Item, dense, module_signs, plan_of, write_code
from generator.render.print.slip import Slip, link_of, plan_qr, slip_sheet
from generator.source import read_yaml
from tests.cases.bench import frame
from tests.checks.test_across import facts
from tests.test_build import change
from tests.test_cli import psychoed

PLANNED = "planned:\n  later-thing: Something later\n  last-thing: The last one\n"
PATHWAY = "    modules: [one-thing]"


@pytest.fixture
def course(tiny: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Place:
    """The tiny course with two modules to come; the command runs in a folder of its own."""
    change(tiny.course / "course.yml", PATHWAY, "    modules: [one-thing, later-thing, another-thing]")
    with (tiny.course / "course.yml").open("a", encoding="utf-8") as file:
        file.write(PLANNED)
    monkeypatch.chdir(tmp_path)
    return tiny


def code(*modules: str, version: str = "dev") -> str:
    return write_code(plan_of(modules, version), "tiny")


def sentence(done: Result) -> str:
    """The one sentence of a command that could not run."""
    assert done.exit_code == 2, done.output
    return done.stderr.strip().splitlines()[-1].removeprefix("Error: ")


def test_a_plan_is_a_link_a_code_and_slips(course: Place, tmp_path: Path) -> None:
    done = psychoed(course, "--quiet", "assign", "another-thing", "one-thing")
    assert done.exit_code == 0, done.output
    plan = code("another-thing", "one-thing")
    assert done.stdout.splitlines() == [
        f"Link:  https://tiny.example/dev/en/plan.html#{dense(plan)}",
        f"Code:  {plan}",
        "Slips: slips/slip-letter.pdf",
    ]
    assert [path.name for path in (tmp_path / "slips").iterdir()] == ["slip-letter.pdf"]
    assert not course.site.exists()


def test_what_is_asked_for_is_used(course: Place, tmp_path: Path) -> None:
    words = ("--site-url", "https://clinic.test/c/", "--version", "2026.3", "--paper", "a4", "--out", "mine.pdf")
    done = psychoed(course, "assign", "one-thing", *words)
    assert done.exit_code == 0, done.output
    assert f"https://clinic.test/c/2026.3/en/plan.html#{dense(code('one-thing', version='2026.3'))}" in done.stdout
    width = float(pypdf.PdfReader(tmp_path / "mine.pdf").pages[0].mediabox.width)
    assert round(width * 25.4 / 72) == 210


def test_it_is_for_the_newest_release_and_says_if_that_has_no_page_for_plans(course: Place) -> None:
    for version in ("2026.2", "2026.10", "dev"):
        (course.site / version / "en").mkdir(parents=True)
        (course.site / version / MARK).write_text("", encoding="utf-8")
    done = psychoed(course, "assign", "one-thing")
    assert code("one-thing", version="2026.10") in done.stdout
    assert f"note: {course.site} has no page for plans of version 2026.10" in done.stdout
    (course.site / "2026.10" / "en" / "plan.html").write_text("", encoding="utf-8")
    assert "no page for plans" not in psychoed(course, "assign", "one-thing").stdout
    assert (
        "no page for plans of version 2031.1" in psychoed(course, "assign", "one-thing", "--version", "2031.1").stdout
    )


def test_a_pathway_leaves_out_what_is_not_written(course: Place) -> None:
    done = psychoed(course, "assign", "--pathway", "all")
    assert code("one-thing", "another-thing") in done.stdout
    assert "note: left out, for it is not written yet: Something later" in done.stdout


def test_a_week_of_a_program(course: Place) -> None:
    week = ("assign", "--program", "three-days", "--week")
    assert code("one-thing", "another-thing") in psychoed(course, *week, "1").stdout
    change(course.course / "programs" / "three-days.yml", "group: [one-thing]", "group: [later-thing]")
    done = psychoed(course, *week, "1")
    assert code("another-thing") in done.stdout and "Something later" in done.stdout, done.output
    assert (
        sentence(psychoed(course, *week, "3")) == "the program 'three-days' teaches nothing in week 3; it does in: 1, 2"
    )


SENTENCES: tuple[tuple[Sequence[str], str], ...] = (
    (("one-thin",), "there is no module 'one-thin'; did you mean 'one-thing'?"),
    (("zzz",), "there is no module 'zzz'; there are: one-thing, another-thing"),
    (("later-thing",), "the module 'later-thing' is not written yet"),
    (("--pathway", "alle"), "there is no pathway 'alle'; did you mean 'all'?"),
    (("--program", "nope", "--week", "1"), "there is no program 'nope'; there are: three-days"),
    (("--program", "three-days"), "--program and --week go together"),
    ((), "name a MODULE, a --pathway, or a --program and its --week"),
    (("one-thing", "--read", "x"), "--read stands alone; name no modules with it"),
    (("one-thing", "--version", "latest"), "'latest' is no version; write a year and a number, as 2026.1, or dev"),
    (("--read", ""), "there is no code; write it after --read"),
    (("--read", "x" * 5_000), "this is longer than a code can be"),
    (("--read", "<script>"), "this is no code; a code starts like dev- or 2026.1- and goes on with groups of letters and digits"),
    (("--read", code("one-thing")[:-1]), "the code has too few letters, or too many; compare it with the slip"),
    (("--read", code("one-thing").replace("dev", "2026.1")), "a letter or digit of the code is not right, or a part is missing; compare it with the slip"),
    (("--read", write_code(plan_of(("one-thing",), "dev"), "steps")), "the code belongs to another course; name that one with --course"),
)  # fmt: skip


@pytest.mark.parametrize(("words", "expected"), SENTENCES, ids=[f"{n}" for n in range(len(SENTENCES))])
def test_what_cannot_be_is_one_sentence(words: Sequence[str], expected: str, course: Place, tmp_path: Path) -> None:
    assert sentence(psychoed(course, "assign", *words)) == expected
    assert not (tmp_path / "slips").exists()


def test_a_file_that_is_no_slip_is_left_alone(course: Place, tmp_path: Path) -> None:
    (tmp_path / "notes.pdf").write_text("mine", encoding="utf-8")
    assert "is there already and is no PDF" in sentence(psychoed(course, "assign", "one-thing", "--out", "notes.pdf"))
    assert (tmp_path / "notes.pdf").read_text(encoding="utf-8") == "mine"


def test_both_kinds_of_code_are_read_back(course: Place) -> None:
    plan = psychoed(course, "assign", "--read", code("one-thing", "later-thing", "gone").lower().replace("-", " "))
    assert plan.stdout.splitlines() == [
        "A plan for version dev. Nobody has said yet what was done.",
        "  1. One thing",
        "  2. Something later",
        "  3. a module that this course does not have",
    ]
    said = Code("done", "2026.1", (Item(module_signs("one-thing"), True, True), Item(module_signs("another-thing"))))
    done = psychoed(course, "assign", "--read", write_code(said, "tiny"))
    assert done.stdout.splitlines() == [
        "The reader says, with version 2026.1 (this is no proof):",
        "  1. One thing: read and practiced",
        "  2. Another thing: “1 < 2” & # more: not ticked",
    ]


# ---------- the slip ----------


def slip(place: Place, count: int, paper: str = "letter") -> tuple[bytes, str, str]:
    """Set the slip of a plan of so many modules; also give its link and its code."""
    shared, _ = read_shared(place.course)
    assert shared is not None
    whole, build = frame_of(shared, "en"), Build("2026.1", "https://course.example/", ("letter", "a4"))
    modules = tuple(facts(f"module-{number}", title=f"Overdose and craving {number}") for number in range(count))
    text = write_code(plan_of([module.id for module in modules], build.version), whole.spec.id)
    (made,) = set_sheets([slip_sheet(Slip(text, modules, paper), whole, build)])
    return made.content, link_of(text, whole, build), text


@pytest.mark.parametrize("count", [1, 8, 60])
def test_a_picture_of_the_slip_as_a_phone_takes_it_is_read(count: int, tiny: Place) -> None:
    pdf, link, _ = slip(tiny, count)
    page = pypdfium2.PdfDocument(pdf)[0]
    shown = page.render(scale=300 / 72, grayscale=True).to_pil()
    # Half a slip fills a small picture of 600 pixels, held a little askew.
    held = shown.crop((0, 0, shown.width // 2, shown.height // 3))
    small = held.resize((600, round(held.height * 600 / held.width)), Image.Resampling.BILINEAR)
    photo = small.rotate(3, Image.Resampling.BILINEAR, fillcolor=255)
    assert {found.text for found in zxingcpp.read_barcodes(photo)} == {link}


def test_the_slip_says_what_to_type_and_nothing_that_tells(tiny: Place) -> None:
    pdf, _, text = slip(tiny, 8)
    reader = pypdf.PdfReader(io.BytesIO(pdf))
    words = " ".join(page.extract_text() for page in reader.pages)
    assert len(reader.pages) == 1
    assert reader.metadata and reader.metadata.title == "Course: List"
    assert text in words.replace("\n", "")
    assert "course.example/2026.1/en" in words and "988" in words and "Draft" in words
    assert "verdose" not in words and "raving" not in words


@pytest.mark.parametrize("paper", ["letter", "a4"])
def test_a_plan_of_sixty_fits_one_page(paper: str, tiny: Place) -> None:
    assert len(pypdfium2.PdfDocument(slip(tiny, 60, paper)[0])) == 1


def test_sixty_modules_make_a_square_of_few_modules() -> None:
    link = "https://course.example/2026.1/en/plan.html#" + dense(code(*(f"m{n}" for n in range(60)), version="2026.1"))
    side = int(plan_qr(link).partition('viewBox="0 0 ')[2].partition(" ")[0]) - 8
    # 44 mm over the modules and their quiet zone: more than half a millimeter each, which any phone reads.
    assert side <= 61 and 44 / (side + 8) > 0.6


# ---------- letters of modules ----------


def test_two_modules_with_the_same_letters_are_both_named() -> None:
    seen: dict[str, str] = {}
    number = 0
    while (signs := module_signs(f"m-{number}")) not in seen:
        seen[signs] = f"m-{number}"
        number += 1
    first, second = seen[signs], f"m-{number}"
    text = f"modules: [{first}, other]\nplanned:\n  {second}: Later\n"
    document, _ = read_yaml(Source("modules/course.yml", text, ""))
    assert document is not None
    spec = frame().spec.model_copy(update={"modules": (first, "other"), "planned": {second: "Later"}})
    assert [str(problem) for problem in check_module_codes(spec, document)] == [
        f"modules/course.yml:3:{len(second) + 5}: error: the modules '{first}' and '{second}' have the same letters in the codes of plans"
        " [module-codes-differ]"
    ]
    assert check_module_codes(spec.model_copy(update={"planned": {}}), document) == ()

"""clinic.yml with something missing or wrong in it: each is said at its place, with a way out."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from generator.build import check_course
from generator.checks.clinic_file import check_local_numbers_are_fresh
from generator.clinic.read import read_clinic
from generator.frame import read_shared
from generator.order import Order, Place
from tests.conftest import COURSES

WHOLE = (COURSES / "clinic" / "clinic.yml").read_text("utf-8")
NUMBERS = WHOLE[WHOLE.index("numbers:") : WHOLE.index("site_url:")]
LOGO = (COURSES / "clinic" / "logo.svg").read_bytes()
TYPED = "nobody is reminded to dial it again; of your own numbers write {on_call}, {front_desk} or {medical}"


def said(tiny: Place, clinic: str) -> list[str]:
    """All that reading the tiny course with this clinic.yml says of that file."""
    (tiny.course / "clinic.yml").write_text(clinic, "utf-8")
    _, problems = read_shared(tiny.course)
    assert all(problem.path == "tiny/clinic.yml" for problem in problems), problems
    return [str(problem).removeprefix("tiny/clinic.yml:") for problem in problems]


def beside_numbers(tiny: Place, lines: str) -> list[str]:
    """The same for lines in front of three good numbers."""
    return said(tiny, lines + NUMBERS)


def test_a_clinic_with_everything_set_is_whole(tiny: Place) -> None:
    (tiny.course / "logo.svg").write_bytes(LOGO)
    assert said(tiny, WHOLE) == []


def test_a_course_without_the_file_is_as_before(tiny: Place) -> None:
    shared, problems = read_shared(tiny.course)
    assert shared is not None and problems == () and shared.clinic_document is None


def test_each_missing_number_is_named_at_its_key(tiny: Place) -> None:
    told = "; sheets leave a line to write it on [local-number-is-there]"
    assert said(tiny, "name: Riverside\nnumbers:\n  on_call:\n  medical:\n") == [
        f"2:1: warning: your own number 'front_desk' is missing: the front desk{told}",
        f"3:3: warning: your own number 'on_call' is missing: the on-call line, for when the program is closed{told}",
        "4:3: warning: your own number 'medical' is missing: "
        f"the medical staff, for leaders and for questions about medicines{told}",
    ]


def test_a_file_of_comments_alone_says_nothing_and_is_not_broken(tiny: Place) -> None:
    found = said(tiny, "# name: ours\n\n  # and more\n")
    assert len(found) == 3 and all("local-number-is-there" in line for line in found)


def test_the_shipped_file_names_the_three_missing_numbers_and_nothing_else() -> None:
    modules = COURSES.parents[1] / "modules"
    clinic, problems = read_clinic(modules)
    assert clinic is not None and problems == ()
    of_file = [problem for problem in read_shared(modules)[1] if problem.path.endswith("clinic.yml")]
    assert [(problem.rule, problem.level) for problem in of_file] == 3 * [("local-number-is-there", "note")]


def test_the_shipped_file_is_valid_with_every_comment_taken_off(tiny: Place) -> None:
    lines = (COURSES.parents[1] / "modules" / "clinic.yml").read_text("utf-8").splitlines()
    start = next(place for place, line in enumerate(lines) if line.startswith("# name:"))
    # What is a key, or stands indented under one, is an example; the rest explains.
    keys = [line[2:] for line in lines[start:] if line.startswith(("#   ",)) or _opens(line)]
    (tiny.course / "logo.svg").write_bytes(LOGO)
    text = NUMBERS + "\n".join(keys) + "\n"
    found = said(tiny, text.replace("programs: [evenings]\n", ""))
    assert found == [], text
    clinic, _ = read_clinic(tiny.course)
    assert clinic is not None and clinic.spec.pages and clinic.spec.colours and clinic.spec.counselors_url


def _opens(line: str) -> bool:
    key = line.removeprefix("# ").partition(":")[0]
    return line.startswith("# ") and key.isidentifier() and key.islower()


BROKEN = (
    ("nmae: X\n", "1:1: error: unknown key 'nmae'; did you mean 'name'? [key-is-known]"),
    ("name: ''\n", "1:7: error: 'name' is empty [text-is-there]"),
    (
        "colours: {light: teal}\n",
        "1:18: error: 'light' cannot be 'teal'; write a color, as '#0b5c6b' [value-has-the-right-form]",
    ),
    (
        "logo: ../logo.svg\n",
        "1:7: error: 'logo' cannot be '../logo.svg'; write the name of a file beside clinic.yml in small letters, "
        "as 'logo.svg' or 'logo.png' [value-has-the-right-form]",
    ),
    (
        "quick_exit: javascript:alert(1)\n",
        "1:13: error: 'quick_exit' cannot be 'javascript:alert(1)'; write an address that starts with https:// and has "
        "a / after the name, as 'https://www.weather.gov/' [value-has-the-right-form]",
    ),
    (
        "papers: [a4, leter]\n",
        "1:14: error: an item of 'papers' cannot be 'leter'; did you mean 'letter'? [choice-is-known]",
    ),
    ("papers: [a4, a4]\n", "1:14: error: 'a4' stands here a second time; the first is in line 1 [id-is-unique]"),
    (
        "languages: [en, xx]\n",
        "1:17: error: the pages' own words are not there in the language 'xx'; there are: en, es [language-is-there]",
    ),
    (
        "programs: [evening]\n",
        "1:12: error: there is no program 'evening'; did you mean 'evenings'? [clinic-program-is-known]",
    ),
    (
        "outside: {title: Sober Steps}\n",
        "1:18: error: “Sober” tells outsiders what the course is about; take another word, or add `topics: true` if "
        "nobody outside sees it [outside-is-neutral]",
    ),
    (
        "name: Party 🎉\n",
        "1:7: error: “🎉” (U+1F389, party popper) cannot be printed; say it in words [letter-can-be-printed]",
    ),
    (
        "logo: logo.png\n",
        "1:7: error: the logo 'logo.png' cannot be used: there is no such file [file-is-there]",
    ),
    (
        "logo: bad.svg\n",
        "1:7: error: the logo 'bad.svg' cannot be used: it has an element <script>; a logo only draws; "
        "save it as a plain SVG [logo-is-plain]",
    ),
    (
        "colours: {light: '#ffcc00'}\n",
        "1:18: error: #ffcc00 on #f3eee5 has a contrast of 1.3 to 1 (on sunken, light pages); the least is 4.5; "
        "take a darker color [colors-have-contrast]",
    ),
    (
        "colours: {light: '#0b5c6b', dark: '#0b5c6b'}\n",
        "1:35: error: #0b5c6b on #222b2e has a contrast of 1.8 to 1 (on sunken, dark pages); the least is 4.5; "
        "take a lighter color, or leave `dark` out [colors-have-contrast]",
    ),
)


@pytest.mark.parametrize(("lines", "message"), BROKEN, ids=[lines.strip()[:30] for lines, _ in BROKEN])
def test_what_would_not_work_is_said_at_its_place(lines: str, message: str, tiny: Place) -> None:
    (tiny.course / "programs").mkdir(exist_ok=True)
    for other in (tiny.course / "programs").glob("*.yml"):
        other.unlink()
    evenings = (COURSES.parents[1] / "modules" / "programs" / "evenings.yml").read_text("utf-8")
    (tiny.course / "programs" / "evenings.yml").write_text(evenings, "utf-8")
    (tiny.course / "bad.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><script/></svg>')
    (tiny.course / "clinic.yml").write_text(lines + NUMBERS, "utf-8")
    found = [problem for problem in read_shared(tiny.course)[1] if problem.path == "tiny/clinic.yml"]
    assert [str(problem).removeprefix("tiny/clinic.yml:") for problem in found] == [message]


AGES = (
    ("2026-11-20", []),
    ("2026-05-25", []),
    ("2026-05-24", ["warning: 'on_call' was dialed 181 days ago; dial it again, then write the day here"]),
    ("2025-11-21", ["warning: 'on_call' was dialed 365 days ago; dial it again, then write the day here"]),
    (
        "2025-11-20",
        ["error: 'on_call' was dialed 366 days ago; the most is 365; dial it, then write today's day here"],
    ),
    (
        "2026-11-22",
        ["error: 'on_call' was dialed on 2026-11-22, and today is 2026-11-21; write the day on which it was dialed"],
    ),
)


@pytest.mark.parametrize(("day", "sentences"), AGES)
def test_a_number_is_dialed_again_every_half_year(day: str, sentences: list[str], tiny: Place) -> None:
    one = f"numbers:\n  on_call:\n    shown: 555-0100\n    dial: '5550100'\n    verified_on: {day}\n"
    (tiny.course / "clinic.yml").write_text(one, "utf-8")
    clinic, problems = read_clinic(tiny.course)
    assert clinic is not None and clinic.document is not None and problems == ()
    found = check_local_numbers_are_fresh(clinic.spec, clinic.document, date(2026, 11, 21))
    place = "tiny/clinic.yml:5:18: "
    assert [str(problem) for problem in found] == [f"{place}{text} [local-number-is-fresh]" for text in sentences]


def test_a_day_that_the_calendar_lacks_is_said(tiny: Place) -> None:
    one = "numbers:\n  on_call:\n    shown: 555-0100\n    dial: '5550100'\n    verified_on: 2026-02-30\n"
    (tiny.course / "clinic.yml").write_text(one, "utf-8")
    result = check_course(tiny, Order(jobs=1, today=date(2026, 11, 21)))
    assert "tiny/clinic.yml:5:18: error: the calendar has no such day [value-has-the-right-form]" in map(
        str, result.problems
    )


def test_an_old_number_stops_the_build_on_the_day_it_is_built(tiny: Place) -> None:
    (tiny.course / "logo.svg").write_bytes(LOGO)
    (tiny.course / "clinic.yml").write_text(WHOLE, "utf-8")
    assert check_course(tiny, Order(jobs=1, today=date(2026, 11, 21))).good
    late = check_course(tiny, Order(jobs=1, today=date(2027, 11, 22)))
    assert [problem.message[:9] for problem in late.problems if problem.rule == "local-number-is-fresh"] == [
        "'on_call'",
        "'front_de",
        "'medical'",
    ]


def test_a_title_from_course_yml_is_looked_at_there_and_one_from_clinic_yml_here(tiny: Place) -> None:
    course = tiny.course / "course.yml"
    course.write_text(course.read_text("utf-8") + "outside: {title: Sober Steps}\n", "utf-8")
    assert [problem.path for problem in read_shared(tiny.course)[1]] == ["tiny/course.yml"]
    (tiny.course / "clinic.yml").write_text("outside: {title: Evening Class}\n" + NUMBERS, "utf-8")
    assert read_shared(tiny.course)[1] == ()


def test_a_logo_that_is_a_link_out_of_the_course_is_not_read(tiny: Place, tmp_path: Path) -> None:
    (tmp_path / "secret.svg").write_bytes(LOGO)
    (tiny.course / "logo.svg").symlink_to(tmp_path / "secret.svg")
    assert beside_numbers(tiny, "logo: logo.svg\n") == [
        "1:7: error: the logo 'logo.svg' cannot be used: this link leads out of the course's folder; "
        "put the file itself here [file-is-inside-the-course]"
    ]


def test_the_programs_that_the_clinic_runs_are_the_ones_that_counselors_see(tiny: Place) -> None:
    shutil.rmtree(tiny.course)
    (tiny.course / "programs").mkdir(parents=True)
    shipped = COURSES.parents[1] / "modules"
    for name in ("course.yml", "clinic.yml", "safety.yml", "sources.yml", "words.yml"):
        (tiny.course / name).write_text((shipped / name).read_text("utf-8"), "utf-8")
    for path in (shipped / "programs").glob("*.yml"):
        (tiny.course / "programs" / path.name).write_text(path.read_text("utf-8"), "utf-8")

    def shown(lines: str) -> list[str]:
        (tiny.course / "clinic.yml").write_text(f"{lines}{NUMBERS}", "utf-8")
        shared, problems = read_shared(tiny.course)
        assert shared is not None, problems
        return [program.id for program in shared.programs]

    assert len(shown("")) == 3
    assert shown("programs: [step-down, evenings]\n") == ["step-down", "evenings"]
    assert shown("programs: []\n") == []

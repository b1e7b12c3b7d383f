"""What stands beside the modules may be anything: each broken thing is one sentence at its place, and nothing is lost."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.frame import read_shared
from generator.order import Place

PROGRAM = "programs/three-days.yml"


def said(course: Path) -> list[str]:
    """All that reading what modules share has to say."""
    return [str(problem) for problem in read_shared(course)[1]]


def with_words(course: Path, old: str, new: str, name: str = PROGRAM) -> list[str]:
    """What is said with other words in a file."""
    file = course / name
    text = file.read_text("utf-8")
    assert text.count(old) == 1
    file.write_text(text.replace(old, new), "utf-8")
    return said(course)


@pytest.mark.parametrize("name", ["clinic.yml", "group.yml"])
def test_a_link_that_leads_nowhere_is_not_a_file_that_is_missing(name: str, tiny: Place) -> None:
    (tiny.course / name).unlink(missing_ok=True)
    (tiny.course / name).symlink_to("nowhere")
    assert said(tiny.course) == [f"tiny/{name}:1:1: error: there is no such file [file-is-there]"]


@pytest.mark.parametrize("name", ["overlays", "programs"])
@pytest.mark.parametrize("kind", ["file", "pipe", "link"])
def test_what_is_no_folder_is_not_taken_for_an_empty_one(name: str, kind: str, tiny: Place) -> None:
    place = tiny.course / name
    for file in place.iterdir():
        file.unlink()
    place.rmdir()
    make = {"file": place.touch, "pipe": lambda: os.mkfifo(place), "link": lambda: place.symlink_to("nowhere")}
    make[kind]()
    (found,) = said(tiny.course)
    assert found.startswith(f"tiny/{name}:1:1: error: this is no folder; ")


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("title: Two small weeks", "title: Two 🎉 weeks", ":2:8: error: “🎉” (U+1F389"),
        ("title: Two small weeks", "title: Weeks for addicts", ":2:8: error: “addicts” stands here; write"),
        ("title: Open hour", "title: Call 555-010-1234", "the phone number '555-010-1234' is typed here; every page"),
        (
            "start: 18:00",
            "start: 9:00",
            "'start' cannot be '9:00'; write hours and minutes with two digits each, as '17:30'",
        ),
        ("start: 18:00", "start: 1٨:00", "'start' cannot be '1٨:00'; write hours and minutes"),
    ],
)
def test_words_and_times_of_a_program(old: str, new: str, sentence: str, tiny: Place) -> None:
    (found,) = with_words(tiny.course, old, new)
    assert f"tiny/{PROGRAM}:" in found and sentence in found


def test_a_misspelled_module_is_not_said_to_be_planned(tiny: Place) -> None:
    (found,) = with_words(tiny.course, "group: [one-thing]", "group: [one-thin]")
    assert "unknown module 'one-thin'" in found


@pytest.mark.parametrize("language", ["EN", "english", "__proto__"])
def test_a_group_kit_in_no_language_is_said_at_its_key(language: str, tiny: Place) -> None:
    found = with_words(tiny.course, "en:\n  openings", f"{language}:\n  openings", "group.yml")
    assert found[0] == "tiny/group.yml:1:1: warning: 'en' has no words for groups here [language-is-there]"
    assert found[1].startswith(f"tiny/group.yml:1:1: warning: there is no language '{language}' in this course; ")


def program(tiny: Place, *words: str) -> tuple[int, str]:
    options = ["--course", str(tiny.course), "--config", str(tiny.config_file), "--site", str(tiny.site), "--jobs", "1"]
    result = CliRunner().invoke(main, [*options, "program", "three-days", *words])
    return result.exit_code, result.output


@pytest.mark.parametrize(
    ("kind", "sentence"),
    [
        ("pipe", "is there already and is no calendar file; name another file with --out"),
        ("endless", "is a link to another file; name a file of its own with --out"),
        ("link", "is a link to another file; name a file of its own with --out"),
        ("folder", "is a directory"),
        ("empty", "is there already and is no calendar file"),
    ],
)
def test_a_calendar_is_written_over_nothing_else(kind: str, sentence: str, tiny: Place, tmp_path: Path) -> None:
    out, other = tmp_path / "plan.ics", tmp_path / "other.ics"
    other.write_text("BEGIN:VCALENDAR of somebody else", "utf-8")
    make = {
        "pipe": lambda: os.mkfifo(out),
        "endless": lambda: out.symlink_to("/dev/zero"),
        "link": lambda: out.symlink_to(other),
        "folder": out.mkdir,
        "empty": out.touch,
    }
    make[kind]()
    code, output = program(tiny, "--start", "2026-12-07", "--out", str(out))
    assert code == 2 and sentence in output and "Traceback" not in output
    assert other.read_text("utf-8") == "BEGIN:VCALENDAR of somebody else"


@pytest.mark.parametrize("start", ["", " ", "２０２６-12-07", "\x1b[31m2026-12-07", "x" * 5000])
def test_what_is_no_day_is_no_day(start: str, tiny: Place) -> None:
    code, output = program(tiny, "--start", start)
    assert code == 2 and "is not a date; write year, month and day, as 2026-12-07" in output
    assert "\x1b" not in output and len(output) < 400


@pytest.mark.parametrize("start", ["0001-01-01", "9999-12-31", "1900-02-28"])
def test_a_year_far_away_is_said_to_be_one(start: str, tiny: Place) -> None:
    assert "is too far away; write a day from 2001 to 2099" in program(tiny, "--start", start)[1]


def test_no_right_date_is_named_that_would_be_refused(tiny: Place) -> None:
    output = program(tiny, "--start", "2099-12-30")[1]
    assert "2099-12-28" in output and "2100" not in output

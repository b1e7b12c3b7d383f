"""`psychoed program`: lists, prints weeks, writes dates, and refuses what cannot be with one sentence."""

from __future__ import annotations

import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest
import vobject
from click.testing import CliRunner, Result

from generator.cli import main
from generator.order import Place


def run(place: Place, *words: str) -> Result:
    options = ["--course", str(place.course), "--config", str(place.config_file), "--site", str(place.site)]
    return CliRunner().invoke(main, [*options, "--jobs", "1", "program", *words])


def test_programs_are_listed_with_weeks_and_hours(tiny: Place) -> None:
    result = run(tiny, "--help")
    assert result.exit_code == 0
    result = run(tiny)
    assert result.exit_code == 0, result.output
    assert "three-days           Two small weeks: 2 weeks, 9 h a week, 18 h in all\n" in result.output


def test_the_weeks_of_a_program_are_printed(tiny: Place) -> None:
    result = run(tiny, "three-days")
    assert result.exit_code == 0, result.output
    assert (
        "Week 2: 9 h (group 3 h, family session 2 h, one to one 4 h)\n"
        "  Tuesday\n"
        "    9:00 am–12:00 pm   Group: Another thing: “1 < 2” & # more\n"
        "    6:00–8:00 pm       Family session\n"
        "  Thursday\n"
        "    9:00 am–1:00 pm    One to one\n"
    ) in result.output


def test_with_a_start_each_day_has_its_date(tiny: Place) -> None:
    result = run(tiny, "three-days", "--start", "2026-12-28")
    assert result.exit_code == 0, result.output
    days = [line.strip() for line in result.output.splitlines() if line.startswith("  ") and line[2] != " "]
    assert days == [
        "Monday, December 28, 2026",
        "Wednesday, December 30, 2026",
        "Friday, January 1, 2027",
        "Tuesday, January 5, 2027",
        "Thursday, January 7, 2027",
    ]


def test_the_calendar_file_is_written_the_same_twice(tiny: Place, tmp_path: Path) -> None:
    out = tmp_path / "plan.ics"
    for _ in range(2):
        result = run(tiny, "three-days", "--start", "2026-12-28", "--out", str(out))
        assert result.exit_code == 0, result.output
        written = out.read_bytes()
    assert out.read_bytes() == written
    assert "10 entries, Monday, December 28, 2026 to Thursday, January 7, 2027." in result.output
    events = vobject.readOne(written.decode()).vevent_list
    assert len(events) == 10
    assert events[8].dtstart.value == datetime(2027, 1, 5, 18, 0)


REFUSED = (
    (("three-days", "--start", "2026-02-30"), "30 February 2026 is no date"),
    (("three-days", "--start", "2026-12-08"), "is not a Monday"),
    (("three-days", "--start", "soon"), "'soon' is not a date"),
    (("tree-days",), "there is no program 'tree-days'; did you mean 'three-days'?"),
    (("--start", "2026-12-07"), "name the program"),
    (("three-days", "--out", "plan.ics"), "needs the first day"),
)


@pytest.mark.parametrize(("words", "sentence"), REFUSED)
def test_what_cannot_be_is_refused_in_one_sentence(words: tuple[str, ...], sentence: str, tiny: Place) -> None:
    result = run(tiny, *words)
    assert result.exit_code == 2
    assert sentence in result.output and "Traceback" not in result.output


def test_another_file_is_not_written_over(tiny: Place, tmp_path: Path) -> None:
    mine = tmp_path / "notes.txt"
    mine.write_text("my notes", "utf-8")
    result = run(tiny, "three-days", "--start", "2026-12-07", "--out", str(mine))
    assert result.exit_code == 2 and "is there already and is no calendar file" in result.output
    assert mine.read_text("utf-8") == "my notes"


def test_errors_of_a_program_come_with_their_place(tiny: Place) -> None:
    file = tiny.course / "programs" / "three-days.yml"
    file.write_text(file.read_text("utf-8").replace("group: [one-thing]", "group: [one-thin]"), "utf-8")
    result = run(tiny)
    assert result.exit_code == 1
    assert "unknown module 'one-thin'; did you mean 'one-thing'?" in result.output


def test_the_calendar_library_is_loaded_by_none_of_the_other_commands() -> None:
    asked = "import sys, generator.cli; print(any(name.partition('.')[0] == 'icalendar' for name in sys.modules))"
    found = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert found.stdout == "False\n"

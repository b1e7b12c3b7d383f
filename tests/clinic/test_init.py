"""`psychoed init`: a clinic's own course from the shipped one, and what changed since."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import generator.clinic.start as started
from generator.cli import main
from generator.clinic.start import RECORD, Change, NotStarted, changes, compare, start
from tests.conftest import ROOT


def run(*arguments: str) -> Result:
    """Call the command."""
    return CliRunner().invoke(main, list(arguments))


@pytest.fixture
def ours(tmp_path: Path) -> Path:
    """A clinic's folder, just started."""
    folder = tmp_path / "ours"
    start(folder)
    return folder


@pytest.fixture
def shipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A shipped course that a test may change, as an upgrade would."""
    folder = tmp_path / "shipped"
    for name, content in started.shipped_files().items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    monkeypatch.setattr(started, "SHIPPED", folder)
    return folder


def test_it_copies_the_whole_course_and_says_the_next_three_steps(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "ours"
    result = run("init", str(folder))
    assert result.exit_code == 0
    for name in (
        "modules/course.yml",
        "modules/clinic.yml",
        "modules/en/stress.yml",
        "modules/safety.yml",
        "mkdocs.yml",
    ):
        assert (folder / name).read_bytes() == (ROOT / name).read_bytes()
    assert {"README.md", ".gitignore", RECORD} <= {path.name for path in folder.iterdir()}
    assert [line.strip()[:2] for line in result.output.splitlines()[2:]] == ["1.", "2.", "3."]
    shipped = {path.relative_to(ROOT) for path in (ROOT / "modules").rglob("*") if path.is_file()}
    assert shipped == {path.relative_to(folder) for path in (folder / "modules").rglob("*") if path.is_file()}


def test_the_copy_checks_without_an_error_and_names_three_numbers(ours: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ours)
    result = run("--jobs", "1", "check", "--notes")
    assert result.exit_code == 0, result.output
    assert result.output.count("local-number-is-there") == 3


def test_a_new_and_an_empty_folder_do(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert start(tmp_path / "empty") == start(tmp_path / "a" / "b")


def test_a_folder_that_holds_something_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    result = run("init", str(tmp_path))
    assert result.exit_code == 2
    assert result.output == f"Error: {tmp_path} holds something already; name a new or an empty folder\n"
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_a_file_and_a_link_to_nowhere_are_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    (tmp_path / "link").symlink_to(tmp_path / "nowhere")
    assert run("init", str(tmp_path / "file")).output == f"Error: {tmp_path / 'file'} is a file; name a new folder\n"
    assert "leads nowhere" in run("init", str(tmp_path / "link")).output
    assert "is a file" in run("init", str(tmp_path / "file")).output


def test_a_place_that_cannot_be_written_is_one_sentence_and_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no(self: Path, content: bytes) -> int:
        if self.name == "safety.yml":
            raise PermissionError(13, "Permission denied", str(self))
        return self.open("wb").write(content)

    monkeypatch.setattr(Path, "write_bytes", no)
    (tmp_path / "empty").mkdir()
    for name in ("new", "empty"):
        result = run("init", str(tmp_path / name))
        assert result.exit_code == 2
        assert result.output == f"Error: {tmp_path / name} cannot be written (Permission denied); name another folder\n"
    assert [path.name for path in tmp_path.iterdir()] == ["empty"]
    assert not any((tmp_path / "empty").iterdir())


def test_an_installation_without_a_course_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(started, "SHIPPED", tmp_path / "nothing")
    result = run("init", str(tmp_path / "new"))
    assert (result.exit_code, "brings no course" in result.output) == (2, True)
    assert not (tmp_path / "new").exists()


def test_nothing_differs_right_after_the_start(ours: Path) -> None:
    found = compare(ours)
    assert (found.files, found.safety) == ((), ())
    assert "Nothing differs" in run("init", "--compare", str(ours)).output


def edit(path: Path, old: str, new: str) -> None:
    """Change a file that holds the words."""
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def test_what_you_and_we_changed_is_told_apart_and_safety_by_name(ours: Path, shipped: Path) -> None:
    edit(ours / "modules" / "en" / "stress.yml", "stress", "strain")
    edit(shipped / "modules" / "en" / "stress.yml", "stress", "pressure")
    edit(shipped / "modules" / "en" / "anger-management.yml", "anger", "fury")
    edit(shipped / "modules" / "safety.yml", "1-800-662-4357", "1-800-662-0000")
    edit(ours / "modules" / "safety.yml", "title:\n      en: Find treatment", "title:\n      en: Find care")
    (ours / "modules" / "en" / "ours.yml").write_text("id: ours\n")
    (shipped / "modules" / "words.yml").unlink()
    found = compare(ours)
    assert set(found.files) == {
        Change("modules/en/stress.yml", "both", "changed"),
        Change("modules/en/anger-management.yml", "us", "changed"),
        Change("modules/safety.yml", "both", "changed"),
        Change("modules/en/ours.yml", "you", "new"),
        Change("modules/words.yml", "us", "gone"),
    }
    assert set(found.safety) == {
        Change("numbers samhsa", "us", "changed"),
        Change("messages S-SUD-HELP", "you", "changed"),
    }


def test_a_comparison_is_said_plainly_and_writes_nothing(ours: Path, shipped: Path) -> None:
    edit(shipped / "modules" / "safety.yml", "1-800-662-4357", "1-800-662-0000")
    before = {path: path.stat().st_mtime_ns for path in ours.rglob("*")}
    output = run("init", "--compare", str(ours)).output
    assert "Safety messages and phone numbers. Changed by us since you started:\n  numbers samhsa\n" in output
    assert "Files. Changed by us since you started:\n  modules/safety.yml\n" in output
    assert f"The files as they ship now: {shipped}. Nothing was written." in output
    assert output.endswith("Safety words or numbers changed. Read ours first, and take them over.\n")
    assert {path: path.stat().st_mtime_ns for path in ours.rglob("*")} == before


def test_other_ends_of_lines_are_no_change(ours: Path) -> None:
    safety = ours / "modules" / "safety.yml"
    safety.write_bytes(safety.read_bytes().replace(b"\n", b"\r\n"))
    assert compare(ours).files == ()


def test_what_both_changed_alike_is_no_difference() -> None:
    assert list(changes({"a": "1"}, {"a": "2"}, {"a": "2"})) == []
    assert list(changes({"a": "1"}, {}, {"a": "1"})) == [Change("a", "you", "gone")]
    assert list(changes({}, {"a": "1"}, {"a": "2"})) == [Change("a", "both", "new")]


@pytest.mark.parametrize(
    "record", ["", "[]", "{}", '{"version": 1}', '{"version": "1", "files": {"a": 1}, "safety": {}}']
)
def test_a_folder_without_a_record_of_ours_is_refused(record: str, ours: Path) -> None:
    (ours / RECORD).write_text(record)
    with pytest.raises(NotStarted, match="only a course made by `psychoed init` can be compared"):
        compare(ours)


@pytest.mark.parametrize("broken", ["", "numbers: 5\n", "a: [", "messages: {S-X: }\n", "\x00"])
def test_a_broken_safety_file_is_compared_as_a_file(broken: str, ours: Path) -> None:
    (ours / "modules" / "safety.yml").write_text(broken)
    assert Change("modules/safety.yml", "you", "changed") in compare(ours).files


@pytest.mark.parametrize("broken", ["", "a: [", "- a\n", "\x00", "a: &b [*b]\n"])
def test_of_a_safety_file_that_cannot_be_read_nothing_is_said_to_be_gone(broken: str, ours: Path) -> None:
    (ours / "modules" / "safety.yml").write_text(broken)
    output = run("init", "--compare", str(ours)).output
    assert "Your modules/safety.yml cannot be read" in output and "taken out" not in output


def test_a_record_of_a_newer_version_and_one_with_orders_for_the_terminal(ours: Path) -> None:
    record = json.loads((ours / RECORD).read_text("utf-8"))
    (ours / RECORD).write_text(json.dumps({**record, "shape": 2}))
    with pytest.raises(NotStarted, match="by a newer version of psychoed"):
        compare(ours)
    (ours / RECORD).write_text(json.dumps({**record, "version": "\x1b[31m1\n2" + 1000 * "9"}))
    assert compare(ours).since.isprintable() and len(compare(ours).since) < 70


def test_a_film_among_the_lessons_is_not_read(ours: Path) -> None:
    with (ours / "modules" / "film.bin").open("wb") as film:
        film.truncate(50_000_000_000)
    assert Change("modules/film.bin", "you", "new") in compare(ours).files


def test_a_name_that_no_disk_takes_and_a_place_in_our_own_course_are_refused(tmp_path: Path, shipped: Path) -> None:
    assert "cannot be read (File name too long)" in run("init", str(tmp_path / (300 * "x"))).output
    assert "is inside the course that came with psychoed" in run("init", str(shipped / "modules" / "ours")).output
    assert not (shipped / "modules" / "ours").exists()


@pytest.mark.parametrize("name", ["new", "empty"])
def test_somebody_who_stops_it_finds_nothing_half_done(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(self: Path, content: bytes) -> int:
        if self.name == "safety.yml":
            assert name == "empty" or not (tmp_path / "new").exists(), "half a course would stand there after a kill"
            raise KeyboardInterrupt
        return self.open("wb").write(content)

    monkeypatch.setattr(Path, "write_bytes", stopped)
    (tmp_path / "empty").mkdir()
    with pytest.raises(KeyboardInterrupt):
        start(tmp_path / name)
    assert [path.name for path in tmp_path.iterdir()] == ["empty"]
    assert not any((tmp_path / "empty").iterdir())


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    result = run("init", "--compare", str(tmp_path / "no"))
    assert (result.exit_code, result.output) == (2, f"Error: there is no folder {tmp_path / 'no'}\n")


@pytest.mark.slow
def test_the_wheel_brings_the_course_and_starts_one(tmp_path: Path) -> None:
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path / "wheel")]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = (tmp_path / "wheel").glob("*.whl")
    with zipfile.ZipFile(wheel) as packed:
        packed.extractall(tmp_path / "installed")
    ours = tmp_path / "ours"

    def psychoed(*arguments: str, where: Path) -> str:
        # The installed package alone is found; nothing of the checkout is.
        environment = {**os.environ, "PYTHONPATH": str(tmp_path / "installed"), "PYTHONDONTWRITEBYTECODE": "1"}
        command = [sys.executable, "-m", "generator", *arguments]
        done = subprocess.run(command, cwd=where, env=environment, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        return done.stdout + done.stderr

    psychoed("init", str(ours), where=tmp_path)
    assert (ours / "modules" / "course.yml").read_bytes() == (ROOT / "modules" / "course.yml").read_bytes()
    checked = psychoed("--jobs", "1", "check", "--notes", where=ours)
    assert "no errors" in checked and checked.count("local-number-is-there") == 3
    assert "Nothing differs" in psychoed("init", "--compare", ".", where=ours)
    assert json.loads((ours / RECORD).read_text("utf-8"))["version"] != "unknown"

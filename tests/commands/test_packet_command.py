"""The commands `packet` and `workbook`: the same bytes, one sentence for what cannot be, nothing lost on the disk."""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pypdf
import pytest

sys.path.insert(0, str(Path(__file__).parent.parent / "render"))

from generator.order import Place
from tests.conftest import ROOT
from tests.test_build import change
from tests.test_cli import psychoed


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

"""A release: another text has a higher revision, what changed is announced, and older releases can be compared."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from generator.order import Order, Place
from generator.release import manifest, release_course
from tests.test_build import change

NOTE = "changes: [{revision: 2, date: 2026-11-02, what: [wording], note: It is simpler.}]\n"
SAID = (
    "the text is another one than in version 2026.1, and the revision is 1 still; make it 2 and say under `changes`"
    " what changed"
)


@pytest.fixture
def released(tiny: Place) -> Place:
    """The tiny course with a first release."""
    assert release_course(tiny, Order("2026.1", ("web",), jobs=1)).good
    return tiny


def psychoed(place: Place, *said: str) -> Result:
    where = (
        "--course",
        str(place.course),
        "--config",
        str(place.config_file),
        "--site",
        str(place.site),
        "--jobs",
        "1",
    )
    return CliRunner().invoke(main, [*where, *said])


def file_of(place: Place) -> Path:
    return place.course / "en" / "one-thing.yml"


def test_another_text_at_the_same_revision_is_not_released(released: Place) -> None:
    change(file_of(released), "today: Drink a glass of water.", "today: Open a window.")
    result = release_course(released, Order("2026.2", ("web",), jobs=1))
    (problem,) = (one for one in result.problems if one.level == "error")
    assert (problem.path, problem.line, problem.column) == ("tiny/en/one-thing.yml", 3, 11)
    assert (problem.rule, problem.message) == ("revision-rises-with-the-text", SAID)
    assert not (released.site / "2026.2").exists()


def test_the_command_says_so_and_ends_with_1(released: Place) -> None:
    change(file_of(released), "today: Drink a glass of water.", "today: Open a window.")
    done = psychoed(released, "release", "2026.2")
    assert done.exit_code == 1 and SAID in done.stderr and "1 error; nothing was released." in done.stderr


def test_a_lower_revision_is_not_released(tiny: Place) -> None:
    change(file_of(tiny), "revision: 1\n", f"revision: 2\n{NOTE}")
    assert release_course(tiny, Order("2026.1", ("web",), jobs=1)).good
    change(file_of(tiny), f"revision: 2\n{NOTE}", "revision: 1\n")
    result = release_course(tiny, Order("2026.2", ("web",), jobs=1))
    assert "version 2026.1 has revision 2 already; revisions only rise" in [one.message for one in result.problems]


@pytest.mark.parametrize("trees", [("patients",), ("counselors",)])
def test_a_wrong_answer_is_seen_whichever_tree_was_released(tiny: Place, trees: tuple[str, ...]) -> None:
    order = Order("2026.1", ("web",), trees, jobs=1)  # type: ignore[arg-type]
    assert release_course(tiny, order).good
    change(file_of(tiny), "    answer: true\n", "    answer: false\n")
    assert not release_course(tiny, replace(order, version="2026.2")).good


def test_a_comment_and_a_patch_of_an_older_release_ask_for_nothing(released: Place) -> None:
    change(file_of(released), "id: one-thing\n", "# Hello.\nid: one-thing\n")
    for version in ("2026.3", "2026.2"):
        assert release_course(released, Order(version, ("web",), jobs=1)).good


def test_a_release_tells_what_changed_safety_first(released: Place) -> None:
    change(file_of(released), "today: Drink a glass of water.", "today: Open a window.")
    change(file_of(released), "revision: 1\n", f"revision: 2\n{NOTE}")
    change(released.course / "safety.yml", "Do not stop or change the dose on your own.", "Never stop on your own.")
    done = psychoed(released, "release", "2026.2")
    told = done.stdout.partition("What changed since version 2026.1")[2].splitlines()
    assert told == [
        " (psychoed diff 2026.1 2026.2 says it in full):",
        "  - SAFETY: the message “Keep taking your medicines” changed.",
        "  - SAFETY: One thing, revision 2: It is simpler.",
        "  - Throw away all sheets of “One thing” with revision 1, because of safety.",
        "  - Throw away all sheets of “Another thing: “1 < 2” & # more” from version 2026.1 or older (its revision is 1"
        " still), because of safety.",
    ]


def test_the_first_release_and_a_quiet_one_tell_nothing_of_it(tiny: Place) -> None:
    assert "What changed" not in psychoed(tiny, "release", "2026.1").stdout
    assert psychoed(tiny, "--quiet", "release", "2026.2").stdout == ""


def test_two_releases_and_the_files_of_today_are_compared(released: Place) -> None:
    change(file_of(released), "today: Drink a glass of water.", "today: Open a window.")
    change(file_of(released), "revision: 1\n", f"revision: 2\n{NOTE}")
    today = psychoed(released, "diff", "2026.1")
    assert release_course(released, Order("2026.2", ("web",), jobs=1)).good
    both = psychoed(released, "diff", "2026.1", "2026.2", "one-thing")
    assert (today.exit_code, both.exit_code) == (0, 0)
    same = today.stdout.replace("the files of today", "2026.2")
    assert same == both.stdout and "now:    [Open] a [window]." in same
    assert psychoed(released, "diff", "2026.1", "2026.2", "another-thing").stdout.endswith("people read changed.\n")


def test_versions_that_cannot_be_compared_are_said_in_a_sentence(released: Place) -> None:
    assert release_course(released, Order("2026.2", ("web",), jobs=1)).good
    said = {
        ("2025.1",): "there is no version 2025.1 in",
        ("2026.1", "2026.1"): "this is version 2026.1 twice; name another one",
        ("2026.2", "2026.1"): "version 2026.1 is older than 2026.2; write: psychoed diff 2026.1 2026.2",
        ("dev",): "a draft changes with each build; compare from a release on",
        ("spring",): "'spring' is not a version; versions are called as 2026.1",
        ("2026.1", "2026.2", "one-thng"): "neither has a module 'one-thng'; did you mean 'one-thing'?",
        ("2026.1", "--language", "fr"): "'fr' is not in both; languages in both: en",
    }
    for named, sentence in said.items():
        done = psychoed(released, "diff", *named)
        assert done.exit_code == 2 and sentence in " ".join(done.stderr.split()), done.output


def test_a_release_of_before_is_said_to_be_too_old_and_stops_no_release(released: Place) -> None:
    folder = released.site / "2026.1"
    for path in folder.rglob("course.json"):
        path.unlink()
    (folder / "manifest.json").write_bytes(manifest(folder))
    done = psychoed(released, "diff", "2026.1")
    assert done.exit_code == 2 and "version 2026.1 carries no course.json" in done.stderr
    change(file_of(released), "today: Drink a glass of water.", "today: Open a window.")
    told = psychoed(released, "release", "2026.2")
    assert told.exit_code == 0 and "note: what changed cannot be said: version 2026.1 carries no" in told.stdout


@pytest.mark.parametrize("content", [None, b"", b"[]", b'{"files": 1}'])
def test_a_release_that_lost_its_manifest_is_not_compared(released: Place, content: bytes | None) -> None:
    path = released.site / "2026.1/manifest.json"
    path.unlink() if content is None else path.write_bytes(content)
    done = psychoed(released, "diff", "2026.1")
    assert done.exit_code == 2 and "version 2026.1 has lost its manifest" in " ".join(done.stderr.split())


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"{", "cannot be read, so version 2026.1 cannot be compared"),
        (b"[]", "cannot be read, so version 2026.1 cannot be compared"),
        (b'{"format": 2}', "version 2026.1 was built by a newer version of this program"),
    ],
)
def test_a_file_that_cannot_be_read_is_said_in_a_sentence(released: Place, content: bytes, said: str) -> None:
    folder = released.site / "2026.1"
    (folder / "en" / "counselors" / "course.json").write_bytes(content)
    assert "was changed after its release; put it back first" in psychoed(released, "diff", "2026.1").stderr
    (folder / "manifest.json").write_bytes(manifest(folder))
    done = psychoed(released, "diff", "2026.1")
    assert done.exit_code == 2 and said in done.stderr and "Traceback" not in done.output


def test_errors_in_the_files_of_today_end_it_with_1(released: Place) -> None:
    change(file_of(released), "today:", "todday:")
    done = psychoed(released, "diff", "2026.1")
    assert done.exit_code == 1 and "unknown key 'todday'" in done.stderr and done.stdout == ""


def test_what_diff_reads_of_today_is_not_read_again_by_a_build(released: Place) -> None:
    psychoed(released, "build")
    kept = sorted((path, path.stat().st_mtime_ns) for path in (released.kept / "modules" / "dev").rglob("*.json"))
    psychoed(released, "diff", "2026.1", "--format", "json")
    assert kept == sorted((path, path.stat().st_mtime_ns) for path, _ in kept)


def test_json_of_two_releases_is_json_alone(released: Place) -> None:
    assert release_course(released, Order("2026.2", ("web",), jobs=1)).good
    done = psychoed(released, "--quiet", "diff", "2026.1", "2026.2", "--format", "json")
    assert json.loads(done.stdout)["languages"][0]["paper"] == []


def test_a_version_of_somebody_else_gives_the_terminal_no_orders(released: Place) -> None:
    folder = released.site / "2026.1"
    file = folder / "en" / "counselors" / "course.json"
    text = file.read_text("utf-8")
    assert '"One thing"' in text
    file.write_text(text.replace('"One thing"', '"One\\u001b]0;x\\u0007\\u202e thing"'), "utf-8")
    (folder / "manifest.json").write_bytes(manifest(folder))
    done = psychoed(released, "diff", "2026.1")
    assert done.exit_code == 0, done.output
    assert "\\x1b]0;x\\x07\\u202e thing" in done.stdout
    assert not {"\x1b", "\x07", "\u202e"} & set(done.stdout)

"""A release is frozen: later ones stand beside it and leave every byte of it as it was."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.build import build_course
from generator.order import Order, Place
from generator.release import NotReleased, changed_files, release_course
from tests.test_build import change, tree


def release(place: Place, version: str) -> None:
    assert release_course(place, Order(version, ("web",), jobs=1), lambda *_: None).good


def test_a_second_release_leaves_every_byte_of_the_first(tiny: Place) -> None:
    build_course(tiny, Order(formats=("web",), jobs=1))
    release(tiny, "2026.1")
    first = tree(tiny.site / "2026.1")
    assert tree(tiny.site / "latest") == first
    change(tiny.course / "en" / "one-thing.yml", "today: Drink a glass of water.", "today: Open a window.")
    raised = "revision: 2\nchanges: [{revision: 2, date: 2026-11-02, what: [wording], note: It is simpler.}]\n"
    change(tiny.course / "en" / "one-thing.yml", "revision: 1\n", raised)
    release(tiny, "2026.2")
    assert tree(tiny.site / "2026.1") == first
    assert tree(tiny.site / "latest") == tree(tiny.site / "2026.2") != first
    assert changed_files(tiny.site) == ()


def test_versions_json_has_mike_s_shape_newest_first(tiny: Place) -> None:
    build_course(tiny, Order(formats=("web",), jobs=1))
    for version in ("2026.9", "2026.10"):
        release(tiny, version)
    assert json.loads((tiny.site / "versions.json").read_text()) == [
        {"version": "2026.10", "title": "2026.10", "aliases": ["latest"]},
        {"version": "2026.9", "title": "2026.9", "aliases": []},
        {"version": "dev", "title": "dev", "aliases": []},
    ]
    front = (tiny.site / "index.html").read_text(encoding="utf-8")
    assert front.index("2026.10/en/index.html") < front.index("2026.9/en/index.html") < front.index("dev/en/index.html")


def test_nothing_in_the_site_is_a_link(tiny: Place) -> None:
    release(tiny, "2026.1")
    assert not [path for path in tiny.site.rglob("*") if path.is_symlink()]


def test_the_manifest_names_every_file_with_its_digest(tiny: Place) -> None:
    release(tiny, "2026.1")
    listed = json.loads((tiny.site / "2026.1" / "manifest.json").read_text())
    found = {name: digest for name, digest in tree(tiny.site / "2026.1").items() if name != "manifest.json"}
    assert {name: row["sha256"] for name, row in listed["files"].items()} == found
    assert listed["version"] == "2026.1"


@pytest.mark.parametrize(
    ("version", "sentence"),
    [
        ("2026.1", "version 2026.1 is released already and never changes; choose the next number"),
        ("latest", "'latest' is not a version; use a year and a number, as 2026.1"),
        ("../up", "'../up' is not a version; use a year and a number, as 2026.1"),
    ],
)
def test_a_release_is_refused_with_a_sentence(tiny: Place, version: str, sentence: str) -> None:
    release(tiny, "2026.1")
    before = tree(tiny.site)
    with pytest.raises(NotReleased) as refused:
        release_course(tiny, Order(version, ("web",), jobs=1), lambda *_: None)
    assert str(refused.value) == sentence
    assert tree(tiny.site) == before


def test_a_release_changed_by_hand_is_noticed(tiny: Place) -> None:
    release(tiny, "2026.1")
    page = tiny.site / "2026.1/en/index.html"
    page.write_text("changed", encoding="utf-8")
    with pytest.raises(NotReleased) as refused:
        release(tiny, "2026.2")
    assert (
        str(refused.value)
        == "version 2026.1 was changed after its release: en/index.html has other bytes; put it back first"
    )
    assert not Path(tiny.site / "2026.2").exists()


def test_a_course_with_errors_is_not_released(tiny: Place) -> None:
    change(tiny.course / "en" / "one-thing.yml", "today:", "todday:")
    assert not release_course(tiny, Order("2026.1", ("web",), jobs=1), lambda *_: None).good
    assert not (tiny.site / "2026.1").exists()

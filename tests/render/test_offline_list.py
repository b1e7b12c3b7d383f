"""The list of what readers may keep: all that patients' pages need and nothing else, and the same wherever it is built."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from generator.build import build_course, study_course
from generator.course import Build
from generator.inventory import inventory_of
from generator.order import Order, Place
from generator.render.offline import LIST, Listed, digest_of, digests_in, offline_list, usual_ending, worker
from generator.workers import Workers
from tests.test_build import change

WEB = Order(formats=("web",), jobs=1)


def listed(site: Path) -> dict[str, tuple[str, int]]:
    """Path → digest and size, of the pages and what they load."""
    return {path: (digest, size) for path, digest, size in told(site)["files"]}


def told(site: Path) -> dict[str, list[tuple[str, str, int]]]:
    found: dict[str, list[tuple[str, str, int]]] = json.loads((site / "dev" / "en" / LIST).read_bytes())
    return found


def test_the_list_names_all_that_patients_pages_need_and_nothing_else(tiny: Place) -> None:
    assert build_course(tiny, WEB).good
    home = tiny.site / "dev" / "en"
    files = {path.relative_to(home).as_posix(): path.read_bytes() for path in home.rglob("*") if path.is_file()}
    found = listed(tiny.site)
    assert {path: (digest_of(files[path]), len(files[path])) for path in found} == found
    left = {path for path in files.keys() - found.keys() if not path.startswith("counselors/") and "/file/" not in path}
    assert left == {LIST, "worker.js", "sitemap.xml", "course.json"}
    assert not any(path.startswith("counselors/") or "/file/" in path or path.endswith(".pdf") for path in found)
    assert {
        "index.html",
        "help.html",
        "one-thing/every-field.html",
        "search/index.js",
        "assets/frame.js",
    } <= found.keys()
    assert not (home / "counselors" / LIST).exists() and not (home / "counselors" / "worker.js").exists()


def test_an_edit_changes_the_list_as_building_everything_anew_does(tiny: Place, tmp_path: Path) -> None:
    assert build_course(tiny, WEB).good
    before = told(tiny.site)
    change(tiny.course / "en" / "one-thing.yml", "title: One thing", "title: One other thing")
    assert build_course(tiny, WEB).good
    after = told(tiny.site)
    anew = replace(tiny, site=tmp_path / "elsewhere" / "site")
    assert build_course(anew, WEB).good
    assert (anew.site / "dev" / "en" / LIST).read_bytes() == (tiny.site / "dev" / "en" / LIST).read_bytes()
    assert after["digest"] != before["digest"]
    same = {
        path
        for path, digest, _ in map(tuple, after["files"])
        if digests_in(json.dumps(before).encode()).get(path) == digest
    }
    assert {"help.html", "assets/frame.js"} <= same and "one-thing/index.html" not in same


def test_what_was_changed_by_hand_is_not_taken_from_the_old_list(tiny: Place) -> None:
    assert build_course(tiny, WEB).good
    path = tiny.site / "dev" / "en" / LIST
    whole = path.read_bytes()
    path.write_bytes(whole.replace(b'"help.html","', b'"help.html","0'))
    assert build_course(tiny, WEB).good
    assert path.read_bytes() == whole


@pytest.mark.parametrize("editions", [("standard", "large", "copy"), ("large",)])
def test_of_the_sheets_the_usual_print_on_the_first_paper_is_offered(tiny: Place, editions: tuple[str, ...]) -> None:
    with Workers(1) as workers:
        (language,) = study_course(tiny, Order(jobs=1), workers)[0]
        (keepable,) = inventory_of(tiny, language).lists.values()
    assert keepable.sheets and all(path.endswith("-letter.pdf") for path in keepable.sheets)
    assert not any("counselors" in path for path in (*keepable.sheets, *keepable.files))
    build = Build("dev", "", ("a4", "letter"), editions)
    assert usual_ending(build) == ("-a4.pdf" if "standard" in editions else "-a4-large.pdf")


def test_the_order_of_files_does_not_show_and_odd_lists_are_left_aside() -> None:
    one, two = Listed("a.html", "1", 10), Listed("b.html", "2", 20)
    assert offline_list([one, two], []) == offline_list([two, one], [])
    assert offline_list([one], [two]) != offline_list([one, two], [])
    assert digests_in(offline_list([one], [two])) == {"a.html": "1", "b.html": "2"}
    assert [digests_in(odd) for odd in (b"", b"[]", b'{"files": 1}', b'{"files": [[1]], "sheets": []}')] == [{}] * 4


def test_the_worker_is_small_and_knows_the_prefix() -> None:
    file = worker("tiny:")
    assert file.path == "worker.js" and file.content.startswith(b'const PREFIX="tiny:";')
    assert len(file.content) < 2_400

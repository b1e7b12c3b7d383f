"""A build never takes the place of what it did not make."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from generator.build import build_course
from generator.guard import NotOurs
from generator.order import Order, Place
from generator.release import release_course
from tests.test_build import WEB, tree


def somebody_s_folder(site: Path) -> None:
    (site / "dev").mkdir(parents=True)
    (site / "dev" / "thesis.txt").write_text("years of work")


def somebody_s_file(site: Path) -> None:
    site.mkdir()
    (site / "index.html").write_text("my home page")


def a_file_named_dev(site: Path) -> None:
    site.mkdir()
    (site / "dev").write_text("notes")


@pytest.mark.parametrize("put", [somebody_s_folder, somebody_s_file, a_file_named_dev])
def test_a_folder_of_somebody_else_is_left_alone(put: Callable[[Path], None], tiny: Place) -> None:
    put(tiny.site)
    before = tree(tiny.site)
    with pytest.raises(NotOurs, match="holds other things; name an empty folder with --site"):
        build_course(tiny, WEB)
    assert tree(tiny.site) == before


def test_another_s_dev_beside_our_release_is_left_alone(tiny: Place) -> None:
    assert release_course(tiny, Order("2026.1", ("web",), jobs=1)).good
    somebody_s_folder(tiny.site)
    with pytest.raises(NotOurs, match="dev was not made by this program"):
        build_course(tiny, WEB)
    assert (tiny.site / "dev" / "thesis.txt").read_text() == "years of work"


def test_a_link_in_the_place_of_a_version_is_left_alone(tiny: Place, tmp_path: Path) -> None:
    assert build_course(tiny, WEB).good
    (tiny.site / "dev").rename(tmp_path / "moved")
    (tiny.site / "dev").symlink_to(tmp_path / "moved")
    with pytest.raises(NotOurs, match="is a link or a file"):
        build_course(tiny, WEB)
    assert (tmp_path / "moved" / "en" / "index.html").is_file()


def test_a_course_inside_the_site_is_refused(tiny: Place) -> None:
    inside = replace(tiny, site=tiny.course.parent)
    with pytest.raises(NotOurs, match="the course stands inside"):
        build_course(inside, WEB)
    assert (tiny.course / "course.yml").is_file()


def test_what_is_kept_stands_beside_the_site_however_it_is_named(tiny: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    deep = tiny.site.parent / "a" / "b"
    deep.mkdir(parents=True)
    monkeypatch.chdir(deep)
    assert replace(tiny, site=Path("..")).kept == tiny.site.parent / ".psychoed" / "a"


def test_the_site_may_be_a_link_to_a_folder(tiny: Place, tmp_path: Path) -> None:
    (tmp_path / "volume").mkdir()
    tiny.site.symlink_to(tmp_path / "volume")
    assert build_course(tiny, WEB).good
    assert build_course(tiny, WEB).made.made == 0
    assert (tmp_path / "volume" / "dev" / "en" / "index.html").is_file()

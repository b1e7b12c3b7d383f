"""Courses with overlays: pages, sheets and guides show what they say, and only what they touch is made anew."""

from __future__ import annotations

import io
import shutil
from dataclasses import replace
from pathlib import Path

import pypdf
import pytest

from generator.build import build_course, check_course
from generator.order import Order, Place
from generator.packet import Wanted, bind
from tests.conftest import ROOT
from tests.overlays.authored import WEB, choose, copy_of, tree

SHIPPED = tuple(sorted(path.stem for path in (ROOT / "modules" / "overlays").glob("*.yml")))


def test_three_tracks_are_shipped() -> None:
    assert SHIPPED == ("veterans", "women", "young-adults")


@pytest.mark.parametrize("chosen", [*((name,) for name in SHIPPED), SHIPPED], ids="+".join)
def test_with_a_shipped_overlay_the_course_has_no_problem(chosen: tuple[str, ...], tmp_path: Path) -> None:
    place = copy_of(ROOT / "modules", tmp_path)
    choose(place, *chosen)
    told = [problem for problem in check_course(place, WEB).problems if "overlays/" in problem.path]
    assert told == []


def test_an_overlay_that_nobody_chose_changes_no_byte(tiny: Place, tmp_path: Path) -> None:
    bare = replace(tiny, course=tmp_path / "bare" / "tiny", site=tmp_path / "bare" / "site")
    shutil.copytree(tiny.course, bare.course)
    shutil.rmtree(bare.course / "overlays")
    assert build_course(tiny, WEB).good
    assert build_course(bare, WEB).good
    assert tree(tiny.site) == tree(bare.site)


def words(path: Path) -> str:
    if path.suffix == ".pdf":
        read_back = pypdf.PdfReader(io.BytesIO(path.read_bytes()))
        return " ".join(" ".join(page.extract_text() for page in read_back.pages).split())
    return path.read_text("utf-8")


def test_what_an_overlay_says_is_on_every_page_and_sheet_of_the_module(tiny: Place) -> None:
    choose(tiny, "early-risers", more="papers: [letter]\neditions: [standard]\n")
    assert build_course(tiny, Order(jobs=1)).good
    here = tiny.site / "dev" / "en"
    found = {path.relative_to(here).as_posix(): words(path) for path in here.rglob("*") if path.suffix in READ}
    for name in ("another-thing/index.html", "another-thing/print/02-lesson-letter.pdf"):
        assert "Ana’s sunrise" in found[name], name
        assert "Ana’s morning" not in found[name], name
        assert "Mornings are quiet and long." in found[name], name
        assert "A clock that you can hear helps some people." in found[name], name
    assert "Ana’s sunrise" in found["another-thing/file/02-lesson.html"]
    assert any("sunrise" in text for name, text in found.items() if name.startswith("search/"))
    for name in ("counselors/another-thing/index.html", "counselors/another-thing/print/02-guide-letter.pdf"):
        assert "Someone yawns all the time." in found[name], name
        assert "Is five too early?" in found[name], name
        assert "Made for: Early risers" in found[name], name
    assert "A call at six" in found["counselors/one-thing/index.html"]
    assert "Made for: Early risers" in found["about.html"]
    # The pathway has a second lesson now, and the message that came with the overlay stands in it.
    assert "All of it" in found["index.html"]
    assert found["index.html"].index("All of it") < found["index.html"].index("another-thing/index.html")
    assert "Stop if you feel faint." in found["another-thing/index.html"]
    assert not any("yawns" in text for name, text in found.items() if not name.startswith("counselors/"))


READ = (".html", ".pdf", ".json", ".js")


def test_the_shipped_course_shows_a_shipped_overlay_everywhere(tmp_path: Path) -> None:
    place = copy_of(ROOT / "modules", tmp_path)
    choose(place, "women")
    assert build_course(place, Order(formats=("web",))).good
    here = place.site / "dev" / "en"
    for name in ("coping-with-cravings/index.html", "coping-with-cravings/file/02-lesson.html"):
        assert "Tanya at the school gate" in words(here / name), name
        assert "Luis" not in words(here / name), name
    guide = words(here / "counselors" / "coping-with-cravings" / "index.html")
    assert "Read “Tanya at the school gate” out loud" in guide
    assert "Luis" not in guide
    assert "a partner may not know what she said here" in words(here / "counselors" / "stress" / "index.html")
    found = "".join(words(path) for path in (here / "search").iterdir())
    assert "tanya" in found.lower()
    assert "luis" not in found.lower()


def test_a_packet_of_the_shipped_course_shows_a_shipped_overlay(tmp_path: Path) -> None:
    place = copy_of(ROOT / "modules", tmp_path)
    choose(place, "women")
    wanted = Wanted(kind="leader", modules=("coping-with-cravings",), output=tmp_path / "packet.pdf")
    assert bind(place, Order(jobs=1), wanted).good
    printed = words(tmp_path / "packet.pdf")
    assert "Read “Tanya at the school gate” out loud" in printed
    assert "Luis" not in printed


def test_a_discreet_course_does_not_say_whom_it_is_for(tiny: Place) -> None:
    choose(tiny, "early-risers", more="discreet: true\n")
    assert build_course(tiny, WEB).good
    pages = [path.read_text("utf-8") for path in (tiny.site / "dev").rglob("*.html")]
    assert not any("Early risers" in page for page in pages)
    assert any("Made for one group of people" in page for page in pages)


def times(place: Place) -> dict[str, int]:
    return {
        path.relative_to(place.site / "dev").as_posix(): path.stat().st_mtime_ns
        for path in (place.site / "dev").rglob("*")
        if path.is_file()
    }


def test_a_change_in_an_overlay_makes_anew_what_it_touches(tiny: Place, tmp_path: Path) -> None:
    choose(tiny, "early-risers")
    assert build_course(tiny, WEB).good
    before = times(tiny)
    file = tiny.course / "overlays" / "early-risers.yml"
    file.write_text(file.read_text("utf-8").replace("Mornings are quiet", "Evenings are quiet"), "utf-8")
    assert build_course(tiny, WEB).good
    again = {name for name, time in times(tiny).items() if before.get(name) != time}
    assert "en/another-thing/index.html" in again
    assert not any(name.startswith(("en/one-thing/", "en/counselors/one-thing/")) for name in again)
    assert "Evenings are quiet" in (tiny.site / "dev/en/another-thing/index.html").read_text("utf-8")
    fresh = replace(tiny, site=tmp_path / "fresh" / "site")
    assert build_course(fresh, WEB).good
    assert tree(fresh.site) == tree(tiny.site)


def test_taking_an_overlay_away_brings_the_old_pages_back(tiny: Place) -> None:
    assert build_course(tiny, WEB).good
    before = tree(tiny.site)
    choose(tiny, "early-risers")
    assert build_course(tiny, WEB).good
    assert tree(tiny.site) != before
    choose(tiny)
    assert build_course(tiny, WEB).good
    assert tree(tiny.site) == before

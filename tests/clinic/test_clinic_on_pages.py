"""A clinic with everything set: its name, logo, numbers, colours and pages stand on every page that needs them."""

from __future__ import annotations

import html
import json
import re
from dataclasses import replace
from pathlib import Path

import pytest

from generator.build import build_course
from generator.dress.policy import digest_of
from generator.order import Order
from generator.render.one_file import one_file
from generator.study import build_of
from tests.clinic.laid_out import WEB, frame_in, laid_out, module_in, packet_of, page
from tests.conftest import COURSES

EVERY = (
    "index.html",
    "help.html",
    "one-thing/index.html",
    "getting-here.html",
    "counselors/index.html",
    "counselors/one-thing/index.html",
)


@pytest.mark.parametrize("name", EVERY)
def test_every_page_has_logo_on_call_line_and_way_out(name: str, home: Path) -> None:
    text = page(home, name)
    up = "../" * name.removeprefix("counselors/").count("/")
    assert f'<img class="ps-logo" src="{up}assets/logo.svg" alt="Riverside Program">' in text
    assert 'On-call line: <a href="tel:+15550100">555-0100</a> day and night' in text
    assert 'class="ps-leave" href="https://www.weather.gov/forecast"' in text


@pytest.mark.parametrize("name", EVERY)
def test_every_page_wears_the_colours_that_its_policy_lets_it_wear(name: str, home: Path) -> None:
    text = page(home, name)
    (style,) = re.findall(r"<style>(.*?)</style>", text, re.S)
    assert "--ps-teal:#7a1f5c" in style
    policy = html.unescape(re.search(r'Policy" content="([^"]*)"', text)[1])  # type: ignore[index]
    assert f"'sha256-{digest_of(style)}'" in policy


def test_both_trees_have_the_logo_as_it_is(home: Path) -> None:
    logo = (COURSES / "clinic" / "logo.svg").read_bytes()
    assert (
        (home / "assets" / "logo.svg").read_bytes()
        == (home / "counselors" / "assets" / "logo.svg").read_bytes()
        == logo
    )


def test_the_help_page_has_its_own_numbers_right_after_the_crisis_line(home: Path) -> None:
    text = page(home, "help.html")
    sections = re.findall(r'<section id="([a-z-]+)" class="ps-safety', text)
    assert sections[:2] == ["s-crisis", "program"]
    own = text[text.index('<section id="program"') :].partition("</section>")[0]
    assert re.findall(r'href="tel:([+0-9]+)"', own) == ["+15550100", "5550199", "5550155"]
    assert "Call Riverside Program" in own and "Monday to Friday, 8 to 5" in own


def test_its_own_page_is_in_menu_search_sitemap_and_offline_list(home: Path) -> None:
    text = page(home, "getting-here.html")
    assert "<h1>Getting here</h1>" in text and "<strong>bus</strong>" in text
    assert 'Call <a href="tel:5550199">555-0199</a> if you cannot come.' in text
    assert 'href="one-thing/index.html">one thing</a>' in text
    for name, address in (("index.html", "getting-here.html"), ("counselors/index.html", "../getting-here.html")):
        menu = page(home, name).partition('id="ps-menu"')[2].partition("</nav>")[0]
        assert f'<a href="{address}">Getting here</a>' in menu
    assert "getting-here.html" in page(home, "sitemap.xml")
    assert "getting-here.html" in (home / "offline.json").read_text("utf-8")
    found = "".join(path.read_text("utf-8") for path in (home / "search").rglob("*") if path.is_file())
    assert "getting-here.html" in found and "555-0100" in found
    assert "assets/logo.svg" in (home / "offline.json").read_text("utf-8")


def test_leaders_have_the_numbers_where_they_watch_for_risk(home: Path) -> None:
    text = page(home, "counselors/one-thing/index.html")
    chapter = text[text.index('id="watch-for"') :].partition("</section>")[0]
    assert re.findall(r'href="tel:([+0-9]+)"', chapter)[:3] == ["+15550100", "5550199", "5550155"]


def test_home_and_about_say_whose_pages_these_are(home: Path) -> None:
    assert "Riverside Program</p>" in page(home, "index.html")
    assert "These pages come to you from Riverside Program." in page(home, "about.html")


def test_a_lesson_in_one_file_has_numbers_colours_and_name(home: Path) -> None:
    (file,) = (home / "one-thing" / "file").glob("*.html")
    text = file.read_text("utf-8")
    assert text.count('href="tel:+15550100"') == 2 and "--ps-teal:#7a1f5c" in text
    assert "These pages come to you from Riverside Program." in text
    assert "<img" not in text


def test_a_discreet_course_shows_neither_name_nor_logo_at_a_glance(tmp_path: Path) -> None:
    place = laid_out(tmp_path, "discreet: true\n")
    assert build_course(place, WEB).good
    home = place.site / "dev" / "en"
    assert not list(home.rglob("logo.*"))
    for path in home.rglob("*.html"):
        text = path.read_text("utf-8")
        head = text.partition("<header")[0] + text.partition("<header")[2].partition("</header>")[0]
        assert "Riverside" not in re.sub(r"<style>.*?</style>", "", head, flags=re.S), path
        assert "<img" not in text
        assert "getting-here" not in path.name and "getting-here" not in text, path
    assert "Riverside Program" in page(home, "help.html") and "555-0100" in page(home, "index.html")
    assert packet_of(place)["house"] is None
    titles = [re.search(r"<title>(.*?)</title>", path.read_text("utf-8"), re.S) for path in home.glob("*.html")]
    assert not any("Getting" in found[1] for found in titles if found)


def test_words_of_a_clinic_run_nothing(tmp_path: Path) -> None:
    place = laid_out(tmp_path)
    hostile = "\"'><img src=x onerror=alert(1)><script>1</script>"
    clinic = place.course / "clinic.yml"
    text = clinic.read_text("utf-8").replace("name: Riverside Program", f"name: {json.dumps(hostile)}")
    text = text.replace("day and night", json.dumps(hostile)).replace(
        "title: Getting here", f"title: {json.dumps(hostile)}"
    )
    clinic.write_text(text.replace("shown: 555-0100", 'shown: "<b>555\'\\"</b>"'), "utf-8")
    result = build_course(place, WEB)
    assert result.good, result.problems
    for path in (place.site / "dev" / "en").rglob("*.html"):
        text = path.read_text("utf-8")
        assert "<img src=x" not in text and "<script>1" not in text and "<b>555" not in text, path
    (file,) = one_file(module_in(place), frame_in(place), build_of(Order(), frame_in(place).spec))
    assert b"<img src=x" not in file.content


def test_a_number_with_markup_in_it_is_shown_letter_for_letter(tmp_path: Path) -> None:
    odd = "**5** `c` [x](https://e.example/)"
    place = laid_out(tmp_path)
    file = place.course / "clinic.yml"
    text = file.read_text("utf-8")
    assert text.count("shown: 555-0199") == 1
    file.write_text(text.replace("shown: 555-0199", f"shown: '{odd}'"), "utf-8")
    assert build_course(place, WEB).good
    text = page(place.site / "dev" / "en", "getting-here.html")
    assert f'Call <a href="tel:5550199">{odd}</a> if you cannot come.' in text


def test_the_counselors_tree_alone_has_the_logo_and_leads_to_the_pages_elsewhere(tmp_path: Path) -> None:
    place = laid_out(tmp_path)
    assert build_course(place, replace(WEB, trees=("counselors",))).good
    home = place.site / "dev" / "en"
    assert [path.relative_to(home).as_posix() for path in home.rglob("logo.svg")] == ["counselors/assets/logo.svg"]
    assert not list(home.rglob("getting-here.html"))
    assert 'href="https://riverside.example/course/dev/en/getting-here.html"' in page(home, "counselors/index.html")

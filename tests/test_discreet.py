"""A discreet course: addresses, titles, icon and names of files say nothing of what the course is about."""

from __future__ import annotations

import html
import json
import re
import shutil
from pathlib import Path

import pytest

from generator.build import build_course
from generator.frame import interface_strings
from generator.order import Order, Place
from tests.conftest import ROOT

TITLE = re.compile(r"<title>(.*?)</title>", re.S)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped course, discreet."""
    folder = tmp_path_factory.mktemp("discreet")
    shutil.copytree(ROOT / "modules", folder / "modules")
    shutil.copy(ROOT / "mkdocs.yml", folder)
    with (folder / "modules" / "course.yml").open("a", encoding="utf-8") as file:
        file.write("\ndiscreet: true\n")
    place = Place(folder / "modules", folder / "mkdocs.yml", folder / "site")
    result = build_course(place, Order(formats=("web",), jobs=1))
    assert result.good, result.problems
    return place.site


def told(text: str) -> list[str]:
    """The words of substance use, and of the shipped modules' names, in a text."""
    never = interface_strings("en")[0]["never_outside"].split()
    topics = ["addiction", "craving", "stress", "anger", "family", "brain", "coping"]
    starts = tuple(word.removesuffix("-") for word in never if word.endswith("-"))
    words = re.findall(r"[a-z]+", text.lower())
    return [word for word in words if word in never or word.startswith((*starts, *topics))]


def test_no_path_or_anchor_tells(built: Path) -> None:
    paths = [path.relative_to(built).as_posix() for path in built.rglob("*")]
    assert len([path for path in paths if path.endswith(".html")]) > 25
    assert [path for path in paths if told(path)] == []
    for page in built.rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        links = re.findall(r'href="([^"]*)"', text)
        assert [link for link in links if told(link) and not link.startswith("https:")] == [], page


def test_no_title_or_description_tells(built: Path) -> None:
    for page in built.rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        titles = TITLE.findall(text.partition("<body")[0])
        assert len(titles) == 1 and told(html.unescape(titles[0])) == [], (page, titles)
        assert '<meta name="description"' not in text, page


def test_nothing_that_a_browser_keeps_tells(built: Path) -> None:
    for page in (built / "dev").rglob("*.html"):
        prefix = re.search(r'<script data-course="([^"]*)">', page.read_text(encoding="utf-8"))
        assert prefix and re.fullmatch(r"p[0-9a-f]{6}:", prefix[1]), page
    keys = re.findall(r"data-keep=\"([^\"]*)\"", "".join(p.read_text(encoding="utf-8") for p in built.rglob("*.html")))
    assert keys and [key for key in keys if told(json.loads(html.unescape(key))["place"])] == []


def test_the_icon_could_be_anything(built: Path) -> None:
    plain = (ROOT / "site_templates" / "assets" / "icon-plain.svg").read_bytes()
    assert {path.read_bytes() for path in built.rglob("icon.svg")} == {plain}


def test_every_link_still_leads_somewhere(built: Path) -> None:
    for page in (built / "dev").rglob("*.html"):
        for link in re.findall(r'href="([^"#?]+)', page.read_text(encoding="utf-8")):
            if not re.match(r"[a-z]+:", link) and not link.endswith(".pdf"):
                assert (page.parent / link).resolve().is_file(), (page, link)

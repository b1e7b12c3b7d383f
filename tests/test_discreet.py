"""A discreet course: addresses, titles, icon and names of files say nothing of what the course is about."""

from __future__ import annotations

import csv
import html
import json
import re
import shutil
from pathlib import Path

import pypdf
import pytest
import vobject
from click.testing import CliRunner

from generator.build import build_course
from generator.cli import main
from generator.language.strings import interface_strings
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


# ---------- plans, programs, and what counselors hand out ----------

PLANS = ("dev/en/plan.html", "dev/en/counselors/assign.html", "dev/en/counselors/codes.html")
CRISIS = re.compile(r"Need help now\?.*?any time\.", re.S)


def run(folder: Path, *arguments: str) -> str:
    """What a command on the course in a folder prints."""
    place = ("--course", folder / "modules", "--config", folder / "mkdocs.yml", "--site", folder / "site")
    answer = CliRunner().invoke(main, [*map(str, place), *arguments])
    assert answer.exit_code == 0, answer.output
    return answer.output


def programs(built: Path) -> list[Path]:
    return sorted((built / "dev/en/counselors/programs").glob("*.html"))


def test_pages_of_plans_and_programs_are_called_nothing_that_tells(built: Path) -> None:
    assert len(programs(built)) == 3
    for page in programs(built):
        assert re.fullmatch(r"p[0-9a-f]{6}\.html", page.name)
        assert TITLE.findall(page.read_text(encoding="utf-8"))[0] == "Steps – Steps"
    for name in PLANS:
        (title,) = TITLE.findall((built / name).read_text(encoding="utf-8").partition("<body")[0])
        # On a counselor's screen “lesson” and “code” could be of any class; the reader's page says “plan” alone.
        assert title.endswith(" – Steps") and told(title) == []


def test_what_a_page_knows_of_a_plan_tells_nothing(built: Path) -> None:
    for name in PLANS:
        text = (built / name).read_text(encoding="utf-8")
        # The counselors' page shows titles, and finds lessons by them; that stays on the screen.
        known = re.findall(r'\sdata-(?!title|words)[a-z-]+="([^"]*)"', text)
        assert "8RS" in known and any(value.endswith("counselors/codes.html") for value in known)
        assert [value for value in known if told(value)] == [], name
    slips = re.findall(r'data-outside="([^"]*)"', (built / PLANS[1]).read_text(encoding="utf-8"))
    assert {"Lesson 1", "Lesson 5", "Steps"} <= set(slips)


def test_a_slip_and_its_link_tell_nothing(built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    said = run(built.parent, "assign", "stress", "coping-with-cravings")
    (link,) = re.findall(r"Link: +(\S+)", said)
    (file,) = tmp_path.rglob("*.pdf")
    assert told(link) == told(file.relative_to(tmp_path).as_posix()) == []
    sheet = pypdf.PdfReader(file)
    pages = " ".join(page.extract_text() for page in sheet.pages)
    assert "Lesson 3, Lesson 2" in pages
    assert told(CRISIS.sub("", pages)) == told(str(sheet.metadata)) == []


def test_a_calendar_tells_nothing(built: Path, tmp_path: Path) -> None:
    file = tmp_path / "dates.ics"
    run(built.parent, "program", "evenings", "--start", "2026-12-07", "--out", str(file))
    text = file.read_text(encoding="utf-8")
    assert told(text) == []
    called = {entry.summary.value.removesuffix(" (by appointment)") for entry in vobject.readOne(text).vevent_list}
    assert called == {f"Steps, week {week}" for week in range(1, 13)}
    # The page moves the dates of a calendar that stands in it: that one is the same.
    for page in programs(built):
        held = re.findall(r"BEGIN:VCALENDAR.*?END:VCALENDAR", html.unescape(page.read_text(encoding="utf-8")), re.S)
        assert len(held) == 1 and told(held[0]) == [], page


def test_the_table_for_a_spreadsheet_leads_to_addresses_that_tell_nothing(built: Path) -> None:
    files = sorted(built.rglob("*.csv"))
    assert [file.parent.parent.name for file in files] == ["en", "es"]
    for file in files:
        _is_neutral(file)


def _is_neutral(file: Path) -> None:
    assert told(file.name) == []
    with file.open(encoding="utf-8-sig", newline="") as opened:
        rows = list(csv.DictReader(opened))
    addresses = [value for row in rows for value in row.values() if value and value.startswith("http")]
    assert len(addresses) == 5 and [address for address in addresses if told(address)] == []

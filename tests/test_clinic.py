"""A clinic with everything set: what it says stands on pages, sheets, one-file lessons and lists, and nothing else is needed."""

from __future__ import annotations

import hashlib
import html
import io
import json
import re
import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import pypdf
import pypdfium2
import pytest
from PIL import ImageOps

from generator.build import build_course, study_course
from generator.compile import read_module
from generator.dress.policy import digest_of
from generator.engines.pdf import set_sheets
from generator.frame import frame_of, read_shared
from generator.house import name_outside
from generator.load import read_source
from generator.make import Made
from generator.order import Order, Place
from generator.render.one_file import one_file
from generator.render.print.packet import Packet, packet_sheet
from generator.render.print.sheets import sheets
from generator.study import build_of
from generator.workers import Workers
from tests.conftest import COURSES, ROOT

WEB = Order(formats=("web",), jobs=1)


def laid_out(folder: Path, more: str = "") -> Place:
    """The tiny course with the clinic's two files beside it, and `more` lines in the first."""
    shutil.copytree(COURSES / "tiny", folder / "tiny")
    for name in ("clinic.yml", "logo.svg"):
        shutil.copy(COURSES / "clinic" / name, folder / "tiny")
    with (folder / "tiny" / "clinic.yml").open("a", encoding="utf-8") as file:
        file.write(more)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    return Place(folder / "tiny", folder / "mkdocs.yml", folder / "site")


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Place:
    """The clinic's pages, built."""
    found = laid_out(tmp_path_factory.mktemp("clinic"))
    result = build_course(found, WEB)
    assert result.good, result.problems
    assert {problem.rule for problem in result.problems} <= {"lesson-length-is-right"}
    assert result.site_url == "https://riverside.example/course/"
    return found


@pytest.fixture(scope="module")
def home(place: Place) -> Path:
    """The folder of the patients' pages."""
    return place.site / "dev" / "en"


def page(home: Path, name: str) -> str:
    """A page's HTML."""
    return (home / name).read_text("utf-8")


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


def frame_in(place: Place) -> Any:
    """The frame of the course at a place."""
    shared, problems = read_shared(place.course)
    assert shared is not None, problems
    return frame_of(shared, "en")


def module_in(place: Place, name: str = "one-thing") -> Any:
    """A module of the course."""
    source, _ = read_source(place.course, f"en/{name}.yml")
    assert source is not None
    case, _ = read_module(source, frame_in(place))
    assert case is not None
    return case.module


def test_its_papers_editions_title_and_address_are_those_of_every_sheet(place: Place) -> None:
    frame = frame_in(place)
    made = sheets(module_in(place), frame, build_of(Order(), frame.spec))
    assert {sheet.address.rpartition("-a4-")[2] for sheet in made} == {"large.pdf", "large-form.pdf"}
    for sheet in made:
        payload = json.loads(sheet.payload)
        assert [line["shown"] for line in payload["local"]] == ["555-0100", "555-0199", "555-0155"]
        assert payload["parts"][0]["head"]["house"] == "Riverside Program"
        assert payload["parts"][0]["head"]["address"].startswith("riverside.example/course/")
    assert frame.outside_title == "Evening Class"


def printed(place: Place) -> list[str]:
    """What a handout, a poster and a guide say, page after page."""
    frame = frame_in(place)
    build = replace(build_of(Order(), frame.spec), papers=("letter",), editions=("standard",))
    wanted = [
        sheet
        for sheet in sheets(module_in(place), frame, build)
        if re.search(r"(handout|poster|guide)-letter\.pdf$", sheet.address)
    ]
    return ["\f".join(page.extract_text() for page in _pages(file.content)) for file in set_sheets(wanted)]


def _pages(content: bytes) -> Any:
    return pypdf.PdfReader(io.BytesIO(content)).pages


def test_handout_and_poster_have_the_on_call_line_on_every_page_and_no_page_more(place: Place, tiny: Place) -> None:
    ours, bare = printed(place), printed(tiny)
    assert [text.count("\f") for text in ours] == [text.count("\f") for text in bare]
    for text in ours:
        assert all("On-call line: 555-0100" in " ".join(side.split()) for side in text.split("\f"))
    for text in bare:
        # A line to write on, once a sheet; the guide has it beside the signs to watch for, too.
        assert 1 <= text.count("On-call line:") <= 2 and "555-0100" not in text
    assert any("Medical staff: 555-0155" in " ".join(text.split()) for text in ours)


def packet_of(place: Place) -> dict[str, Any]:
    """What the pages around a leader's packet say."""
    frame = frame_in(place)
    sheet = packet_sheet(Packet("leader", (module_in(place),), "a4"), frame, build_of(Order(), frame.spec))
    found: dict[str, Any] = json.loads(sheet.payload)["packet"]
    return found


def test_a_cover_has_the_name_and_the_logo_where_topics_may_be_seen(place: Place, tmp_path: Path) -> None:
    assert packet_of(place)["house"] == "Riverside Program" and packet_of(place)["logo"] is None
    told = laid_out(tmp_path)
    clinic = told.course / "clinic.yml"
    clinic.write_text(clinic.read_text("utf-8").replace("Evening Class", "Evening Class\n  topics: true"), "utf-8")
    assert packet_of(told)["logo"] == (COURSES / "clinic" / "logo.svg").read_text("utf-8")


def test_a_name_that_tells_is_on_no_cover(tmp_path: Path) -> None:
    place = laid_out(tmp_path)
    clinic = place.course / "clinic.yml"
    clinic.write_text(clinic.read_text("utf-8").replace("Riverside Program", "Riverside Recovery"), "utf-8")
    assert name_outside(frame_in(place)) == ""
    assert packet_of(place)["house"] is None


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


CHANGES = (
    ("#7a1f5c", "#0b5c6b", "one-thing/index.html"),
    ("555-0100", "555-0111", "one-thing/index.html"),
    ("weather.gov/forecast", "weather.gov/climate", "counselors/index.html"),
    ("The **bus**", "The **tram**", "getting-here.html"),
)


def test_a_changed_number_reaches_what_is_made_of_a_module_alone(tmp_path: Path) -> None:
    place = laid_out(tmp_path)
    build_course(place, WEB)
    clinic = place.course / "clinic.yml"
    clinic.write_text(clinic.read_text("utf-8").replace("555-0100", "555-0111"), "utf-8")
    build_course(place, WEB)
    (file,) = (place.site / "dev" / "en" / "one-thing" / "file").glob("*.html")
    assert "555-0111" in file.read_text("utf-8") and "555-0100" not in file.read_text("utf-8")


@pytest.mark.parametrize(("old", "new", "name"), CHANGES)
def test_a_change_is_built_and_nothing_built_twice(old: str, new: str, name: str, tmp_path: Path) -> None:
    place = laid_out(tmp_path)
    build_course(place, WEB)
    kept = build_course(place, WEB).made
    assert (kept.made, kept.removed) == (0, 0)
    clinic = place.course / "clinic.yml"
    clinic.write_text(clinic.read_text("utf-8").replace(old, new), "utf-8")
    made: Made = build_course(place, WEB).made
    assert made.made > 0
    text = page(place.site / "dev" / "en", name)
    assert new.replace("**", "").removeprefix("The ") in re.sub("</?strong>", "", text)


def test_a_changed_logo_is_built(tmp_path: Path) -> None:
    place = laid_out(tmp_path)
    build_course(place, WEB)
    logo = place.course / "logo.svg"
    logo.write_text(logo.read_text("utf-8").replace("RP", "PR"), "utf-8")
    build_course(place, WEB)
    assert (place.site / "dev" / "en" / "assets" / "logo.svg").read_bytes() == logo.read_bytes()


def test_a_build_writes_nothing_into_the_course(place: Place, tmp_path: Path) -> None:
    mine = laid_out(tmp_path)

    def state() -> dict[str, tuple[str, int]]:
        return {
            path.relative_to(mine.course).as_posix(): (
                hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else "",
                path.stat().st_mtime_ns,
            )
            for path in (mine.course, *mine.course.rglob("*"))
        }

    before = state()
    folders = [path for path in (mine.course, *mine.course.rglob("*")) if path.is_dir()]
    for folder in folders:
        folder.chmod(0o555)
    try:
        assert build_course(mine, WEB).good
        with Workers(1) as workers:
            assert study_course(mine, WEB, workers)[0]
    finally:
        for folder in folders:
            folder.chmod(0o755)
    assert state() == before


def test_the_languages_of_the_clinic_count(tmp_path: Path) -> None:
    place = laid_out(tmp_path)
    course = place.course / "course.yml"
    course.write_text(course.read_text("utf-8").replace("languages: [en]", "languages: [xx]"), "utf-8")
    shared, problems = read_shared(place.course)
    # course.yml has its own mistake; what the clinic says in its place is what the others are held to.
    assert shared is None
    assert [(problem.path, problem.rule) for problem in problems] == [("tiny/course.yml", "language-is-there")]


LONGEST = "numbers:\n  on_call:\n    shown: 1 (800) 555-0100 extension 12345, pager\n    dial: '18005550100'\n    verified_on: 2026-11-20\n"
LEAST_MARGIN = 18.9  # mm of white below the last line; three quarters of an inch, and what a pixel may take


@pytest.mark.parametrize("clinic", ["numbers:\n", LONGEST], ids=["a line to write on", "the longest number"])
def test_the_foot_of_a_sheet_stays_off_the_edge_of_the_paper(clinic: str, tmp_path: Path) -> None:
    # The shipped course: its crisis line is longer than that of the tests.
    shutil.copytree(ROOT / "modules", tmp_path / "modules")
    (tmp_path / "modules" / "clinic.yml").write_text(clinic, "utf-8")
    place = Place(tmp_path / "modules", ROOT / "mkdocs.yml", tmp_path / "site")
    build = replace(build_of(Order(), frame_in(place).spec), papers=("a4",), editions=("standard", "large"))
    wanted = re.compile(r"(handout|worksheet-1)-a4(-large)?\.pdf$")
    made = sheets(module_in(place, "stress"), frame_in(place), build)
    found = [sheet for sheet in made if wanted.search(sheet.address)]
    assert len(found) == 4
    for file in set_sheets(found):
        assert "On-call line" in " ".join(_pages(file.content)[0].extract_text().split())
        for side in pypdfium2.PdfDocument(file.content):
            drawn = ImageOps.invert(side.render(scale=2).to_pil().convert("L")).point(lambda dark: 255 * (dark > 127))
            assert (drawn.height - drawn.getbbox()[3]) / 2 / 72 * 25.4 >= LEAST_MARGIN, file.path


def test_the_counselors_tree_alone_has_the_logo_and_leads_to_the_pages_elsewhere(tmp_path: Path) -> None:
    place = laid_out(tmp_path)
    assert build_course(place, replace(WEB, trees=("counselors",))).good
    home = place.site / "dev" / "en"
    assert [path.relative_to(home).as_posix() for path in home.rglob("logo.svg")] == ["counselors/assets/logo.svg"]
    assert not list(home.rglob("getting-here.html"))
    assert 'href="https://riverside.example/course/dev/en/getting-here.html"' in page(home, "counselors/index.html")

"""Each tree by itself: nothing of the other, every link alive, the same pages; and back again without a trace."""

from __future__ import annotations

import html
import json
import posixpath
import re
import shutil
from dataclasses import replace
from zipfile import ZipFile

import pytest
from click.testing import CliRunner, Result

from generator.audience import others_in, trees_for, trees_in
from generator.build import build_course
from generator.cli import main
from generator.order import TREES, Order, Place, Tree
from generator.release import release_course
from generator.usb import pack
from tests.conftest import COURSES, ROOT
from tests.test_build import change, tree

WEB = Order(formats=("web",), jobs=1)
ADDRESS = "https://tiny.example/dev/en/"
LINK = re.compile(r'(?<=\s)(href|src|data-[a-z-]+)="([^"#?]*)([^"]*)"')
Files = dict[str, bytes]


def build(place: Place, *trees: Tree, order: Order = WEB) -> Files:
    """Build, and read the version's folder."""
    assert build_course(place, replace(order, trees=trees or TREES)).good
    folder = place.site / order.version
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Place:
    """A copy of the tiny course; nobody changes it."""
    folder = tmp_path_factory.mktemp("audience")
    shutil.copytree(COURSES / "tiny", folder / "tiny")
    return Place(folder / "tiny", ROOT / "mkdocs.yml", folder / "site")


@pytest.fixture(scope="module")
def both(course: Place) -> Files:
    return build(replace(course, site=course.site / "both"))


@pytest.fixture(scope="module")
def counselors(course: Place) -> Files:
    return build(replace(course, site=course.site / "counselors"), "counselors")


@pytest.fixture(scope="module")
def patients(course: Place) -> Files:
    return build(replace(course, site=course.site / "patients"), "patients")


def of_counselors(name: str) -> bool:
    return name.startswith("en/counselors/")


def pages(files: Files) -> dict[str, str]:
    return {name: content.decode() for name, content in files.items() if name.endswith(".html")}


def leading(name: str, address: str) -> str:
    """Where a link of a file leads within the version's folder."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(name), html.unescape(address)))


def test_each_tree_has_its_own_files_and_none_of_the_other(both: Files, counselors: Files, patients: Files) -> None:
    assert set(counselors) == {name for name in both if of_counselors(name)} | {"psychoed.json"}
    assert set(patients) == {name for name in both if not of_counselors(name)}
    assert len(pages(counselors)) > 5 and len(pages(patients)) > 8


def test_counselors_pages_are_the_same_but_for_whole_addresses_of_patients_pages(
    both: Files, counselors: Files
) -> None:
    def whole(name: str, text: str) -> str:
        """The page with whole addresses in the place of those that lead to the other tree."""

        def link(found: re.Match[str]) -> str:
            path = leading(name, found[2])
            is_there = path in both or (path.startswith("en/") and path.endswith(".pdf"))
            is_other = bool(found[2]) and is_there and not of_counselors(path)
            return f'{found[1]}="{ADDRESS}{path.removeprefix("en/")}{found[3]}"' if is_other else found[0]

        return LINK.sub(link, text)

    texts = pages(both)
    for name, content in counselors.items():
        wanted = whole(name, texts[name]).encode() if name in texts else both[name]
        assert content == wanted, name
    assert sum(ADDRESS in text for text in pages(counselors).values()) == len(pages(counselors))


def test_every_link_of_counselors_pages_leads_to_a_file_or_to_the_course_s_address(
    course: Place, counselors: Files
) -> None:
    site = course.site / "counselors"
    lost, beyond = [], set()
    for name, text in pages(counselors).items():
        for attribute, address, _ in LINK.findall(text):
            if attribute.startswith("data"):
                continue
            if re.match(r"(https?|tel|sms|data):", address):
                beyond.add(address)
            elif address and not (site / "dev" / leading(name, address)).resolve().is_file():
                lost.append((name, address))
    # Sheets are not printed here; that they are of this tree is all that can be asked.
    assert [link for link in lost if not (link[1].endswith(".pdf") and of_counselors(leading(*link)))] == []
    web = {address for address in beyond if address.startswith("http")}
    assert {address for address in web if not address.startswith(ADDRESS)} == {"https://www.weather.gov/"}
    for name in ("help.html", "about.html", "glossary.html", "index.html", "one-thing/index.html"):
        assert ADDRESS + name in web
    assert any(address.startswith(ADDRESS) and address.endswith(".pdf") for address in web)


def test_every_link_of_whole_addresses_leads_to_a_page_of_the_patients_tree(counselors: Files, patients: Files) -> None:
    found = {
        html.unescape(address).removeprefix(ADDRESS)
        for text in pages(counselors).values()
        for address in re.findall(r'href="(https://tiny\.example/[^"#]*)', text)
    }
    assert len(found) > 10
    assert [path for path in found if not path.endswith(".pdf") and f"en/{path}" not in patients] == []


def test_patients_pages_are_the_same_but_for_the_link_to_counselors(both: Files, patients: Files) -> None:
    entry = re.compile(
        r'\s*<li><a href="[./]*counselors/index\.html">For counselors</a></li>'
        r'|(?<=data-codes=")counselors/codes\.html(?=")|(?<=data-codes-published=")[^"]*/counselors/codes\.html(?=")'
    )
    for name, content in patients.items():
        if name.endswith("offline.json"):
            paths = [[row[0] for row in json.loads(raw)["files"]] for raw in (content, both[name])]
            assert paths[0] == paths[1]
        elif name.endswith(".html") and entry.search(both[name].decode()):
            squeezed = [re.sub(r"\s+", " ", text) for text in (content.decode(), entry.sub("", both[name].decode()))]
            assert squeezed[0] == squeezed[1], name
        else:
            assert content == both[name], name
    assert [name for name, text in pages(patients).items() if re.search(r'="[^"\s]*counselors', text)] == []
    assert sum(bool(entry.search(text)) for text in pages(both).values()) > 8


def test_a_clinic_says_where_its_counselors_pages_are(tiny: Place) -> None:
    (tiny.course / "clinic.yml").write_text("counselors_url: https://staff.example/group/\n", encoding="utf-8")
    home = build(tiny, "patients")["en/index.html"].decode()
    assert home.count('<a href="https://staff.example/group/">For counselors</a>') == 1
    home = build(tiny)["en/index.html"].decode()
    assert home.count("https://staff.example/group/") == 1 and "counselors/index.html" not in home


def test_back_and_forth_leaves_what_a_fresh_build_makes(
    course: Place, both: Files, counselors: Files, patients: Files
) -> None:
    place = replace(course, site=course.site / "changing")
    for trees, wanted in (
        (TREES, both),
        (("counselors",), counselors),
        (("patients",), patients),
        (TREES, both),
        (("patients",), patients),
        (("counselors",), counselors),
    ):
        assert build(place, *trees) == wanted
    assert build_course(place, replace(WEB, trees=("counselors",))).made.made == 0
    fresh = tree(course.site / "counselors")
    assert tree(place.site) == fresh


def test_printed_sheets_are_made_for_one_audience_alone(tiny: Place) -> None:
    change(tiny.course / "course.yml", "papers: [letter, a4]", "papers: [letter]\neditions: [standard]")
    order = Order(formats=("print",), jobs=1)
    sheets = build(tiny, "counselors", order=order)
    assert any(name.endswith(".pdf") for name in sheets)
    assert [name for name in sheets if name.endswith(".pdf") and not of_counselors(name)] == []
    assert trees_in(tiny.site / "dev") == {"counselors"}
    whole = build(replace(tiny, site=tiny.site.parent / "whole"), order=order)
    assert {name: content for name, content in whole.items() if name in sheets} == sheets
    assert len(whole) > len(sheets)


def test_the_front_page_leads_to_what_is_there(tiny: Place) -> None:
    build(tiny, "counselors")
    front = (tiny.site / "index.html").read_text(encoding="utf-8")
    assert re.findall(r'<a href="([^"]*/[^"]*)"[^>]*>([^<]*)<', front)[0] == (
        "dev/en/counselors/index.html",
        "For counselors: dev (draft), English",
    )
    build(tiny)
    front = (tiny.site / "index.html").read_text(encoding="utf-8")
    assert "dev/en/index.html" in front and "counselors/" not in front


def test_a_release_for_counselors_is_frozen_listed_and_copied_to_latest(tiny: Place) -> None:
    assert release_course(tiny, Order("2026.1", ("web",), ("counselors",), jobs=1)).good
    assert trees_in(tiny.site / "2026.1") == trees_in(tiny.site / "latest") == {"counselors"}
    assert [row["version"] for row in json.loads((tiny.site / "versions.json").read_bytes())] == ["2026.1"]
    home = (tiny.site / "2026.1/en/counselors/index.html").read_text(encoding="utf-8")
    assert 'href="https://tiny.example/2026.1/en/help.html"' in home
    assert "2026.1/en/counselors/index.html" in (tiny.site / "index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("audience", TREES)
def test_the_zip_of_one_tree_starts_in_it_and_holds_no_other(tiny: Place, audience: Tree) -> None:
    built = build(tiny, audience)
    with ZipFile(pack(tiny).file) as opened:
        names = set(opened.namelist())
        start = re.findall(r'<a href="([^"]*/[^"]*)"', opened.read("index.html").decode())[0]
    assert names == {"index.html", "versions.json", *(f"dev/{name}" for name in built)}
    assert start in names and of_counselors(start.removeprefix("dev/")) == (audience == "counselors")


def psychoed(place: Place, *words: str) -> Result:
    where = ("--course", place.course, "--config", place.config_file, "--site", place.site, "--jobs", "1")
    return CliRunner().invoke(main, [*map(str, where), *words])


def test_the_command_says_where_the_tree_is_and_where_its_links_lead(tiny: Place) -> None:
    done = psychoed(tiny, "build", "--only", "web", "--audience", "counselors")
    assert done.exit_code == 0
    assert (
        f"For counselors:  {tiny.site}/dev/en/counselors/index.html" in done.stdout and "For people" not in done.stdout
    )
    assert "links to the pages and sheets of patients lead to https://tiny.example/dev/" in done.stdout
    done = psychoed(tiny, "build", "--only", "web", "--audience", "patients")
    assert f"For people:      {tiny.site}/dev/en/index.html" in done.stdout and "For counselors" not in done.stdout
    assert psychoed(tiny, "build", "--audience", "everybody").exit_code == 2


def test_the_command_names_what_else_would_be_put_on_the_server(tiny: Place) -> None:
    assert release_course(tiny, Order("2026.1", ("web",), jobs=1)).good
    done = psychoed(tiny, "build", "--only", "web", "--audience", "patients")
    said = (
        f"note: 2026.1, course-2026.1.zip, latest in {tiny.site} hold more than the pages of patients; do not put them"
    )
    assert said in done.stdout
    assert "hold" not in psychoed(tiny, "build", "--only", "web").stdout
    assert others_in(tiny, TREES) == () and trees_for(None) == TREES


def test_what_is_no_version_and_no_zip_of_ours_is_named_by_nobody(tiny: Place) -> None:
    build(tiny, "patients")
    (tiny.site / "mine" / "en" / "counselors").mkdir(parents=True)
    (tiny.site / "broken.zip").write_bytes(b"PK")
    with ZipFile(tiny.site / "other.zip", "w") as opened:
        opened.writestr("dev/en/counselors/index.html", "x")
    assert others_in(tiny, ("patients",)) == ()
    assert others_in(replace(tiny, site=tiny.site / "nowhere"), ("patients",)) == ()

"""Patients' pages never hold a facilitator's line or an answer key; and no page asks another host for anything."""

from __future__ import annotations

import html
import json
import re
import shutil
from collections.abc import Callable, Iterator
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import quote
from zipfile import ZipFile

import pytest

from generator.build import build_course
from generator.course import Frame, rich_texts
from generator.frame import frame_of, read_shared
from generator.language.strings import interface_strings
from generator.load import module_names, read_source
from generator.order import Order, Place
from generator.render.questions import question_views
from generator.schema.module import Module
from generator.source import read_yaml
from generator.usb import pack
from generator.validate import validate
from generator.wording import wording
from tests.conftest import ROOT
from tests.told import LONG, Told, leaks, squeezed, told, told_by_files

Files = dict[str, bytes]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped course's pages."""
    place = Place(ROOT / "modules", ROOT / "mkdocs.yml", tmp_path_factory.mktemp("trees") / "site")
    assert build_course(place, Order(formats=("web",))).good
    return place.site / "dev" / "en"


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Place:
    """The shipped course on one paper and in one edition, so that every sheet can be read back."""
    folder = tmp_path_factory.mktemp("alone")
    shutil.copytree(ROOT / "modules", folder / "modules")
    course = folder / "modules" / "course.yml"
    text = course.read_text(encoding="utf-8")
    assert text.count("papers: [letter, a4]") == text.count("editions: [standard, large, copy]") == 1
    text = text.replace("papers: [letter, a4]", "papers: [letter]")
    course.write_text(text.replace("[standard, large, copy]", "[standard]"), encoding="utf-8")
    return Place(folder / "modules", ROOT / "mkdocs.yml", folder / "site")


@pytest.fixture(scope="module")
def patients(place: Place) -> Files:
    """All that a clinic would hand out: the patients' tree, pages and sheets, packed into one zip file."""
    assert build_course(place, Order(trees=("patients",))).good
    with ZipFile(pack(place).file) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


@pytest.fixture(scope="module")
def guides(place: Place, patients: Files) -> Files:
    """The guides and keys as sheets: the counselors' tree of the same course, printed."""
    assert build_course(place, Order("2026.1", ("print",), ("counselors",))).good
    folder = place.site / "2026.1"
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*.pdf")}


@pytest.fixture(scope="module")
def in_patients(patients: Files) -> Told:
    """What the patients' files tell."""
    return told_by_files(patients.items())


@cache
def modules() -> list[Module]:
    found = []
    for name in module_names(ROOT / "modules", "en"):
        source, _ = read_source(ROOT / "modules", name)
        module, problems = validate(read_yaml(source)[0], Module)  # type: ignore[arg-type]
        assert module is not None and problems == ()
        found.append(module)
    return found


@cache
def frame() -> Frame:
    shared, _ = read_shared(ROOT / "modules")
    assert shared
    return frame_of(shared, "en")


@cache
def facilitators() -> list[str]:
    """Every line that is for who leads a group: guides, notes on modules, what all groups share, programs."""
    lines = [line for module in modules() for path, line in wording(module) if path[0] in ("guide", "note")]
    shared = frame()
    beside = (shared.group, *shared.programs)
    kept = (path_line for spec in beside if spec for path_line in wording(spec))
    return [*lines, *(line for path, line in kept if path[0] != "topics" and path[-1] not in ("day", "start", "weeks"))]


@cache
def own() -> Told:
    """All that is written for patients: the rest of the modules, the shared files, the interface."""
    lines = [line for module in modules() for path, line in wording(module) if path[0] not in ("guide", "note")]
    shared = [value for name in ("course.yml", "safety.yml", "sources.yml") for value in strings_in(name)]
    titles = (title for module in modules() for title in (module.title, *(sheet.title for sheet in module.worksheets)))
    # As guides name the sheets to bring, and sheets themselves: “Worksheet 1: My craving card”.
    sheets = [f"{kind} {title}" for title in titles for kind in ("Lesson", "Handout", "Worksheet")]
    return told([*lines, *shared, *sheets, *interface_strings("en")[0].values()])


def strings_in(name: str) -> Iterator[str]:
    source, _ = read_source(ROOT / "modules", name)
    assert source
    document, _ = read_yaml(source)
    waiting: list[object] = [document.value if document else None]
    while waiting:
        value = waiting.pop()
        if isinstance(value, dict):
            waiting += value.values()
        elif isinstance(value, list):
            waiting += value
        elif isinstance(value, str):
            yield value


def words(text: str) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", text)).split())


def test_no_facilitator_line_stands_in_anything_that_patients_get(in_patients: Told) -> None:
    lines, ours = facilitators(), own()
    unique = [line for line in dict.fromkeys(lines) if not ours.has(line)]
    # Long and short ones, and of every source.
    assert len(unique) > 600 and sum(len(squeezed(line)) <= LONG for line in unique) > 60
    kit = frame().group
    assert kit is None or {line for _, line in wording(kit)} & set(unique)
    assert leaks(lines, in_patients, ours) == []


def test_what_patients_get_is_all_of_their_tree(patients: Files) -> None:
    kinds = {Path(name).suffix for name in patients}
    assert kinds >= {".html", ".js", ".json", ".xml", ".pdf", ".svg"}
    ends = ("en/offline.json", "en/sitemap.xml", "en/search/index.js", "en/worker.js", "en/stress/file/03-lesson.html")
    assert [end for end in ends if not any(name.endswith(end) for name in patients)] == []
    assert [name for name in patients if "counselors" in name] == []


def a_long_line() -> str:
    ours = own()
    return next(line for line in facilitators() if 60 < len(line) < 90 and line.isascii() and not ours.has(line))


def a_short_line() -> str:
    ours = own()
    found = (line for line in facilitators() if len(line.split()) == 2 and line.isascii() and not ours.has(line))
    return next(found)


PLANTS: dict[str, Callable[[str], tuple[str, str]]] = {
    "words of a page": lambda line: ("a.html", f"<p>before</p><p>{html.escape(line)}</p>"),
    "words with markup inside": lambda line: ("a.html", f"<p>{line.replace(' ', ' <b>', 1)}</b></p>"),
    "escaped letter by letter": lambda line: ("a.html", f"<p>{''.join(f'&#{ord(letter)};' for letter in line)}</p>"),
    "an attribute": lambda line: ("a.html", f'<p title="{html.escape(line)}">x</p>'),
    "JSON in an attribute": lambda line: ("a.html", f"<p data-x='{html.escape(json.dumps([line]))}'>x</p>"),
    "a comment": lambda line: ("a.html", f"<!-- {line} -->"),
    "a picture in an address": lambda line: (
        "a.html",
        f'<img src="data:image/svg+xml,{quote(f"<svg><text>{line}</text></svg>")}">',
    ),
    "the search": lambda line: ("search/1.js", f'psychoed.parts.find.take("1",{json.dumps([["a", line]])});'),
    "a script with escapes": lambda line: ("a.js", 'x="' + "".join(f"\\u{ord(sign):04x}" for sign in line) + '"'),
    "a list": lambda line: ("offline.json", json.dumps({"files": [line]})),
    "a table": lambda line: ("modules.csv", f'id,"{line}"\r\n'),
}


@pytest.mark.parametrize("plant", PLANTS.values(), ids=PLANTS)
@pytest.mark.parametrize("chosen", [a_long_line, a_short_line])
def test_a_line_that_was_planted_is_found(plant: Callable[[str], tuple[str, str]], chosen: Callable[[], str]) -> None:
    line = chosen()
    name, text = plant(line)
    assert leaks([line], told_by_files([(name, text.encode())]), own()) == [line]


def test_a_guide_among_the_sheets_would_be_found(guides: Files, in_patients: Told) -> None:
    ours, lines = own(), facilitators()
    for module in modules():
        said = [text.words for _, text in rich_texts(module.guide) if len(squeezed(text.words)) > LONG]
        found = leaks(said, told_by_files(guides.items()), ours)
        # Long lines run over pages, with head and foot between.
        assert len(found) > 0.8 * len(said), module.id
    assert len(leaks(lines, told_by_files(guides.items()), ours)) > 600


def test_no_sheet_of_patients_holds_the_key(patients: Files, guides: Files) -> None:
    t, ours = interface_strings("en")[0], own_but_feedback()
    sheets = told_by_files((name, content) for name, content in patients.items() if name.endswith(".pdf"))
    keys = told_by_files(guides.items())
    assert not sheets.has(t["answer_key"]) and squeezed(t["answer_key"]) in keys.whole
    for module in modules():
        feedback = [answer.feedback.words for view in question_views(module, t) for answer in view.answers]
        long = [line for line in feedback if len(squeezed(line)) > LONG and not ours.has(line)]
        assert len(long) > 5
        assert [line for line in long if sheets.has(line)] == []
        assert len([line for line in long if keys.has(line)]) > 0.8 * len(long)


@cache
def own_but_feedback() -> Told:
    """What sheets may say: all that is written for patients but the quiz's feedback."""
    return told(line for module in modules() for path, line in wording(module) if path[0] not in ("guide", "quiz"))


def test_no_page_of_patients_names_the_key(patients: Files) -> None:
    pages = {name: squeezed(content.decode()) for name, content in patients.items() if not name.endswith(".pdf")}
    assert [name for name, text in pages.items() if "answerkey" in text] == []


def test_patients_load_no_script_that_counselors_alone_use(patients: Files) -> None:
    scripts = {
        Path(name).stem: content.decode()
        for name, content in patients.items()
        if "/assets/" in name and name.endswith(".js")
    }
    pages = [content.decode() for name, content in patients.items() if name.endswith(".html")]
    named = {word for page in pages for word in re.findall(r'(?:assets/|data-opens=")([a-z-]+)', page)}
    waiting = sorted(named)
    while waiting:
        for word in re.findall(r'load\("([a-z-]+)"', scripts.get(waiting.pop(), "")):
            if word not in named:
                named.add(word)
                waiting.append(word)
    assert sorted(scripts.keys() - named) == []


def test_every_guide_line_stands_in_the_counselors_tree(built: Path) -> None:
    for module in modules():
        page = squeezed(words((built / "counselors" / module.id / "index.html").read_text(encoding="utf-8")))
        assert [text.words for _, text in rich_texts(module.guide) if squeezed(text.words) not in page] == []


def test_every_page_says_that_it_is_a_draft_and_names_help(built: Path) -> None:
    for path in built.rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        assert "Draft – not yet reviewed by a clinician" in words(text), path
        assert re.search(r'href="(?:[^"]*help\.html|#help)"', text), path
        assert 'href="tel:988"' in text, path


class Asked(HTMLParser):
    """Every address that a page loads by itself."""

    def __init__(self) -> None:
        super().__init__()
        self.addresses: list[str] = []
        self.inline: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        loads = {"link": "href", "script": "src", "img": "src", "iframe": "src", "source": "src", "object": "data"}.get(
            tag
        )
        if loads and given.get(loads):
            self.addresses.append(str(given[loads]))
        self.inline += [name for name in given if name.startswith("on")]
        assert tag != "form", given


def test_no_page_loads_anything_from_another_host(built: Path) -> None:
    for path in built.rglob("*.html"):
        page = Asked()
        page.feed(path.read_text(encoding="utf-8"))
        assert [address for address in page.addresses if "//" in address] == [], path
        assert page.inline == [], path
    for path in built.rglob("*.css"):
        assert not re.search(r"url\(\s*['\"]?(https?:)?//", path.read_text(encoding="utf-8")), path


def test_every_link_within_the_site_leads_somewhere(built: Path) -> None:
    missing = set()
    for path in built.rglob("*.html"):
        for address in re.findall(r'href="([^"#?]+)(?:#[^"]*)?"', path.read_text(encoding="utf-8")):
            if not re.match(r"[a-z]+:", address) and not address.endswith(".pdf"):
                target = (path.parent / html.unescape(address)).resolve()
                if not target.is_file():
                    missing.add(f"{path.relative_to(built)} → {address}")
    assert missing == set()

"""Patients' pages never hold a facilitator's line or an answer key; and no page asks another host for anything."""

from __future__ import annotations

import html
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from generator.build import build_course
from generator.course import rich_texts
from generator.load import module_names, read_source
from generator.order import Order, Place
from generator.schema.module import Module
from generator.source import read_yaml
from generator.validate import validate
from tests.conftest import ROOT


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped course's pages."""
    place = Place(ROOT / "modules", ROOT / "mkdocs.yml", tmp_path_factory.mktemp("trees") / "site")
    assert build_course(place, Order(formats=("web",))).good
    return place.site / "dev" / "en"


def modules() -> list[Module]:
    found = []
    for name in module_names(ROOT / "modules", "en"):
        source, _ = read_source(ROOT / "modules", name)
        module, problems = validate(read_yaml(source)[0], Module)  # type: ignore[arg-type]
        assert module is not None and problems == ()
        found.append(module)
    return found


def words(text: str) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", text)).split())


def squeezed(text: str) -> str:
    return re.sub(r"\W+", "", text).lower()


def test_no_facilitator_line_stands_in_the_patients_tree(built: Path) -> None:
    pages = [
        path
        for path in built.rglob("*")
        if path.suffix in (".html", ".js", ".json", ".xml") and "counselors" not in path.relative_to(built).parts
    ]
    whole = squeezed(" ".join(words(path.read_text(encoding="utf-8")) for path in pages))
    lines = [text.words for module in modules() for _, text in rich_texts(module.guide)]
    patient = squeezed(
        " ".join(text.words for module in modules() for path, text in rich_texts(module) if path[0] != "guide")
    )
    leaked = [
        line for line in lines if len(squeezed(line)) > 25 and squeezed(line) in whole and squeezed(line) not in patient
    ]
    assert leaked == []
    assert "answerkey" not in whole


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

"""A course in two languages, one of which lacks a module: what each reader finds, and that no link is dead."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from urllib.parse import urljoin

import pytest

from generator.build import build_course
from generator.order import Order, Place
from tests.conftest import COURSES, ROOT

HREF = re.compile(r'(?:href|src)="([^"#?]+)')


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Tiny, in English and in Spanish, which has one of its two modules and no words for groups."""
    folder = tmp_path_factory.mktemp("two")
    course = folder / "tiny"
    shutil.copytree(COURSES / "tiny", course)
    file = course / "course.yml"
    file.write_text(
        file.read_text("utf-8")
        .replace("languages: [en]", "languages: [en, es]")
        .replace("papers: [letter, a4]", "papers: [letter]\neditions: [standard]"),
        "utf-8",
    )
    (course / "es").mkdir()
    module = (course / "en" / "another-thing.yml").read_text("utf-8")
    module = re.sub("^title: .*", "title: Otra cosa 1, 2", module, count=1, flags=re.M).replace(
        "    role: course authors\n",
        "    role: course authors\n  translated_by:\n    name: The Psychoed project\n    role: course authors\n",
        1,
    )
    (course / "es" / "another-thing.yml").write_text(module, "utf-8")
    safety = course / "safety.yml"
    safety.write_text(
        safety.read_text("utf-8")
        .replace(
            "      en: Call or text {lifeline} any time.",
            "      en: Call or text {lifeline} any time.\n      es: Llame al {lifeline} a cualquier hora.",
        )
        .replace("      en: Need help now?", "      en: Need help now?\n      es: ¿Necesita ayuda ahora?"),
        "utf-8",
    )
    pages = "pages:\n  - {id: bus, title: El autobús, text: Pare en la puerta., language: es}\n"
    (course / "clinic.yml").write_text(pages, "utf-8")
    shutil.copy(ROOT / "mkdocs.yml", folder / "mkdocs.yml")
    result = build_course(Place(course, folder / "mkdocs.yml", folder / "site"), Order())
    assert [str(problem) for problem in result.problems if problem.level == "error"] == []
    return folder / "site"


def page(site: Path, address: str) -> str:
    return (site / "dev" / address).read_text("utf-8")


def test_every_link_of_every_page_leads_to_a_file(site: Path) -> None:
    pages = sorted(site.rglob("*.html"))
    assert len(pages) > 40
    dead = []
    for file in pages:
        for address in HREF.findall(file.read_text("utf-8")):
            if "://" not in address and not address.startswith(("tel:", "sms:", "data:")):
                target = urljoin(f"/{file.relative_to(site).as_posix()}", address)
                if not (site / target.lstrip("/")).is_file() and not target.endswith("/versions.json"):
                    dead.append((file.relative_to(site).as_posix(), address))
    assert dead == []


def test_both_trees_have_the_same_pages_in_both_languages(site: Path) -> None:
    def pages(language: str) -> set[str]:
        folder = site / "dev" / language
        return {
            file.relative_to(folder).as_posix() for file in folder.rglob("*.html") if "/file/" not in file.as_posix()
        }

    assert pages("en") == pages("es")
    assert "counselors/one-thing/index.html" in pages("es") and "bus.html" in pages("en")


def test_each_page_leads_to_itself_in_the_other_language(site: Path) -> None:
    for language, other, name in (("en", "es", "Español"), ("es", "en", "English")):
        for file in sorted((site / "dev" / language).rglob("*.html")):
            if "/file/" in file.as_posix():
                continue
            text = file.read_text("utf-8")
            (link,) = re.findall(
                r'<nav class="ps-languages".*?<a href="([^"]+)" lang="(\w+)" hreflang="(\w+)".*?</svg>([^<]+)</a></nav>',
                text,
                re.S,
            )
            address = file.relative_to(site / "dev" / language).as_posix()
            assert urljoin(f"/{language}/{address}", link[0]) == f"/{other}/{address}"
            assert link[1:] == (other, other, name)
            assert f'<html lang="{language}"' in text
            assert f'rel="alternate" hreflang="{other}"' in text


def test_a_page_that_is_missing_stands_there_in_the_first_language_with_a_notice(site: Path) -> None:
    for address in (
        "one-thing/index.html",
        "one-thing/every-field.html",
        "counselors/one-thing/index.html",
        "counselors/group.html",
    ):
        text = page(site, f"es/{address}")
        assert 'role="note">Esta página todavía no está en español. La ve en inglés' in text
        assert '<div lang="en" dir="ltr">' in text
    assert "ps-lent" not in page(site, "es/another-thing/index.html").partition("</style>")[2]
    assert "You see it in Spanish" in page(site, "en/bus.html")


def test_lists_say_what_is_in_another_language(site: Path) -> None:
    home = page(site, "es/index.html")
    assert '<h3 lang="en"><a href="one-thing/index.html">One thing</a></h3>' in home and "en inglés" in home
    assert '<h3><a href="another-thing/index.html">Otra cosa 1, 2</a></h3>' in home


def test_a_safety_message_without_a_translation_is_said_in_the_first_language_and_marked(site: Path) -> None:
    lesson = page(site, "es/another-thing/index.html")
    assert "Llame al" in lesson
    assert '<span lang="en" dir="ltr">Do not stop or change the dose on your own.</span>' in lesson


def test_sheets_are_set_once_in_their_own_language(site: Path) -> None:
    sheets = {file.relative_to(site / "dev").as_posix() for file in (site / "dev").rglob("*.pdf")}
    assert any(name.startswith("en/one-thing/print/") for name in sheets)
    assert not any(name.startswith(("es/one-thing/", "es/counselors/one-thing/")) for name in sheets)
    assert any(name.startswith("es/another-thing/print/") for name in sheets)


def test_the_front_page_offers_each_language_in_its_own_words(site: Path) -> None:
    front = (site / "index.html").read_text("utf-8")
    assert '<a href="dev/es/index.html" hreflang="es" lang="es" dir="ltr">dev (borrador), Español</a>' in front
    assert "Escoja una versión" in front and "Choose a version" in front
    assert "Llame al" in front and "Call or text" in front


def test_dates_are_written_as_people_of_the_language_do(site: Path) -> None:
    assert "noviembre de 2027" in page(site, "es/another-thing/index.html")
    assert "November 2027" in page(site, "en/another-thing/index.html")


def test_nothing_is_made_again_when_nothing_changed_and_what_changed_alone_is(site: Path) -> None:
    place = Place(site.parent / "tiny", site.parent / "mkdocs.yml", site)
    assert build_course(place, Order()).made.made == 0
    module = place.course / "es" / "another-thing.yml"
    module.write_text(module.read_text("utf-8").replace("title: Otra cosa 1, 2", "title: Otra cosita 1, 2", 1), "utf-8")
    before = {file: file.read_bytes() for file in (site / "dev" / "en").rglob("*") if file.is_file()}
    assert build_course(place, Order()).made.made > 0
    assert {file: file.read_bytes() for file in (site / "dev" / "en").rglob("*") if file.is_file()} == before


def test_a_course_in_one_language_shows_no_switcher(tiny: Place) -> None:
    assert build_course(tiny, Order(formats=("web",))).good
    text = (tiny.site / "dev" / "en" / "index.html").read_text("utf-8")
    assert '<nav class="ps-languages"' not in text and "alternate" not in text
    assert "<script>" not in (tiny.site / "index.html").read_text("utf-8")

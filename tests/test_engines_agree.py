"""No plugin carries anything that matters, and another engine reads the same pages without loss."""

from __future__ import annotations

import html
import re
import subprocess
import sys
from pathlib import Path

import pytest

from generator.build import build_course
from generator.compile import compile_module
from generator.course import Build
from generator.engines.look import Look, look_of
from generator.engines.site import build_pages, mkdocs_config, write_engine_folder
from generator.frame import frame_of, read_shared
from generator.load import module_names, read_source
from generator.order import Order, Place
from generator.render import COURSE_PAGES
from generator.render.outputs import Page


@pytest.fixture
def patients(tiny: Place) -> tuple[list[Page], Look]:
    """The patients' pages of the tiny course, and their look."""
    shared, _ = read_shared(tiny.course)
    assert shared
    frame, build = frame_of(shared, "en"), Build("dev", "https://tiny.example/", ("letter",))
    sources = [read_source(tiny.course, name)[0] for name in module_names(tiny.course, "en")]
    compiled = [compile_module(source, frame, build) for source in sources if source]
    facts = [one.facts for one in compiled if one.facts]
    pages = [page for one in compiled for page in one.pages] + [
        page for make in COURSE_PAGES for page in make(facts, frame, build)
    ]
    return [page for page in pages if page.tree == "patients"], look_of("patients", tiny.config_file, frame, build)


def test_a_build_runs_without_any_plugin_or_hook(
    tiny: Place, patients: tuple[list[Page], Look], tmp_path: Path
) -> None:
    (tmp_path / "docs").mkdir()
    config = mkdocs_config(patients[1], tmp_path / "docs", tmp_path / "out")
    assert dict(config.plugins) == {}
    assert dict(config.hooks) == {}
    assert build_course(tiny, Order(formats=("web",), jobs=1)).good
    assert (tiny.site / "dev/en/search/index.js").is_file()


def shown(page: str) -> str:
    """The words of a page from its header to its foot, without white space."""
    body = re.sub(r".*?<body|<(script|style)\b.*?</\1>", " ", page, count=1, flags=re.S)
    body = re.sub(r"<(script|style|svg)\b.*?</\1>", " ", body, flags=re.S)
    return "".join(html.unescape(re.sub(r"<[^>]*>", " ", body)).split())


def test_zensical_builds_the_same_pages_without_loss(patients: tuple[list[Page], Look], tmp_path: Path) -> None:
    pages, look = patients
    config = write_engine_folder(pages, (), look, tmp_path / "other")
    zensical = Path(sys.executable).with_name("zensical")
    done = subprocess.run(
        [zensical, "build", "-f", config], cwd=config.parent, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    ours = {file.path: file.content.decode() for file in build_pages(pages, look)}
    for page in pages:
        theirs = (tmp_path / "other" / "site" / page.address).read_text(encoding="utf-8")
        assert shown(page.html) in shown(theirs), page.address
        assert shown(page.html) in shown(ours[page.address]), page.address
        for crumb in (*page.siblings, *page.contents):
            assert html.escape(crumb.title) in theirs or crumb.title in html.unescape(theirs), (page.address, crumb)
        for link in re.findall(r'href="([^"]+\.html[^"]*)"', page.html):
            assert f'href="{link}"' in theirs, (page.address, link)
        assert re.search(r'href="[^"]*help\.html"', theirs), page.address

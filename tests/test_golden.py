"""The golden tree: all that the generator makes of tests/courses/tiny/ before the engines put their frames around it.

`pytest --update-golden` writes it anew; look at the difference before you commit it.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.compile import compile_module
from generator.course import Build
from generator.engines.site import page_source, source_name
from generator.frame import frame_of, read_shared
from generator.load import module_names, read_source
from generator.order import TREES
from generator.render import COURSE_FILES, COURSE_PAGES
from generator.render.outputs import path_of
from generator.render.print.sheets import course_sheets
from generator.render.search import pieces_of, search_files
from tests.conftest import COURSES

GOLDEN = Path(__file__).parent / "golden" / "tiny"


def made() -> dict[str, str]:
    """Every page source, every sheet payload and the whole search of the tiny course, by path."""
    folder = COURSES / "tiny"
    shared, problems = read_shared(folder)
    assert shared and not problems
    frame, build = frame_of(shared, "en"), Build("dev", shared.course.site_url, shared.course.papers)
    sources = [read_source(folder, name)[0] for name in module_names(folder, "en")]
    compiled = [compile_module(source, frame, build) for source in sources if source]
    facts = tuple(one.facts for one in compiled if one.facts)
    pages = [page for one in compiled for page in one.pages] + [
        page for make in COURSE_PAGES for page in make(facts, frame, build)
    ]
    files = {path_of(page.tree, source_name(page)): page_source(page) for page in pages}
    every_sheet = (*(sheet for one in compiled for sheet in one.sheets), *course_sheets(facts, frame, build))
    sheets = [sheet for sheet in every_sheet if sheet.address.endswith("-letter.pdf")]
    files |= {
        f"{path_of(sheet.tree, sheet.address)}.json": json.dumps(
            json.loads(sheet.payload), indent=1, ensure_ascii=False
        )
        + "\n"
        for sheet in sheets
    }
    own = [file for make in COURSE_FILES for file in make(facts, frame, build)]
    # Tables and calendars end their lines as other programs ask for; in the golden tree every line ends alike.
    files |= {file.path: file.content.decode().replace("\r\n", "\n") for file in own}
    found = [file for tree in TREES for file in search_files(tree, pieces_of(pages))]
    files["search.txt"] = "".join(f"{file.path}\n{file.content.decode()}\n" for file in found)
    return files


def test_the_tiny_course_comes_out_as_the_golden_tree(request: pytest.FixtureRequest) -> None:
    files = made()
    if request.config.getoption("--update-golden"):
        for old in [path for path in GOLDEN.rglob("*") if path.is_file()]:
            old.unlink()
        for name, text in files.items():
            (GOLDEN / name).parent.mkdir(parents=True, exist_ok=True)
            (GOLDEN / name).write_text(text, encoding="utf-8")
    expected = {
        path.relative_to(GOLDEN).as_posix(): path.read_text(encoding="utf-8")
        for path in GOLDEN.rglob("*")
        if path.is_file()
    }
    assert files.keys() == expected.keys()
    for name in sorted(files):
        assert files[name] == expected[name], name

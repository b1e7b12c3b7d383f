"""The manual: nothing is missing in it, every link leads somewhere, every example holds."""

from __future__ import annotations

import json
import re
from pathlib import Path

import click
import pytest
from click.testing import CliRunner
from markdown_it import MarkdownIt
from pydantic import BaseModel

from generator.checks import RULES
from generator.cli import main
from generator.described import kind_of
from generator.load import Source
from generator.manual.chapter import chapter
from generator.manual.pages import LIST, NotTheManuals, chapters, write_manual
from generator.manual.reference import FILES
from generator.paths import MANUAL
from generator.schemas import SCHEMAS
from generator.skeleton import KINDS
from generator.source import read_yaml


@pytest.fixture(scope="module")
def manual(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("manual")
    write_manual(folder)
    return folder


def text_of(manual: Path, name: str) -> str:
    return (manual / f"{name}.html").read_text("utf-8")


def ids_in(html: str) -> set[str]:
    return set(re.findall(r'\bid="([^"]+)"', html))


def test_every_file_rule_command_and_kind_has_its_place(manual: Path) -> None:
    assert set(FILES) == set(SCHEMAS)
    assert {path.stem for path in manual.glob("*.html")} >= {*SCHEMAS, *KINDS, "index", "files", "rules", "commands"}
    assert ids_in(text_of(manual, "rules")) >= set(RULES)
    commands = text_of(manual, "commands")
    for name, command in main.commands.items():
        assert f'id="psychoed-{name}"' in commands
        for option in command.params:
            if isinstance(option, click.Option):
                assert option.opts[0] in commands, (name, option.opts)


@pytest.mark.parametrize("group", KINDS)
def test_every_kind_is_shown_with_its_example_and_how_it_looks(manual: Path, group: str) -> None:
    html = text_of(manual, group)
    for model in KINDS[group]:
        assert f"kind: {kind_of(model)}\n" in html, model
    assert html.count("psm-look") == len(KINDS[group])


def keys_below(model: type[BaseModel]) -> set[str]:
    return set(model.model_fields) - {"kind", "root"}


def test_every_key_of_every_file_is_named(manual: Path) -> None:
    for name, model in SCHEMAS.items():
        html = text_of(manual, name)
        assert {key for key in keys_below(model) if f"<code>{key}</code></strong>" not in html} == set(), name


def test_every_link_and_anchor_leads_somewhere(manual: Path) -> None:
    pages = {path.name: path.read_text("utf-8") for path in manual.glob("*.html")}
    for name, html in pages.items():
        for target in re.findall(r'(?:href|src)="([^"]+)"', re.sub(r'<div class="ps psm-look">.*?</div>\n', "", html)):
            if target.startswith(("https://", "tel:", "sms:", "data:")):
                continue
            page, _, anchor = target.partition("#")
            if page.startswith("assets/"):
                assert (manual / page).is_file(), target
                continue
            assert (page or name) in pages, (name, target)
            assert not anchor or anchor in ids_in(pages[page or name]), (name, target)


def test_chapters_have_names_of_their_own() -> None:
    names = [one.name for one in chapters()]
    assert len(names) == len(set(names))
    written = [path.name for path in MANUAL.glob("*.md")]
    assert all(re.fullmatch(r"\d+-[a-z0-9-]+\.md", name) for name in written), written
    assert {re.sub(r"^\d+-|\.md$", "", name) for name in written} <= set(names)


def examples() -> list[tuple[str, str]]:
    found = []
    for path in sorted(MANUAL.glob("*.md")):
        for token in MarkdownIt().parse(path.read_text("utf-8")):
            if token.type == "fence" and token.info.split(" ")[0] == "yaml":
                found.append((f"{path.stem}:{(token.map or [0])[0]}", token.content))
    return found


@pytest.mark.parametrize(("place", "text"), examples(), ids=[place for place, _ in examples()])
def test_every_yaml_example_of_a_written_chapter_can_be_read(place: str, text: str) -> None:
    document, problems = read_yaml(Source(place, text, ""))
    assert document is not None and problems == ()


def test_the_manual_loads_nothing_from_elsewhere_and_the_search_knows_every_chapter(manual: Path) -> None:
    for path in manual.glob("*.html"):
        html = path.read_text("utf-8")
        assert not re.search(r'<(?:script|link|img|iframe)[^>]+(?:src|href)="(?:https?:)?//', html), path
        assert "default-src &#39;none&#39;" in html
    words = (manual / "assets/words.js").read_text("utf-8")
    parts = json.loads(words.removeprefix("window.psychoedManual = ").removesuffix(";\n"))
    assert {part["page"] for part in parts} == {one.name for one in chapters()}


def test_headings_of_one_name_get_anchors_of_their_own() -> None:
    made = chapter("x", "# X\n\n## In `a`\n\none\n\n## In `a`\n\ntwo")
    assert [heading.anchor for heading in made.headings] == ["in-a", "in-a-2"]


def test_an_old_chapter_is_taken_away(manual: Path) -> None:
    (manual / "old.html").write_text("old")
    (manual / "mine.html").write_text("mine")
    with (manual / LIST).open("a") as listed:
        listed.write("old.html\n../manual/mine.html\n")
    write_manual(manual)
    assert not (manual / "old.html").exists()
    assert (manual / "mine.html").read_text() == "mine"
    (manual / "mine.html").unlink()


def test_what_is_not_the_manuals_stays(tmp_path: Path) -> None:
    for name in ("index.html", "keep.html", "assets/logo.png"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("mine")
    with pytest.raises(NotTheManuals, match=r"index\.html is not the manual's"):
        write_manual(tmp_path)
    (tmp_path / "index.html").unlink()
    write_manual(tmp_path)
    write_manual(tmp_path)
    assert [(tmp_path / name).read_text() for name in ("keep.html", "assets/logo.png")] == ["mine", "mine"]


def test_the_command_leaves_a_folder_that_holds_other_things(tmp_path: Path) -> None:
    (tmp_path / "write-a-module.html").write_text("mine")
    done = CliRunner().invoke(main, ["manual", "--out", str(tmp_path)])
    assert done.exit_code == 2
    assert "holds something else already" in done.output
    assert [path.name for path in tmp_path.iterdir()] == ["write-a-module.html"]

"""A new module is valid as it comes, holds every kind, and stands on the list; nothing is overwritten."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.build import build_course, check_course
from generator.cli import main
from generator.course_list import list_module
from generator.load import Source
from generator.new import NotNew, start_module
from generator.order import Order, Place
from generator.problems import Problem
from generator.schema.module import Module
from generator.skeleton import KINDS, kinds, quoted
from generator.source import read_yaml
from tests.conftest import ROOT

TODAY = date(2026, 11, 22)


@pytest.fixture
def shipped(tmp_path: Path) -> Place:
    shutil.copytree(ROOT / "modules", tmp_path / "modules")
    shutil.copy(ROOT / "mkdocs.yml", tmp_path / "mkdocs.yml")
    # One paper and one edition will do here; other tests set them all.
    course = tmp_path / "modules/course.yml"
    few = course.read_text("utf-8").replace("papers: [letter, a4]", "papers: [letter]")
    course.write_text(few.replace("editions: [standard, large, copy]", "editions: [standard]"), "utf-8")
    return Place(tmp_path / "modules", tmp_path / "mkdocs.yml", tmp_path / "site")


def alarms(place: Place) -> list[Problem]:
    """Errors and warnings; that a module is not translated yet is a note."""
    return [problem for problem in check_course(place, Order(jobs=1, today=TODAY)).problems if problem.level != "note"]


def run(place: Place, *words: str) -> Result:
    return CliRunner().invoke(main, ["--course", str(place.course), "new", "module", *words])


def test_a_new_module_has_no_error_and_no_warning_and_becomes_pages_and_sheets(shipped: Place) -> None:
    assert alarms(shipped) == []
    made = run(shipped, "sleep-and-rest", "--title", "Sleep and rest")
    assert made.exit_code == 0, made.output
    assert alarms(shipped) == []
    result = build_course(shipped, Order(jobs=1))
    assert result.good
    pages = shipped.site / "dev/en/sleep-and-rest"
    assert {"index.html", "first-sheet.html", "second-sheet.html"} <= {path.name for path in pages.iterdir()}
    assert "Sleep and rest" in (pages / "index.html").read_text("utf-8")
    assert len(list(pages.glob("print/06-*-letter.pdf"))) >= 6
    assert (shipped.site / "dev/en/counselors/sleep-and-rest/print/06-guide-letter.pdf").exists()


@pytest.mark.parametrize("group", KINDS)
def test_every_kind_stands_there_as_an_example_or_as_a_note(shipped: Place, group: str) -> None:
    start_module(shipped.course, "sleep-and-rest", None, None, TODAY)
    lines = (shipped.course / "en/sleep-and-rest.yml").read_text("utf-8").splitlines()
    there = [line.strip().lstrip("# ") for line in lines]
    for kind in kinds(group):
        assert f"- kind: {kind}" in there, kind


def test_notes_that_lose_their_sign_are_valid_too(shipped: Place) -> None:
    start_module(shipped.course, "sleep-and-rest", None, None, TODAY)
    file = shipped.course / "en/sleep-and-rest.yml"
    kept: list[str] = []
    for line in file.read_text("utf-8").splitlines():
        is_note = line.startswith("  # - kind:") or (line.startswith("  #   ") and kept and kept[-1].startswith("  "))
        kept.append(line.replace("# ", "", 1) if is_note else line)
    document, problems = read_yaml(Source("x.yml", "\n".join(kept), ""))
    assert document is not None and problems == ()
    found = {item["kind"] for item in document.value["pictures"]}
    assert found == set(kinds("pictures"))
    assert {item["kind"] for item in document.value["quiz"]} == set(kinds("questions"))
    with pytest.raises(ValueError, match="quiz"):
        # Seven questions are more than a quiz has: what the note is for, is to be put in another one's place.
        Module.model_validate(document.value)


def test_a_planned_module_brings_its_title_its_messages_and_leaves_the_plan(shipped: Place) -> None:
    before = (shipped.course / "course.yml").read_text("utf-8").splitlines()
    made = run(shipped, "overdose-safety")
    assert "took it out of `planned`" in made.stdout
    after = (shipped.course / "course.yml").read_text("utf-8").splitlines()
    assert [line for line in after if line not in before] == ["  - overdose-safety"]
    assert all("overdose-safety" in line for line in before if line not in after)
    text = (shipped.course / "en/overdose-safety.yml").read_text("utf-8")
    assert "title: Preventing overdose and using naloxone" in text
    assert "S-NALOXONE" in next(line for line in text.splitlines() if line.startswith("safety:"))


def test_every_planned_module_of_the_course_can_be_started(shipped: Place) -> None:
    document, _ = read_yaml(Source("course.yml", (shipped.course / "course.yml").read_text("utf-8"), ""))
    assert document is not None
    planned = tuple(document.value["planned"])
    assert len(planned) > 20
    for name in planned:
        start_module(shipped.course, name, None, None, TODAY)
    after, problems = read_yaml(Source("course.yml", (shipped.course / "course.yml").read_text("utf-8"), ""))
    assert after is not None and problems == ()
    assert after.value["modules"][-len(planned) :] == planned and not after.value.get("planned")


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("stress", "is there already; choose another name"),
        ("Sleep & Rest.yml", "'sleep-rest' would do"),
        ("../away", "'away' would do"),
        ("9", "small letters, digits and hyphens"),
        ("a" * 61, "at most 60 of them"),
    ],
)
def test_a_name_that_cannot_be_is_one_sentence_and_nothing_is_written(shipped: Place, name: str, said: str) -> None:
    before = {path: path.read_bytes() for path in shipped.course.rglob("*") if path.is_file()}
    made = run(shipped, name)
    assert (made.exit_code, said in made.stderr) == (2, True), made.output
    assert {path: path.read_bytes() for path in shipped.course.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize(
    ("language", "said"), [("es", "psychoed translate"), ("../x", "is no language"), ("overlays", "is no language")]
)
def test_another_language_is_a_translation(shipped: Place, language: str, said: str) -> None:
    made = run(shipped, "sleep-and-rest", "--language", language)
    assert (made.exit_code, said in made.stderr) == (2, True)


def test_a_listed_module_without_a_file_and_a_broken_course_are_sentences(shipped: Place) -> None:
    (shipped.course / "en/stress.yml").unlink()
    assert "lists 'stress' already" in run(shipped, "stress").stderr
    (shipped.course / "course.yml").write_text("id: [")
    assert "modules/course.yml:2:1" in run(shipped, "sleep").stderr
    (shipped.course / "course.yml").unlink()
    assert "there is no such file" in run(shipped, "sleep").stderr


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("modules: [a, b] # c\n", "modules: [a, b, new] # c\n"),
        ("modules: [a,\n  b]\n", "modules: [a,\n  b, new]\n"),
        ("modules:\n- a\n- 'b' # c\n# d\nx: 1\n", "modules:\n- a\n- 'b' # c\n- new\n# d\nx: 1\n"),
        ("modules:\n  - a", "modules:\n  - a\n  - new\n"),
        ("modules: [a]\nplanned:\n  new: New\n", "modules: [a, new]\n"),
        ("modules: [a]\nplanned:\n  # one\n  new:\n    en: New\n    es: >-\n      Nuevo\n      y más\n  # two\n  c: C\n",
         "modules: [a, new]\nplanned:\n  # one\n  # two\n  c: C\n"),
    ],
)  # fmt: skip
def test_the_rest_of_course_yml_stays_as_it_is(before: str, after: str) -> None:
    listed = list_module(before, "new")
    assert listed is not None and listed.text == after


@pytest.mark.parametrize(
    "text", ["modules: []\n", "modules: [a]\nplanned: {new: New, c: C}\n", "x: 1\n", "modules: a\n"]
)
def test_what_cannot_be_changed_safely_is_left_to_a_person(text: str) -> None:
    assert list_module(text, "new") is None


@pytest.mark.parametrize("title", ["Plain", "Sleep: why", "- x", "No", "true", "12:30", "It’s “fine”", "a # b", "'q'"])
def test_any_title_comes_out_as_itself(title: str) -> None:
    document, problems = read_yaml(Source("x", f"title: {quoted(title)}\n", ""))
    assert document is not None and problems == () and document.value == {"title": title}


def test_titles_that_cannot_be_shown_are_refused(shipped: Place) -> None:
    with pytest.raises(NotNew, match="one line of words"):
        start_module(shipped.course, "sleep", "two\nlines", None, TODAY)


def broken(place: Place, name: str, old: str, new: str) -> None:
    file = place.course / name
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")


@pytest.mark.parametrize(
    ("name", "old", "new", "said"),
    [
        ("course.yml", "languages: [en]", "languages: [../x]", "tiny/course.yml:5:13: error: an item of 'languages'"),
        (
            "course.yml",
            "languages: [en]",
            "languages: {en: 1}",
            "tiny/course.yml:5:12: error: 'languages' should be a list",
        ),
        (
            "course.yml",
            "languages: [en]",
            "languages: [en]\nplanned: [sleep]",
            "tiny/course.yml:6:10: error: 'planned'",
        ),
        (
            "safety.yml",
            "everywhere: S-CRISIS",
            "everywhere: 1",
            "tiny/safety.yml:2:13: error: 'everywhere' should be text",
        ),
        ("safety.yml", "messages:\n", "messages: 1\nx:\n", "tiny/safety.yml:"),
    ],
)
def test_a_course_file_of_another_form_is_told_and_nothing_is_written(
    tiny: Place, name: str, old: str, new: str, said: str
) -> None:
    broken(tiny, name, old, new)
    before = {path: path.read_bytes() for path in tiny.course.parent.rglob("*") if path.is_file()}
    made = run(tiny, "sleep")
    assert made.exit_code == 2, made.output
    assert said in made.output
    assert "mend that first" in made.output
    assert {path: path.read_bytes() for path in tiny.course.parent.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize("name", ["con", "nul", "com1", "index", "search", "group"])
def test_a_name_that_no_page_can_have_is_refused(tiny: Place, name: str) -> None:
    made = run(tiny, name)
    assert made.exit_code == 2
    assert f"as my-{name}" in made.output


def test_a_file_that_differs_by_capitals_alone_is_in_the_way(tiny: Place) -> None:
    (tiny.course / "en" / "Sleep.yaml").write_text("x", "utf-8")
    made = run(tiny, "sleep")
    assert made.exit_code == 2
    assert "en/Sleep.yaml is there already" in made.output


def test_a_folder_that_leads_out_of_the_course_gets_no_module(tiny: Place, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    (tiny.course / "en").rename(outside)
    (tiny.course / "en").symlink_to(outside)
    made = run(tiny, "sleep")
    assert made.exit_code == 2
    assert "leads out of the course's folder" in made.output
    assert not (outside / "sleep.yml").exists()


def test_a_title_with_signs_of_yaml_is_held(tiny: Place) -> None:
    title = "No: \"a\" #b {c} 'd'"
    assert run(tiny, "sleep", "--title", title).exit_code == 0
    document, problems = read_yaml(Source("x", (tiny.course / "en/sleep.yml").read_text("utf-8"), ""))
    assert document and not problems
    assert document.value["title"] == title
    assert document.value["guide"]["materials"][0]["item"] == f"Lesson handout “{title}”"


def test_a_module_is_made_where_the_help_for_editors_cannot_be(tiny: Place) -> None:
    (tiny.course.parent / ".vscode").write_text("mine", "utf-8")
    made = run(tiny, "sleep")
    assert made.exit_code == 0, made.output
    assert "note: the help for editors could not be written" in made.output
    assert (tiny.course / "en/sleep.yml").is_file()


def test_a_list_behind_a_link_is_changed_where_it_stands(tiny: Place) -> None:
    listed = tiny.course / "course.yml"
    listed.rename(tiny.course / "real.txt")
    listed.symlink_to("real.txt")
    assert run(tiny, "sleep").exit_code == 0
    assert listed.is_symlink()
    assert "another-thing, sleep]" in (tiny.course / "real.txt").read_text("utf-8")

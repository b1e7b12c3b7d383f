"""course.json: a documented shape, the same bytes for the same course, and nothing of the counselors' in the patients'."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from click.testing import CliRunner
from pydantic import BaseModel

from generator.build import build_course
from generator.cli import main
from generator.history import shape
from generator.history.shape import CourseFile, ModuleEntry
from generator.load import read_source
from generator.make import Made
from generator.order import Order, Place
from generator.render.course_json import COUNSELORS_ALONE
from generator.schema.module import Module
from generator.source import read_yaml
from generator.validate import validate
from generator.wording import one_line, wording
from tests.conftest import COURSES, ROOT
from tests.test_build import change

WEB = Order(formats=("web",), jobs=1)
TREES = {"patients": "course.json", "counselors": "counselors/course.json"}


def built(place: Place, order: Order = WEB) -> dict[str, bytes]:
    """The files of the first language, by tree."""
    result = build_course(place, order)
    assert result.good, result.problems
    return {tree: (place.site / order.version / "en" / name).read_bytes() for tree, name in TREES.items()}


@pytest.fixture(scope="module")
def tiny_files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    folder = tmp_path_factory.mktemp("json")
    shutil.copytree(COURSES / "tiny", folder / "tiny")
    return built(Place(folder / "tiny", ROOT / "mkdocs.yml", folder / "site"))


def read(content: bytes) -> CourseFile:
    return CourseFile.model_validate_json(content)


def test_the_files_fit_the_schema_that_is_printed(tiny_files: dict[str, bytes]) -> None:
    done = CliRunner().invoke(main, ["schema", "course-json"])
    schema = json.loads(done.stdout)
    jsonschema.Draft202012Validator.check_schema(schema)
    for content in tiny_files.values():
        jsonschema.Draft202012Validator(schema).validate(json.loads(content))
    broken = json.loads(tiny_files["patients"])
    del broken["modules"][0]["digests"]
    assert not jsonschema.Draft202012Validator(schema).is_valid(broken)


def test_the_files_hold_no_key_that_is_not_documented(tiny_files: dict[str, bytes]) -> None:
    for content in tiny_files.values():
        assert json.loads(read(content).model_dump_json()) == json.loads(content)


def models() -> Iterator[type[BaseModel]]:
    yield from (
        thing
        for thing in vars(shape).values()
        if isinstance(thing, type) and issubclass(thing, shape.Shape) and thing is not shape.Shape
    )


@pytest.mark.parametrize("model", list(models()), ids=lambda model: model.__name__)
def test_every_part_says_what_it_is(model: type[BaseModel]) -> None:
    assert model.__doc__ and model.__doc__.strip().endswith(".")


def test_patients_find_no_answer_no_feedback_and_no_guide(tiny_files: dict[str, bytes]) -> None:
    patients, counselors = read(tiny_files["patients"]), read(tiny_files["counselors"])
    for module, other in zip(patients.modules, counselors.modules, strict=True):
        assert all(question.answers is None for question in module.questions)
        assert [question.choices for question in module.questions] == [one.choices for one in other.questions]
        assert not {text.key.partition("/")[0] for text in module.texts} & COUNSELORS_ALONE
        assert (module.needs, module.changes) == ((), ())
        feedback = {answer.feedback for question in other.questions for answer in question.answers or ()}
        assert feedback and not [text for text in feedback if text in tiny_files["patients"].decode()]
    assert patients.planned == ()


def module_of(name: str) -> Module:
    source, _ = read_source(COURSES / "tiny", f"en/{name}.yml")
    assert source
    document, _ = read_yaml(source)
    assert document
    module, _ = validate(document, Module)
    assert module
    return module


def test_counselors_find_every_text_of_a_module(tiny_files: dict[str, bytes]) -> None:
    for entry in read(tiny_files["counselors"]).modules:
        there = {one_line(text.text) for text in entry.texts}
        said = {text for path, text in wording(module_of(entry.id)) if path[0] not in ("review", "changes", "note")}
        assert said - there == set()


def test_markup_stands_in_the_html_alone(tiny_files: dict[str, bytes]) -> None:
    texts = [text for module in read(tiny_files["patients"]).modules for text in module.texts]
    marked = [text for text in texts if text.html]
    assert marked and any('href="term:thing"' in (text.html or "") for text in marked)
    assert not [text for text in texts if "](" in text.text or "**" in text.text]


def test_the_same_course_makes_the_same_bytes_elsewhere(tiny: Place, tiny_files: dict[str, bytes]) -> None:
    assert built(tiny) == tiny_files


def test_a_build_with_nothing_to_do_does_not_touch_it(tiny: Place) -> None:
    built(tiny)
    assert build_course(tiny, WEB).made == Made(0, build_course(tiny, WEB).made.kept, 0)


def test_an_edit_makes_it_anew_as_building_everything_does(tiny: Place, tmp_path: Path) -> None:
    before = built(tiny)
    change(tiny.course / "en" / "one-thing.yml", "title: One thing", "title: One other thing")
    after = built(tiny)
    anew = built(replace(tiny, site=tmp_path / "elsewhere" / "site"))
    assert after == anew and after["patients"] != before["patients"]
    old, new = read(before["counselors"]), read(after["counselors"])
    untouched = {module.id: module for module in old.modules}["another-thing"]
    assert {module.id: module for module in new.modules}["another-thing"] == untouched


@pytest.mark.parametrize("content", [b"", b"{}", b"[]", b'{"patients": 5}', b'{"patients": "x", "counselors": "y"}'])
def test_entries_that_were_kept_and_are_broken_are_made_again(tiny: Place, content: bytes) -> None:
    before = built(tiny)
    kept = list((tiny.kept / "modules").rglob("*.parts"))
    assert len(kept) == 2
    for path in kept:
        path.write_bytes(content)
    for name in TREES.values():
        (tiny.site / "dev" / "en" / name).unlink()
    assert built(tiny) == before


def test_a_tree_that_is_built_alone_has_its_own_file_alone(tiny: Place, tiny_files: dict[str, bytes]) -> None:
    assert build_course(tiny, replace(WEB, trees=("patients",))).good
    folder = tiny.site / "dev" / "en"
    assert not (folder / "counselors").exists()
    alone = read((folder / "course.json").read_bytes())
    assert alone == read(tiny_files["patients"])


def test_a_module_that_is_not_translated_stands_there_in_its_own_language(tiny: Place) -> None:
    change(tiny.course / "course.yml", "languages: [en]", "languages: [en, es]")
    (tiny.course / "es").mkdir()
    module = (tiny.course / "en" / "another-thing.yml").read_text("utf-8")
    by = "    role: course authors\n"
    module = module.replace(by, f"{by}  translated_by:\n    name: The Psychoed project\n{by}", 1)
    (tiny.course / "es" / "another-thing.yml").write_text(module, "utf-8")
    safety = tiny.course / "safety.yml"
    change(
        safety,
        "      en: Call or text {lifeline} any time.",
        "      es: Llame al {lifeline}.\n      en: Call {lifeline}.",
    )
    change(safety, "      en: Need help now?", "      en: Need help now?\n      es: ¿Necesita ayuda?")
    built(tiny)
    found = read((tiny.site / "dev" / "es" / "course.json").read_bytes())
    assert {module.id: module.language for module in found.modules} == {"one-thing": "en", "another-thing": "es"}
    assert (found.course.language, found.course.languages) == ("es", ("en", "es"))


def entry(place: Place) -> ModuleEntry:
    return {module.id: module for module in read(built(place)["counselors"]).modules}["one-thing"]


@pytest.mark.parametrize(
    ("old", "new", "same"),
    [
        ("id: one-thing\n", "# A comment.\nid: one-thing\n", True),
        (
            "revision: 1\n",
            "revision: 2\nchanges: [{revision: 2, date: 2026-11-02, what: [guide], note: Shorter.}]\n",
            True,
        ),
        ("main_message: You", "main_message: Each of you", False),
    ],
)
def test_a_digest_is_of_the_text_alone(tiny: Place, old: str, new: str, same: bool) -> None:
    before = entry(tiny).digests
    text = (tiny.course / "en" / "one-thing.yml").read_text("utf-8")
    assert old in text, text[:600]
    change(tiny.course / "en" / "one-thing.yml", old, new)
    after = entry(tiny).digests
    assert [before.here == after.here, before.file == after.file, before.reviewed == after.reviewed] == [same] * 3


def test_a_course_that_has_overlays_keeps_the_digest_of_its_own_files(tiny: Place) -> None:
    before = entry(tiny).digests
    found: dict[str, Any] = {path.stem: path for path in (tiny.course / "overlays").glob("*.yml")}
    clinic = tiny.course / "clinic.yml"
    own = clinic.read_text("utf-8") if clinic.exists() else ""
    assert found and "overlays:" not in own
    clinic.write_text(f"{own}overlays: [{', '.join(found)}]\n", "utf-8")
    after = entry(tiny).digests
    assert before.file == after.file

"""The text that a reviewer signs: every key of the schema either is part of it or is not, and a list says which."""

from __future__ import annotations

import dataclasses
import typing
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest
from pydantic import BaseModel

from generator.course import Frame
from generator.load import Source
from generator.reviews.text import BESIDE, LAYOUT, code_of, is_code_of, signed_text, text_digest, text_lines
from generator.schema.module import Module
from generator.source import read_yaml
from generator.text import RichText
from generator.validate import validate
from tests.conftest import COURSES
from tests.render.printed import TINY, module_in, tiny_frame

READ = {
    "Adaptations": "family low_literacy mandated one_to_one spanish telehealth",
    "Agreement": "closing hint id kind label statements",
    "Card": "kind lines title",
    "CardLine": "id label",
    "Checklist": "hint id items kind label other",
    "Column": "holds id label options",
    "CouldHelp": "ask id ideas kind objective",
    "Cycle": "alt caption id kind parts title way_out",
    "Guide": "adaptations before_group do_not fidelity goal if_asked leader_sources materials note_stub role_plays room teach_back timetable watch_for",
    "HardQuestion": "answer question",
    "Idea": "feedback helps text",
    "KeyIdea": "kind sources text",
    "Know": "kind known sources unknown",
    "LabelledPicture": "blanks hide_labels hint id kind label picture",
    "Ladder": "alt caption id kind parts title",
    "Line": "acts_out kind text",
    "LongText": "hint id kind label",
    "Mark": "at detail label",
    "Matching": "ask id kind objective pairs",
    "Material": "count each item",
    "Meter": "alt caption id kind parts title",
    "Module": "for_whom glossary guide id lesson main_message minutes needs note objectives pictures quiz safety sources title today track worksheets",
    "Note": "kind text title",
    "NoteStub": "method objective response",
    "Objective": "id text",
    "OneAnswer": "ask id kind objective options",
    "OneOf": "hint id kind label options",
    "Option": "feedback right text",
    "Ordering": "ask id kind objective steps",
    "Pair": "feedback left right",
    "Part": "detail label",
    "PictureBlock": "kind picture",
    "Pile": "detail items label",
    "Piles": "alt caption id kind parts title",
    "Plan": "hint id kind label starts then when",
    "RatingGrid": "hint id items kind label ratings",
    "Reflection": "ask feedback id kind objective",
    "Remember": "kind points",
    "RolePlay": "coach debrief id parts say_no scene stop_rule title",
    "SafetyBlock": "kind message",
    "Scale": "high_label highest hint id kind label low_label lowest",
    "Section": "blocks heading part",
    "SeveralAnswers": "ask id kind objective options",
    "ShortText": "hint id kind label",
    "Spectrum": "alt best caption id kind parts title",
    "Step": "feedback text",
    "Steps": "kind steps title",
    "Story": "hard kind skill think title",
    "System": "detail label sign",
    "Systems": "alt caption id kind parts title",
    "Table": "columns hint id kind label row_heading row_labels",
    "Term": "id meaning term",
    "Text": "kind sources text",
    "TimedPart": "lines minutes part style title",
    "TrueFalse": "answer ask id if_false if_true kind objective",
    "TryThis": "kind minutes text title worksheet",
    "WalletCard": "card_lines hint id kind label title",
    "Watch": "response sign",
    "Wave": "along alt caption id kind parts title up",
    "Worksheet": "fields id minutes purpose title",
}
"""Spec → keys whose change unsigns a module. A new key of the schema goes here, or into `LAYOUT` or `BESIDE`."""
APART = {"Change", "MarkedException", "Person", "Review"}
"""Specs that stand below a key of `BESIDE` alone."""

Path = tuple[str | int, ...]
Found = tuple[str, str, Path]
"""A spec's name, its key, and where a module has it."""


def specs_in(annotation: Any, seen: dict[str, type[BaseModel]]) -> dict[str, type[BaseModel]]:
    """Every spec that a type can hold."""
    is_class = isinstance(annotation, type) and typing.get_origin(annotation) is None
    if is_class and issubclass(annotation, BaseModel) and annotation.__name__ not in seen:
        seen[annotation.__name__] = annotation
        for field in annotation.model_fields.values():
            specs_in(field.rebuild_annotation(), seen)
    for inner in typing.get_args(annotation):
        specs_in(inner, seen)
    return seen


SPECS = {name: spec for name, spec in specs_in(Module, {}).items() if name not in APART}


def test_each_key_of_the_schema_is_on_one_list() -> None:
    for name, spec in SPECS.items():
        lists = (set(READ[name].split()), LAYOUT.get(name, set()), BESIDE.get(name, set()))
        for key in spec.model_fields:
            assert sum(key in keys for keys in lists) == 1, f"{name}.{key}: put it into READ, LAYOUT or BESIDE"
        assert lists[0] | lists[1] <= spec.model_fields.keys(), name
    assert {*LAYOUT, *BESIDE} <= SPECS.keys() == READ.keys()


@cache
def modules() -> tuple[Module, ...]:
    return tuple(module_in(TINY, name) for name in ("one-thing", "another-thing"))


def places(value: Any, path: Path = ()) -> Iterator[Found]:
    """Every key of every spec in a value."""
    if isinstance(value, BaseModel):
        for key in type(value).model_fields:
            yield type(value).__name__, key, (*path, key)
            yield from places(getattr(value, key), (*path, key))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from places(item, (*path, index))


def changed(value: Any, path: Path, new: Any) -> Any:
    """The value with something else at a path."""
    if not path:
        return new
    step, *rest = path
    if isinstance(value, tuple):
        return tuple(changed(item, tuple(rest), new) if at == step else item for at, item in enumerate(value))
    return value.model_copy(update={step: changed(getattr(value, str(step)), tuple(rest), new)})


def at(value: Any, path: Path) -> Any:
    for step in path:
        value = value[step] if isinstance(value, tuple) else getattr(value, str(step))
    return value


def others(value: Any) -> Iterator[Any]:
    """Values that are not this one, each in the way that an author could change it."""
    match value:
        case bool():
            yield not value
        case int():
            yield value + 1
        case RichText():
            yield type(value)(f"{value} Indeed.")
            yield type(value)(f"**Indeed.** {value}")
        case str():
            yield f"{value} indeed"
        case None:
            yield RichText("New words.")
        case dict():
            yield {**value, "one-more": "One more"}
            if len(value) > 1:
                yield dict(reversed(value.items()))
        case tuple():
            yield (*value, *value) if value else ("new",)
            if len(set(map(str, value))) > 1:
                yield value[::-1]
        case BaseModel():
            yield None


def cases() -> dict[str, list[tuple[Module, Path]]]:
    """Key → where the tiny course has it."""
    found: dict[str, list[tuple[Module, Path]]] = {}
    for module in modules():
        for name, key, path in places(module):
            if name not in APART:
                found.setdefault(f"{name}.{key}", []).append((module, path))
    return found


CASES = cases()
KEYS = [f"{name}.{key}" for name, spec in SPECS.items() for key in spec.model_fields]


@pytest.mark.parametrize("key", KEYS)
def test_a_change_of_what_is_read_unsigns_and_a_change_of_layout_does_not(key: str) -> None:
    name, _, own = key.partition(".")
    frame, counts = tiny_frame(), own in READ[name].split()
    if own == "kind":  # Another kind is another spec: what tells them apart stands in the text.
        module, path = CASES[key][0]
        assert f'{dotted(path)}: "{at(module, path)}"' in signed_text(text_lines(module, frame))
        return
    for module, path in CASES[key][:3]:
        before = text_digest(module, frame)
        for new in others(at(module, path)):
            after = text_digest(changed(module, path, new), frame)
            assert (after != before) == counts, (key, path, new)


def dotted(path: Path) -> str:
    return ".".join(str(step + 1) if isinstance(step, int) else step for step in path)


def digest_of_file(text: str, frame: Frame | None = None) -> str:
    document, problems = read_yaml(Source("en/one-thing.yml", text, ""))
    assert document and not problems
    module, problems = validate(document, Module)
    assert module and not problems
    return text_digest(module, frame or tiny_frame())


FILE = (COURSES / "tiny/en/one-thing.yml").read_text("utf-8")


def test_comments_and_the_style_of_yaml_do_not_count() -> None:
    title = next(line for line in FILE.splitlines() if line.startswith("title: "))
    words = title.removeprefix("title: ").strip("'\"")
    styles = (f"# A comment\n{FILE}", FILE.replace(title, f'title: "{words}"   # said so'), FILE.replace("\n\n", "\n"))
    assert {digest_of_file(text) for text in styles} == {digest_of_file(FILE)}
    assert digest_of_file(FILE.replace(title, f"title: {words}s")) != digest_of_file(FILE)


def test_where_a_line_of_a_paragraph_ends_does_not_count() -> None:
    said = ("today: Take a slow walk and look around.\n", "today: >-\n  Take a slow walk\n  and look around.\n")
    today = next(line for line in FILE.splitlines(keepends=True) if line.startswith("today: "))
    one, other = (digest_of_file(FILE.replace(today, words)) for words in said)
    assert one == other != digest_of_file(FILE)


def test_a_safety_message_a_number_and_a_source_are_part_of_it() -> None:
    module, frame = modules()[0], tiny_frame()
    before = text_digest(module, frame)
    crisis = dataclasses.replace(frame.crisis, title="Another title")
    messages = {**frame.messages, crisis.id: crisis}
    assert text_digest(module, dataclasses.replace(frame, messages=messages)) != before
    id_ = module.sources[0]
    work = frame.sources[id_].model_copy(update={"evidence": "guideline"})
    assert text_digest(module, dataclasses.replace(frame, sources={**frame.sources, id_: work})) != before
    assert frame.sources[id_].evidence != "guideline"
    recheck = frame.sources[id_].model_copy(update={"recheck": not frame.sources[id_].recheck})
    assert text_digest(module, dataclasses.replace(frame, sources={**frame.sources, id_: recheck})) == before


def test_a_message_that_stands_elsewhere_is_no_part_of_it() -> None:
    module, frame = modules()[1], tiny_frame()
    elsewhere = [id_ for id_ in frame.messages if f"safety.yml {id_}." not in signed_text(text_lines(module, frame))]
    assert elsewhere
    other = dataclasses.replace(frame.messages[elsewhere[0]], title="Another title")
    assert text_digest(module, dataclasses.replace(frame, messages={**frame.messages, other.id: other})) == text_digest(
        module, frame
    )


def test_a_code_is_typed_as_people_type() -> None:
    digest = text_digest(modules()[0], tiny_frame())
    code = code_of(digest)
    assert all(is_code_of(typed, digest) for typed in (code, code.upper(), code.replace("-", ""), f" {code} "))
    assert not any(is_code_of(typed, digest) for typed in ("", code[:-1], f"{code}0", code[::-1]))

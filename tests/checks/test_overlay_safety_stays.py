"""Whatever an overlay does to a pathway: if no rule objects, no safety message and no safety module is missing."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any

from hypothesis import event, example, given, settings
from hypothesis import strategies as st

from generator.checks.overlays import check_overlays
from generator.checks.overlays_keep_safety import check_safety_stays
from generator.course import walk
from generator.facts import Facts
from generator.load import Source
from generator.overlays.on_programs import overlaid_course
from generator.overlays.overlay import Overlay
from generator.problems import errors
from generator.schema.course import CourseSpec
from generator.schema.overlay import OverlaySpec
from generator.source import Document, read_yaml
from tests.cases.bench import frame

WRITTEN, PLANNED, SAFE = ("a", "b", "c", "d"), ("p", "q"), ("d", "q")
IDS = (*WRITTEN, *PLANNED)
MESSAGES = ("S-ONE", "S-TWO")
REVIEW = {"status": "draft", "written_by": {"name": "T", "role": "r"}, "next_review": "2027-01"}
some_ids = st.lists(st.sampled_from(IDS), max_size=2, unique=True).map(tuple)
CHANGE = st.fixed_dictionaries(
    {
        "swap": st.dictionaries(st.sampled_from(IDS), st.sampled_from(IDS), max_size=2),
        "add": some_ids,
        "leave_out": some_ids,
    }
)
CARRIED = st.fixed_dictionaries({id_: st.sets(st.sampled_from(MESSAGES)) for id_ in IDS})


def course(modules: tuple[str, ...]) -> CourseSpec:
    found = frame().spec.model_dump() | {
        "modules": WRITTEN,
        "planned": dict.fromkeys(PLANNED, "Later"),
        "safety_modules": SAFE,
        "pathways": ({"id": "way", "title": "W", "description": "W.", "modules": modules},),
    }
    return CourseSpec.model_validate(found)


def facts(id_: str, safety: set[str]) -> Facts:
    empty: dict[str, Any] = {field.name: () for field in fields(Facts)}
    return Facts(**{**empty, "id": id_, "safety": tuple(sorted(safety))})


def document(name: str) -> Document:
    found, _ = read_yaml(Source(f"modules/overlays/{name}.yml", f"id: {name}\n", ""))
    assert found is not None
    return found


@settings(max_examples=200, deadline=None)
@given(
    st.lists(st.sampled_from(IDS), min_size=1, unique=True).map(tuple),
    st.lists(CHANGE, min_size=1, max_size=2),
    CARRIED,
)
@example(
    ("a", "p"),
    [{"swap": {}, "add": (), "leave_out": ("a",)}],
    {id_: {"S-ONE"} if id_ in ("a", "p") else set() for id_ in IDS},
)
def test_a_pathway_that_no_rule_objects_to_carries_every_message_it_had(
    modules: tuple[str, ...], changes: list[dict[str, Any]], carried: dict[str, set[str]]
) -> None:
    before = course(modules)
    specs = [
        OverlaySpec.model_validate(
            {"id": f"o{number}", "title": "T", "description": "D.", "review": REVIEW, "pathways": {"way": change}}
        )
        for number, change in enumerate(changes)
    ]
    overlays = tuple(Overlay(spec, spec.id, {path: (1, 1) for path, _ in walk(spec) if path}) for spec in specs)
    after, _ = overlaid_course(before, overlays)
    safety = frame().safety.model_copy(
        update={
            "messages": {
                message: next(iter(frame().safety.messages.values())).model_copy(
                    update={"modules": tuple(id_ for id_ in PLANNED if message in carried[id_])}
                )
                for message in MESSAGES
            }
        }
    )
    course_frame = replace(frame(), spec=after, safety=safety, overlays=overlays)
    read = [(spec, document(spec.id)) for spec in specs]
    named = check_overlays(read, before, [spec.id for spec in specs], ())
    found = (*named, *check_safety_stays([facts(id_, carried[id_]) for id_ in WRITTEN], course_frame))
    if errors(found):
        event("a rule objects")
        return
    event("no rule objects")
    way = after.pathways[0].modules
    assert set().union(*(carried[id_] for id_ in modules)) <= set().union(*(carried[id_] for id_ in way))
    # Of what lessons say today, nothing waits for a lesson that is still to be written.
    today = [set().union(*(carried[id_] for id_ in some if id_ in WRITTEN)) for some in (modules, way)]
    assert today[0] <= today[1]
    assert set(modules) & set(SAFE) <= set(way)

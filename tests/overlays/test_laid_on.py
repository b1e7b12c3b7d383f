"""Any overlay on a module or a program: no safety message is less, places lead to the right file, the rest goes through."""

from __future__ import annotations

import pickle
from collections.abc import Iterator, Sequence
from typing import Any

from hypothesis import given, settings

from generator.checks.overlays_keep_safety import missing_safety
from generator.course import walk
from generator.overlays.on_modules import _retold, lay_on, with_overlays
from generator.overlays.on_programs import overlaid_program
from generator.overlays.overlay import Overlay, laid_on, overlay_of
from generator.overlays.reviews import joint_review
from generator.reviews.reviewed import standing_of
from generator.schema.blocks.remember import Remember
from generator.schema.blocks.safety import SafetyBlock
from generator.schema.blocks.story import Story
from generator.schema.guide import RolePlay
from generator.schema.module import Module
from generator.schema.overlay import OverlaySpec
from generator.schema.program import ProgramSpec
from generator.text import RichText, links
from tests.conftest import COURSES, ROOT
from tests.overlays.authored import HEAD, OVERLAYS, made, modules, overlay, read
from tests.render.printed import tiny_frame
from tests.reviews.signed import signed


def inside(order: Sequence[object], longer: Sequence[object]) -> bool:
    """Whether the first stands in the second, in its order."""
    rest = iter(longer)
    return all(item in rest for item in order)


def messages(module: Module) -> list[list[str]]:
    return [[block.message for block in section.blocks if isinstance(block, SafetyBlock)] for section in module.lesson]


@settings(max_examples=60, deadline=None)
@given(OVERLAYS)
def test_any_overlay_leaves_every_safety_message_where_it_was(changes: list[dict[str, Any]]) -> None:
    overlays = made(changes)
    for before, _ in modules():
        after = with_overlays(before, overlays, "en")
        assert [section.heading for section in after.lesson] == [section.heading for section in before.lesson]
        assert all(inside(mine, theirs) for mine, theirs in zip(messages(before), messages(after), strict=True))
        assert after.safety[: len(before.safety)] == before.safety
        assert after.guide.watch_for[: len(before.guide.watch_for)] == before.guide.watch_for
        assert after.guide.do_not == before.guide.do_not
        stops = [[(play.id, play.stop_rule, play.debrief) for play in m.guide.role_plays] for m in (before, after)]
        assert stops[0] == stops[1]
        assert list(missing_safety(before, after)) == []


@settings(max_examples=60, deadline=None)
@given(OVERLAYS)
def test_what_is_not_a_story_or_a_role_play_goes_through_and_the_summary_stays_last(
    changes: list[dict[str, Any]],
) -> None:
    for before, _ in modules():
        after = with_overlays(before, made(changes), "en")
        for mine, theirs in zip(before.lesson, after.lesson, strict=True):
            kept = [block for block in mine.blocks if not isinstance(block, Story)]
            assert inside(kept, theirs.blocks)
        assert after.lesson[-1].blocks[-1] == before.lesson[-1].blocks[-1]
        assert isinstance(after.lesson[-1].blocks[-1], Remember)
        untouched = set(Module.model_fields) - {"lesson", "guide", "safety", "sources", "review"}
        assert all(getattr(after, name) == getattr(before, name) for name in untouched)


@settings(max_examples=60, deadline=None)
@given(OVERLAYS)
def test_every_value_has_the_place_where_it_is_written(changes: list[dict[str, Any]]) -> None:
    overlays = made(changes)
    by_path = {one.path: {place: path for path, place in one.places.items()} for one in overlays}
    specs = {one.path: dict(walk(one.spec)) for one in overlays}
    for before, document in modules():
        after, moved, _ = lay_on(before, overlays, "en")
        laid = laid_on(document, moved)
        for path, value in texts(after):
            file, line, column = laid.spot(path)
            if file == document.path:
                assert at(before, _own_path(path, moved)) == value
                assert (line, column) == document.place(_own_path(path, moved))
            else:
                assert specs[file][by_path[file][(line, column)]] == value


def texts(module: Module) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Every text but those that come from two files: a review, and what a swapped role-play keeps."""
    for path, value in walk(module):
        mixed = path[:2] == ("guide", "role_plays") and path[-1] in ("id", "stop_rule", "debrief")
        if isinstance(value, str) and not mixed and path[0] != "review":
            yield path, value


def _own_path(path: tuple[str | int, ...], moved: Any) -> tuple[str | int, ...]:
    for length in range(len(path), 0, -1):
        if path[:length] in moved:
            return (*moved[path[:length]].path, *path[length:])
    return path


def at(value: Any, path: tuple[str | int, ...]) -> Any:
    for step in path:
        value = value[step] if isinstance(value, tuple | dict) and not isinstance(step, str) else _named(value, step)
    return value


def _named(value: Any, step: str | int) -> Any:
    return value[step] if isinstance(value, dict) else getattr(value, str(step))


def test_a_message_that_would_be_missing_is_seen() -> None:
    """What the schema makes impossible: the rule that stands behind it sees it all the same."""
    before = next(module for module, _ in modules() if module.guide.role_plays)
    guide = before.guide
    bare = tuple(
        section.model_copy(update={"blocks": tuple(b for b in section.blocks if not isinstance(b, SafetyBlock))})
        for section in before.lesson
    )
    play = guide.role_plays[0].model_copy(update={"stop_rule": "Nobody stops."})
    broken: list[dict[str, Any]] = [
        {"lesson": bare},
        {"safety": before.safety[:1]},
        {"guide": guide.model_copy(update={"watch_for": guide.watch_for[1:]})},
        {"guide": guide.model_copy(update={"do_not": guide.do_not[:1]})},
        {"guide": guide.model_copy(update={"role_plays": (play,)})},
    ]
    assert isinstance(play, RolePlay)
    assert any(messages(before))
    for change in broken:
        assert list(missing_safety(before, before.model_copy(update=change)))


def test_a_swapped_role_play_keeps_its_id_stop_rule_and_debrief() -> None:
    track, _ = read(COURSES / "tiny", "overlays/early-risers.yml", OverlaySpec)
    module = next(module for module, _ in modules() if module.id == "one-thing")
    old, new = module.guide.role_plays[0], with_overlays(module, (Overlay(track, ""),), "en").guide.role_plays[0]
    assert (new.id, new.stop_rule, new.debrief) == (old.id, old.stop_rule, old.debrief)
    assert new.title == "A call at six"


def test_the_guide_calls_a_swapped_story_by_its_new_title() -> None:
    module, _ = read(ROOT / "modules", "en/coping-with-cravings.yml", Module)
    track, _ = read(ROOT / "modules", "overlays/women.yml", OverlaySpec)
    after = with_overlays(module, (Overlay(track, ""),), "en")
    said = [line.text for part in after.guide.timetable for line in part.lines]
    assert any("Read “Tanya at the school gate” out loud" in text for text in said)
    assert not any("Luis" in text for text in said)
    assert {type(text) for text in said} == {type(module.guide.timetable[0].lines[0].text)}


def test_titles_may_be_traded_and_markup_in_one_is_shown_letter_for_letter() -> None:
    line = RichText("Read “A” and then “B”.")
    assert _retold(line, {"A": "B", "B": "A"}) == "Read “B” and then “A”."
    told = _retold((line,), {"A": "`x` **b** [y](https://z.example/) <i>"})[0]
    assert isinstance(told, RichText)
    assert told.words == "Read “`x` **b** [y](https://z.example/) <i>” and then “B”."
    assert not list(links(told.nodes))


def test_a_module_that_was_signed_is_a_draft_again_with_a_draft_on_it() -> None:
    module = modules()[0][0]
    (track,) = made([{module.id: {"safety": ("S-OTHER",)}}])
    frame = signed(tiny_frame(), [module])
    assert standing_of(module, frame).approved
    after = with_overlays(module, (track,), "en")
    assert standing_of(after, frame).status == "draft"
    assert standing_of(after, frame).checked_by is None
    assert after.review.next_review == "2027-01"
    assert after.review.written_by.name.endswith("; Somebody else")


def test_who_wrote_both_is_named_once() -> None:
    module = modules()[0][0].review
    assert joint_review(module, [module]) == module


def test_an_overlay_of_another_language_changes_nothing() -> None:
    track = overlay(HEAD + "modules:\n  es:\n    one-thing:\n      safety: [S-OTHER]\n")
    for module, _ in modules():
        assert with_overlays(module, (track,), "en") is module


def test_an_overlay_travels_to_other_processes() -> None:
    spec, document = read(COURSES / "tiny", "overlays/early-risers.yml", OverlaySpec)
    there = pickle.loads(pickle.dumps(overlay_of(spec, document)))
    assert there == overlay_of(spec, document)


def test_a_program_is_swapped_added_to_and_left_out_of_at_its_places() -> None:
    program = ProgramSpec.model_validate(
        {
            "id": "days",
            "title": "Days",
            "description": "Days.",
            "phases": (
                {
                    "title": "All",
                    "weeks": 3,
                    "days": ({"day": "monday", "slots": ({"kind": "group", "minutes": 90},)},),
                },
            ),
            "topics": (
                {"week": 1, "group": ("a", "b", "c"), "family": ("a",)},
                {"week": 2, "group": ("d",)},
            ),
        }
    )
    track = overlay(
        HEAD + "programs:\n  days:\n    swap: {a: x}\n    leave_out: [b]\n"
        "    add:\n      - week: 2\n        family: [y]\n      - {week: 3, group: [z]}\n"
    )
    after, moved, problems = overlaid_program(program, (track,))
    assert problems == ()
    assert [(topics.week, topics.group, topics.family) for topics in after.topics] == [
        (1, ("x", "c"), ("x",)),
        (2, ("d",), ("y",)),
        (3, ("z",), ()),
    ]
    assert moved["topics", 0, "group", 1].path == ("topics", 0, "group", 2)
    source = moved["topics", 1, "family", 0]
    assert source.overlay is not None
    assert source.overlay.spot(source.path) == ("modules/overlays/track.yml", 14, 18)

"""Overlays add and swap: pages, sheets and guides show it, places lead to the right file, no safety message is less."""

from __future__ import annotations

import hashlib
import io
import pickle
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pypdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.build import build_course, check_course
from generator.checks.overlays_keep_safety import missing_safety
from generator.course import walk
from generator.joint_review import joint_review
from generator.load import Source, module_names, read_source
from generator.order import Order, Place
from generator.overlaid_programs import overlaid_program
from generator.overlays import lay_on, with_overlays
from generator.packet import Wanted, bind
from generator.schema.blocks.remember import Remember
from generator.schema.blocks.safety import SafetyBlock
from generator.schema.blocks.story import Story
from generator.schema.guide import RolePlay
from generator.schema.module import Module, Person, Review
from generator.schema.overlay import OverlaySpec
from generator.schema.program import ProgramSpec
from generator.source import Document, read_yaml
from generator.track import Overlay, laid_on, overlay_of
from generator.validate import validate
from tests.conftest import COURSES, ROOT

WEB = Order(formats=("web",), jobs=1)
SHIPPED = tuple(sorted(path.stem for path in (ROOT / "modules" / "overlays").glob("*.yml")))


REVIEW = {"status": "draft", "written_by": {"name": "Somebody else", "role": "author"}, "next_review": "2027-01"}
HEAD = """\
id: t
title: T
description: D.
review:
  status: draft
  written_by: {name: Somebody else, role: author}
  next_review: 2027-01
"""


def read(folder: Path, name: str, model: type[Any]) -> tuple[Any, Document]:
    source, _ = read_source(folder, name)
    assert source is not None
    document, _ = read_yaml(source)
    assert document is not None
    spec, problems = validate(document, model)
    assert problems == ()
    return spec, document


@cache
def modules() -> tuple[tuple[Module, Document], ...]:
    """The tiny course's modules."""
    return tuple(read(COURSES / "tiny", name, Module) for name in module_names(COURSES / "tiny", "en"))


def overlay(text: str) -> Overlay:
    document, problems = read_yaml(Source("modules/overlays/track.yml", text, ""))
    assert document is not None and problems == ()
    spec, problems = validate(document, OverlaySpec)
    assert spec is not None and problems == ()
    return overlay_of(spec, document)


# What an author can write, right and wrong: some titles, sections and ids are those of the tiny course, some are not.
WORDS = st.sampled_from(["A small thing.", "One more thing.", "Look around you.", "Call or text someone."])
IDS = st.sampled_from(["S-CRISIS", "S-MEDS", "S-BODY", "S-OTHER"])
STORY = WORDS.map(lambda words: {"kind": "story", "title": words, "hard": words, "skill": words})
BLOCK = st.one_of(
    WORDS.map(lambda words: {"kind": "text", "text": words, "sources": ("a-book", "b-book")}),
    WORDS.map(lambda words: {"kind": "key_idea", "text": words}),
    WORDS.map(lambda words: {"kind": "remember", "points": (words, words, words)}),
    IDS.map(lambda id_: {"kind": "safety", "message": id_}),
    STORY,
)
BLOCKS = st.lists(BLOCK, min_size=1, max_size=4).map(tuple)
SECTION = st.sampled_from(["One thing is enough", "It helps", "Choose one", "Try it now", "Nowhere"])
ADDITION = st.fixed_dictionaries(
    {"part": st.sampled_from(["what", "why", "how", "practice"]), "blocks": BLOCKS}, optional={"section": SECTION}
)
SWAP = st.fixed_dictionaries({"story": st.sampled_from(["Ana’s morning", "Nobody’s"]), "blocks": BLOCKS})
PLAY = st.fixed_dictionaries(
    {
        "role_play": st.sampled_from(["a-call", "nothing"]),
        "title": WORDS,
        "scene": WORDS,
        "parts": st.just(("One", "Two")),
        "coach": st.just(("What did you see?",)),
    }
)


def few(items: st.SearchStrategy[Any], most: int = 3) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(items, max_size=most).map(tuple)


CHANGE = st.fixed_dictionaries(
    {},
    optional={
        "safety": few(IDS),
        "add": few(ADDITION),
        "swap": few(SWAP),
        "resources": few(WORDS.map(lambda words: {"kind": "text", "text": words})),
        "watch_for": few(WORDS.map(lambda words: {"sign": words, "response": words})),
        "if_asked": few(WORDS.map(lambda words: {"question": words, "answer": words})),
        "role_plays": few(PLAY),
    },
)
OVERLAYS = st.lists(
    st.dictionaries(st.sampled_from(["one-thing", "another-thing", "third"]), CHANGE), min_size=1, max_size=3
)


def made(changes: Sequence[dict[str, Any]]) -> tuple[Overlay, ...]:
    """Overlays with a place for every value: the line is the number of the overlay, the column counts."""
    found = []
    for number, change in enumerate(changes, start=1):
        value = {"id": f"o{number}", "title": "T", "description": "D.", "review": REVIEW, "modules": {"en": change}}
        spec = OverlaySpec.model_validate(value)
        places = {path: (number, column) for column, (path, _) in enumerate(walk(spec), start=1) if path}
        found.append(Overlay(spec, f"modules/overlays/o{number}.yml", places))
    return tuple(found)


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


def approved(name: str) -> Review:
    person = Person(name=name, role="reviewer", credential="LCSW")
    return Review(
        status="approved",
        written_by=Person(name="The team", role="authors"),
        clinical=person,
        lived_experience=person,
        plain_language=person,
        next_review="2027-11",
    )


def test_a_module_that_somebody_signed_is_a_draft_again_with_a_draft_on_it() -> None:
    module = modules()[0][0].model_copy(update={"review": approved("Ana Ruiz")})
    (track,) = made([{module.id: {"safety": ("S-OTHER",)}}])
    review = with_overlays(module, (track,), "en").review
    assert (review.status, review.checked_by, review.clinical) == ("draft", None, None)
    assert review.next_review == "2027-01"
    assert review.written_by.name == "The team, authors; Somebody else"


def test_who_signed_the_overlay_is_named_too() -> None:
    same, both = (joint_review(approved("Ana Ruiz"), [approved(name)]) for name in ("Ana Ruiz", "Bo Lind"))
    assert same == approved("Ana Ruiz")
    assert both.checked_by is not None
    assert (both.checked_by.name, both.checked_by.standing) == ("Ana Ruiz, LCSW; Bo Lind", "LCSW")


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


def copy_of(course: Path, tmp_path: Path, name: str = "modules") -> Place:
    shutil.copytree(course, tmp_path / name)
    shutil.copy(ROOT / "mkdocs.yml", tmp_path / "mkdocs.yml")
    return Place(tmp_path / name, tmp_path / "mkdocs.yml", tmp_path / "site")


def choose(place: Place, *names: str, more: str = "") -> None:
    (place.course / "clinic.yml").write_text(f"overlays: [{', '.join(names)}]\n{more}", "utf-8")


def tree(folder: Path) -> dict[str, str]:
    """Digest of every file below a folder."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_three_tracks_are_shipped() -> None:
    assert SHIPPED == ("veterans", "women", "young-adults")


@pytest.mark.parametrize("chosen", [*((name,) for name in SHIPPED), SHIPPED], ids="+".join)
def test_with_a_shipped_overlay_the_course_has_no_problem(chosen: tuple[str, ...], tmp_path: Path) -> None:
    place = copy_of(ROOT / "modules", tmp_path)
    choose(place, *chosen)
    told = [problem for problem in check_course(place, WEB).problems if "overlays/" in problem.path]
    assert told == []


def test_an_overlay_that_nobody_chose_changes_no_byte(tiny: Place, tmp_path: Path) -> None:
    bare = replace(tiny, course=tmp_path / "bare" / "tiny", site=tmp_path / "bare" / "site")
    shutil.copytree(tiny.course, bare.course)
    shutil.rmtree(bare.course / "overlays")
    assert build_course(tiny, WEB).good
    assert build_course(bare, WEB).good
    assert tree(tiny.site) == tree(bare.site)


def words(path: Path) -> str:
    if path.suffix == ".pdf":
        read_back = pypdf.PdfReader(io.BytesIO(path.read_bytes()))
        return " ".join(" ".join(page.extract_text() for page in read_back.pages).split())
    return path.read_text("utf-8")


def test_what_an_overlay_says_is_on_every_page_and_sheet_of_the_module(tiny: Place) -> None:
    choose(tiny, "early-risers", more="papers: [letter]\neditions: [standard]\n")
    assert build_course(tiny, Order(jobs=1)).good
    here = tiny.site / "dev" / "en"
    found = {path.relative_to(here).as_posix(): words(path) for path in here.rglob("*") if path.suffix in READ}
    for name in ("another-thing/index.html", "another-thing/print/02-lesson-letter.pdf"):
        assert "Ana’s sunrise" in found[name], name
        assert "Ana’s morning" not in found[name], name
        assert "Mornings are quiet and long." in found[name], name
        assert "A clock that you can hear helps some people." in found[name], name
    assert "Ana’s sunrise" in found["another-thing/file/02-lesson.html"]
    assert any("sunrise" in text for name, text in found.items() if name.startswith("search/"))
    for name in ("counselors/another-thing/index.html", "counselors/another-thing/print/02-guide-letter.pdf"):
        assert "Someone yawns all the time." in found[name], name
        assert "Is five too early?" in found[name], name
        assert "Made for: Early risers" in found[name], name
    assert "A call at six" in found["counselors/one-thing/index.html"]
    assert "Made for: Early risers" in found["about.html"]
    # The pathway has a second lesson now, and the message that came with the overlay stands in it.
    assert "All of it" in found["index.html"]
    assert found["index.html"].index("All of it") < found["index.html"].index("another-thing/index.html")
    assert "Stop if you feel faint." in found["another-thing/index.html"]
    assert not any("yawns" in text for name, text in found.items() if not name.startswith("counselors/"))


READ = (".html", ".pdf", ".json", ".js")


def test_the_shipped_course_shows_a_shipped_overlay_everywhere(tmp_path: Path) -> None:
    place = copy_of(ROOT / "modules", tmp_path)
    choose(place, "women")
    assert build_course(place, Order(formats=("web",))).good
    here = place.site / "dev" / "en"
    for name in ("coping-with-cravings/index.html", "coping-with-cravings/file/02-lesson.html"):
        assert "Tanya at the school gate" in words(here / name), name
        assert "Luis" not in words(here / name), name
    guide = words(here / "counselors" / "coping-with-cravings" / "index.html")
    assert "Read “Tanya at the school gate” out loud" in guide
    assert "Luis" not in guide
    assert "a partner may not know what she said here" in words(here / "counselors" / "stress" / "index.html")
    found = "".join(words(path) for path in (here / "search").iterdir())
    assert "tanya" in found.lower()
    assert "luis" not in found.lower()


def test_a_packet_of_the_shipped_course_shows_a_shipped_overlay(tmp_path: Path) -> None:
    place = copy_of(ROOT / "modules", tmp_path)
    choose(place, "women")
    wanted = Wanted(kind="leader", modules=("coping-with-cravings",), output=tmp_path / "packet.pdf")
    assert bind(place, Order(jobs=1), wanted).good
    printed = words(tmp_path / "packet.pdf")
    assert "Read “Tanya at the school gate” out loud" in printed
    assert "Luis" not in printed


def test_a_discreet_course_does_not_say_whom_it_is_for(tiny: Place) -> None:
    choose(tiny, "early-risers", more="discreet: true\n")
    assert build_course(tiny, WEB).good
    pages = [path.read_text("utf-8") for path in (tiny.site / "dev").rglob("*.html")]
    assert not any("Early risers" in page for page in pages)
    assert any("Made for one group of people" in page for page in pages)


def times(place: Place) -> dict[str, int]:
    return {
        path.relative_to(place.site / "dev").as_posix(): path.stat().st_mtime_ns
        for path in (place.site / "dev").rglob("*")
        if path.is_file()
    }


def test_a_change_in_an_overlay_makes_anew_what_it_touches(tiny: Place, tmp_path: Path) -> None:
    choose(tiny, "early-risers")
    assert build_course(tiny, WEB).good
    before = times(tiny)
    file = tiny.course / "overlays" / "early-risers.yml"
    file.write_text(file.read_text("utf-8").replace("Mornings are quiet", "Evenings are quiet"), "utf-8")
    assert build_course(tiny, WEB).good
    again = {name for name, time in times(tiny).items() if before.get(name) != time}
    assert "en/another-thing/index.html" in again
    assert not any(name.startswith(("en/one-thing/", "en/counselors/one-thing/")) for name in again)
    assert "Evenings are quiet" in (tiny.site / "dev/en/another-thing/index.html").read_text("utf-8")
    fresh = replace(tiny, site=tmp_path / "fresh" / "site")
    assert build_course(fresh, WEB).good
    assert tree(fresh.site) == tree(tiny.site)


def test_taking_an_overlay_away_brings_the_old_pages_back(tiny: Place) -> None:
    assert build_course(tiny, WEB).good
    before = tree(tiny.site)
    choose(tiny, "early-risers")
    assert build_course(tiny, WEB).good
    assert tree(tiny.site) != before
    choose(tiny)
    assert build_course(tiny, WEB).good
    assert tree(tiny.site) == before

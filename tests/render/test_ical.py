"""The calendar file, read back by a library that did not write it."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
import vobject

from generator.build import build_course
from generator.course import Frame
from generator.frame import frame_of, read_shared
from generator.order import Order, Place
from generator.programs.weeks import Program, resolve
from generator.render.programs import calendar as calendars
from generator.render.programs.calendar import calendar
from generator.schema.course import Outside
from tests.conftest import COURSES, ROOT
from tests.test_build import change

START = date(2026, 12, 7)


def read(course: Path, name: str, topics: bool = False) -> tuple[Program, Frame]:
    shared, problems = read_shared(course)
    assert shared is not None, problems
    frame = frame_of(shared, "en")
    if topics:
        spec = frame.spec.model_copy(update={"outside": Outside(title="Steps", topics=True)})
        frame = frame_of(_with(shared, spec), "en")
    spec_ = next(one for one in shared.programs if one.id == name)
    return resolve(spec_, frame.spec), frame


def _with(shared, spec):  # type: ignore[no-untyped-def]
    from dataclasses import replace

    return replace(shared, course=spec)


def events(whole: bytes):  # type: ignore[no-untyped-def]
    return vobject.readOne(whole.decode()).vevent_list


def test_every_session_is_there_at_its_time_and_floats() -> None:
    program, frame = read(ROOT / "modules", "evenings")
    found = events(calendar(program, START, frame))
    # 12 weeks: two sessions on Monday, two on Wednesday, three on Thursday.
    assert len(found) == 84
    first, fourth, last = found[0], found[3], found[-1]
    assert first.dtstart.value == datetime(2026, 12, 7, 17, 30) and first.dtstart.value.tzinfo is None
    assert first.dtend.value == datetime(2026, 12, 7, 19, 0)
    assert (fourth.dtstart.value, fourth.dtend.value) == (datetime(2026, 12, 9, 19, 0), datetime(2026, 12, 9, 20, 30))
    # By appointment: the whole day, and nobody is called busy.
    assert (last.dtstart.value, last.dtend.value) == (date(2027, 2, 25), date(2027, 2, 26))
    assert last.transp.value == "TRANSPARENT"


def test_the_file_keeps_to_the_format() -> None:
    program, frame = read(ROOT / "modules", "mornings")
    whole = calendar(program, START, frame)
    assert whole.endswith(b"END:VCALENDAR\r\n") and b"\n" not in whole.replace(b"\r\n", b"")
    assert max(len(line) for line in whole.split(b"\r\n")) <= 75
    for unwanted in (b"VTIMEZONE", b"TZID", b"VALARM", b"ORGANIZER", b"ATTENDEE", b"LOCATION", b"mailto", b"http"):
        assert unwanted not in whole


def test_names_of_entries_are_unique_and_stay_the_same() -> None:
    program, frame = read(ROOT / "modules", "step-down")
    names = [event.uid.value for event in events(calendar(program, START, frame))]
    assert len(names) == len(set(names)) == len(program.sessions)
    again = [event.uid.value for event in events(calendar(program, START, frame))]
    later = [event.uid.value for event in events(calendar(program, START + timedelta(weeks=1), frame))]
    assert names == again
    # Two courses of a clinic, one week apart, may stand in one calendar.
    assert not set(names) & set(later)
    assert [name[:36] for name in names] == [name[:36] for name in later]


def test_the_same_start_gives_the_same_bytes_and_another_only_other_dates() -> None:
    program, frame = read(ROOT / "modules", "evenings")
    one = calendar(program, START, frame)
    assert one == calendar(program, START, frame)
    other = calendar(program, START + timedelta(weeks=8), frame)
    lines = [pair for pair in zip(one.split(b"\r\n"), other.split(b"\r\n"), strict=True) if pair[0] != pair[1]]
    assert {pair[0].partition(b":")[0].partition(b";")[0] for pair in lines} == {
        b"UID",
        b"DTSTAMP",
        b"DTSTART",
        b"DTEND",
    }


@pytest.mark.parametrize("name", ["evenings", "mornings", "step-down"])
def test_it_says_nothing_to_outsiders(name: str) -> None:
    program, frame = read(ROOT / "modules", name)
    whole = calendar(program, START, frame)
    said = {event.summary.value for event in events(whole)}
    weeks = len(program.weeks)
    assert said == {f"Steps, week {week}" for week in range(1, weeks + 1)} | {
        f"Steps, week {week} (by appointment)" for week in range(1, weeks + 1)
    }
    lower = whole.decode().lower()
    never = [word.rstrip("-") for word in frame.strings["never_outside"].split()]
    assert [word for word in never if word in lower] == []
    assert [topic.title for topic in program.topics if topic.title.lower() in lower] == []
    assert {event.serialize().count("CLASS:PRIVATE") for event in events(whole)} == {1}


def test_topics_stand_there_if_the_course_says_so() -> None:
    program, frame = read(ROOT / "modules", "evenings", topics=True)
    said = [event.summary.value for event in events(calendar(program, START, frame))]
    assert said[:3] == [
        "Group: Preventing overdose and using naloxone",
        "Art or music",
        "Group: Withdrawal and the first weeks",
    ]


def test_odd_signs_in_a_title_come_back_whole() -> None:
    program, frame = read(COURSES / "tiny", "three-days")
    title = 'A; B, C\\n "D" é ' + "long " * 20
    outside = Outside(title=title.strip())
    shared, _ = read_shared(COURSES / "tiny")
    assert shared is not None
    frame = frame_of(_with(shared, frame.spec.model_copy(update={"outside": outside})), "en")
    found = events(calendar(program, START, frame))
    assert found[0].summary.value == f"{title.strip()}, week 1"


def test_a_page_that_is_kept_does_without_its_calendar(tiny: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    web = Order(formats=("web",), jobs=1)
    assert build_course(tiny, web).good

    def not_now(*_: object) -> bytes:
        raise AssertionError("a calendar is written")

    monkeypatch.setattr(calendars, "_written", not_now)
    change(tiny.course / "en" / "one-thing.yml", "today: Drink a glass", "today: Drink one glass")
    kept = build_course(tiny, web)
    assert kept.good and kept.made.made > 0
    change(
        tiny.course / "programs" / "three-days.yml",
        "{kind: mutual_help, start: 09:00",
        "{kind: mutual_help, start: 09:15",
    )
    with pytest.raises(AssertionError, match="a calendar is written"):
        build_course(tiny, web)

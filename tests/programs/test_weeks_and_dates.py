"""Programs: hours worked out by hand, topics in order, and start dates that are right or refused with a sentence."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

import pytest

from generator.frame import read_shared
from generator.language.strings import interface_strings
from generator.programs.dates import date_of, said_in_full, start_from
from generator.programs.weeks import Program, chosen, resolve
from generator.programs.words import clock_words, hours_words, time_words
from generator.schema.program import Day, ProgramSpec
from tests.conftest import COURSES, ROOT

WORDS = interface_strings("en")[0]


@cache
def programs(course: Path) -> dict[str, Program]:
    shared, problems = read_shared(course)
    assert shared is not None, problems
    return {spec.id: resolve(spec, shared.course) for spec in shared.programs}


def shipped(name: str) -> Program:
    return programs(ROOT / "modules")[name]


def tiny() -> Program:
    return programs(COURSES / "tiny")["three-days"]


# Worked out by hand from the lists of slots, not by the code.
HOURS = {
    # 12 weeks × 3 evenings × 3 h. Group 3 × 1.5 h = 4.5 h a week; creative 1.5 h; health 0.5 h; one to one 1 h;
    # family 1.5 h in the 6 odd weeks, mutual help 1.5 h in the 6 even ones.
    "evenings": (
        [9.0] * 12,
        {"group": 54.0, "family": 9.0, "individual": 12.0, "creative": 18.0, "mutual_help": 9.0, "medical": 6.0},
        108.0,
    ),
    # 16 weeks × 4 mornings × 3 h. A week: group 4 × 1.5 h = 6 h; creative 1.5 + 0.5 = 2 h; mutual help 1 h;
    # health 0.5 h; one to one 1 h; family 1.5 h.
    "mornings": (
        [12.0] * 16,
        {"group": 96.0, "family": 24.0, "individual": 16.0, "creative": 32.0, "mutual_help": 16.0, "medical": 8.0},
        192.0,
    ),
    # 4 weeks × 15 h + 4 × 12 h + 4 × 9 h. Group 4 × (7.5 + 6 + 4.5) = 72 h; family 2 × 1.5 h in each four weeks = 9 h;
    # one to one 12 h; creative 4 × 3.5 + 4 × 2 + 4 × 1.5 = 28 h; mutual help (4 + 3) + (4 + 3) + 3 = 17 h; health 6 h.
    "step-down": (
        [15.0] * 4 + [12.0] * 4 + [9.0] * 4,
        {"group": 72.0, "family": 9.0, "individual": 12.0, "creative": 28.0, "mutual_help": 17.0, "medical": 6.0},
        144.0,
    ),
}


@pytest.mark.parametrize("name", HOURS)
def test_the_hours_of_a_shipped_program_are_those_worked_out_by_hand(name: str) -> None:
    weeks, kinds, whole = HOURS[name]
    program = shipped(name)
    assert [week.minutes / 60 for week in program.weeks] == weeks
    assert {kind: minutes / 60 for kind, minutes in program.totals.items()} == kinds
    assert program.minutes / 60 == whole


@pytest.mark.parametrize("name", HOURS)
def test_every_shipped_program_has_three_hours_a_day_or_less_and_enough_days(name: str) -> None:
    days = {"evenings": {3}, "mornings": {4}, "step-down": {5, 4, 3}}[name]
    program = shipped(name)
    assert {len(week.days) for week in program.weeks} == days
    assert {sum(one.minutes for one in sessions) for week in program.weeks for _, sessions in week.days} == {180}


@pytest.mark.parametrize("name", HOURS)
def test_a_safety_plan_is_made_one_to_one_in_a_shipped_program(name: str) -> None:
    plans = [one for one in shipped(name).sessions if one.topic and one.topic.id == "suicide-safety-plan"]
    assert plans and plans[0].week == 1
    assert {one.kind for one in plans} == {"individual"}


@pytest.mark.parametrize("name", HOURS)
def test_a_shipped_program_teaches_the_four_safety_topics_in_two_weeks_and_has_no_topic_left_over(name: str) -> None:
    program = shipped(name)
    first = {one.topic.id for one in program.sessions if one.topic and one.week <= 2}
    assert {
        "withdrawal-and-early-recovery",
        "overdose-safety",
        "suicide-safety-plan",
        "medicines-for-addiction",
    } <= first
    asked = sum(len((*week.group, *week.family, *week.individual)) for week in program.spec.topics)
    assert asked == sum(one.topic is not None for one in program.sessions)


def test_topics_are_given_to_slots_in_order_of_day_and_time() -> None:
    found = [(one.week, one.day, one.start, one.kind, one.topic and one.topic.id) for one in tiny().sessions]
    assert found == [
        (1, "monday", 540, "group", "one-thing"),
        (1, "monday", 630, "creative", None),
        (1, "monday", 690, "medical", None),
        (1, "wednesday", 540, "group", None),
        (1, "wednesday", 630, "family", "another-thing"),
        (1, "friday", 540, "mutual_help", None),
        (1, "friday", None, "individual", None),
        (2, "tuesday", 540, "group", "another-thing"),
        (2, "tuesday", 1080, "family", None),
        (2, "thursday", 540, "individual", None),
    ]


def test_written_planned_and_safety_topics_are_told_apart() -> None:
    topics = {topic.id: topic for topic in shipped("evenings").topics}
    assert topics["coping-with-cravings"].written and not topics["coping-with-cravings"].safety
    assert topics["overdose-safety"].safety and not topics["overdose-safety"].written
    assert topics["overdose-safety"].title == "Preventing overdose and using naloxone"
    assert topics["overdose-safety"] in shipped("evenings").planned


def test_days_in_any_order_come_out_by_the_week() -> None:
    spec = tiny().spec
    turned = spec.model_copy(
        update={"phases": tuple(phase.model_copy(update={"days": phase.days[::-1]}) for phase in spec.phases)}
    )
    assert [one.day for one in resolve(turned, _course()).sessions] == [one.day for one in tiny().sessions]
    assert resolve(turned, _course()).first_day == "monday"


def _course():  # type: ignore[no-untyped-def]
    shared, _ = read_shared(COURSES / "tiny")
    assert shared is not None
    return shared.course


def test_dates_go_on_over_months_years_and_leap_days() -> None:
    start = date(2027, 12, 27)
    assert date_of(1, "monday", start) == start
    assert date_of(1, "sunday", start) == date(2028, 1, 2)
    assert date_of(10, "tuesday", start) == date(2028, 2, 29)
    # Started on its first day, a Wednesday: Monday of week 2 is five days later.
    assert date_of(2, "monday", date(2026, 12, 9)) == date(2026, 12, 14)


def test_a_right_start_date_is_read() -> None:
    assert start_from("2026-12-07", "monday") == (date(2026, 12, 7), "")
    assert start_from(" 2028-02-29 ", "tuesday") == (date(2028, 2, 29), "")


REFUSED = (
    (
        "2026-02-30",
        "30 February 2026 is no date; the program starts on a Monday: "
        "February 23, 2026 (2026-02-23) or March 2, 2026 (2026-03-02)",
    ),
    (
        "2027-02-29",
        "29 February 2027 is no date; the program starts on a Monday: "
        "February 22, 2027 (2027-02-22) or March 1, 2027 (2027-03-01)",
    ),
    (
        "2026-12-09",
        "Wednesday, December 9, 2026 is not a Monday, the day this program starts on; the nearest right dates are "
        "December 7, 2026 (2026-12-07) or December 14, 2026 (2026-12-14)",
    ),
    ("2026-13-01", "'2026-13-01' is not a date; write year, month and day, as 2026-12-07"),
    ("12/07/2026", "'12/07/2026' is not a date; write year, month and day, as 2026-12-07"),
    ("0000-01-01", "the year 0 is too far away; write a day from 2001 to 2099"),
    ("9999-12-31", "the year 9999 is too far away; write a day from 2001 to 2099"),
    ("", "'' is not a date; write year, month and day, as 2026-12-07"),
    ("2026-12-07\n2026", "'2026-12-07 2026' is not a date; write year, month and day, as 2026-12-07"),
)


@pytest.mark.parametrize(("text", "sentence"), REFUSED)
def test_a_wrong_start_date_is_refused_with_a_way_out(text: str, sentence: str) -> None:
    assert start_from(text, "monday") == (None, sentence)


def test_a_day_is_said_in_full() -> None:
    assert said_in_full(date(2026, 12, 7)) == "Monday, December 7, 2026"


def test_minutes_and_times_are_said_as_people_read_them() -> None:
    assert [hours_words(minutes, WORDS) for minutes in (0, 30, 60, 90, 540)] == [
        "0 h",
        "30 min",
        "1 h",
        "1 h 30 min",
        "9 h",
    ]
    assert [clock_words(minutes, WORDS) for minutes in (0, 545, 720, 1050)] == [
        "12:00 am",
        "9:05 am",
        "12:00 pm",
        "5:30 pm",
    ]
    assert clock_words(1050, {**WORDS, "program_clock": "24"}) == "17:30"
    times = [time_words(one, WORDS) for one in tiny().sessions]
    assert times[0] == "9:00–10:30 am"
    assert times[2] == "11:30 am–12:00 pm"
    assert times[6] == "By appointment"


def test_a_clinic_shows_the_programs_it_chose_in_its_order() -> None:
    specs = [program.spec for program in programs(ROOT / "modules").values()]
    assert chosen(specs, None) == tuple(specs)
    assert [spec.id for spec in chosen(specs, ("step-down", "gone", "evenings"))] == ["step-down", "evenings"]


def test_slots_of_a_day_may_stand_in_any_order() -> None:
    spec = tiny().spec
    day = spec.phases[0].days[0]
    turned = ProgramSpec.model_validate(
        spec.model_dump()
        | {"phases": ({"title": "x", "weeks": 1, "days": (Day(day=day.day, slots=day.slots[::-1]).model_dump(),)},)}
    )
    assert [one.start for one in resolve(turned, _course()).sessions] == [540, 630, 690]

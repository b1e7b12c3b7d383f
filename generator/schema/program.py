"""The program around the modules: weeks of days of slots, and what is taught when."""

from typing import Annotated, Literal

from pydantic import Field

from generator.schema.base import PlainText, RichLine, Slug, Spec

Time = Annotated[
    str, Field(pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]$", description="Hours and minutes of a day, as 17:30.")
]
SlotKind = Literal["group", "individual", "family", "mutual_help", "creative", "medical"]
DayName = Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
DAYS: tuple[DayName, ...] = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


class Slot(Spec):
    """A part of a day. Without `start` it is by appointment: each person has it at a time of their own that week.

    Example:
        kind: group
        start: 17:30
        minutes: 90
    """

    kind: SlotKind
    minutes: Annotated[int, Field(ge=15, le=240, description="Whole minutes.")]
    start: Time | None = None
    weeks: Annotated[
        Literal["every", "odd", "even"], Field(description="In which of the program's weeks it takes place.")
    ] = "every"
    title: PlainText | None = None


class Day(Spec):
    """A day of the week and its slots.

    Example:
        day: monday
        slots:
          - kind: group
            start: 17:30
            minutes: 90
    """

    day: DayName
    slots: Annotated[tuple[Slot, ...], Field(min_length=1, max_length=10)]


class Phase(Spec):
    """So many weeks that look alike.

    Example:
        title: Every week
        weeks: 12
        days:
          - day: monday
            slots:
              - kind: group
                start: 17:30
                minutes: 90
    """

    title: PlainText
    weeks: Annotated[int, Field(ge=1, le=52)]
    days: Annotated[tuple[Day, ...], Field(min_length=1, max_length=7)]


class Topics(Spec):
    """The modules of one week, each list in the order of that week's slots of its kind.

    Example:
        week: 1
        group: [coping-with-cravings]
        family: [family-communication]
    """

    week: Annotated[int, Field(ge=1, le=52)]
    group: tuple[Slug, ...] = ()
    family: tuple[Slug, ...] = ()
    individual: tuple[Slug, ...] = ()


class ProgramSpec(Spec):
    """What a file of `modules/programs/` holds.

    Example:
        id: evenings
        title: Twelve weeks of evenings
        description: Three evenings a week, three hours each.
        group_size: 14
        phases:
          - title: Every week
            weeks: 12
            days:
              - day: monday
                slots:
                  - kind: group
                    start: 17:30
                    minutes: 90
        topics:
          - week: 1
            group: [coping-with-cravings]
    """

    id: Slug
    title: PlainText
    description: RichLine
    group_size: Annotated[int, Field(ge=1, le=40, description="People in a group, its leader not counted.")] = 14
    phases: Annotated[tuple[Phase, ...], Field(min_length=1, max_length=12)]
    topics: Annotated[tuple[Topics, ...], Field(max_length=104)] = ()

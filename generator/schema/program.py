"""The program around the modules: weeks of days of slots, and what is taught when."""

from typing import Annotated, Literal

from pydantic import Field

from generator.schema.base import PlainText, RichLine, Slug, Spec
from generator.schema.exceptions import Exceptions

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
    """What takes place.

    - `group`: a group session on a topic.
    - `individual`: time with one's own counselor.
    - `family`: a session with family members.
    - `mutual_help`: a mutual-help meeting.
    - `creative`: art, music, or movement.
    - `medical`: time with medical staff.
    """
    minutes: Annotated[int, Field(ge=15, le=240, description="Whole minutes.")]
    """How many minutes it takes, 15 to 240."""
    start: Time | None = None
    """When it starts, as 17:30. Without it, it is by appointment."""
    weeks: Annotated[
        Literal["every", "odd", "even"], Field(description="In which of the program's weeks it takes place.")
    ] = "every"
    """In which of the program's weeks it takes place.

    - `every`: in each week.
    - `odd`: in weeks 1, 3, 5 and so on.
    - `even`: in weeks 2, 4, 6 and so on.
    """
    title: PlainText | None = None
    """A title of its own, if it needs one."""


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
    """The day of the week.

    - `monday`: Monday.
    - `tuesday`: Tuesday.
    - `wednesday`: Wednesday.
    - `thursday`: Thursday.
    - `friday`: Friday.
    - `saturday`: Saturday.
    - `sunday`: Sunday.
    """
    slots: Annotated[tuple[Slot, ...], Field(min_length=1, max_length=10)]
    """What takes place on this day, in order."""


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
    """What these weeks are called."""
    weeks: Annotated[int, Field(ge=1, le=52)]
    """How many weeks look like this."""
    days: Annotated[tuple[Day, ...], Field(min_length=1, max_length=7)]
    """The days of such a week."""


class Topics(Spec):
    """The modules of one week, each list in the order of that week's slots of its kind.

    Example:
        week: 1
        group: [coping-with-cravings]
        family: [family-communication]
    """

    week: Annotated[int, Field(ge=1, le=52)]
    """The week, counted from 1."""
    group: tuple[Slug, ...] = ()
    """The modules of that week's group sessions, in order."""
    family: tuple[Slug, ...] = ()
    """The modules of that week's family sessions, in order."""
    individual: tuple[Slug, ...] = ()
    """The modules of that week's individual sessions, in order."""


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
    """What the program is called."""
    description: RichLine
    """One sentence on how it runs."""
    group_size: Annotated[int, Field(ge=1, le=40, description="People in a group, its leader not counted.")] = 14
    """People in a group, its leader not counted; 14 if not given."""
    phases: Annotated[tuple[Phase, ...], Field(min_length=1, max_length=12)]
    """Weeks that look alike, one phase after the other."""
    topics: Annotated[tuple[Topics, ...], Field(max_length=104)] = ()
    """Which modules are taught in which week."""
    exceptions: Exceptions = ()
    """Places where a rule of the check is wrong about this file, each with the reason."""

"""The facilitator guide: what a counselor needs to run a group from the module."""

from typing import Annotated, Literal

from pydantic import Field

from generator.schema.base import Minutes, PlainText, RichLine, RichText, Slug, Spec


class Line(Spec):
    """One thing the leader does: words to `say`, a question to `ask`, or something to `do`.

    `acts_out` names the role-plays that have their place right after it.

    Example:
        kind: ask
        text: What is one thing you noticed since last time?
    """

    kind: Literal["say", "ask", "do"]
    text: RichText
    acts_out: tuple[Slug, ...] = ()


class TimedPart(Spec):
    """A part of the session, its minutes in a 90-minute group, and its lines.

    Without a style, opening, check-in and closing are process, and the rest is education.

    Example:
        part: opening
        title: Opening ritual
        minutes: 5
        lines:
          - kind: say
            text: Welcome. You can pass at any time.
    """

    part: Literal["opening", "check_in", "topic", "wrap_up", "closing"]
    title: PlainText
    minutes: Minutes
    style: Literal["process", "education"] | None = None
    lines: Annotated[tuple[Line, ...], Field(min_length=1)]


class Material(Spec):
    """Something to bring, and how many: one a person, one a pair, or a fixed number.

    Example:
        item: Worksheet “My craving card”
        each: person
    """

    item: PlainText
    each: Literal["person", "pair", "group"]
    count: Annotated[int, Field(ge=1, le=50)] = 1


class RolePlay(Spec):
    """A scene to act out, at most three minutes, with a stop rule. The leader shows it first.

    Example:
        id: saying-no
        title: A friend calls
        scene: A friend calls on Friday night.
        parts:
          - The friend, who asks two times
          - You, who say no and change the subject
        say_no: No thanks. I have other plans.
        coach:
          - What did you notice in your body?
        stop_rule: Anyone can say “stop”. Then we stop.
        debrief: Say your craving number, 0 to 10.
    """

    id: Slug
    title: PlainText
    scene: RichText
    parts: Annotated[tuple[RichLine, ...], Field(min_length=2)]
    say_no: RichLine | None = None
    coach: Annotated[tuple[RichLine, ...], Field(min_length=1)]
    stop_rule: RichLine
    debrief: RichLine


class Watch(Spec):
    """A sign of risk, and what to do about it.

    Example:
        sign: Someone rates a craving above 6 at the end.
        response: Ask them to stay. Make a plan for tonight.
    """

    sign: RichLine
    response: RichText


class HardQuestion(Spec):
    """A hard question people ask, and an honest answer in plain words.

    Example:
        question: Is this my fault?
        answer: No one chooses to have an addiction.
    """

    question: RichLine
    answer: RichText


class Adaptations(Spec):
    """How to change the session for other settings and people.

    Example:
        one_to_one: Do the worksheet together.
        telehealth: Send the sheet before you meet.
        family: Ask each person to speak for themselves.
        low_literacy: Read the sheet out loud.
        spanish: Use the Spanish sheets once they are there.
        mandated: Thank them for coming. They choose what to share.
    """

    one_to_one: RichText
    telehealth: RichText
    family: RichText
    low_literacy: RichText
    spanish: RichText
    mandated: RichText


class NoteStub(Spec):
    """The start of a group note. It never holds a client's name.

    Example:
        objective: Group members will name three skills.
        method: Education, practice in pairs, worksheet.
        response: Members took part by ___. Next step ___.
    """

    objective: RichLine
    method: RichLine
    response: RichLine


class Guide(Spec):
    """A 90-minute session by the rule of thirds, with all a leader needs beside it."""

    goal: RichLine
    before_group: Annotated[tuple[RichLine, ...], Field(min_length=1)]
    materials: Annotated[tuple[Material, ...], Field(min_length=1)]
    room: RichLine
    leader_sources: Annotated[tuple[Slug, ...], Field(min_length=1)]
    timetable: Annotated[tuple[TimedPart, ...], Field(min_length=5, max_length=12)]
    role_plays: tuple[RolePlay, ...] = ()
    watch_for: Annotated[tuple[Watch, ...], Field(min_length=2)]
    if_asked: Annotated[tuple[HardQuestion, ...], Field(min_length=2)]
    adaptations: Adaptations
    do_not: Annotated[tuple[RichLine, ...], Field(min_length=2)]
    teach_back: RichLine
    note_stub: NoteStub
    fidelity: Annotated[tuple[RichLine, ...], Field(min_length=3)]

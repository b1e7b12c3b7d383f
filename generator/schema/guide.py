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
    """What the leader does here.

    - `say`: words to say.
    - `ask`: a question to ask.
    - `do`: something to do.
    """
    text: RichText
    """The words, the question, or what to do."""
    acts_out: tuple[Slug, ...] = ()
    """The ids of role-plays that have their place right after this line."""


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
    """Which part of the session it is.

    - `opening`: the first minutes.
    - `check_in`: how people are today.
    - `topic`: the lesson and its practice.
    - `wrap_up`: a plan, and what people take home.
    - `closing`: the last minutes.
    """
    title: PlainText
    """What the part is called."""
    minutes: Minutes
    """How many minutes of a 90-minute group it takes."""
    style: Literal["process", "education"] | None = None
    """What sort of time it is, where that is not plain from the part.

    - `process`: people talk about themselves.
    - `education`: people learn or practice something.
    """
    lines: Annotated[tuple[Line, ...], Field(min_length=1)]
    """What the leader says, asks and does, in order."""


class Material(Spec):
    """Something to bring, and how many: one a person, one a pair, or a fixed number.

    Example:
        item: Worksheet “My craving card”
        each: person
    """

    item: PlainText
    """What to bring."""
    each: Literal["person", "pair", "group"]
    """For whom it is counted.

    - `person`: one for each person.
    - `pair`: one for each two people.
    - `group`: so many for the whole group.
    """
    count: Annotated[int, Field(ge=1, le=50)] = 1
    """How many for each of them; 1 if not given."""


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
    """What the role-play is called."""
    scene: RichText
    """What happens, and where. At most three minutes."""
    parts: Annotated[tuple[RichLine, ...], Field(min_length=2)]
    """Who is in it, one part a line."""
    say_no: RichLine | None = None
    """Words for saying no, if the scene needs them."""
    coach: Annotated[tuple[RichLine, ...], Field(min_length=1)]
    """Questions for afterwards."""
    stop_rule: RichLine
    """How anyone can stop the scene."""
    debrief: RichLine
    """How people step out of their parts."""


class Watch(Spec):
    """A sign of risk, and what to do about it.

    Example:
        sign: Someone rates a craving above 6 at the end.
        response: Ask them to stay. Make a plan for tonight.
    """

    sign: RichLine
    """What a leader may see or hear."""
    response: RichText
    """What to do about it, step by step."""


class HardQuestion(Spec):
    """A hard question people ask, and an honest answer in plain words.

    Example:
        question: Is this my fault?
        answer: No one chooses to have an addiction.
    """

    question: RichLine
    """The question as people ask it."""
    answer: RichText
    """An honest answer in plain words."""


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
    """How to do it with one person."""
    telehealth: RichText
    """How to do it by video or phone."""
    family: RichText
    """How to do it with family members in the room."""
    low_literacy: RichText
    """How to do it with people who do not like to read."""
    spanish: RichText
    """What to know for people who speak Spanish."""
    mandated: RichText
    """How to do it with people whom a court or somebody else sent."""


class NoteStub(Spec):
    """The start of a group note. It never holds a client's name.

    Example:
        objective: Group members will name three skills.
        method: Education, practice in pairs, worksheet.
        response: Members took part by ___. Next step ___.
    """

    objective: RichLine
    """What the group was for."""
    method: RichLine
    """What was done."""
    response: RichLine
    """How people took part, with blanks to fill in."""


class Guide(Spec):
    """A 90-minute session by the rule of thirds, with all a leader needs beside it."""

    goal: RichLine
    """What group members can do afterwards, in one sentence."""
    before_group: Annotated[tuple[RichLine, ...], Field(min_length=1)]
    """What the leader does before people come."""
    materials: Annotated[tuple[Material, ...], Field(min_length=1)]
    """What to bring, and how many."""
    room: RichLine
    """How the room should be."""
    leader_sources: Annotated[tuple[Slug, ...], Field(min_length=1)]
    """What the leader may read: ids from `sources.yml`."""
    timetable: Annotated[tuple[TimedPart, ...], Field(min_length=5, max_length=12)]
    """The session, 90 minutes: opening, check-in, topic, wrap-up, closing; a third each for check-in, topic and
    wrap-up.
    """
    role_plays: tuple[RolePlay, ...] = ()
    """Scenes to act out, if there are any."""
    watch_for: Annotated[tuple[Watch, ...], Field(min_length=2)]
    """Signs of risk in this topic, and what to do about each."""
    if_asked: Annotated[tuple[HardQuestion, ...], Field(min_length=2)]
    """Hard questions that people ask, and honest answers."""
    adaptations: Adaptations
    """How to change the session for other settings and people."""
    do_not: Annotated[tuple[RichLine, ...], Field(min_length=2)]
    """What leaders should not do with this topic."""
    teach_back: RichLine
    """A question that shows what people take home, in their own words."""
    note_stub: NoteStub
    """The start of a group note. It never holds a name."""
    fidelity: Annotated[tuple[RichLine, ...], Field(min_length=3)]
    """Three or more points to tick after the group: did it go as it was meant?"""

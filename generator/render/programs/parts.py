"""What the pages of programs share: the programs laid out, how large one is, and how a topic is shown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator import addresses
from generator.course import Frame
from generator.facts import Facts
from generator.programs.weeks import Program, Topic, resolve
from generator.programs.words import hours_words


@dataclass(frozen=True, slots=True)
class Taught:
    """A topic as a page shows it; the address of its guide is empty where it is not written."""

    title: str
    address: str
    written: bool
    safety: bool


def programs_of(facts: Sequence[Facts], frame: Frame) -> tuple[Program, ...]:
    """The programs that the clinic runs, laid out, with the titles of this language."""
    titles = titles_of(facts)
    return tuple(resolve(spec, frame.spec, titles) for spec in frame.programs)


def titles_of(facts: Sequence[Facts]) -> Mapping[str, str]:
    """Id → title of the modules that are written."""
    return {module.id: module.title for module in facts}


def size_of(program: Program, frame: Frame) -> Iterator[str]:
    """How many weeks, hours a week, hours in all."""
    t = frame.strings
    count = len(program.weeks)
    yield t["programs_one_week"] if count == 1 else t["programs_weeks"].format(count=count)
    least, most = (pick(week.minutes for week in program.weeks) for pick in (min, max))
    if least == most:
        yield t["programs_a_week"].format(hours=hours_words(most, t))
    else:
        yield t["programs_a_week_from"].format(least=hours_words(least, t), most=hours_words(most, t))
    yield t["programs_in_all"].format(hours=hours_words(program.minutes, t))


def shown(topic: Topic, page: str, frame: Frame) -> Taught:
    """The topic with the way from `page` to its guide."""
    guide = addresses.relative(addresses.guide(frame.slug(topic.id)), page) if topic.written else ""
    return Taught(topic.title, guide, topic.written, topic.safety)

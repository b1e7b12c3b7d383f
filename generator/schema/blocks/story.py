"""Story: one scene told twice, first the hard way, then with the skill."""

from typing import Literal

from generator.schema.base import PlainText, RichLine, RichText, Spec


class Story(Spec):
    """The hard scene, then the same scene with the skill, and a question to think about.

    Example:
        kind: story
        title: Dana’s walk home
        hard: Dana walks past the old corner. Her chest gets tight.
        skill: Dana sees the corner ahead. She crosses the street and calls her sister.
        think: What did Dana do first?
    """

    kind: Literal["story"]
    title: PlainText
    """A short title, as “Dana’s walk home”."""
    hard: RichText
    """The scene as it goes the hard way. One person, one place, a few sentences."""
    skill: RichText
    """The same scene again, this time with the skill."""
    think: RichLine | None = None
    """A question to think about after both scenes."""

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
    hard: RichText
    skill: RichText
    think: RichLine | None = None

"""Several things could help: each choice is talked about, none is shamed."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from generator.schema.base import RichLine, Slug, Spec


class Idea(Spec):
    """One thing a person might do, how far it could help, and why.

    Example:
        text: Call a friend
        helps: yes
        feedback: A call can carry you over the peak.
    """

    text: RichLine
    """One thing that the person might do."""
    helps: Literal["yes", "depends", "no"]
    """How far it could help.

    - `yes`: it could help.
    - `depends`: it depends; the feedback says on what.
    - `no`: it is not likely to help.
    """
    feedback: RichLine
    """What people learn when they choose this. Say why, kindly; never shame anybody."""


class CouldHelp(Spec):
    """A short story and two to five ideas; at least two of them could help.

    Example:
        kind: could_help
        id: sam-after-a-fight
        objective: use-skills
        ask: Sam has an urge after a fight. What could help?
        ideas:
          - text: Call a friend.
            helps: yes
            feedback: This can help. Talking lowers the urge for many people.
          - text: Take a walk.
            helps: depends
            feedback: It depends on the way. A walk past the old corner may be harder.
    """

    kind: Literal["could_help"]
    id: Slug
    objective: Slug
    """The id of the objective that this question checks."""
    ask: RichLine
    """The question itself, in one or two short sentences. A short story about one person works well."""
    ideas: Annotated[tuple[Idea, ...], Field(min_length=2, max_length=5)]
    """Two to five things that the person might do; at least two of them could help."""

    @model_validator(mode="after")
    def _has_ideas_that_help(self) -> Self:
        helpful = sum(idea.helps != "no" for idea in self.ideas)
        if helpful < 2:
            raise PydanticCustomError(
                "question-has-ideas-that-help",
                "{count} of the ideas could help; a could_help question needs at least 2",
                {"count": helpful},
            )
        return self

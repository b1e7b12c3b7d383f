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
    helps: Literal["yes", "depends", "no"]
    feedback: RichLine


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
    ask: RichLine
    ideas: Annotated[tuple[Idea, ...], Field(min_length=2, max_length=5)]

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

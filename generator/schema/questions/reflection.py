"""Reflection: a question to think about; it has no right answer and is never scored."""

from typing import Annotated, Literal

from pydantic import Field

from generator.schema.base import RichLine, Slug, Spec


class Reflection(Spec):
    """An open question, room to write, and a kind thought afterwards.

    Example:
        kind: reflection
        id: what-matters
        objective: name-reasons
        ask: What matters most to you right now?
        lines: 3
        feedback: There is no right answer. What you wrote can go on your card.
    """

    kind: Literal["reflection"]
    id: Slug
    objective: Slug
    """The id of the objective that this question checks."""
    ask: RichLine
    """The question itself, in one or two short sentences. A short story about one person works well."""
    lines: Annotated[int, Field(ge=1, le=10)] = 3
    """How many lines to write on; 3 if not given."""
    feedback: RichLine
    """A kind thought for afterwards. There is no right answer."""

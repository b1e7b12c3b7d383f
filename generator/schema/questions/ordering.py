"""Ordering: put the steps in order."""

from typing import Annotated, Literal

from pydantic import Field

from generator.schema.base import RichLine, Slug, Spec


class Step(Spec):
    """One step, and why it comes at this place.

    Example:
        text: Say that you need a break.
        feedback: Saying it first keeps the other person from guessing.
    """

    text: RichLine
    """The words of the step."""
    feedback: RichLine
    """What people learn when they choose this. Say why, kindly; never shame anybody."""


class Ordering(Spec):
    """Three to six steps, written in the right order; they are shown in another.

    Example:
        kind: ordering
        id: time-out-order
        objective: use-time-out
        ask: Put the steps of a time-out in order.
        steps:
          - text: Say that you need a break.
            feedback: First, so nobody has to guess.
          - text: Leave in a safe way.
            feedback: Next, before you get hotter.
          - text: Come back and talk.
            feedback: Last, when you are calm.
    """

    kind: Literal["ordering"]
    id: Slug
    objective: Slug
    """The id of the objective that this question checks."""
    ask: RichLine
    """The question itself, in one or two short sentences. A short story about one person works well."""
    steps: Annotated[tuple[Step, ...], Field(min_length=3, max_length=6)]
    """Three to six steps in the right order. They are shown in another."""

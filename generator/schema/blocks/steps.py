"""Steps: what to do, in order."""

from typing import Annotated, Literal

from pydantic import Field

from generator.schema.base import PlainText, RichLine, Spec


class Steps(Spec):
    """Two to seven numbered steps; each starts with a verb.

    Example:
        kind: steps
        title: Ride the wave
        steps:
          - Notice where you feel it.
          - Let one breath go, and then another.
    """

    kind: Literal["steps"]
    title: PlainText
    """What the steps are for, in a few words."""
    steps: Annotated[tuple[RichLine, ...], Field(min_length=2, max_length=7)]
    """Two to seven steps in order. Start each with a verb."""

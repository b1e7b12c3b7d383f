"""Remember: the three to five points to take home."""

from typing import Annotated, Literal

from pydantic import Field

from generator.schema.base import RichLine, Spec


class Remember(Spec):
    """The summary box at the end of a lesson.

    Example:
        kind: remember
        points:
          - A craving is not a failure.
          - Most urges fade.
          - You can call someone.
    """

    kind: Literal["remember"]
    points: Annotated[tuple[RichLine, ...], Field(min_length=3, max_length=5)]
    """Three to five points to take home, one sentence each."""

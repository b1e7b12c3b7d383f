"""Try this: something to do now, in a few minutes, that costs nothing."""

from typing import Literal

from generator.schema.base import Minutes, PlainText, RichText, Spec


class TryThis(Spec):
    """A short exercise. `worksheet` may name one of the module's worksheets to go on with.

    Example:
        kind: try_this
        title: One slow minute
        minutes: 1
        text: Put both feet on the floor. Breathe in. Breathe out slowly.
        worksheet: urge-log
    """

    kind: Literal["try_this"]
    title: PlainText
    """What the exercise is called."""
    text: RichText
    """What to do, step by step. It costs nothing, and people can stop at any time."""
    minutes: Minutes | None = None
    """How many minutes it takes."""
    worksheet: str | None = None
    """The id of a worksheet of this module to go on with."""

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
    """

    kind: Literal["try_this"]
    title: PlainText
    text: RichText
    minutes: Minutes | None = None
    worksheet: str | None = None

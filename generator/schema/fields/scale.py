"""Scale: circle one number between two labelled ends."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from generator.schema.base import PlainText, RichLine, Slug, Spec


class Scale(Spec):
    """Whole numbers from `lowest` to `highest`, words at both ends.

    Example:
        kind: scale
        id: anger-now
        label: My anger right now
        lowest: 0
        highest: 10
        low_label: Calm
        high_label: As angry as I get
    """

    kind: Literal["scale"]
    id: Slug
    label: PlainText
    """The words in front of what people fill in: what to write or choose here."""
    hint: RichLine | None = None
    """A short line of help under the label, such as an example of an answer."""
    lowest: Annotated[int, Field(ge=0, le=1)] = 0
    """The lowest number, 0 or 1."""
    highest: Annotated[int, Field(ge=3, le=10)] = 10
    """The highest number, 3 to 10."""
    low_label: PlainText
    """What the lowest number means, as “Calm”."""
    high_label: PlainText
    """What the highest number means, as “As angry as I get”."""

    @property
    def numbers(self) -> tuple[int, ...]:
        """Every number of the scale, lowest first."""
        return tuple(range(self.lowest, self.highest + 1))

    @model_validator(mode="after")
    def _ends_differ(self) -> Self:
        if self.low_label == self.high_label:
            raise PydanticCustomError(
                "scale-has-two-ends", "both ends of the scale are labelled '{label}'", {"label": self.low_label}
            )
        return self

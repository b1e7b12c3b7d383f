"""Long text: several lines to write on."""

from typing import Annotated, Literal

from pydantic import Field

from generator.schema.base import PlainText, RichLine, Slug, Spec


class LongText(Spec):
    """A label and so many ruled lines.

    Example:
        kind: long_text
        id: what-i-learned
        label: What I learned
        lines: 4
    """

    kind: Literal["long_text"]
    id: Slug
    label: PlainText
    """The words in front of what people fill in: what to write or choose here."""
    hint: RichLine | None = None
    """A short line of help under the label, such as an example of an answer."""
    lines: Annotated[int, Field(ge=2, le=20)]
    """How many lines to write on, 2 to 20."""

"""Short text: one line to write on."""

from typing import Literal

from generator.schema.base import PlainText, RichLine, Slug, Spec


class ShortText(Spec):
    """A label and one line.

    Example:
        kind: short_text
        id: time-out-words
        label: Words I will say to take a time-out
        hint: For example “I need a break. I will be back.”
    """

    kind: Literal["short_text"]
    id: Slug
    label: PlainText
    """The words in front of what people fill in: what to write or choose here."""
    hint: RichLine | None = None
    """A short line of help under the label, such as an example of an answer."""

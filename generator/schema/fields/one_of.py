"""One of: choose one."""

from typing import Annotated, Literal

from pydantic import Field

from generator.schema.base import PlainText, RichLine, Slug, Spec


class OneOf(Spec):
    """Choices of which one is ticked.

    Example:
        kind: one_of
        id: can-change
        label: Can I change it?
        options:
          yes: Yes
          no: No
          part: Part of it
    """

    kind: Literal["one_of"]
    id: Slug
    label: PlainText
    """The words in front of what people fill in: what to write or choose here."""
    hint: RichLine | None = None
    """A short line of help under the label, such as an example of an answer."""
    options: Annotated[dict[Slug, PlainText], Field(min_length=2, max_length=8)]
    """The choices: an id of your own for each, then its words."""

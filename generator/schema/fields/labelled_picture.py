"""Labelled picture: one of the module's pictures with numbers in place of its labels, and lines to write them on."""

from typing import Annotated, Literal

from pydantic import Field

from generator.schema.base import PlainText, RichLine, Slug, Spec


class LabelledPicture(Spec):
    """The picture's parts are numbered in order; each blank says what to write for its number.

    With `hide_labels: false` the picture keeps its own labels beside the numbers.

    Example:
        kind: labelled_picture
        id: systems
        label: Write the name of each system
        picture: three-systems
        blanks:
          first: System 1
          second: System 2
          third: System 3
    """

    kind: Literal["labelled_picture"]
    id: Slug
    label: PlainText
    """The words in front of what people fill in: what to write or choose here."""
    hint: RichLine | None = None
    """A short line of help under the label, such as an example of an answer."""
    picture: Slug
    """The id of one of the module's pictures."""
    hide_labels: bool = True
    """`true` puts numbers in the place of the picture's labels; `false` keeps both."""
    blanks: Annotated[dict[Slug, PlainText], Field(min_length=1, max_length=11)]
    """What to write for each number: an id of your own, then the words in front of the line."""

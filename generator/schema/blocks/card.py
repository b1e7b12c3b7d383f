"""Card: a few lines to cut out or copy, and keep close."""

from typing import Annotated, Literal

from pydantic import Field

from generator.schema.base import PlainText, RichLine, Spec


class Card(Spec):
    """A pull-out card: a title and one to six short lines.

    Example:
        kind: card
        title: When an urge comes
        lines:
          - Wait ten minutes.
          - Call one person.
    """

    kind: Literal["card"]
    title: PlainText
    """A few words that say when to take the card out, as “When an urge comes”."""
    lines: Annotated[tuple[RichLine, ...], Field(min_length=1, max_length=6)]
    """One to six short lines, each a thing to do or to say."""

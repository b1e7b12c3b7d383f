"""Wallet card: a small card with a cut line, 85 × 54 mm on paper."""

from typing import Annotated, Literal

from pydantic import Field

from generator.schema.base import PlainText, RichLine, Slug, Spec


class CardLine(Spec):
    """A label on the card and one or two lines to write on.

    Example:
        id: call
        label: I will call
        lines: 2
    """

    id: Slug
    label: PlainText
    """The words in front of the line."""
    lines: Annotated[int, Field(ge=1, le=2)] = 1
    """How many lines to write on, 1 or 2."""


class WalletCard(Spec):
    """A card of at most five lines in all; the crisis line is printed on it by itself.

    Example:
        kind: wallet_card
        id: my-card
        label: My craving card
        title: When an urge comes
        card_lines:
          - id: first
            label: First I will
    """

    kind: Literal["wallet_card"]
    id: Slug
    label: PlainText
    """The words in front of what people fill in: what to write or choose here."""
    hint: RichLine | None = None
    """A short line of help under the label, such as an example of an answer."""
    title: PlainText
    """The title on the card."""
    card_lines: Annotated[tuple[CardLine, ...], Field(min_length=1, max_length=5)]
    """One to five lines to fill in. The crisis line is printed on the card by itself."""

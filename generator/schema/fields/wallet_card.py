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
    lines: Annotated[int, Field(ge=1, le=2)] = 1


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
    hint: RichLine | None = None
    title: PlainText
    card_lines: Annotated[tuple[CardLine, ...], Field(min_length=1, max_length=5)]

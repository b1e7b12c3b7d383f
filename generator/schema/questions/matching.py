"""Matching: put each thing with the words that belong to it."""

from typing import Annotated, Literal

from pydantic import Field

from generator.schema.base import RichLine, Slug, Spec


class Pair(Spec):
    """What is matched, its match, and why they belong together.

    Example:
        left: Reward system
        right: Food and music feel good
        feedback: This system makes good things feel good.
    """

    left: RichLine
    """What is matched."""
    right: RichLine
    """What belongs to it."""
    feedback: RichLine
    """What people learn when they choose this. Say why, kindly; never shame anybody."""


class Matching(Spec):
    """Two to five pairs; the right-hand sides are shown in another order.

    Example:
        kind: matching
        id: match-systems
        objective: explain-systems
        ask: Match each system to its example.
        pairs:
          - left: Reward
            right: A good meal feels good.
            feedback: Reward makes good things feel good.
          - left: Brakes
            right: You stop and think first.
            feedback: The brakes help you stop and think.
    """

    kind: Literal["matching"]
    id: Slug
    objective: Slug
    """The id of the objective that this question checks."""
    ask: RichLine
    """The question itself, in one or two short sentences. A short story about one person works well."""
    pairs: Annotated[tuple[Pair, ...], Field(min_length=2, max_length=5)]
    """Two to five pairs. The right-hand sides are shown in another order."""

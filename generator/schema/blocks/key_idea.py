"""Key idea: the one sentence of a section that must stay."""

from typing import Literal

from generator.schema.base import RichLine, Slug, Spec


class KeyIdea(Spec):
    """One sentence, set apart in a box.

    Example:
        kind: key_idea
        text: Most urges rise, peak, and fade.
    """

    kind: Literal["key_idea"]
    text: RichLine
    sources: tuple[Slug, ...] = ()

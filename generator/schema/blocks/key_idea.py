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
    """One sentence that should stay with people."""
    sources: tuple[Slug, ...] = ()
    """Where this is written: ids from `sources.yml`. Each claim about facts has one."""

"""Know: what experts know, and what they do not know yet."""

from typing import Annotated, Literal

from pydantic import Field

from generator.schema.base import RichLine, Slug, Spec


class Know(Spec):
    """One line on what is known, one on what is not, and where that is written.

    Example:
        kind: know
        known: Experts know that urges pass for most people.
        unknown: They do not know how long yours will last.
        sources: [larimer-1999]
    """

    kind: Literal["know"]
    known: RichLine
    """One sentence on what experts know."""
    unknown: RichLine
    """One sentence on what they do not know yet. It keeps you honest."""
    sources: Annotated[tuple[Slug, ...], Field(min_length=1)]
    """Where this is written: ids from `sources.yml`. Each claim about facts has one."""

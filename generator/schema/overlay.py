"""A track as an overlay: what it adds to the course for some people, or swaps; never a safety message less."""

from generator.schema.base import PlainText, RichLine, Slug, Spec


class OverlaySpec(Spec):
    """What a file of `modules/overlays/` holds.

    Example:
        id: women
        title: Women
        description: For groups of women.
    """

    id: Slug
    title: PlainText
    description: RichLine

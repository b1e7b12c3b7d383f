"""Part: a labelled piece of a picture, and what every picture has."""

from generator.schema.base import PlainText, Slug, Spec


class Part(Spec):
    """A short label and, where there is room, a line of detail.

    Example:
        label: Reward
        detail: What feels good
    """

    label: PlainText
    """A word or two."""
    detail: PlainText | None = None
    """A few more words, where there is room."""


class PictureSpec(Spec):
    """What every picture carries beside its own parts: a title, a caption, a text alternative."""

    id: Slug
    title: PlainText
    """The title over the picture."""
    caption: PlainText
    """One sentence under the picture: what to see in it."""
    alt: PlainText
    """The picture in words, for people who cannot see it: its parts, in order, and what they mean."""

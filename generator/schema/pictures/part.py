"""Part: a labelled piece of a picture, and what every picture has."""

from generator.schema.base import PlainText, Slug, Spec


class Part(Spec):
    """A short label and, where there is room, a line of detail.

    Example:
        label: Reward
        detail: What feels good
    """

    label: PlainText
    detail: PlainText | None = None


class PictureSpec(Spec):
    """What every picture carries beside its own parts: a title, a caption, a text alternative."""

    id: Slug
    title: PlainText
    caption: PlainText
    alt: PlainText

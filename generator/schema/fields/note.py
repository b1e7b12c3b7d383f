"""Note: words between the fields; nothing to fill in."""

from typing import Literal

from generator.schema.base import PlainText, RichText, Spec


class Note(Spec):
    """A heading, a few words of help, or both.

    Example:
        kind: note
        title: Part 1. Notice
        text: Think of the last time you felt angry. You choose how much to write.
    """

    kind: Literal["note"]
    title: PlainText | None = None
    """A heading, as “Part 1. Notice”."""
    text: RichText
    """A few words of help. Nothing is filled in here."""

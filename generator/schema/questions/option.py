"""Option: one choice of a question, with the feedback it gives."""

from generator.schema.base import RichLine, Spec


class Option(Spec):
    """A choice, whether it is right, and what the reader learns from choosing it.

    Example:
        text: Wait a few minutes and breathe.
        right: true
        feedback: Yes. Most urges get weaker when you wait.
    """

    text: RichLine
    """The words of the choice, at most 15."""
    right: bool = False
    """`true` if this choice is right; leave the key out if not."""
    feedback: RichLine
    """What people learn when they choose this. Say why, kindly; never shame anybody."""

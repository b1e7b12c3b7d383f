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
    right: bool = False
    feedback: RichLine

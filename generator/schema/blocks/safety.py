"""Safety: puts one of the module's safety messages right here, near the words it belongs to."""

from typing import Literal

from generator.schema.base import SafetyId, Spec


class SafetyBlock(Spec):
    """The message itself lives in safety.yml; a message that is not placed is printed after the lesson.

    Example:
        kind: safety
        message: S-DV
    """

    kind: Literal["safety"]
    message: SafetyId
    """The id of the message, which also stands in the module's `safety`."""

"""True or false: a statement, and what each choice teaches."""

from typing import Literal

from generator.schema.base import RichLine, Slug, Spec


class TrueFalse(Spec):
    """A statement that is true or false, with feedback for both choices.

    Example:
        kind: true_false
        id: not-weak
        objective: explain-addiction
        ask: Addiction means a person is weak.
        answer: false
        if_true: Many people were told this. Addiction is a health condition.
        if_false: That’s right. Addiction is a health condition.
    """

    kind: Literal["true_false"]
    id: Slug
    objective: Slug
    """The id of the objective that this question checks."""
    ask: RichLine
    """A statement that is true or false. It has no “not” in it."""
    answer: bool
    """`true` or `false`."""
    if_true: RichLine
    """What people learn who say that it is true."""
    if_false: RichLine
    """What people learn who say that it is false."""

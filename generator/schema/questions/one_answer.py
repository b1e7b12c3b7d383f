"""One answer: exactly one option is the best one."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from generator.schema.base import RichLine, Slug, Spec
from generator.schema.questions.option import Option


class OneAnswer(Spec):
    """Two to four options, one of them right, feedback on each.

    Example:
        kind: one_answer
        id: wait-it-out
        objective: what-a-craving-is
        ask: What usually happens to an urge if you wait?
        options:
          - text: It rises, peaks, and fades.
            right: true
            feedback: Yes. Most urges fade.
          - text: It grows until you use.
            feedback: It can feel that way. Most urges peak and then fade.
    """

    kind: Literal["one_answer"]
    id: Slug
    objective: Slug
    """The id of the objective that this question checks."""
    ask: RichLine
    """The question itself, in one or two short sentences. A short story about one person works well."""
    options: Annotated[tuple[Option, ...], Field(min_length=2, max_length=4)]
    """Two to four options, one of them right. Write them alike in length."""

    @model_validator(mode="after")
    def _has_one_right_option(self) -> Self:
        right = sum(option.right for option in self.options)
        if right != 1:
            raise PydanticCustomError(
                "question-has-one-right-answer",
                "{count} options are marked `right: true`; a one_answer question needs exactly 1",
                {"count": right},
            )
        return self
